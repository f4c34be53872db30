// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/costs/ledger_model.h"
#include "ui/costs/price_card.h"
#include "ui/paper/pdf_view.h"
#include "ui/paper/reader_badge.h"
#include "ui/papers/facets.h"
#include "ui/papers/paper_model.h"
#include "ui/papers/row_words.h"
#include "ui/review/error_gauge.h"
#include "ui/review/review_answer.h"
#include "ui/review/review_card.h"
#include "ui/review/review_list.h"
#include "ui/review/review_model.h"
#include "ui/review/review_tree.h"
#include "ui/review/review_view.h"
#include "ui/sample_run.h"
#include "ui/shown_window.h"

#include <QAction>
#include <QLabel>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTabBar>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sheaf;
using namespace sheaf::testing;

/** What the window shows of a second reader. */
class UiSecondReader : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void whatReadersDifferInComesFirstAndIsNoPartOfTheSample();
    void agreementIsTold();
    void oneOfTwoAnswersIsChosenByItsNumber();
    void thePageSaysWhoseWordsAreWhose();
    void freeTextIsNotCounted();
    void bothMayBeWrong();
    void aPaperWithOneAnswerHasOneCard();
    void tableAndFacetsShowWhereReadersDiffer();
    void aMissingSecondReadingIsToldAndCanBeRetried();
    void theLedgerTellsTheReadersApart();
    void theEstimateIsOfBoth();
};

namespace {

const Column result{.id = u"result"_s, .name = u"Main result"_s, .question = u"What?"_s};
const Column design{
    .id = u"design"_s, .name = u"Design"_s, .question = {}, .type = ColumnType::OneOf, .choices = {u"A"_s, u"B"_s}};

PaperRow row(PaperId id, CellState state, const std::optional<SecondAnswer>& second = {})
{
    PaperRow made = sampleRow(id, u"Paper %1"_s.arg(id), State::Done);
    made.cellStates = {{u"result"_s, state}};
    made.values = {{u"result"_s, second ? second->first : u"it works"_s}};
    if (second)
        made.second = {{u"result"_s, *second}};
    return made;
}

SecondAnswer answers(const QString& first, const QString& second)
{
    return {first, second, CellState::Proven, first == second};
}

/** A window with one value in which the readers differ, in review. */
struct Reviewing : Shown
{
    ReviewView* view;

    Reviewing() : view(window.modes().reviewView())
    {
        auto changed = std::make_shared<Snapshot>(*sampleSnapshot(u"/papers/classics.sheaf"_s));
        for (PaperRow& each : changed->rows)
            each.cellStates.clear();
        PaperRow& first = changed->rows[0];
        first.cellStates = {{u"summary"_s, CellState::Near}, {u"limitations"_s, CellState::Proven}};
        first.second = {{u"limitations"_s, answers(u"one"_s, u"two"_s)}};
        Q_EMIT window.session().engine().snapshot(changed);
        window.actions().review->trigger();
    }

    bool showsBoth()
    {
        view->choose({1, u"limitations"_s});
        return QTest::qWaitFor([this] { return view->answer()->hasTwo(); }, windowPatience);
    }
};

} // namespace

void UiSecondReader::whatReadersDifferInComesFirstAndIsNoPartOfTheSample()
{
    const QVector<PaperRow> rows{row(1, CellState::Near), row(2, CellState::Proven, answers(u"28"_s, u"41"_s)),
                                 row(3, CellState::NotFound), row(4, CellState::Proven, answers(u"7"_s, u"7"_s)),
                                 row(5, CellState::Empty, answers(u""_s, u"12"_s))};
    const ReviewList list(rows, {result}, {});
    QCOMPARE(list.counts().open, 4);
    QCOMPARE(list.counts().openByKind.value(ReviewKind::Differ), 2);
    const auto groups = list.groups(ReviewOrder::ByColumn, std::nullopt);
    QVector<PaperId> papers;
    for (const ReviewItem& item : groups.first().items)
        papers.append(item.place.paper);
    QCOMPARE(papers, (QVector<PaperId>{2, 5, 3, 1}));
    QCOMPARE(reviewWord(groups.first().items.at(0)), differWord());
    QCOMPARE(reviewLine(groups.first().items.at(0)), u"1: 28 · 2: 41"_s);
    QCOMPARE(reviewLine(groups.first().items.at(1)), u"1: – · 2: 12"_s);
    QCOMPARE(list.groups(ReviewOrder::ByPaper, ReviewKind::Differ).size(), 2);
    QCOMPARE(groups.last().id, u"sample"_s);
    QCOMPARE(groups.last().items.size(), 1); // paper 4: proven, and both say the same
    QCOMPARE(list.proven(u"result"_s).values, 1);

    QVector<PaperRow> decided = rows;
    decided[1].decisions.insert(u"result"_s, {Decision::Accepted, true, ReaderRole::Second});
    const ReviewList after(decided, {result}, {});
    QCOMPARE(after.counts().openByKind.value(ReviewKind::Differ), 1);
    QCOMPARE(after.proven(u"result"_s).values, 1); // looked at for another reason: it says nothing about the sample
}

