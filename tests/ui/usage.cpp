// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/combo_box.h"
#include "ui/import/import_view.h"
#include "ui/look/theme.h"
#include "ui/paper/detail_dock.h"
#include "ui/paper/markdown_view.h"
#include "ui/paper/page_cache.h"
#include "ui/paper/page_canvas.h"
#include "ui/paper/pdf_view.h"
#include "ui/papers/paper_filter.h"
#include "ui/papers/paper_model.h"
#include "ui/papers/paper_table.h"
#include "ui/settings/settings_dialog.h"
#include "ui/shown_window.h"
#include "ui/strip/strip_view.h"
#include "ui/window/tool_bar.h"

#include <QAccessible>
#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStyleOptionComboBox>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace sheaf;
using namespace sheaf::testing;

namespace {

/** What a screen reader would say nothing sensible about. */
QStringList unnamed(const QWidget& window)
{
    QStringList found;
    for (QWidget* widget : window.findChildren<QWidget*>()) {
        const bool inner = widget->objectName().startsWith(u"qt_"_s) || widget->inherits("QTableCornerButton") ||
                           widget->inherits("QComboBoxPrivateContainer");
        if (inner || widget->focusPolicy() == Qt::NoFocus || !widget->isVisible())
            continue;
        const QAccessibleInterface* face = QAccessible::queryAccessibleInterface(widget);
        const bool named = face && !face->text(QAccessible::Name).isEmpty();
        // Qt calls a scrolled pane a client area: right for a pane, wrong for anything that does something.
        const bool pane = qobject_cast<QScrollArea*>(widget);
        const bool known = face && face->role() != QAccessible::NoRole && (pane || face->role() != QAccessible::Client);
        if (!named || !known)
            found += QString::fromLatin1(widget->metaObject()->className()) + u" in "_s +
                     QString::fromLatin1(widget->parentWidget()->metaObject()->className());
    }
    return found;
}

QVector<MarkdownBlock> twoBlocks()
{
    MarkdownBlock first, second;
    first.end = 10;
    first.regions = {{1, QRectF(50, 50, 400, 60)}};
    second.begin = 12;
    second.end = 30;
    second.regions = {{2, QRectF(50, 200, 400, 60)}};
    return {first, second};
}

} // namespace

/** The window as a person uses it: by keyboard, in all sizes, closed and opened again. */
class UsageTest : public QObject
{
    Q_OBJECT
    QTemporaryDir m_folder;

private Q_SLOTS:
    void initTestCase() { isolateSettings(m_folder.path()); }
    void init() { applyTheme(ThemeChoice::Light); }

    void aSmallWindowFoldsTheStripAndShowsItsControlsWhole()
    {
        Shown shown;
        QVERIFY(shown.settles());
        auto* strip = shown.window.findChild<StripView*>();
        auto* tools = shown.window.findChild<ToolBar*>();
        const int full = strip->height();
        shown.window.resize(900, 600);
        QVERIFY(QTest::qWaitFor([&] { return strip->height() < full / 2; }, windowPatience));
        QCOMPARE(shown.window.width(), 900);
        int end = 0;
        for (const QWidget* widget : tools->findChildren<QWidget*>(Qt::FindDirectChildrenOnly)) {
            if (!widget->isVisible() || widget->isWindow())
                continue;
            QVERIFY2(widget->x() >= end, widget->metaObject()->className());
            const int least = widget->minimumWidth() ? widget->minimumWidth() : widget->minimumSizeHint().width();
            QVERIFY2(widget->width() >= least, widget->metaObject()->className());
            end = widget->geometry().right();
        }
        QVERIFY(end < 900);
        shown.window.resize(1440, 900);
        QVERIFY(QTest::qWaitFor([&] { return strip->height() == full; }, windowPatience));
    }

    void whatTheMenuHasTooGivesWayInTheToolBar()
    {
        Shown shown;
        QVERIFY(shown.settles());
        auto* tools = shown.window.findChild<ToolBar*>();
        const auto button = [tools] {
            const auto all = tools->findChildren<QPushButton*>();
            const auto found = std::ranges::find(all, u"Add PDFs…"_s, &QPushButton::text);
            return found == all.cend() ? nullptr : *found;
        };
        QVERIFY(button() && button()->isVisible());
        QWidget window; // as narrow as a large font makes a small one
        tools->setParent(&window);
        window.show();
        tools->show();
        tools->resize(tools->minimumSizeHint());
        QVERIFY(!button()->isVisible());
        tools->resize(1440, tools->height());
        QVERIFY(button()->isVisible());
    }

    void noTwoEntriesOfAMenuShareALetter()
    {
        Shown shown;
        const auto letterOf = [](const QAction* action) { return QKeySequence::mnemonic(action->text()).toString(); };
        const auto menus = shown.window.menuBar()->findChildren<QMenu*>();
        QVERIFY(menus.size() >= 5);
        for (const QMenu* menu : menus) {
            QStringList letters;
            for (const QAction* action : menu->actions())
                letters += letterOf(action);
            letters.removeAll(QString());
            QCOMPARE(letters.removeDuplicates(), 0);
        }
    }

