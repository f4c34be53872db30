// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/import_facts.h"
#include "ui/import/import_view.h"
#include "ui/look/focus_ring.h"
#include "ui/look/theme.h"
#include "ui/paper/detail_dock.h"
#include "ui/papers/attention_bar.h"
#include "ui/papers/paper_filter.h"
#include "ui/papers/paper_model.h"
#include "ui/papers/paper_table.h"
#include "ui/settings/settings_dialog.h"
#include "ui/shown_window.h"
#include "ui/strip/strip_view.h"
#include "ui/window/drop_overlay.h"
#include "ui/window/tool_bar.h"

#include <QAction>
#include <QClipboard>
#include <QDir>
#include <QDropEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace sheaf;
using namespace sheaf::testing;

namespace {

constexpr int patience = windowPatience;

QStringList texts(const QWidget& widget)
{
    QStringList found;
    for (const QLabel* label : widget.findChildren<QLabel*>())
        found += label->text();
    return found;
}

void drop(QWidget& window, const QMimeData& data, QPoint at)
{
    QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &enter);
    QVERIFY(enter.isAccepted());
    QDragMoveEvent move(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &move);
    QDropEvent dropped(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &dropped);
}

} // namespace

class WindowTest : public QObject
{
    Q_OBJECT
    QTemporaryDir m_folder;

    QString written(const QString& name, const QByteArray& bytes) const
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            return {};
        return file.fileName();
    }

    void savePicture(QWidget& window, const QString& name) const
    {
        const QString folder = qEnvironmentVariable("SHEAF_PICTURES");
        if (folder.isEmpty())
            return;
        for (int i = 0; i < 3; ++i)
            QCoreApplication::processEvents();
        QVERIFY(window.grab().save(QDir(folder).filePath(name + u".png"_s)));
    }

