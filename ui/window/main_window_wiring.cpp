// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/main_window.h"

#include "ui/columns/columns_flow.h"
#include "ui/columns/columns_view.h"
#include "ui/costs/ledger_dialog.h"
#include "ui/import/import_facts.h"
#include "ui/import/import_flow.h"
#include "ui/import/import_view.h"
#include "ui/look/theme.h"
#include "ui/paper/detail_dock.h"
#include "ui/papers/attention_desk.h"
#include "ui/papers/paper_commands.h"
#include "ui/papers/paper_filter.h"
#include "ui/review/review_flow.h"
#include "ui/review/review_view.h"
#include "ui/settings/settings_desk.h"
#include "ui/strip/strip_view.h"
#include "ui/window/drop_target.h"
#include "ui/window/empty_view.h"
#include "ui/window/file_commands.h"
#include "ui/window/tool_bar.h"
#include "ui/window/trouble_banner.h"
#include "ui/window/undo_bar.h"

#include <QAction>
#include <QFileInfo>
#include <QLineEdit>
#include <QSettings>

using namespace Qt::StringLiterals;

/** Who tells whom: the half of MainWindow that ties its parts together. */
namespace sheaf {

namespace {

const QString themeKey = u"window/theme"_s;
const QString compactKey = u"window/compact"_s;

} // namespace

void MainWindow::connectActions()
{
    const auto on = [this](QAction* action, auto&& run) { connect(action, &QAction::triggered, this, run); };
    on(m_actions.quit, [this] { close(); });
    on(m_actions.undo, [this] {
        if (!m_modes->undo())
            m_undo->undo();
    });
    on(m_actions.columns, [this] { m_modes->columns()->begin(); });
    on(m_actions.review, [this] { m_modes->review()->begin(); });
    on(m_actions.ledger, [this] { (new LedgerDialog(&m_session, this))->show(); });
    on(m_actions.readAgain, [this] { readAgain(); });
    on(m_actions.filter, [this] { m_tools->filter()->setFocus(Qt::ShortcutFocusReason); });
    on(m_actions.settings, [this] { m_settings->show(u"acquire.sources"_s); });
    on(m_actions.startOrPause, [this] { runPressed(); });
    on(m_actions.stop, [this] { m_session.engine().stop(); });
    on(m_actions.nextPane, [this] { walk(1); });
    on(m_actions.previousPane, [this] { walk(-1); });
    on(m_actions.keyboard, [this] { m_page->toggleKeyboard(); });
    on(m_actions.about, [this] {
        message(
            tr("Sheaf %1 · free software under the GNU GPL 3 or later").arg(QCoreApplication::applicationVersion()));
    });
    m_actions.compactStrip->setChecked(QSettings().value(compactKey).toBool());
    m_actions.showFacets->setChecked(true);
    m_actions.showDetails->setChecked(true);
    connect(m_actions.compactStrip, &QAction::toggled, this, [this](bool compact) {
        QSettings().setValue(compactKey, compact);
        refresh();
    });
    connect(m_actions.showFacets, &QAction::toggled, m_page, &PapersPage::setFacetsShown);
    connect(m_actions.showDetails, &QAction::toggled, m_page, &PapersPage::setDockShown);
    const ThemeChoice chosen = themeChoiceFromName(QSettings().value(themeKey).toString());
    for (const auto& [action, choice] : {std::pair{m_actions.themeSystem, ThemeChoice::System},
                                         {m_actions.themeLight, ThemeChoice::Light},
                                         {m_actions.themeDark, ThemeChoice::Dark}}) {
        action->setChecked(choice == chosen);
        on(action, [choice = choice] {
            QSettings().setValue(themeKey, themeChoiceName(choice));
            applyTheme(choice);
        });
    }
}

void MainWindow::connectBars()
{
    connect(m_files, &FileCommands::pathsChosen, this, &MainWindow::openPaths);
    connect(m_files, &FileCommands::pasted, m_modes->import(), &ImportFlow::begin);
    connect(m_files, &FileCommands::said, this, &MainWindow::message);
    connect(m_files, &FileCommands::exportRequested, this, &MainWindow::exportAs);
    connect(m_files, &FileCommands::settingsRequested, m_settings, &SettingsDesk::show);
    connect(m_files, &FileCommands::newFileChosen, this, [this](const QString& path) {
        m_undo->commit();
        m_session.create(path);
    });
    connect(m_tools, &ToolBar::runPressed, this, &MainWindow::runPressed);
    connect(m_tools, &ToolBar::filterChanged, m_page->filter(), &PaperFilter::setText);
    connect(m_tools, &ToolBar::presetChosen, this,
            [this](const QString& preset) { m_settings->change(u"convert.preset"_s, preset); });
    connect(m_tools, &ToolBar::readerChosen, this,
            [this](const QString& kind) { m_settings->change(u"read.kind"_s, kind); });
    connect(m_tools, &ToolBar::readerSettingsRequested, this, [this] { m_settings->show(u"read.kind"_s); });
    connect(m_strip, &StripView::cardClicked, this, [this](StageCard card) {
        m_page->choose({card == StageCard::Acquire ? Facet::All
                        : card == StageCard::Done  ? Facet::Done
                                                   : Facet::Running,
                        {},
                        {}});
    });
    connect(m_banner, &TroubleBanner::actionRequested, m_settings, &SettingsDesk::help);
    connect(m_page->dock(), &DetailDock::modelsRequested, m_settings, [this] { m_settings->help(u"fetch-models"_s); });
    connect(m_settings, &SettingsDesk::said, this, &MainWindow::message);
    connect(m_settings, &SettingsDesk::factsShown, this, &MainWindow::contentShown);
}

void MainWindow::connectPage()
{
    connect(m_page, &PapersPage::selectionCountChanged, this, &MainWindow::refresh);
    connect(m_page, &PapersPage::detailsShown, this, &MainWindow::contentShown);
    connect(m_page->dock(), &DetailDock::pagesShown, this, &MainWindow::contentShown);
    connect(m_commands, &PaperCommands::pageOpened, m_attention, &AttentionDesk::expect);
    connect(m_attention, &AttentionDesk::said, this, &MainWindow::message);
    EmptyView* empty = m_page->empty();
    connect(empty, &EmptyView::openListRequested, m_actions.openList, &QAction::trigger);
    connect(empty, &EmptyView::addPdfsRequested, m_actions.addPdfs, &QAction::trigger);
    connect(empty, &EmptyView::addFolderRequested, m_actions.addFolder, &QAction::trigger);
    connect(empty, &EmptyView::pasteRequested, m_actions.paste, &QAction::trigger);
    connect(empty, &EmptyView::examplesRequested, this, &MainWindow::openExamples);
    connect(empty, &EmptyView::fileRequested, this, [this](const QString& path) { openPaths({path}); });
    connect(empty, &EmptyView::findRequested, m_files, &FileCommands::findRecent);
}

void MainWindow::connectSession()
{
    connect(&m_session, &Session::snapshot, this, &MainWindow::onSnapshot);
    connect(&m_session, &Session::fileChanged, this, &MainWindow::showFile);
    connect(&m_session, &Session::settingsChanged, this, &MainWindow::refreshSettings);
    connect(&m_session, &Session::columnsChanged, this, [this] { m_page->setColumns(m_session.columns()); });
    connect(&m_session.engine(), &Engine::runFinished, this, &MainWindow::onRunFinished);
    connect(&m_session, &Session::openFailed, this, [this](const QString& path, const Failure& failure) {
        m_opening = false;
        m_expectPapers = false;
        const QString text = u"%1: %2"_s.arg(QFileInfo(path).fileName(), failure.message);
        message(text);
        refresh();
        m_page->empty()->setNotice(text);
        Q_EMIT contentShown();
    });
}

void MainWindow::connectModes()
{
    auto* drops = new DropTarget(this, m_page);
    connect(drops, &DropTarget::droppedOnPaper, &m_session.engine(), &Engine::attachFile);
    connect(drops, &DropTarget::dropped, this, [this](const Dropped& dropped) {
        if (dropped.text.isEmpty())
            openPaths(dropped.paths);
        else
            m_modes->import()->begin(dropped);
    });
    connect(m_modes->importView()->facts(), &ImportFacts::settingsRequested, m_settings, &SettingsDesk::show);
    connect(m_modes->columnsView(), &ColumnsView::capRequested, m_settings,
            [this] { m_settings->show(u"read.cap.usd"_s); });
    connect(m_modes->import(), &ImportFlow::left, this, [this](bool started) { m_expectPapers = started; });
    connect(m_modes->reviewView(), &ReviewView::exportRequested, m_actions.exports.constFirst(), &QAction::trigger);
    connect(m_modes, &Modes::changed, this, [this] {
        refresh();
        Q_EMIT contentShown();
    });
}

} // namespace sheaf