void UiSecondReader::agreementIsTold()
{
    QVector<PaperRow> rows;
    const auto add = [&](int times, const QString& first, const QString& second) {
        for (int i = 0; i < times; ++i) {
            rows.append(row(rows.size() + 1, CellState::Proven));
            rows.last().second = {{u"design"_s, answers(first, second)}};
        }
    };
    add(20, u"A"_s, u"A"_s);
    add(5, u"A"_s, u"B"_s);
    add(10, u"B"_s, u"A"_s);
    add(15, u"B"_s, u"B"_s);
    const AgreementTally tally = ReviewList(rows, {design}, {}).agreement(u"design"_s);
    QCOMPARE(tally.agreed(), 35);
    const QString told = agreementWords(design, tally);
    QVERIFY(told.contains(u"70"_s) && told.contains(u"50"_s));
    QVERIFY(told.contains(u"κ "_s + QLocale().toString(0.4, 'f', 2)));
    QVERIFY(!agreementWords(result, tally).contains(u'κ')); // texts fall into no categories
    QVERIFY(agreementWords(design, {}).isEmpty());
}

void UiSecondReader::oneOfTwoAnswersIsChosenByItsNumber()
{
    Reviewing shown;
    QVERIFY(QTest::qWaitForWindowActive(&shown.window));
    QVERIFY(shown.showsBoth());
    const ReviewAnswer* answer = shown.view->answer();
    QTest::keyClick(shown.view->tree(), Qt::Key_2);
    QCOMPARE(answer->chosen(), ReaderRole::Second);
    QVERIFY(answer->card()->accessibleName().contains(u"Only two language pairs"_s));
    QTest::keyClick(shown.view->tree(), Qt::Key_1);
    QCOMPARE(answer->chosen(), ReaderRole::First);
    QTest::keyClick(shown.view->tree(), Qt::Key_2);
    QSignalSpy decided(shown.view, &ReviewView::decided);
    QTest::keyClick(shown.view->tree(), Qt::Key_A);
    QCOMPARE(decided.size(), 1);
    const Cell chosen = decided.first().at(1).value<Cell>();
    QCOMPARE(chosen.reader, ReaderRole::Second);
    QCOMPARE(chosen.decision, Decision::Accepted);
    QCOMPARE(chosen.value, QJsonValue(u"Only two language pairs were tried."_s));
}

void UiSecondReader::thePageSaysWhoseWordsAreWhose()
{
    Reviewing shown;
    QVERIFY(QTest::qWaitForWindowActive(&shown.window));
    const auto badges = [&shown] {
        const auto all = shown.view->findChild<PdfView*>()->findChildren<ReaderBadge*>();
        return std::ranges::count_if(all, [](ReaderBadge* badge) { return !badge->parentWidget()->isHidden(); });
    };
    QVERIFY(shown.showsBoth());
    QCOMPARE(badges(), 2);
    shown.view->choose({1, u"summary"_s});
    QVERIFY(QTest::qWaitFor([&] { return !shown.view->answer()->hasTwo() && badges() == 0; }, windowPatience));
}

/** What neither rule nor word can compare is neither counted nor shown as differing. */
void UiSecondReader::freeTextIsNotCounted()
{
    SecondAnswer prose = answers(u"one summary"_s, u"another"_s);
    prose.agree = true;
    prose.compared = false;
    const QVector<PaperRow> rows{row(1, CellState::Proven, prose),
                                 row(2, CellState::Proven, answers(u"28"_s, u"41"_s))};
    const AgreementTally tally = ReviewList(rows, {result}, {}).agreement(u"result"_s);
    QCOMPARE(tally.compared(), 1);
    QCOMPARE(tally.uncompared(), 1);
    QVERIFY(agreementWords(result, tally).contains(u"not compared"_s));
    AgreementTally proseAlone;
    proseAlone.addUncompared();
    QVERIFY(!agreementWords(result, proseAlone).contains(u'%'));
    QVERIFY(!rows.first().differs(u"result"_s));
}

void UiSecondReader::bothMayBeWrong()
{
    Reviewing shown;
    QVERIFY(QTest::qWaitForWindowActive(&shown.window));
    QVERIFY(shown.showsBoth());
    QSignalSpy decided(shown.view, &ReviewView::decided);
    QTest::keyClick(shown.view->tree(), Qt::Key_R);
    QCOMPARE(decided.first().at(1).value<Cell>().decision, Decision::Rejected);
    QTest::keyClick(shown.view->tree(), Qt::Key_Z);
    QCOMPARE(shown.view->current()->column, u"limitations"_s);
}