    void aWordThatDoesNotFitIntoItsFieldIsCutVisibly()
    {
        ComboBox narrow, cut;
        narrow.addItem(u"Full texts with answers and figures (Markdown, folder)"_s);
        narrow.setFixedSize(160, 28);
        cut.setFixedSize(160, 28);
        narrow.show();
        QStyleOptionComboBox option;
        option.initFrom(&narrow);
        option.subControls = QStyle::SC_All;
        const int room =
            narrow.style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &narrow).width();
        cut.addItem(narrow.fontMetrics().elidedText(narrow.currentText(), Qt::ElideRight, room));
        cut.show();
        QCOMPARE(narrow.grab().toImage(), cut.grab().toImage());
        for (const QString& word : {u"Balanced"_s, u"Ausgewogen"_s, narrow.currentText()}) {
            ComboBox roomy;
            roomy.addItem(word);
            roomy.adjustSize();
            option.initFrom(&roomy);
            const int has = roomy.style()
                                ->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &roomy)
                                .width();
            QVERIFY(has >= roomy.fontMetrics().horizontalAdvance(word)); // by itself it is never too narrow
        }
    }

    void aWiderTableGivesTheRoomToTitlesAndAnswers()
    {
        Shown shown;
        QVERIFY(shown.settles());
        const PaperTable* table = shown.window.page()->table();
        const auto fits = [table] { return table->horizontalHeader()->length() == table->viewport()->width(); };
        QVERIFY(QTest::qWaitFor(fits, windowPatience));
        const int title = table->columnWidth(PaperModel::PaperColumn),
                  year = table->columnWidth(PaperModel::YearColumn);
        shown.window.resize(1900, 900);
        QVERIFY(QTest::qWaitFor([&] { return fits() && table->columnWidth(PaperModel::PaperColumn) > title; },
                                windowPatience));
        QCOMPARE(table->columnWidth(PaperModel::YearColumn), year);
        shown.window.resize(1440, 900);
        QVERIFY(QTest::qWaitFor([&] { return fits() && table->columnWidth(PaperModel::PaperColumn) < title + 10; },
                                windowPatience));
    }

    void enterOnAnAnswerOpensItsPageAlsoWhileItsDetailsAreOnTheirWay()
    {
        Shown shown;
        QVERIFY(shown.settles());
        PaperTable* table = shown.window.page()->table();
        DetailDock* dock = shown.window.page()->dock();
        table->select(5);
        QVERIFY(shown.settles());
        int column = PaperModel::FirstValueColumn;
        while (table->isColumnHidden(column))
            ++column;
        QWidget* before = dock->page();
        table->setCurrentIndex(table->model()->index(0, column)); // paper 1, whose quotes stand on page 1
        QVERIFY(shown.window.page()->isLoading());
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(dock->page(), before);
        QVERIFY(QTest::qWaitFor([&] { return qobject_cast<PdfView*>(dock->page()); }, windowPatience));
        QCOMPARE(dock->paper(), 1);
    }

    void whatAFilterLeavesOutIsNotChosenAnyMore()
    {
        Shown shown;
        QVERIFY(shown.settles());
        PapersPage* page = shown.window.page();
        QCOMPARE(page->table()->currentPaper(), 1);
        shown.window.findChild<ToolBar*>()->filter()->setText(u"kingma"_s);
        QCOMPARE(page->table()->currentPaper(), 3);
        QCOMPARE(page->table()->selectionCount(), 1);
        shown.window.findChild<ToolBar*>()->filter()->setText(u"nobody wrote this"_s);
        QCOMPARE(page->table()->currentPaper(), 0);
        QCOMPARE(page->table()->selectionCount(), 0);
        QVERIFY(shown.settles());
        QCOMPARE(page->dock()->paper(), 0);
        QVERIFY(!shown.window.actions().remove->isEnabled());
    }

    void theKeyboardStandsOnThePapersWhenAFileIsOpen()
    {
        Shown shown;
        QVERIFY(shown.settles());
        QVERIFY(QTest::qWaitForWindowActive(&shown.window));
        QTRY_VERIFY(shown.window.page()->table()->hasFocus());
        QTest::keyClick(shown.window.page()->table(), Qt::Key_Down);
        QCOMPARE(shown.window.page()->table()->currentPaper(), 2);
    }

    void theWindowComesBackAsItWasLeft()
    {
        {
            Shown first(true, true);
            QVERIFY(first.settles());
            first.window.resize(1300, 777);
            first.window.actions().showFacets->setChecked(false);
            first.window.page()->table()->setColumnWidth(PaperModel::YearColumn, 91);
            first.window.findChild<ToolBar*>()->filter()->setText(u"vaswani"_s);
            QVERIFY(first.window.close());
        }
        Shown second(true, true);
        QVERIFY(second.settles());
        QCOMPARE(second.window.size(), QSize(1300, 777));
        QVERIFY(!second.window.actions().showFacets->isChecked());
        QCOMPARE(second.window.page()->table()->columnWidth(PaperModel::YearColumn), 91);
        QCOMPARE(second.window.findChild<ToolBar*>()->filter()->text(), u"vaswani"_s);
        QCOMPARE(second.window.page()->filter()->rowCount(), 1);
        second.window.actions().showFacets->setChecked(true);
        second.window.findChild<ToolBar*>()->filter()->clear();
        second.window.close();
    }

    void startStaysInSightInALowWindow()
    {
        Shown shown(false);
        QVERIFY(shown.settles());
        shown.window.resize(900, 600);
        shown.window.openPaths({m_folder.filePath(u"nothing.bib"_s)});
        QVERIFY(QTest::qWaitFor([&] { return shown.window.modes().importView()->isFinished(); }, windowPatience));
        const QPushButton* start = nullptr;
        for (const QPushButton* button : shown.window.modes().importView()->findChildren<QPushButton*>()) {
            if (button->accessibleName() == u"Start"_s)
                start = button;
        }
        QVERIFY(start);
        const QRect place(start->mapTo(&shown.window, QPoint()), start->size());
        QVERIFY(QRect(QPoint(), shown.window.size()).contains(place));
        QCOMPARE(start->visibleRegion().boundingRect().size(), start->size());
    }

    void whatStartWouldDoCanBeChangedWhereItIsSaid()
    {
        Shown shown(false);
        QVERIFY(shown.settles());
        shown.window.openPaths({m_folder.filePath(u"nothing.bib"_s)});
        QVERIFY(QTest::qWaitFor([&] { return shown.window.modes().importView()->isFinished(); }, windowPatience));
        int buttons = 0;
        for (QPushButton* button : shown.window.modes().importView()->findChildren<QPushButton*>()) {
            if (!button->accessibleName().startsWith(u"Change:"_s) && button->text() != u"Change the cap…"_s)
                continue;
            if (button->accessibleName().contains(u"Kept in"_s))
                continue; // asks for a file
            button->click();
            auto* dialog = shown.window.findChild<SettingsDialog*>();
            QVERIFY2(dialog && dialog->isVisible(), qPrintable(button->accessibleName()));
            dialog->close();
            ++buttons;
        }
        QCOMPARE(buttons, 6);
    }

    void aBlockOfThePageAndItsMarkdownAreChosenTogether()
    {
        PageCache cache;
        PdfView view(&cache);
        view.resize(430, 800);
        view.show();
        view.setDocument(u"/papers/none.pdf"_s, 2);
        view.setConversion(u"# A title.\n\nA paragraph of it.\n"_s, twoBlocks());
        auto* text = view.findChild<MarkdownView*>();
        auto* canvas = view.findChild<PageCanvas*>();
        QVERIFY(!text->isVisible());
        view.showBlocks(true);
        QVERIFY(text->isVisible());
        QVERIFY(QTest::qWaitForWindowExposed(&view));

        QSignalSpy clicked(canvas, &PageCanvas::blockClicked);
        const int margin = theme().px(10);
        const double scale = double(canvas->viewport()->width() - 2 * margin) / 595;
        QTest::mouseClick(canvas->viewport(), Qt::LeftButton, {},
                          QPointF(margin + 200 * scale, margin + 80 * scale).toPoint());
        QCOMPARE(clicked.size(), 1);
        QCOMPARE(text->extraSelections().size(), 1);
        QCOMPARE(text->extraSelections().first().cursor.selectedText(), u"# A title."_s);

        QTextCursor cursor(text->document());
        cursor.setPosition(15);
        text->setTextCursor(cursor);
        QCOMPARE(view.findChild<QSpinBox*>()->value(), 2);
        view.showBlocks(false);
        QVERIFY(!text->isVisible());
    }

    void everythingThatTakesTheKeyboardHasANameAndARole()
    {
        Shown empty(false);
        QVERIFY(empty.settles());
        QCOMPARE(unnamed(empty.window).join(u", "_s), QString());
        Shown shown;
        QVERIFY(shown.settles());
        QCOMPARE(unnamed(shown.window).join(u", "_s), QString());
        shown.window.page()->dock()->showPdf();
        QCOMPARE(unnamed(shown.window).join(u", "_s), QString());
        shown.window.actions().settings->trigger();
        auto* dialog = shown.window.findChild<SettingsDialog*>();
        QVERIFY(dialog && dialog->isVisible());
        QCOMPARE(unnamed(*dialog).join(u", "_s), QString());
        shown.window.openPaths({m_folder.filePath(u"nothing.bib"_s)});
        QVERIFY(shown.window.modes().mode() == Modes::Import);
        QVERIFY(QTest::qWaitFor([&] { return shown.window.modes().importView()->isFinished(); }, windowPatience));
        QCOMPARE(unnamed(shown.window).join(u", "_s), QString());
    }
};

QTEST_MAIN(UsageTest)
#include "usage.moc"
