// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/costs/read_again_dialog.h"
#include "ui/papers/facets.h"
#include "ui/papers/row_words.h"
#include "ui/review/error_gauge.h"
#include "ui/review/quote_diff.h"
#include "ui/review/review_answer.h"
#include "ui/review/review_card.h"
#include "ui/review/review_flow.h"
#include "ui/review/review_list.h"
#include "ui/review/review_model.h"
#include "ui/review/review_quote.h"
#include "ui/review/review_tree.h"
#include "ui/review/review_view.h"
#include "ui/sample_run.h"
#include "ui/shown_window.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QJsonArray>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sheaf;
using namespace sheaf::testing;

namespace {

const Column result{.id = u"result"_s, .name = u"Main result"_s, .question = u"What?"_s};
const Column sample{.id = u"sample"_s, .name = u"Sample size"_s, .question = u"How many?"_s};
const Column design{.id = u"design"_s, .name = u"Design"_s, .question = u"Which?"_s, .quoteRequired = false};

PaperRow row(PaperId id, CellState resultState, CellState sampleState = CellState::Empty)
{
    PaperRow made = sampleRow(id, u"Paper %1"_s.arg(id), State::Done);
    made.authors = u"Author%1 et al."_s.arg(id);
    made.year = 2000 + int(id);
    made.cellStates = {{u"result"_s, resultState}, {u"sample"_s, sampleState}, {u"design"_s, CellState::NoQuote}};
    made.values = {{u"result"_s, u"it works"_s}, {u"sample"_s, u"12"_s}, {u"design"_s, u"Review"_s}};
    return made;
}

QStringList papersOf(const ReviewGroup& group)
{
    QStringList papers;
    for (const ReviewItem& item : group.items)
        papers += item.paper;
    return papers;
}

Quote quoted(const QString& text, QuoteState state, const QString& found = {})
{
    return {.text = text, .state = state, .page = state == QuoteState::NotFound ? 0 : 3, .found = found};
}

/** A window with one paper that has three doubtful answers, in review. */
struct Reviewing : Shown
{
    ReviewView* view;
    QVector<Cell> decided;

    Reviewing() : view(window.modes().reviewView())
    {
        SnapshotPtr papers = sampleSnapshot(u"/papers/classics.sheaf"_s);
        auto changed = std::make_shared<Snapshot>(*papers);
        for (PaperRow& each : changed->rows)
            each.cellStates.clear();
        changed->rows[0].cellStates = {{u"summary"_s, CellState::Near},
                                       {u"key_findings"_s, CellState::NotFound},
                                       {u"limitations"_s, CellState::Near}};
        Q_EMIT window.session().engine().snapshot(changed);
        window.actions().review->trigger();
    }
};

} // namespace