private Q_SLOTS:
    void initTestCase() { isolateSettings(m_folder.path()); }
    void init() { applyTheme(ThemeChoice::Light); }

    void anEmptyWindowSaysWhatToDropAndWhatThisComputerHas()
    {
        for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
            applyTheme(choice);
            Shown shown(false);
            QVERIFY(shown.settles());
            QVERIFY(!shown.window.page()->papersShown());
            QVERIFY(texts(shown.window).contains(u"Drop a list of papers or PDFs anywhere in this window"_s));
            QVERIFY(texts(shown.window).contains(u"What runs where"_s));
            savePicture(shown.window, u"empty-"_s + themeChoiceName(choice));
        }
    }

    void aRunningFileIsShownWithItsPapersAndTheChosenOnesAnswers()
    {
        for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
            applyTheme(choice);
            Shown shown;
            QVERIFY(shown.settles());
            QVERIFY(shown.window.page()->papersShown());
            QCOMPARE(shown.window.page()->table()->model()->rowCount(), 500);
            QCOMPARE(shown.window.page()->table()->currentPaper(), 1);
            QCOMPARE(shown.window.page()->dock()->paper(), 1);
            QVERIFY(texts(shown.window).contains(u"spent $0.62 of $3.00 cap"_s));
            QVERIFY(texts(shown.window).contains(u"1 of 500 selected"_s));
            savePicture(shown.window, u"window-"_s + themeChoiceName(choice));
        }
    }

    void theStripFoldsToOneLine()
    {
        Shown shown;
        QVERIFY(shown.settles());
        auto* strip = shown.window.findChild<StripView*>();
        const int full = strip->height();
        shown.window.actions().compactStrip->setChecked(true);
        QVERIFY(QTest::qWaitFor([&] { return strip->height() < full / 2; }, patience));
        savePicture(shown.window, u"window-compact"_s);
        shown.window.actions().compactStrip->setChecked(false);
    }

    void aNarrowWindowPutsTheDetailsBehindATab()
    {
        Shown shown;
        QVERIFY(shown.settles());
        shown.window.resize(1000, 700);
        QVERIFY(QTest::qWaitFor([&] { return !shown.window.page()->dock()->isVisible(); }, patience));
        QVERIFY(shown.window.page()->table()->isVisible());
        for (QTabBar* bar : shown.window.page()->findChildren<QTabBar*>()) {
            if (bar->accessibleName() == u"Papers or details"_s) {
                QVERIFY(bar->isVisible());
                bar->setCurrentIndex(1);
            }
        }
        QVERIFY(shown.window.page()->dock()->isVisible());
        QVERIFY(!shown.window.page()->table()->isVisible());
        savePicture(shown.window, u"window-narrow"_s);
    }

    void theFilterIsReachedByKeyAndNarrowsTheTable()
    {
        Shown shown;
        QVERIFY(shown.settles());
        QVERIFY(QTest::qWaitForWindowActive(&shown.window));
        QTest::keySequence(&shown.window, QKeySequence(u"Ctrl+F"_s));
        auto* edit = shown.window.findChild<ToolBar*>()->filter();
        QVERIFY(edit->hasFocus());
        QTest::keyClicks(edit, u"transformer vaswani"_s);
        QCOMPARE(shown.window.page()->filter()->rowCount(), 0);
        edit->setText(u"vaswani"_s);
        QCOMPARE(shown.window.page()->filter()->rowCount(), 1);
    }

    void f6GoesRoundThePanes()
    {
        Shown shown;
        QVERIFY(shown.settles());
        QVERIFY(QTest::qWaitForWindowActive(&shown.window));
        shown.window.findChild<ToolBar*>()->filter()->setFocus();
        QSet<QWidget*> visited;
        for (int i = 0; i < 4; ++i) {
            QTest::keySequence(&shown.window, QKeySequence(u"F6"_s));
            visited.insert(QApplication::focusWidget());
        }
        QCOMPARE(visited.size(), 4);
        QVERIFY(visited.contains(shown.window.page()->table()));
    }

    void everyActionHasANameAndNoTwoShareAKey()
    {
        Shown shown(false);
        QSet<QKeySequence> keys;
        for (const QAction* action : shown.window.actions().all()) {
            QVERIFY(!action->text().isEmpty());
            if (action->shortcut().isEmpty())
                continue;
            QVERIFY2(!keys.contains(action->shortcut()), qPrintable(action->text()));
            keys.insert(action->shortcut());
        }
        for (const QWidget* widget : shown.window.findChildren<QWidget*>()) {
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisibleTo(&shown.window))
                continue;
            const auto* push = qobject_cast<const QPushButton*>(widget);
            const bool named = !widget->accessibleName().isEmpty() || (push && !push->text().isEmpty());
            const bool inner = widget->objectName().startsWith(u"qt_"_s) || qobject_cast<const QTabBar*>(widget) ||
                               widget->inherits("QMenu") || widget->inherits("QMenuBar") ||
                               widget->inherits("QComboBoxPrivateContainer") || widget->inherits("QTableCornerButton");
            QVERIFY2(named || inner, widget->metaObject()->className());
        }
    }

    void removedPapersComeBackWithUndo()
    {
        Shown shown;
        QVERIFY(shown.settles());
        shown.window.page()->table()->select(2);
        shown.window.actions().remove->trigger();
        QCOMPARE(shown.window.page()->filter()->rowCount(), 499);
        shown.window.actions().undo->trigger();
        QCOMPARE(shown.window.page()->filter()->rowCount(), 500);
    }

    void actionsFollowTheChosenPaper()
    {
        Shown shown;
        QVERIFY(shown.settles());
        shown.window.page()->table()->select(8);
        QVERIFY(shown.window.actions().retryPapers->isEnabled());
        QVERIFY(shown.window.actions().copyReason->isEnabled());
        QVERIFY(shown.window.actions().openBrowser->isEnabled());
        QVERIFY(!shown.window.actions().openPdf->isEnabled());
        shown.window.actions().copyReason->trigger();
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"acquire.no-open-copy"_s));
        shown.window.page()->table()->select(1);
        QVERIFY(!shown.window.actions().retryPapers->isEnabled());
        QVERIFY(!shown.window.actions().cancelPapers->isEnabled());
    }

    void aFullTextIsLookedForWhereOnlyAnAbstractWasRead()
    {
        Shown shown;
        QVERIFY(shown.settles());
        shown.window.page()->table()->select(1);
        QVERIFY(!shown.window.actions().findFullText->isEnabled());
        auto after = std::make_shared<Snapshot>(*sampleSnapshot(u"/papers/classics.sheaf"_s));
        after->rows = {sampleRow(1, u"A"_s, State::Done)};
        after->rows.first().basis = TextBasis::AbstractOnly;
        after->reset = false;
        Q_EMIT shown.window.session().engine().snapshot(after);
        QVERIFY(shown.window.actions().findFullText->isEnabled());
        QVERIFY(shown.window.actions().ofPapers().contains(shown.window.actions().findFullText));
    }

    void whoWasSilentToTheEndOfTheRunIsSaidOnceForAllPapers()
    {
        Shown shown;
        auto after = std::make_shared<Snapshot>(*sampleSnapshot(u"/papers/classics.sheaf"_s));
        after->rows = {sampleRow(8, u"A"_s, State::NeedsAttention), sampleRow(9, u"B"_s, State::NeedsAttention)};
        after->reset = false;
        for (PaperRow& row : after->rows)
            row.failure = Failure{Stage::Acquire, u"acquire.no-answer"_s, u"Nothing."_s,
                                  row.id == 8 ? u"arXiv"_s : u"Europe PMC, arXiv"_s, true};
        Q_EMIT shown.window.session().engine().snapshot(after);
        QVERIFY(shown.settles());
        QVERIFY(shown.window.page()->attention()->isVisible());
        QVERIFY2(texts(*shown.window.page()->attention())
                     .contains(u"2 papers ended without an answer from arXiv, Europe PMC."_s),
                 qPrintable(texts(*shown.window.page()->attention()).join(u'|')));
    }

    void howManyValuesAreProvenStandsAtTheFoot()
    {
        Shown shown;
        QVERIFY(shown.settles());
        QCOMPARE(texts(shown.window).filter(u" values proven"_s).size(), 1);
    }

    void aRunsEndIsSaidOnce()
    {
        Shown shown;
        QVERIFY(shown.settles());
        RunSummary summary;
        summary.done = 234;
        summary.failed = 3;
        Q_EMIT shown.window.session().engine().runFinished(summary);
        QVERIFY(shown.window.statusBar()->currentMessage().contains(u"234 read, 3 failed"_s));
        QVERIFY(shown.window.statusBar()->currentMessage().contains(u"values proven"_s));
    }

    void aFileThatCannotBeOpenedIsSaidInTheWindow()
    {
        Shown shown(false);
        Q_EMIT shown.window.session().engine().openFailed(
            u"/x/new.sheaf"_s,
            {Stage::Store, u"store.newer"_s, u"It was made by a newer version of Sheaf."_s, {}, false});
        QVERIFY(texts(shown.window).contains(u"new.sheaf: It was made by a newer version of Sheaf."_s));
        QVERIFY(!shown.window.page()->papersShown());
    }

    void aDroppedListIsUnderstoodBeforeAnythingIsWritten()
    {
        const QString list =
            written(u"refs.bib"_s, "@article{a, title={Sheaves of grain and their uses}, author={Ruth Boaz}, "
                                   "year={1999}, doi={10.1000/grain}}\n"
                                   "@article{b, title={Sheaves of grain and their uses}, author={Ruth Boaz}, "
                                   "year={1999}, doi={10.1000/GRAIN}}\n"
                                   "@article{c, title={Binding machines}, author={Cyrus McCormick}, year={1881}}\n");
        QVERIFY(!list.isEmpty());
        Shown shown(false);
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(list)});
        drop(shown.window, data, {700, 400});
        QVERIFY(shown.window.modes().mode() == Modes::Import);
        QVERIFY(shown.settles());
        QCOMPARE(shown.window.modes().importView()->plan()->papers.size(), 2);
        QCOMPARE(shown.window.modes().importView()->plan()->duplicates.size(), 1);
        QVERIFY(shown.window.modes().importView()->isReady());
        QVERIFY(texts(shown.window).contains(u"refs.bib"_s));
        savePicture(shown.window, u"import-small"_s);
        QTest::keyClick(shown.window.modes().importView(), Qt::Key_Escape);
        QVERIFY(shown.window.modes().mode() != Modes::Import);
        QVERIFY(shown.window.session().file().isEmpty());
    }

    void draggingNamesWhatWouldBeAddedAndDroppingOnAPaperAttaches()
    {
        Shown shown;
        QVERIFY(shown.settles());
        const QString file = written(u"helix.pdf"_s, "%PDF-1.4\n%%EOF\n");
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(file)});
        PaperTable* table = shown.window.page()->table();
        const QModelIndex row = table->model()->index(7, PaperModel::PaperColumn);
        const QPoint at = table->viewport()->mapTo(&shown.window, table->visualRect(row).center());
        QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&shown.window, &enter);
        QDragMoveEvent move(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&shown.window, &move);
        auto* overlay = shown.window.findChild<DropOverlay*>();
        QVERIFY(overlay->isVisible());
        QCOMPARE(overlay->text(), u"Attach helix.pdf to “Molecular structure of nucleic acids”"_s);
        savePicture(shown.window, u"drag"_s);
        QDragMoveEvent away(QPoint(60, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&shown.window, &away);
        QCOMPARE(overlay->text(), u"Add helix.pdf"_s);
        QDragLeaveEvent leave;
        QCoreApplication::sendEvent(&shown.window, &leave);
        QVERIFY(!overlay->isVisible());
        drop(shown.window, data, at);
        QVERIFY2(shown.window.modes().mode() != Modes::Import, "a file dropped on its paper is no import");
    }

    void settingsOpenWhereTheButtonPointsAndHoldNothingUp()
    {
        Shown shown;
        QVERIFY(shown.settles());
        auto snapshot = std::make_shared<Snapshot>(*sampleSnapshot(u"/papers/classics.sheaf"_s));
        snapshot->troubles = {
            {{Stage::Read, u"read.cap"_s, u"The cap of $3.00 is reached."_s, {}, true}, u"raise-cap"_s, {}}};
        Q_EMIT shown.window.session().engine().snapshot(snapshot);
        QPushButton* raise = nullptr;
        for (QPushButton* button : shown.window.findChildren<QPushButton*>()) {
            if (button->text() == u"Raise cap…"_s)
                raise = button;
        }
        QVERIFY(raise);
        savePicture(shown.window, u"trouble"_s);
        raise->click();
        auto* dialog = shown.window.findChild<SettingsDialog*>();
        QVERIFY(dialog && dialog->isVisible() && !dialog->isModal());
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        QTRY_COMPARE(QApplication::focusWidget()->toolTip(), u"read.cap.usd"_s);
        savePicture(*dialog, u"settings"_s);
    }

    void theRingFollowsTheKeyboardIntoDialogs()
    {
        Shown shown;
        QVERIFY(shown.settles());
        shown.window.actions().settings->trigger();
        auto* dialog = shown.window.findChild<SettingsDialog*>();
        QVERIFY(dialog && QTest::qWaitForWindowActive(dialog));
        const QList<FocusRing*> rings = dialog->findChildren<FocusRing*>();
        QCOMPARE(rings.size(), 1);
        QTRY_VERIFY(dialog->isAncestorOf(QApplication::focusWidget()));
        int ringed = 0;
        for (int i = 0; i < 6; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            auto* button = qobject_cast<QPushButton*>(QApplication::focusWidget());
            if (!button)
                continue;
            ++ringed;
            const QRect marked(button->mapTo(dialog, QPoint()), button->size());
            QVERIFY2(rings.first()->isVisible() && rings.first()->geometry().contains(marked),
                     qPrintable(button->text()));
        }
        QVERIFY(ringed > 0);
    }

    void aFreshAccountWithoutDocumentsStillGetsItsFile()
    {
        const QTemporaryDir home;
        Shown shown(false);
        const QString path = home.filePath(u"Documents/classics.sheaf"_s);
        shown.window.session().start(ImportPlan(), path);
        QTRY_COMPARE_WITH_TIMEOUT(shown.window.session().file(), path, patience);
        QVERIFY(QFileInfo::exists(path));
    }

    void aChosenSettingHoldsForTheFileAndForNewOnes()
    {
        Shown shown;
        Settings settings = shown.window.session().settings();
        QVERIFY(settings.set(u"convert.preset"_s, u"fast"_s));
        shown.window.session().applySettings(settings);
        Shown later(false);
        QCOMPARE(later.window.session().settings().text(u"convert.preset"_s), u"fast"_s);
        QVERIFY(settings.set(u"convert.preset"_s, u"balanced"_s));
        later.window.session().applySettings(Settings());
    }
};

QTEST_MAIN(WindowTest)
#include "window.moc"
