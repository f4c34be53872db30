// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/columns/column_model.h"
#include "ui/columns/column_sets.h"
#include "ui/columns/column_table.h"
#include "ui/columns/columns_view.h"
#include "ui/columns/pilot_card.h"
#include "ui/columns/pilot_papers_dialog.h"
#include "ui/columns/proposal_list.h"
#include "ui/columns/type_advice_box.h"
#include "ui/costs/price_card.h"
#include "ui/look/theme.h"
#include "ui/sample_run.h"
#include "ui/shown_window.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sheaf;
using namespace sheaf::testing;

namespace {

const Column one{.id = u"one"_s, .name = u"One"_s, .question = u"First?"_s};
const Column two{.id = u"two"_s, .name = u"Two"_s, .question = u"Second?"_s};

QString note(const ColumnModel& model, int row)
{
    return model.index(row, ColumnModel::Name).data(ColumnModel::NoteRole).toString();
}

template <typename Widget> Widget* named(QWidget& in, const QString& name)
{
    for (Widget* widget : in.findChildren<Widget*>())
        if (widget->accessibleName() == name)
            return widget;
    return nullptr;
}

QPushButton* button(QWidget& in, const QString& text)
{
    for (auto* each : in.findChildren<QPushButton*>())
        if (each->text().startsWith(text))
            return each;
    return nullptr;
}

} // namespace

