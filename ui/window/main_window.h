// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/papers/papers_page.h"
#include "ui/window/actions.h"
#include "ui/window/modes.h"
#include "ui/window/session.h"
#include "ui/window/view_memory.h"

#include <QMainWindow>

class QLabel;

/** The window: bars round the pages, the way from a drop to a run, settings and exports. Nothing in it waits: the
 * engine is asked by commands and answers by snapshots. */
namespace sheaf {

class AttentionDesk;
class FileCommands;
class Keychain;
class PaperCommands;
class RecentFiles;
class SettingsDesk;
class StatusLine;
class StripView;
class ToolBar;
class TroubleBanner;
class UndoBar;

class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    struct Options
    {
        EngineOptions engine;
        Keychain* keychain = nullptr; ///< owned by the caller, never null
        DetailsSource details = detailsFromFile;
        bool rememberLayout = true; ///< restore and keep the window's place and size
    };
    explicit MainWindow(Options options);
    ~MainWindow() override;

    /** A project file is opened, everything else is imported. */
    void openPaths(const QStringList& paths);
    void openExamples();
    /** Whether something asked for is still on its way: facts, details, an import. */
    bool isBusy() const;

    Session& session() { return m_session; }
    PapersPage* page() const { return m_page; }
    const Modes& modes() const { return *m_modes; }
    const Actions& actions() const { return m_actions; }

Q_SIGNALS:
    /** What is shown has changed and may be complete now. */
    void contentShown();

protected:
    void showEvent(QShowEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void layOut();
    void connectActions();
    void connectBars();
    void connectPage();
    void connectSession();
    void connectModes();

    void onSnapshot(const SnapshotPtr& snapshot);
    void onRunFinished(const RunSummary& summary);
    void showFile();
    void refresh();
    void foldStrip();
    void refreshActions(const StripState& strip, bool papers);
    void refreshSettings();
    StripState stripToShow() const;

    void runPressed();
    void readAgain();
    void exportAs(const QString& format);
    void walk(int by);
    void message(const QString& text);

    Options m_options;
    Session m_session;
    Actions m_actions;
    RecentFiles* m_recent;
    PapersPage* m_page;
    ToolBar* m_tools;
    StripView* m_strip;
    TroubleBanner* m_banner;
    UndoBar* m_undo;
    StatusLine* m_status;
    FileCommands* m_files = nullptr;
    PaperCommands* m_commands;
    AttentionDesk* m_attention;
    SettingsDesk* m_settings;
    Modes* m_modes;
    QLabel* m_fileName;
    ViewMemory m_memory;
    bool m_expectPapers = false; ///< started, the first paper is not shown yet
    bool m_opening = false;
};

/** The list of example papers beside the program; empty = not installed. */
QString examplesList();

} // namespace sheaf