void UiSecondReader::aPaperWithOneAnswerHasOneCard()
{
    Reviewing shown;
    QVERIFY(QTest::qWaitForWindowActive(&shown.window));
    shown.view->choose({1, u"summary"_s});
    QVERIFY(QTest::qWaitFor([&] { return shown.view->answer()->cell() != nullptr; }, windowPatience));
    QVERIFY(!shown.view->answer()->hasTwo());
    QTest::keyClick(shown.view->tree(), Qt::Key_2);
    QCOMPARE(shown.view->answer()->chosen(), ReaderRole::First);
    int cards = 0;
    for (const auto* card : shown.view->answer()->findChildren<ReviewCard*>())
        cards += card->isVisible();
    QCOMPARE(cards, 1);
}

void UiSecondReader::tableAndFacetsShowWhereReadersDiffer()
{
    PaperRow differing = row(1, CellState::Proven, answers(u"28"_s, u"41"_s));
    const PaperRow same = row(2, CellState::Proven, answers(u"7"_s, u"7"_s));
    PaperModel model;
    model.setColumns({result});
    model.apply({.reset = true, .rows = {differing, same}});
    const auto spoken = [&](int at) {
        return model.index(at, PaperModel::FirstValueColumn).data(Qt::AccessibleTextRole).toString();
    };
    QVERIFY(spoken(0).contains(u"41"_s));
    QVERIFY(!spoken(1).contains(u"differ"_s));
    const Facet facet{Facet::Differ, {}, {}};
    QVERIFY(facet.matches(differing) && !facet.matches(same));
    Facets facets;
    facets.recount({differing, same});
    QCOMPARE(facets.count(Facet::Differ), 1);
    const PaperRow before = differing;
    differing.decisions.insert(u"result"_s, {Decision::Accepted, true, ReaderRole::First});
    facets.replace(&before, &differing);
    QCOMPARE(facets.count(Facet::Differ), 0);
    QVERIFY(!facet.matches(differing));
}

void UiSecondReader::aMissingSecondReadingIsToldAndCanBeRetried()
{
    PaperRow missing = row(1, CellState::Proven);
    missing.secondStep = SecondStep::Missing;
    missing.secondFailure = Failure{Stage::Read, u"read.refused"_s, u"The second one refused."_s, {}, false};
    QCOMPARE(stateWord(missing), u"Second reading missing"_s);
    QVERIFY(stateSentence(missing).contains(u"The second one refused."_s));
    QVERIFY((Facet{Facet::SecondMissing, {}, {}}).matches(missing));
    QVERIFY((Facet{Facet::Done, {}, {}}).matches(missing)); // it is done all the same
    QVERIFY(!needsUser(missing));

    Shown shown;
    auto changed = std::make_shared<Snapshot>(*sampleSnapshot(u"/papers/classics.sheaf"_s));
    changed->strip.failed = changed->strip.needsAttention = 0;
    Q_EMIT shown.window.session().engine().snapshot(changed);
    QVERIFY(!shown.window.actions().retryAll->isEnabled());
    auto without = std::make_shared<Snapshot>(*changed);
    without->strip.secondReader = true;
    without->strip.secondMissing = 1;
    Q_EMIT shown.window.session().engine().snapshot(without);
    QVERIFY(shown.window.actions().retryAll->isEnabled());
}

void UiSecondReader::theLedgerTellsTheReadersApart()
{
    CallRecord first;
    first.model = u"one"_s;
    first.openedAt = QDateTime(QDate(2026, 11, 14), QTime(9, 0), Qt::UTC);
    first.closedAt = first.openedAt;
    first.costUsd = 0.5;
    CallRecord second = first;
    second.model = u"two"_s;
    second.role = ReaderRole::Second;
    second.openedAt = first.openedAt.addSecs(1);
    second.costUsd = 0.25;
    LedgerModel ledger;
    ledger.set({first, second});
    QCOMPARE(ledger.index(0, LedgerModel::Reader).data().toString(), u"two · second reader"_s);
    QCOMPARE(ledger.index(1, LedgerModel::Reader).data().toString(), u"one"_s);
    QVERIFY(ledger.sums().contains(u"0.75"_s) && ledger.sums().contains(u"0.25"_s));
}

void UiSecondReader::theEstimateIsOfBoth()
{
    RunEstimate first{.papers = 10};
    first.free = false;
    first.usdLow = 1;
    first.usdHigh = 2;
    RunEstimate second = first;
    second.usdLow = 0.5;
    second.usdHigh = 0.75;
    const RunEstimate both = withSecondReading(first, second);
    QCOMPARE(both.usdLow, 1.5);
    QCOMPARE(both.usdHigh, 2.75);
    QCOMPARE(withSecondReading(first, {}).usdHigh, 2.0);
    first.free = true;
    QVERIFY(!withSecondReading(first, second).free); // one of them is to be paid
    second.failure = Failure{Stage::Read, u"read.model"_s, u"Its price is not known."_s, {}, false};
    QVERIFY(withSecondReading(first, second).failure);
    PriceCard card;
    card.setEstimate(first, second, {});
    QVERIFY(card.accessibleName().contains(u"Its price is not known."_s));
}

QTEST_MAIN(UiSecondReader)
#include "second_reader.moc"
