// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/actions.h"
#include "ui/drop_overlay.h"
#include "ui/papers_page.h"
#include "ui/session.h"

#include <QMainWindow>

class QLabel;
class QMenu;
class QStackedWidget;

/** The window: bars round the pages, the way from a drop to a run, settings and exports. Nothing in it waits: the
 * engine is asked by commands and answers by snapshots. */
namespace sheaf {

class ImportView;
class Keychain;
class PaperCommands;
class RecentFiles;
class SettingsDialog;
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
        Keychain* keychain = nullptr; ///< owned by the caller
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
    ImportView* importView() const { return m_import; }
    bool isImporting() const;
    const Actions& actions() const { return m_actions; }

Q_SIGNALS:
    /** What is shown has changed and may be complete now. */
    void contentShown();

protected:
    void showEvent(QShowEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void layOut();
    void connectActions();
    void connectViews();
    void connectSession();
    void connectImport();

    void onSnapshot(const SnapshotPtr& snapshot);
    void onRunFinished(const RunSummary& summary);
    void showFile();
    void refresh();
    void refreshSettings();
    void loadFacts();

    void beginImport(const Dropped& dropped);
    void endImport();
    void startImport();
    void chooseTarget();
    PaperId paperToAttach(const Dropped& dropped, QPoint at) const;

    void runPressed();
    void exportAs(const QString& suffix);
    void changeSetting(const QString& key, const QString& value);
    void showSetting(const QString& key);
    void help(const QString& action);
    void goRoundPanes(int by);
    void fillRecentMenu();
    void message(const QString& text);
    void saveLayout() const;

    Options m_options;
    Session m_session;
    Actions m_actions;
    RecentFiles* m_recent;
    PapersPage* m_page;
    ImportView* m_import;
    ToolBar* m_tools;
    StripView* m_strip;
    TroubleBanner* m_banner;
    UndoBar* m_undo;
    StatusLine* m_status;
    DropOverlay* m_overlay;
    PaperCommands* m_commands;
    SettingsDialog* m_settingsDialog = nullptr;
    QStackedWidget* m_modes;
    QLabel* m_fileName;
    QMenu* m_recentMenu;
    QString m_target;  ///< where the import will be kept
    Dropped m_waiting; ///< until the open file's papers are known
    bool m_autoStart = false;
    bool m_expectPapers = false;
    bool m_factsKnown = false;
    bool m_opening = false;
};

/** The list of example papers beside the program; empty = not installed. */
QString examplesList();

} // namespace sheaf