class UiReview : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void whatIsNotProvenIsListedTheWorstFirst()
    {
        const ReviewList list({row(1, CellState::Near), row(2, CellState::NotFound), row(3, CellState::NoQuote),
                               row(4, CellState::Near, CellState::NotFound)},
                              {result, sample, design}, {});
        const QVector<ReviewGroup> groups = list.groups(ReviewOrder::ByColumn, std::nullopt);
        QCOMPARE(groups.size(), 2); // a column that asks for no quote is not in doubt for having none
        QCOMPARE(groups.at(0).name, u"Main result"_s);
        QCOMPARE(papersOf(groups.at(0)),
                 QStringList({u"Author2 2002"_s, u"Author1 2001"_s, u"Author4 2004"_s, u"Author3 2003"_s}));
        QCOMPARE(list.counts().open, 5);
        QCOMPARE(list.counts().values, 9);
        QCOMPARE(list.counts().openByKind.value(ReviewKind::NotFound), 2);
        QCOMPARE(list.groups(ReviewOrder::ByColumn, ReviewKind::NotFound).size(), 2);
        const QVector<ReviewGroup> byPaper = list.groups(ReviewOrder::ByPaper, std::nullopt);
        QCOMPARE(byPaper.size(), 4);
        QCOMPARE(byPaper.last().items.size(), 2);
        QCOMPARE(byPaper.last().name, u"Author4 2004"_s);
    }

    void whatOnlyAnAbstractSaysIsCheckedAndStandsInNoFigure()
    {
        QVector<PaperRow> rows{row(1, CellState::Near), row(2, CellState::Near), row(3, CellState::Proven),
                               row(4, CellState::Proven)};
        rows[1].basis = rows[3].basis = TextBasis::AbstractOnly;
        rows[3].second = {{u"result"_s, {u"it works"_s, u"it does not"_s, CellState::Proven, false}}};
        const ReviewList list(rows, {result}, {});
        QCOMPARE(list.counts().values, 2);
        QCOMPARE(list.counts().proven, 1);
        QCOMPARE(list.counts().open, 3);
        QCOMPARE(list.counts().openOfAbstracts, 2);
        QCOMPARE(list.proven(u"result"_s).values, 1);
        QCOMPARE(list.agreement(u"result"_s).compared(), 0);
        const QStringList names = papersOf(list.groups(ReviewOrder::ByColumn, std::nullopt).first());
        QVERIFY(names.contains(u"Author2 2002 · abstract"_s) && names.contains(u"Author1 2001"_s));
        Facets facets;
        facets.recount(rows);
        QCOMPARE(facets.count(Facet::AbstractOnly), 2);
        QVERIFY((Facet{Facet::AbstractOnly, {}, {}}).matches(rows[1]));
        QVERIFY(!(Facet{Facet::AbstractOnly, {}, {}}).matches(rows[0]));
        QCOMPARE(stateWord(rows[1]), u"Abstract only"_s);
        QVERIFY(stateSentence(rows[1]).contains(u"apart from full texts"_s));
    }

    void aQuoteThatWasNotFoundHasTheClosestPassageBesideIt()
    {
        ReviewCard card;
        const auto words = [&card] {
            QStringList all;
            for (auto* label : card.findChildren<QLabel*>())
                all.append(label->text());
            return all;
        };
        Cell cell{.column = u"result"_s, .value = u"it works"_s};
        cell.quotes = {quoted(u"It worked in all cases"_s, QuoteState::NotFound)};
        card.setAnswer(result, cell, {{u"It worked in all cases"_s, {u"it worked in most of the cases"_s, 7, 0.6}}});
        QVERIFY(words().contains(u"Closest, not proof"_s) && words().contains(u"p. 7"_s));
        const auto passages = card.findChildren<ReviewQuote*>();
        QCOMPARE(passages.size(), 2);
        QVERIFY(passages.last()->accessibleName().contains(u"not proof: it worked in most"_s));
        QSignalSpy clicked(&card, &ReviewCard::quoteClicked);
        passages.last()->click();
        const Quote shown = clicked.first().first().value<Quote>();
        QCOMPARE(shown.page, 7);
        QVERIFY(shown.boxes.isEmpty() && shown.text.isEmpty()); // nothing is marked as if it were proof
        card.setAnswer(result, cell, {});
        QVERIFY(!words().contains(u"Closest, not proof"_s));
        QVERIFY(words().contains(u"Nothing in the paper is like it."_s));
        cell.quotes = {quoted(u"It worked"_s, QuoteState::Proven)};
        card.setAnswer(result, cell, {});
        QVERIFY(!words().contains(u"Nothing in the paper is like it."_s));
    }

    void whatIsDecidedStaysInItsPlaceWhileTheReviewIsOpen()
    {
        QVector<PaperRow> rows{row(1, CellState::Near), row(2, CellState::NotFound)};
        const ReviewList::Decided decided{{{2, u"result"_s}, Decision::Accepted}};
        const ReviewList list(rows, {result}, decided); // the row does not know of it yet
        QCOMPARE(list.counts().open, 1);
        const ReviewGroup group = list.groups(ReviewOrder::ByColumn, std::nullopt).first();
        QCOMPARE(group.items.size(), 2);
        QCOMPARE(group.open(), 1);
        rows[1].decisions.insert(u"result"_s, {Decision::Accepted, false});
        QCOMPARE(ReviewList(rows, {result}, {}).groups(ReviewOrder::ByColumn, std::nullopt).first().items.size(), 1);
    }

    void aSampleOfTheProvenBoundsTheirErrors()
    {
        QVector<PaperRow> rows;
        for (PaperId id = 1; id <= 200; ++id)
            rows.append(row(id, CellState::Proven));
        const ReviewGroup first = ReviewList(rows, {result}, {}).groups(ReviewOrder::ByColumn, std::nullopt).last();
        QCOMPARE(first.id, u"sample"_s);
        QVERIFY(!first.items.isEmpty() && first.items.size() < 20);
        // Who is drawn stays drawn as more papers come.
        rows.append(row(201, CellState::Near));
        const ReviewGroup again = ReviewList(rows, {result}, {}).groups(ReviewOrder::ByColumn, std::nullopt).last();
        QCOMPARE(papersOf(again), papersOf(first));
        QCOMPARE(ReviewList(rows, {result}, {}).proven().checked, 0);
        rows[5].decisions.insert(u"result"_s, {Decision::Accepted, true});
        rows[6].decisions.insert(u"result"_s, {Decision::Rejected, true});
        rows[7].decisions.insert(u"result"_s, {Decision::Edited, true});
        rows[7].cellStates.insert(u"result"_s, CellState::NotFound); // after the edit
        rows[200].decisions.insert(u"result"_s, {Decision::Edited, false});
        rows[200].cellStates.insert(u"result"_s,
                                    CellState::Proven); // a near match that was put right: no error of the proven
        const ErrorRate rate = ReviewList(rows, {result}, {}).proven(u"result"_s);
        QCOMPARE(rate.values, 200);
        QCOMPARE(rate.checked, 3);
        QCOMPARE(rate.wrong, 2);
    }

    void theTreeGoesThroughWhatIsOpen()
    {
        ReviewModel model;
        const QAbstractItemModelTester tester(&model);
        QVector<PaperRow> rows{row(1, CellState::Near, CellState::Near), row(2, CellState::Near)};
        model.set(ReviewList(rows, {result, sample}, {}).groups(ReviewOrder::ByColumn, std::nullopt));
        const QModelIndex first = model.nextOpen({}, 1);
        QCOMPARE(model.item(first)->place, CellPlace({1, u"result"_s}));
        const QModelIndex last = model.nextOpen({}, -1);
        QCOMPARE(model.item(last)->place, CellPlace({1, u"sample"_s}));
        QCOMPARE(model.number(last), 3);
        QCOMPARE(model.nextOpen(last, 1), first); // and round
        const QPersistentModelIndex kept(first);
        model.set(ReviewList(rows, {result, sample}, {{{1, u"result"_s}, Decision::Accepted}})
                      .groups(ReviewOrder::ByColumn, std::nullopt));
        QVERIFY(kept.isValid());
        QCOMPARE(reviewWord(*model.item(kept)), u"✓ accepted"_s);
        QCOMPARE(model.item(model.nextOpen(last, 1))->place, CellPlace({2, u"result"_s}));
    }

    void aQuoteShowsWhereItPartsFromThePage()
    {
        QCOMPARE(quoteDiff(u"It is over the best results"_s, u"it is, on the very best results."_s),
                 QVector<DiffRun>({{DiffRun::Same, u"it is,"_s},
                                   {DiffRun::OnlyQuote, u"over"_s},
                                   {DiffRun::OnlyPage, u"on"_s},
                                   {DiffRun::Same, u"the"_s},
                                   {DiffRun::OnlyPage, u"very"_s},
                                   {DiffRun::Same, u"best results."_s}}));
        QVERIFY(quotePlace(quoted(u"a b"_s, QuoteState::Proven)).contains(u"word for word"_s));
        QVERIFY(quotePlace(quoted(u"a b"_s, QuoteState::Near, u"a c"_s)).contains(u"not on the page"_s));
        QVERIFY(quotePlace(quoted(u"a b"_s, QuoteState::NotFound)).contains(u"not in the paper"_s));
    }

    void aTypedValueIsOneOfTheColumnsType()
    {
        Column column = sample;
        column.type = ColumnType::Number;
        QCOMPARE(valueFromWords(u" 12.5 "_s, column), QJsonValue(12.5));
        QVERIFY(!valueFromWords(u"a dozen"_s, column));
        QCOMPARE(valueFromWords(u""_s, column), QJsonValue(QJsonValue::Null));
        column.type = ColumnType::YesNo;
        QCOMPARE(valueFromWords(valueWords(false), column), QJsonValue(false));
        QVERIFY(!valueFromWords(u"perhaps"_s, column));
        column.type = ColumnType::SeveralOf;
        column.choices = {u"A"_s, u"B"_s};
        QCOMPARE(valueFromWords(u"A\nB"_s, column), QJsonValue(QJsonArray{u"A"_s, u"B"_s}));
        QVERIFY(!valueFromWords(u"A\nC"_s, column));
    }

    void anEditedCellKeepsTheQuotesThatStayed()
    {
        ReviewCard card;
        Cell cell{.column = u"result"_s, .value = u"old"_s};
        cell.quotes = {quoted(u"first words"_s, QuoteState::Proven), quoted(u"other words"_s, QuoteState::NotFound)};
        card.setAnswer(result, cell, {});
        card.edit();
        const auto fields = card.findChildren<QPlainTextEdit*>();
        QCOMPARE(fields.size(), 2);
        fields.at(0)->setPlainText(u"new"_s);
        fields.at(1)->setPlainText(u"first words\n\nmine"_s);
        const std::optional<Cell> edited = card.edited();
        QVERIFY(edited);
        QCOMPARE(edited->value, QJsonValue(u"new"_s));
        QCOMPARE(edited->decision, Decision::Edited);
        QVERIFY(!edited->correctsProven);
        QCOMPARE(edited->quotes.at(0), cell.quotes.at(0));
        QCOMPARE(edited->quotes.at(1), Quote{.text = u"mine"_s});
        card.quote(u"selected  in the text"_s);
        QCOMPARE(card.edited()->quotes.size(), 1);
        card.cancelEdit();
        QVERIFY(!card.edited());
    }

    void aReviewIsDoneWithTheKeyboardAlone()
    {
        Reviewing shown;
        QVERIFY(QTest::qWaitForWindowActive(&shown.window));
        QCOMPARE(shown.window.modes().mode(), Modes::Review);
        QVERIFY(shown.settles());
        QCOMPARE(shown.view->values()->count(), 3);
        QCOMPARE(shown.view->current(), CellPlace({1, u"summary"_s}));
        QTest::keyClick(shown.view->tree(), Qt::Key_J);
        QCOMPARE(shown.view->current()->column, u"key_findings"_s);
        QTest::keyClick(shown.view->tree(), Qt::Key_K);
        QCOMPARE(shown.view->current()->column, u"summary"_s);
        QTest::keyClick(shown.view->tree(), Qt::Key_J);
        QVERIFY(QTest::qWaitFor([&] { return shown.view->answer()->cell() != nullptr; }, windowPatience));
        QSignalSpy decided(shown.view, &ReviewView::decided);
        QTest::keyClick(shown.view->tree(), Qt::Key_R);
        QCOMPARE(decided.size(), 1);
        QCOMPARE(decided.first().at(1).value<Cell>().decision, Decision::Rejected);
        QVERIFY(shown.view->current()->column != u"key_findings"_s); // on to the next
        QTest::keyClick(shown.view->tree(), Qt::Key_Z);
        QCOMPARE(shown.view->current()->column, u"key_findings"_s);
        QCOMPARE(shown.view->values()->group(shown.view->tree()->currentIndex().parent()).open(), 1);
        QTest::keyClick(shown.view->tree(), Qt::Key_Escape);
        QCOMPARE(shown.window.modes().mode(), Modes::Papers);
    }

    void aValueUnderReviewCanBeReadAgain()
    {
        Reviewing shown;
        QVERIFY(QTest::qWaitForWindowActive(&shown.window));
        QVERIFY(shown.window.actions().readAgain->isEnabled());
        shown.window.actions().readAgain->trigger();
        auto* dialog = shown.window.findChild<ReadAgainDialog*>();
        QVERIFY(dialog && dialog->isVisible());
        QCOMPARE(dialog->ticked(), QStringList({u"summary"_s}));
        auto* columns = dialog->findChild<QListWidget*>();
        columns->item(1)->setCheckState(Qt::Checked);
        QCOMPARE(dialog->ticked(), QStringList({u"summary"_s, u"key_findings"_s}));
        dialog->reject();
    }

    void lettersAreTypedWhileAnAnswerIsEdited()
    {
        Reviewing shown;
        QVERIFY(QTest::qWaitForWindowActive(&shown.window));
        QTest::keyClick(shown.view->tree(), Qt::Key_J);
        QVERIFY(QTest::qWaitFor([&] { return shown.view->answer()->cell() != nullptr; }, windowPatience));
        QTest::keyClick(shown.view->tree(), Qt::Key_E);
        QVERIFY(shown.view->answer()->isEditing());
        auto* value = shown.view->answer()->findChild<QPlainTextEdit*>();
        QTest::keyClicks(value, u"are"_s);
        QCOMPARE(value->toPlainText(), u"are"_s);
        QSignalSpy decided(shown.view, &ReviewView::decided);
        QTest::keyClick(value, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(decided.size(), 1);
        QCOMPARE(decided.first().at(1).value<Cell>().value, QJsonValue(QJsonArray{u"are"_s})); // the column is a list
        QVERIFY(!shown.view->answer()->isEditing());
    }
};

QTEST_MAIN(UiReview)
#include "review.moc"