class UiColumns : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void everyEditCanBeTakenBack()
    {
        ColumnModel model;
        const QAbstractItemModelTester tester(&model);
        model.setApplied({one, two});
        QVERIFY(!model.isChanged() && !model.canUndo());
        model.setData(model.index(0, ColumnModel::Question), u"  What   first? "_s);
        QCOMPARE(model.columns().at(0).question, u"What first?"_s);
        model.setData(model.index(0, ColumnModel::Quote), Qt::Unchecked, Qt::CheckStateRole);
        model.setData(model.index(1, ColumnModel::Type), int(ColumnType::Date));
        QCOMPARE(model.move(0, 1), 1);
        QCOMPARE(model.duplicate(0), 1);
        model.remove(0);
        QCOMPARE(model.add(), 2);
        QCOMPARE(model.rowCount(), 3);
        for (int i = 0; i < 7; ++i)
            QVERIFY(model.undo());
        QCOMPARE(model.columns(), QVector<Column>({one, two}));
        QVERIFY(!model.undo());
    }

    void eachRowSaysWhetherItIsApplied()
    {
        ColumnModel model;
        model.setApplied({one, two});
        model.add();
        model.setData(model.index(1, ColumnModel::Question), u"Another?"_s);
        QVERIFY(note(model, 0).isEmpty());
        QCOMPARE(note(model, 1), u"changed, not applied"_s);
        QCOMPARE(note(model, 2), u"new, not applied"_s);
        QCOMPARE(model.changes(), 2);
        model.remove(0);
        QCOMPARE(model.changes(), 3);
        QVERIFY(!model.columns().contains(one));
        QVERIFY(model.columns().last().id != one.id); // a removed column's answers are not another's
    }

    void questionsAreReadInASmallWindowToo()
    {
        ColumnModel model;
        model.setApplied({one, two});
        ColumnTable table(&model);
        table.resize(460, 400); // of a window of 900
        table.show();
        const auto share = [&table] {
            return double(table.columnWidth(ColumnModel::Question)) / table.viewport()->width();
        };
        QVERIFY2(share() > 0.4, qPrintable(QString::number(share())));
        table.resize(900, 400);
        QVERIFY(share() > 0.5);
        QCOMPARE(table.columnWidth(ColumnModel::Name), theme().px(180));
    }

    void takingBackLeavesTheChosenColumn()
    {
        ColumnsView view;
        const Column three{.id = u"three"_s, .name = u"Three"_s, .question = u"Third?"_s};
        view.columns()->setApplied({one, two, three});
        view.columns()->setData(view.columns()->index(2, ColumnModel::Question), u"Fourth?"_s);
        view.table()->setCurrentIndex(view.columns()->index(2, ColumnModel::Question));
        view.columns()->undo();
        QCOMPARE(view.table()->currentIndex(), view.columns()->index(2, ColumnModel::Question));
        view.table()->select(view.columns()->move(2, -2)); // it goes where the column goes
        view.columns()->undo();
        QCOMPARE(view.table()->currentIndex().row(), 2);
        view.table()->select(view.columns()->add());
        view.columns()->undo(); // which takes the chosen one away
        QCOMPARE(view.table()->currentIndex().row(), 2);
        QVERIFY(view.table()->selectionModel()->isRowSelected(2));
    }

    void aLineShowsWhereADraggedRowWouldLand()
    {
        ColumnsView view;
        const Column three{.id = u"three"_s, .name = u"Three"_s, .question = u"Third?"_s};
        view.columns()->setApplied({one, two, three});
        view.resize(1200, 700);
        view.show();
        const QHeaderView* handles = view.table()->verticalHeader();
        const int row = handles->sectionSize(0);
        const auto at = [&](int y) { return QPoint(handles->width() / 2, y); };
        QTest::mousePress(handles->viewport(), Qt::LeftButton, {}, at(row / 2));
        QVERIFY(!view.table()->landing());
        QTest::mouseMove(handles->viewport(), at(row + row / 4)); // not past its neighbour's middle
        QVERIFY(!view.table()->landing());
        QTest::mouseMove(handles->viewport(), at(2 * row - row / 4));
        QCOMPARE(view.table()->landing(), std::optional(2 * row));
        const QImage seen = view.table()->viewport()->grab().toImage();
        QCOMPARE(seen.pixelColor(seen.width() / 2, int(2 * row * seen.devicePixelRatio())), theme().accent);
        QTest::mouseMove(handles->viewport(), at(3 * row - row / 4));
        QCOMPARE(view.table()->landing(), std::optional(3 * row));
        QTest::mouseRelease(handles->viewport(), Qt::LeftButton, {}, at(3 * row - row / 4));
        QVERIFY(!view.table()->landing());
        QCOMPARE(view.columns()->columns(), QVector<Column>({two, three, one}));
        QTest::mousePress(handles->viewport(), Qt::LeftButton, {}, at(2 * row + row / 2));
        QTest::mouseMove(handles->viewport(), at(row + row / 2));
        QTest::mouseMove(handles->viewport(), at(row / 4));
        QCOMPARE(view.table()->landing(), std::optional(0));
        QTest::mouseRelease(handles->viewport(), Qt::LeftButton, {}, at(row / 4));
        QCOMPARE(view.columns()->columns(), QVector<Column>({one, two, three}));
    }

    void aRowIsDraggedByItsHandle()
    {
        ColumnsView view;
        const Column three{.id = u"three"_s, .name = u"Three"_s, .question = u"Third?"_s};
        view.columns()->setApplied({one, two, three});
        view.resize(1200, 700);
        view.show();
        const auto drag = [&view](int from, int to) {
            const QHeaderView* handles = view.table()->verticalHeader();
            const auto middle = [&](int row) {
                return QPoint(handles->width() / 2,
                              handles->sectionViewportPosition(row) + handles->sectionSize(row) / 2);
            };
            const QPoint past(0, to > from ? 4 : -4); // a row gives way once its middle is passed
            QTest::mousePress(handles->viewport(), Qt::LeftButton, {}, middle(from));
            QTest::mouseMove(handles->viewport(), (middle(from) + middle(to)) / 2);
            QTest::mouseMove(handles->viewport(), middle(to) + past);
            QTest::mouseRelease(handles->viewport(), Qt::LeftButton, {}, middle(to) + past);
            for (int row = 0; row < handles->count(); ++row)
                QCOMPARE(handles->visualIndex(row), row); // what is seen is the model's order
        };
        drag(0, 2);
        QCOMPARE(view.columns()->columns(), QVector<Column>({two, three, one}));
        QCOMPARE(view.table()->currentIndex().row(), 2);
        QVERIFY(note(*view.columns(), 2).isEmpty()); // nothing of it is read again
        QVERIFY(view.columns()->headerData(2, Qt::Vertical, Qt::AccessibleTextRole).toString().contains(one.name));
        QCOMPARE(view.columns()->changes(), 1);
        drag(1, 0);
        QCOMPARE(view.columns()->columns(), QVector<Column>({three, two, one}));
        QTest::keyClick(view.table(), Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(view.columns()->columns(), QVector<Column>({two, three, one}));
        for (int i = 0; i < 3; ++i)
            QVERIFY(view.columns()->undo());
        QCOMPARE(view.columns()->columns(), QVector<Column>({one, two, three}));
        QVERIFY(!view.columns()->isChanged());
    }

    void whatCannotBeAskedIsNotApplied()
    {
        ColumnsView view;
        view.columns()->setApplied({one});
        QSignalSpy prices(&view, &ColumnsView::priceWanted);
        view.columns()->setData(view.columns()->index(0, ColumnModel::Type), int(ColumnType::OneOf));
        QVERIFY(view.columns()->problem().contains(u"choices"_s));
        QVERIFY(prices.isEmpty());
        view.table()->select(0);
        auto* choices = named<QPlainTextEdit>(view, u"Choices, one a line"_s);
        QVERIFY(choices && choices->isVisibleTo(&view));
        choices->setPlainText(u"Yes\n\nNo\nYes"_s);
        QCOMPARE(view.columns()->columns().at(0).choices, QStringList({u"Yes"_s, u"No"_s}));
        QVERIFY(view.columns()->problem().isEmpty());
        QVERIFY(!prices.isEmpty());
    }

    void thePriceIsSaidBeforeItIsPaid()
    {
        PriceAnswer answer{.papers = 241, .counted = 241, .toCome = 259, .columns = {u"two"_s}, .free = false};
        answer.usdLow = 0.4;
        answer.usdHigh = 0.9;
        QCOMPARE(priceWords(answer), u"$0.40–$0.90"_s);
        QVERIFY(priceSentence(answer).contains(u"241 papers again"_s));
        QVERIFY(priceSentence(answer).contains(u"259 papers to come"_s));
        StripState strip;
        strip.capUsd = 3;
        QVERIFY(!isOverCap(answer, strip));
        strip.spentUsd = 2.5;
        strip.committedUsd = 0.2;
        QVERIFY(isOverCap(answer, strip));
        answer.counted = 9;
        QCOMPARE(priceWords(answer), u"counting, 9 of 241"_s);
        answer.free = true;
        QCOMPARE(priceWords(answer), u"no cost"_s);
        answer.failure = Failure{Stage::Read, u"read.key"_s, u"There is no key."_s, {}, false};
        QCOMPARE(priceSentence(answer), u"There is no key."_s);
    }

    void theLegendSaysWhatEachPartOfTheBarIs()
    {
        PriceCard card;
        PriceAnswer answer{.papers = 241, .counted = 241, .free = false};
        answer.usdLow = answer.usdHigh = 0.31;
        StripState strip;
        strip.spentUsd = 0.62;
        strip.committedUsd = 0.12;
        strip.capUsd = 3;
        card.set(answer, strip);
        QVERIFY(card.accessibleName().contains(u"spent $0.62, in calls $0.12, this change $0.31, left of $3.00 $1.95"));
        QVERIFY(!card.accessibleName().contains(u"limit"_s)); // it fits: nothing to warn of
        strip.readers = {{.kind = WorkerLamp::Batch, .paper = 0, .text = {}}};
        answer.usdHigh = 0.5;
        card.set(answer, strip);
        QVERIFY(card.accessibleName().contains(u"in batches $0.12, this change $0.31–$0.50, left of $3.00 $1.76"));
        answer.usdLow = answer.usdHigh = 4;
        card.set(answer, strip);
        QVERIFY(card.accessibleName().contains(u"left of $3.00 $0.00, Needs $1.74 more than the limit leaves."));
        answer.free = true;
        card.set(answer, strip);
        QVERIFY(!card.accessibleName().contains(u"spent"_s));
        card.setEstimate({.papers = 12, .usdLow = 1.2, .usdHigh = 1.6, .free = false}, {}, strip);
        QVERIFY(card.accessibleName().contains(u"this run $1.20–$1.60"));
    }

    void whatDoesNotFitUnderTheCapIsNotApplied()
    {
        ColumnsView view;
        view.columns()->setApplied({one});
        view.columns()->add();
        view.columns()->setData(view.columns()->index(1, ColumnModel::Question), u"Second?"_s);
        PriceAnswer answer{.papers = 10, .counted = 10, .free = false};
        answer.usdLow = answer.usdHigh = 2;
        StripState strip;
        strip.capUsd = 1;
        view.setPrice(answer, strip);
        QVERIFY(!button(view, u"Apply"_s)->isEnabled());
        QVERIFY(button(view, u"Change the cap"_s)->isVisibleTo(&view));
        QSignalSpy asked(&view, &ColumnsView::capRequested);
        button(view, u"Change the cap"_s)->click();
        QCOMPARE(asked.size(), 1);
        strip.capUsd = 3;
        view.setPrice(answer, strip);
        QVERIFY(button(view, u"Apply"_s)->isEnabled());
        QVERIFY(!button(view, u"Change the cap"_s)->isVisibleTo(&view));
    }

    void thePilotShowsWhatItsPapersAnswerToTheChosenQuestion()
    {
        ColumnsView view;
        view.columns()->setApplied({one, two});
        const auto words = [&view] {
            QStringList all;
            for (auto* label : view.findChild<PilotCard*>()->findChildren<QLabel*>())
                all.append(label->text());
            return all;
        };
        QVERIFY(!button(view, u"Run pilot"_s)->isEnabled()); // there are no papers
        view.setPilot({.price = u"$0.01"_s, .canBegin = true});
        QSignalSpy run(&view, &ColumnsView::pilotRequested), rest(&view, &ColumnsView::restRequested);
        button(view, u"Run pilot, $0.01"_s)->click();
        QCOMPARE(run.size(), 1);

        PaperRow read{.id = 1}, silent{.id = 2}, waiting{.id = 3};
        read.title = u"Attention"_s;
        read.values.insert(u"two"_s, u"8 GPUs"_s);
        read.cellStates.insert(u"two"_s, CellState::Proven);
        silent.cellStates.insert(u"two"_s, CellState::Empty);
        view.setPilot({.wanted = 3, .rows = {read, silent, waiting}, .over = true});
        view.table()->select(1);
        QVERIFY(words().contains(u"Attention"_s) && words().contains(u"8 GPUs"_s));
        QVERIFY(words().contains(u"✓ proven"_s));
        QVERIFY(words().contains(u"Not stated"_s) && words().contains(u"not read yet"_s));
        view.table()->select(0);
        QVERIFY(!words().contains(u"8 GPUs"_s));
        QVERIFY(!button(view, u"Run pilot"_s)->isVisibleTo(&view));
        button(view, u"Read the rest"_s)->click();
        QCOMPARE(rest.size(), 1);
    }

    void otherPapersAreChosenForThePilot()
    {
        Shown shown;
        auto snapshot = std::make_shared<Snapshot>(*sampleSnapshot(u"/papers/classics.sheaf"_s));
        for (PaperRow& row : snapshot->rows)
            row.state = State::QueuedForReading;
        snapshot->rows.last().state = State::Waiting; // its text is not at hand
        const QString text = u"quoted"_s;
        snapshot->rows[0].values.insert(u"summary"_s, text);
        snapshot->rows[0].cellStates = {{u"summary"_s, CellState::Proven}};
        snapshot->rows[1].cellStates = {{u"summary"_s, CellState::NotFound}};
        snapshot->rows[2].cellStates = {{u"summary"_s, CellState::NoQuote}};
        const PaperId a = snapshot->rows.at(0).id, b = snapshot->rows.at(1).id, c = snapshot->rows.at(2).id;
        const PaperId other = snapshot->rows.at(4).id;
        snapshot->pilot = {a, b, c};
        Session& session = shown.window.session();
        Settings settings = session.settings();
        QVERIFY(settings.set(u"read.pilot"_s, u"3"_s));
        session.applySettings(settings);
        Q_EMIT session.engine().snapshot(snapshot);
        shown.window.actions().columns->trigger();
        ColumnsView* view = shown.window.modes().columnsView();
        view->table()->select(0);
        QStringList words;
        for (auto* label : view->findChildren<QLabel*>())
            words.append(label->text());
        QVERIFY(words.contains(u"1 of 2 quotes proven"_s));

        QVERIFY(button(*view, u"Other papers"_s)->isVisibleTo(view));
        button(*view, u"Other papers"_s)->click();
        auto* dialog = shown.window.findChild<PilotPapersDialog*>();
        auto* list = dialog->findChild<QListWidget*>();
        QCOMPARE(list->count(), int(snapshot->rows.size()) - 1);
        QPushButton* read = button(*dialog, u"Read these"_s);
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(list->item(i)->checkState(), Qt::Checked);
            list->setCurrentRow(i);
            QTest::keyClick(list, Qt::Key_Space);
        }
        QVERIFY(!read->isEnabled());
        for (int i = 0; i < list->count(); ++i)
            if (list->item(i)->data(Qt::UserRole).toLongLong() == other || i == 0)
                list->item(i)->setCheckState(Qt::Checked);
        const auto price = [dialog] {
            const auto labels = dialog->findChildren<QLabel*>();
            const auto found = std::ranges::find(labels, u"Price of reading them"_s, &QLabel::accessibleName);
            return found == labels.cend() ? QString(u"none"_s) : (*found)->text();
        };
        QSignalSpy asked(dialog, &PilotPapersDialog::priceWanted);
        Q_EMIT session.engine().priced(
            {.id = PriceAsker::Pilot, .papers = 3, .counted = 3, .free = false, .usdLow = 1, .usdHigh = 2});
        QVERIFY(price().isEmpty()); // that was of the three
        QTRY_COMPARE(asked.size(), 1);
        QCOMPARE(asked.first().first().value<QVector<PaperId>>(), QVector<PaperId>({a, other}));
        Q_EMIT session.engine().priced(
            {.id = PriceAsker::Again, .papers = 3, .counted = 3, .free = false, .usdLow = 5, .usdHigh = 6});
        Q_EMIT session.engine().priced(
            {.id = PriceAsker::Pilot, .papers = 2, .counted = 2, .free = false, .usdLow = 0.02, .usdHigh = 0.04});
        QCOMPARE(price(), u"$0.02–$0.04"_s);
        Q_EMIT session.engine().priced(
            {.id = PriceAsker::Pilot, .papers = 2, .counted = 2, .free = false, .usdLow = 900, .usdHigh = 900});
        QVERIFY2(price().contains(u"cap"_s), qPrintable(price()));
        QPushButton* cancel = button(*dialog, u"Cancel"_s);
        QSignalSpy refused(dialog, &QDialog::rejected);
        QTest::keyClick(cancel, Qt::Key_Return); // the button that has the focus, never the default
        QCOMPARE(refused.size(), 1);
        QCOMPARE(session.settings().integer(u"read.pilot"_s), 3);
        read->click();
        QCOMPARE(session.settings().integer(u"read.pilot"_s), 2);
        QCOMPARE(session.settings().text(u"read.pilot.papers"_s), u"%1 %2"_s.arg(a).arg(other));

        auto next = std::make_shared<Snapshot>(); // only the other paper's place in the pilot is new
        next->file = snapshot->file;
        next->totals = snapshot->totals;
        next->pilot = {a, other};
        Q_EMIT session.engine().snapshot(next);
        words.clear();
        for (auto* label : view->findChild<PilotCard*>()->findChildren<QLabel*>())
            words.append(label->text());
        QVERIFY(words.contains(snapshot->rows.at(4).title));
        QVERIFY(!words.contains(snapshot->rows.at(1).title));
    }

    void aTypeThatServesBetterIsOfferedAndCanBeTakenBack()
    {
        ColumnsView view;
        view.columns()->setApplied({one, two});
        PaperRow first{.id = 1}, second{.id = 2};
        first.values = {{u"one"_s, u"Encoder"_s}, {u"two"_s, u"8 days"_s}};
        second.values = {{u"one"_s, u"Decoder"_s}, {u"two"_s, u"16 days"_s}};
        QSignalSpy applied(&view, &ColumnsView::applyRequested);
        view.setPilot({.wanted = 2, .rows = {first, second}});
        view.table()->select(0);
        auto* change = view.findChild<TypeAdviceBox*>()->findChild<QPushButton*>();
        QVERIFY(!change->isVisibleTo(&view)); // these answers begin with no number
        view.table()->select(1);
        QVERIFY(change->isVisibleTo(&view));
        QVERIFY(change->accessibleDescription().contains(u"Both answers begin with a number. As number in days"_s));
        change->click();
        QCOMPARE(view.columns()->columns().at(1).type, ColumnType::Number);
        QCOMPARE(view.columns()->columns().at(1).unit, u"days"_s);
        QVERIFY(!change->isVisibleTo(&view));
        QVERIFY(applied.isEmpty() && view.columns()->isChanged());
        QVERIFY(view.columns()->undo());
        QCOMPARE(view.columns()->columns().at(1), two);
    }

    void whatAPilotPaperAnswersStandsBesideTheQuestions()
    {
        ColumnsView view;
        view.columns()->setApplied({one, two});
        const auto shows = [&view](int row, ColumnModel::Section section) {
            return view.columns()->index(row, section).data().toString();
        };
        QVERIFY(view.table()->isColumnHidden(ColumnModel::Answer));
        PaperRow first{.id = 1, .title = u"Attention"_s, .authors = u"Vaswani et al."_s, .year = 2017};
        first.values.insert(u"two"_s, u"8 GPUs"_s);
        first.cellStates = {{u"one"_s, CellState::Empty}, {u"two"_s, CellState::Proven}};
        const PaperRow second{.id = 2, .title = u"BERT"_s, .authors = u"Devlin et al."_s, .year = 2019};
        view.setPilot({.wanted = 3, .rows = {first, second}});
        QVERIFY(!view.table()->isColumnHidden(ColumnModel::Answer));
        QCOMPARE(shows(0, ColumnModel::Answer), u"Not stated"_s);
        QCOMPARE(shows(1, ColumnModel::Answer), u"8 GPUs"_s);
        QCOMPARE(shows(1, ColumnModel::AnswerState), u"✓ proven"_s);
        const auto head = [&view] {
            return view.columns()->headerData(ColumnModel::Answer, Qt::Horizontal).toString();
        };
        QVERIFY(head().contains(u"Vaswani 2017"_s));
        view.table()->setCurrentIndex(view.columns()->index(1, ColumnModel::Answer));
        QTest::keyClick(view.table(), Qt::Key_Return);
        const auto choices = view.findChild<QMenu*>()->actions();
        QCOMPARE(choices.size(), 2);
        choices.last()->trigger();
        QVERIFY(head().contains(u"Devlin 2019"_s));
        QCOMPARE(shows(1, ColumnModel::Answer), u"not read yet"_s);
        view.setPilot({.wanted = 3, .rows = {first, second}}); // news of the run: the choice stays
        QVERIFY(head().contains(u"Devlin 2019"_s));
        view.setPilot({});
        QVERIFY(view.table()->isColumnHidden(ColumnModel::Answer));
    }

    void aPilotIsOfferedOnlyWhereItHasSomethingToRead()
    {
        Shown shown;
        auto read = std::make_shared<Snapshot>(*sampleSnapshot(u"/papers/classics.sheaf"_s));
        for (PaperRow& row : read->rows)
            row.state = State::Done;
        read->totals.byState = {{State::Done, int(read->rows.size())}};
        shown.window.actions().columns->trigger();
        ColumnsView* view = shown.window.modes().columnsView();
        QPushButton* run = button(*view, u"Run pilot"_s);
        QVERIFY(run->isEnabled()); // most papers wait
        Q_EMIT shown.window.session().engine().snapshot(read);
        QVERIFY(!run->isEnabled());
        QVERIFY(run->toolTip().contains(u"have answered"_s));
        view->columns()->add();
        view->columns()->setData(view->columns()->index(view->columns()->rowCount() - 1, ColumnModel::Question),
                                 u"Who paid for it?"_s);
        Q_EMIT shown.window.session().engine().priced({.papers = 12, .counted = 12});
        QVERIFY(run->isEnabled());
        Q_EMIT shown.window.session().engine().priced({}); // a column was moved or renamed
        QVERIFY(!run->isEnabled());
        QVERIFY(run->toolTip().contains(u"nothing new"_s));
    }

    void onlyTickedProposalsBecomeColumnsAndNoneIsReadBeforeApply()
    {
        ColumnsView view;
        view.columns()->setApplied({one});
        ProposalList* list = view.proposals();
        list->setOffer({}, u"The offline reader proposes nothing."_s);
        QVERIFY(!button(view, u"Propose columns"_s)->isEnabled());
        list->setOffer(u"$0.01"_s, {});
        QSignalSpy asked(list, &ProposalList::proposeRequested);
        button(view, u"Propose columns, $0.01"_s)->click();
        QCOMPARE(asked.size(), 1);
        QVERIFY(!button(view, u"Propose columns"_s)->isEnabled()); // not twice

        list->setAnswer(
            {.proposals = {{two, 3}, {{.id = u"three"_s, .name = u"Three"_s, .question = u"?"_s}, 1}}, .asked = 3});
        auto* lines = list->findChild<QListWidget*>();
        QCOMPARE(lines->count(), 2);
        QVERIFY(lines->item(0)->text().contains(u"answered in 3 of 3"_s));
        QVERIFY(!button(view, u"Accept"_s)->isEnabled());
        lines->item(0)->setCheckState(Qt::Checked);
        button(view, u"Accept"_s)->click();
        QCOMPARE(view.columns()->columns(), QVector<Column>({one, two}));
        QVERIFY(view.columns()->isChanged());
        QCOMPARE(lines->count(), 1);
        list->setAnswer({.failure = Failure{Stage::Read, u"read.cap"_s, u"It would cost too much."_s, {}, true}});
        QVERIFY(button(view, u"Propose columns"_s)->isEnabled());
    }

    void anOwnSetComesBack()
    {
        const ColumnSet set{u"Sleep & memory"_s, u"mine"_s, {one, two}};
        QVERIFY(saveColumnSet(set));
        QVERIFY(ownColumnSets().contains(set));
        QVERIFY(!writeColumnSet(set, u"/no/such/folder/set.json"_s));
    }

    void theEditorIsAModeOfTheWindow()
    {
        Shown shown;
        MainWindow& window = shown.window;
        QVERIFY(QTest::qWaitForWindowActive(&window));
        window.actions().columns->trigger();
        QVERIFY(window.modes().mode() == Modes::Columns);
        ColumnsView* view = window.modes().columnsView();
        QVERIFY(view->isVisible());
        QCOMPARE(view->columns()->columns(), defaultColumns());
        QTest::keyClick(view->table(), Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(view->columns()->columns().at(1), defaultColumns().at(0));
        window.actions().undo->trigger();
        QCOMPARE(view->columns()->columns(), defaultColumns());
        view->columns()->remove(0);
        QTest::keyClick(view->table(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(window.session().columns().size(), defaultColumns().size() - 1);
        QVERIFY(!view->columns()->isChanged());
        window.actions().undo->trigger(); // applying is taken back, too
        QCOMPARE(window.session().columns(), defaultColumns());
        QTest::keyClick(view->table(), Qt::Key_Escape);
        QVERIFY(window.modes().mode() != Modes::Columns);
    }
};

QTEST_MAIN(UiColumns)
#include "columns.moc"
