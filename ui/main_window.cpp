// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window.h"

#include "ui/detail_dock.h"
#include "ui/empty_view.h"
#include "ui/file_question.h"
#include "ui/focus_ring.h"
#include "ui/import_facts.h"
#include "ui/import_view.h"
#include "ui/keyboard_view.h"
#include "ui/keychain.h"
#include "ui/paper_commands.h"
#include "ui/paper_filter.h"
#include "ui/paper_model.h"
#include "ui/paper_table.h"
#include "ui/recent_files.h"
#include "ui/settings_dialog.h"
#include "ui/setup_view.h"
#include "ui/status_line.h"
#include "ui/strip_view.h"
#include "ui/theme.h"
#include "ui/tool_bar.h"
#include "ui/trouble_banner.h"
#include "ui/undo_bar.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QMenuBar>
#include <QPointer>
#include <QSettings>
#include <QStackedWidget>
#include <QThreadPool>
#include <QTimer>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

const QString geometryKey = u"window/geometry"_s;
const QString themeKey = u"window/theme"_s;
const QString compactKey = u"window/compact"_s;

bool isProject(const QString& path)
{
    return path.endsWith(".sheaf"_L1, Qt::CaseInsensitive);
}

} // namespace

QString examplesList()
{
    const QDir program(QCoreApplication::applicationDirPath());
    const QString list = QDir::cleanPath(program.filePath(u"../share/sheaf/examples/examples.bib"_s));
    return QFileInfo::exists(list) ? list : QString();
}

MainWindow::MainWindow(Options options)
    : m_options(std::move(options)), m_session(m_options.engine), m_actions(this), m_recent(new RecentFiles(this)),
      m_page(new PapersPage(m_recent, m_options.details)), m_import(new ImportView), m_tools(new ToolBar(m_actions)),
      m_strip(new StripView), m_banner(new TroubleBanner), m_undo(new UndoBar), m_status(new StatusLine),
      m_overlay(nullptr), m_commands(new PaperCommands(&m_session, m_page->papers(), m_page->filter(), m_page->table(),
                                                       m_undo, m_actions, this)),
      m_modes(new QStackedWidget), m_fileName(new QLabel), m_recentMenu(new QMenu(tr("Recent files"), this))
{
    setWindowTitle(tr("Sheaf"));
    setAcceptDrops(true);
    layOut();
    m_overlay = new DropOverlay(this);
    new FocusRing(this);
    connectActions();
    connectViews();
    connectSession();
    connectImport();
    m_page->setColumns(m_session.columns());
    m_page->keyboard()->set(m_actions.all());
    m_page->empty()->setExamplesThere(!examplesList().isEmpty());
    m_page->setup()->set({}, m_session.settings());
    refreshSettings();
    showFile();
}

MainWindow::~MainWindow() = default;

void MainWindow::layOut()
{
    m_actions.fillMenus(*this, m_recentMenu, m_page->table()->columnMenu(this));
    m_fileName->setFont(theme().font(FontRole::Secondary));
    m_fileName->setProperty("tone", u"dim"_s);
    m_fileName->setContentsMargins(0, 0, theme().px(8), 0);
    menuBar()->setCornerWidget(m_fileName);
    menuBar()->setNativeMenuBar(false);
    m_modes->addWidget(m_page);
    m_modes->addWidget(m_import);
    auto* centre = new QWidget;
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (QWidget* bar : std::initializer_list<QWidget*>{m_tools, m_strip, m_banner})
        column->addWidget(bar);
    column->addWidget(m_modes, 1);
    column->addWidget(m_undo);
    setCentralWidget(centre);
    setStatusBar(m_status);
    m_actions.compactStrip->setChecked(QSettings().value(compactKey).toBool());
    m_actions.showFacets->setChecked(true);
    m_actions.showDetails->setChecked(true);
    const ThemeChoice choice = themeChoiceFromName(QSettings().value(themeKey).toString());
    (choice == ThemeChoice::Light  ? m_actions.themeLight
     : choice == ThemeChoice::Dark ? m_actions.themeDark
                                   : m_actions.themeSystem)
        ->setChecked(true);
    resize(theme().px(1440), theme().px(900));
    if (m_options.rememberLayout)
        restoreGeometry(QSettings().value(geometryKey).toByteArray());
}

void MainWindow::connectActions()
{
    const auto on = [this](QAction* action, auto&& run) { connect(action, &QAction::triggered, this, run); };
    on(m_actions.newFile, [this] {
        askForFiles(this,
                    {tr("New file"), tr("Sheaf files (*.sheaf)"), FileQuestion::SaveAs,
                     Session::suggestedPath(QString()), u"sheaf"_s},
                    this, [this](const QStringList& paths) {
                        m_undo->commit();
                        m_session.create(paths.first());
                    });
    });
    on(m_actions.openList, [this] {
        askForFiles(this,
                    {tr("Open a list or a Sheaf file"),
                     tr("Lists and Sheaf files (*.sheaf *.bib *.ris *.csv *.tsv *.json *.txt *.md)"),
                     FileQuestion::ManyFiles},
                    this, [this](const QStringList& paths) { openPaths(paths); });
    });
    on(m_actions.addPdfs, [this] {
        askForFiles(this, {tr("Add PDFs"), tr("Documents (*.pdf *.md *.txt)"), FileQuestion::ManyFiles}, this,
                    [this](const QStringList& paths) { openPaths(paths); });
    });
    on(m_actions.addFolder, [this] {
        askForFiles(this, {tr("Add a folder"), {}, FileQuestion::Folder}, this,
                    [this](const QStringList& paths) { openPaths(paths); });
    });
    on(m_actions.paste, [this] {
        const Dropped dropped = droppedFrom(QGuiApplication::clipboard()->mimeData());
        if (dropped.isEmpty())
            message(tr("The clipboard holds no text and no files."));
        else
            beginImport(dropped);
    });
    on(m_actions.exportCsv, [this] { exportAs(u"csv"_s); });
    on(m_actions.exportJson, [this] { exportAs(u"json"_s); });
    on(m_actions.quit, [this] { close(); });
    on(m_actions.undo, [this] {
        if (m_undo->canUndo())
            m_undo->undo();
    });
    on(m_actions.filter, [this] { m_tools->filter()->setFocus(Qt::ShortcutFocusReason); });
    on(m_actions.settings, [this] { showSetting(u"acquire."_s); });
    on(m_actions.startOrPause, [this] { runPressed(); });
    on(m_actions.stop, [this] { m_session.engine().stop(); });
    on(m_actions.nextPane, [this] { goRoundPanes(1); });
    on(m_actions.previousPane, [this] { goRoundPanes(-1); });
    on(m_actions.keyboard, [this] { m_page->toggleKeyboard(); });
    on(m_actions.about, [this] {
        message(
            tr("Sheaf %1 · free software under the GNU GPL 3 or later").arg(QCoreApplication::applicationVersion()));
    });
    connect(m_actions.compactStrip, &QAction::toggled, this, [this](bool compact) {
        QSettings().setValue(compactKey, compact);
        refresh();
    });
    connect(m_actions.showFacets, &QAction::toggled, m_page, &PapersPage::setFacetsShown);
    connect(m_actions.showDetails, &QAction::toggled, m_page, &PapersPage::setDockShown);
    const auto themeBy = [&](QAction* action, ThemeChoice choice) {
        on(action, [choice] {
            QSettings().setValue(themeKey, themeChoiceName(choice));
            applyTheme(choice);
        });
    };
    themeBy(m_actions.themeSystem, ThemeChoice::System);
    themeBy(m_actions.themeLight, ThemeChoice::Light);
    themeBy(m_actions.themeDark, ThemeChoice::Dark);
    connect(m_recentMenu, &QMenu::aboutToShow, this, &MainWindow::fillRecentMenu);
}

void MainWindow::connectViews()
{
    connect(m_tools, &ToolBar::runPressed, this, &MainWindow::runPressed);
    connect(m_tools, &ToolBar::filterChanged, m_page->filter(), &PaperFilter::setText);
    connect(m_tools, &ToolBar::presetChosen, this,
            [this](const QString& preset) { changeSetting(u"convert.preset"_s, preset); });
    connect(m_tools, &ToolBar::readerChosen, this,
            [this](const QString& kind) { changeSetting(u"read.kind"_s, kind); });
    connect(m_tools, &ToolBar::readerSettingsRequested, this, [this] { showSetting(u"read.kind"_s); });
    connect(m_strip, &StripView::cardClicked, this, [this](StageCard card) {
        m_page->choose(card == StageCard::Acquire ? Facet::All
                       : card == StageCard::Done  ? Facet::Done
                                                  : Facet::Running);
    });
    connect(m_banner, &TroubleBanner::actionRequested, this, &MainWindow::help);
    connect(m_page, &PapersPage::selectionCountChanged, this, &MainWindow::refresh);
    connect(m_page, &PapersPage::detailsShown, this, &MainWindow::contentShown);
    connect(m_page->table(), &PaperTable::menuRequested, this, [this](const QPoint& at) {
        auto* menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->addActions(m_actions.ofPapers());
        menu->popup(at);
    });
    DetailDock* dock = m_page->dock();
    connect(dock, &DetailDock::pagesShown, this, &MainWindow::contentShown);
    connect(dock, &DetailDock::browserRequested, m_commands, &PaperCommands::openInBrowser);
    connect(dock, &DetailDock::attachRequested, m_commands, &PaperCommands::attach);
    connect(dock, &DetailDock::retryRequested, m_commands, &PaperCommands::retry);
    connect(dock, &DetailDock::passwordGiven, this, [this, dock](PaperId paper, const QString& password) {
        if (const PaperRow* row = m_page->papers()->find(paper))
            dock->setPassword(row->filePath, password);
        m_session.engine().setPassword(paper, password);
    });
    EmptyView* empty = m_page->empty();
    connect(empty, &EmptyView::openListRequested, m_actions.openList, &QAction::trigger);
    connect(empty, &EmptyView::addPdfsRequested, m_actions.addPdfs, &QAction::trigger);
    connect(empty, &EmptyView::addFolderRequested, m_actions.addFolder, &QAction::trigger);
    connect(empty, &EmptyView::pasteRequested, m_actions.paste, &QAction::trigger);
    connect(empty, &EmptyView::examplesRequested, this, &MainWindow::openExamples);
    connect(empty, &EmptyView::fileRequested, this, [this](const QString& path) { openPaths({path}); });
    connect(empty, &EmptyView::findRequested, this, [this](const QString& gone) {
        askForFiles(this,
                    {tr("Find %1").arg(QFileInfo(gone).fileName()), tr("Sheaf files (*.sheaf)"), FileQuestion::OneFile},
                    this, [this, gone](const QStringList& paths) {
                        m_recent->replace(gone, paths.first());
                        openPaths(paths);
                    });
    });
    connect(m_page->setup(), &SetupView::actionRequested, this, &MainWindow::help);
    if (m_options.keychain)
        connect(m_options.keychain, &Keychain::changed, this, &MainWindow::loadFacts);
}

void MainWindow::connectSession()
{
    connect(&m_session, &Session::snapshot, this, &MainWindow::onSnapshot);
    connect(&m_session, &Session::fileChanged, this, &MainWindow::showFile);
    connect(&m_session, &Session::settingsChanged, this, &MainWindow::refreshSettings);
    connect(&m_session, &Session::columnsChanged, this, [this] { m_page->setColumns(m_session.columns()); });
    connect(&m_session, &Session::openFailed, this, [this](const QString& path, const Failure& failure) {
        m_opening = false;
        m_expectPapers = false;
        const QString text = u"%1: %2"_s.arg(QFileInfo(path).fileName(), failure.message);
        message(text);
        refresh();
        m_page->empty()->setNotice(text);
        Q_EMIT contentShown();
    });
    Engine* engine = &m_session.engine();
    connect(engine, &Engine::runFinished, this, &MainWindow::onRunFinished);
    connect(engine, &Engine::exported, this, [this](const QString& path, const std::optional<Failure>& failure) {
        message(failure ? tr("Not exported: %1").arg(failure->message)
                        : tr("Exported to %1").arg(QDir::toNativeSeparators(path)));
    });
    connect(engine, &Engine::readerTested, this,
            [this](bool ok, const QString& sentence) { m_settingsDialog->showReaderTest(ok, sentence); });
    connect(engine, &Engine::converterTested, this,
            [this](bool ok, const QString& sentence) { m_settingsDialog->showConverterTest(ok, sentence); });
}

void MainWindow::onSnapshot(const SnapshotPtr& snapshot)
{
    if (snapshot->reset)
        m_opening = false;
    m_expectPapers = m_expectPapers && snapshot->totals.papers == 0;
    m_page->apply(*snapshot);
    m_banner->set(snapshot->troubles);
    m_status->set(snapshot);
    if (snapshot->reset && snapshot->totals.papers > 0)
        m_recent->touch(m_session.file(), aboutRun(*snapshot));
    refresh();
    Q_EMIT contentShown();
}

void MainWindow::onRunFinished(const RunSummary& summary)
{
    QStringList parts{tr("%1 read").arg(QLocale().toString(summary.done))};
    if (summary.failed)
        parts += tr("%1 failed").arg(QLocale().toString(summary.failed));
    if (summary.held)
        parts += tr("%n need you", nullptr, summary.held);
    if (m_session.last() && m_session.last()->totals.valuesTotal > 0)
        parts += tr("%1 of %2 values proven")
                     .arg(QLocale().toString(m_session.last()->totals.valuesProven),
                          QLocale().toString(m_session.last()->totals.valuesTotal));
    message((summary.stopped ? tr("Stopped: %1") : tr("Done: %1")).arg(parts.join(u", "_s)));
    if (m_session.last())
        m_recent->touch(m_session.file(), aboutRun(*m_session.last()));
    if (!isActiveWindow())
        QApplication::alert(this);
}

void MainWindow::showFile()
{
    const QString name = QFileInfo(m_session.file()).fileName();
    m_fileName->setText(name.isEmpty() ? tr("New file") : name);
    m_fileName->setToolTip(QDir::toNativeSeparators(m_session.file()));
    setWindowTitle(name.isEmpty() ? tr("Sheaf") : tr("%1 – Sheaf").arg(name));
    menuBar()->adjustSize();
    m_page->clear();
    m_page->empty()->setNotice({});
    m_banner->set({});
    m_status->set(nullptr);
    refresh();
}

/** Brings bars and actions in line with what is open, chosen and running. */
void MainWindow::refresh()
{
    const bool importing = isImporting();
    const bool papers = m_session.papers() > 0 || m_expectPapers;
    const SnapshotPtr& last = m_session.last();
    StripState strip = last ? last->strip : StripState();
    if (!last) {
        const Settings& s = m_session.settings();
        strip.converters.resize(s.integer(u"convert.workers"_s));
        strip.readers.resize(s.integer(u"read.workers"_s));
        strip.markerPaperLimit = s.integer(u"queue.marker.papers"_s);
        strip.markerByteLimit = qint64(s.integer(u"queue.marker.megabytes"_s)) * 1'000'000;
        strip.readerFree = s.text(u"read.kind"_s) == "offline"_L1;
    }
    if (importing && strip.papers == 0 && m_import->plan())
        strip.papers = int(m_import->plan()->papers.size());
    const RunState run = m_session.run();
    if (m_page->papersShown() != papers)
        m_page->showPapers(papers);
    m_strip->setState(strip, run);
    m_strip->setCompact(importing || m_actions.compactStrip->isChecked());
    m_strip->setNote(importing && run == RunState::Idle ? tr("nothing is fetched or sent before Start") : QString());
    const bool canStart = importing ? m_import->isReady() : last && last->strip.finished < last->strip.papers;
    m_tools->setRun(run, strip, canStart && !importing);
    m_tools->setExportEnabled(papers && !importing);
    m_actions.exportCsv->setEnabled(papers && !importing);
    m_actions.exportJson->setEnabled(papers && !importing);
    m_actions.startOrPause->setEnabled(run != RunState::Idle || canStart);
    m_actions.stop->setEnabled(run == RunState::Running || run == RunState::Pausing || run == RunState::Paused);
    m_actions.retryAll->setEnabled(strip.failed + strip.needsAttention > 0);
    m_tools->filter()->setEnabled(!importing);
    m_commands->refresh(papers && !importing);
    const QLocale locale;
    if (importing && m_import->plan())
        m_status->setRight(tr("%n papers understood", nullptr, int(m_import->plan()->papers.size())));
    else if (!papers)
        m_status->setRight(tr("No papers"));
    else
        m_status->setRight(
            tr("%1 of %2 selected")
                .arg(locale.toString(m_page->table()->selectedPapers().size()), locale.toString(strip.papers)));
}

void MainWindow::refreshSettings()
{
    const Settings& settings = m_session.settings();
    m_tools->setSettings(settings);
    m_strip->setAcquireLimit(settings.integer(u"acquire.parallel"_s));
    m_status->setWorkers(settings.integer(u"convert.workers"_s), settings.integer(u"read.workers"_s));
    m_import->facts()->set(m_session.columns(), settings);
    if (m_settingsDialog)
        m_settingsDialog->set(settings);
    const bool local = convertHost(settings).isEmpty() && readHost(settings).isEmpty();
    m_page->empty()->setPrivacy(
        local
            ? tr("Nothing leaves this computer until you choose a reader that sends. Open copies are looked up by DOI "
                 "and arXiv id.")
            : leavesSentence(settings));
    refresh();
    if (isVisible())
        loadFacts();
}

void MainWindow::loadFacts()
{
    const SecretSource secrets = m_options.keychain ? m_options.keychain->source() : secretFromEnvironment;
    QThreadPool::globalInstance()->start([settings = m_session.settings(), secrets, self = QPointer<MainWindow>(this),
                                          back = QCoreApplication::instance()]() mutable {
        const QVector<SetupFact> facts = setupFacts(settings, secrets);
        QMetaObject::invokeMethod(back, [self = std::move(self), settings, facts] {
            if (!self)
                return;
            self->m_page->setup()->set(facts, settings);
            self->m_factsKnown = true;
            Q_EMIT self->contentShown();
        });
    });
}

bool MainWindow::isImporting() const
{
    return m_modes->currentWidget() == m_import;
}

bool MainWindow::isBusy() const
{
    if (m_opening || m_autoStart || !m_waiting.isEmpty())
        return true;
    if (isImporting())
        return !m_import->isFinished();
    return m_page->papersShown() ? m_page->isLoading() || m_page->dock()->isLoading() : !m_factsKnown;
}

void MainWindow::openPaths(const QStringList& paths)
{
    Dropped rest;
    QString project;
    for (const QString& path : paths) {
        if (isProject(path))
            project = QFileInfo(path).absoluteFilePath();
        else
            rest.paths += path;
    }
    if (!project.isEmpty()) {
        m_undo->commit();
        endImport();
        m_opening = true;
        m_session.open(project);
    }
    if (rest.isEmpty())
        return;
    if (project.isEmpty())
        beginImport(rest);
    else
        connect(
            &m_session, &Session::fileChanged, this, [this, rest] { beginImport(rest); }, Qt::SingleShotConnection);
}

void MainWindow::runPressed()
{
    Engine& engine = m_session.engine();
    if (isImporting() && m_session.run() == RunState::Idle) {
        startImport();
        return;
    }
    switch (m_session.run()) {
    case RunState::Running:
        engine.pause();
        break;
    case RunState::Pausing:
    case RunState::Paused:
        engine.resume();
        break;
    case RunState::Idle:
        engine.start();
        break;
    case RunState::Stopping:
        break;
    }
}

void MainWindow::exportAs(const QString& suffix)
{
    const QFileInfo file(m_session.file());
    askForFiles(this,
                {tr("Export"), suffix == "csv"_L1 ? tr("CSV (*.csv)") : tr("JSON (*.json)"), FileQuestion::SaveAs,
                 file.dir().filePath(file.completeBaseName() + u'.' + suffix), suffix},
                this, [this, suffix](const QStringList& paths) { m_session.engine().exportTo(paths.first(), suffix); });
}

void MainWindow::changeSetting(const QString& key, const QString& value)
{
    Settings settings = m_session.settings();
    if (const auto set = settings.set(key, value); !set)
        message(set.error().message);
    else
        m_session.applySettings(settings);
}

void MainWindow::showSetting(const QString& key)
{
    if (!m_settingsDialog) {
        m_settingsDialog = new SettingsDialog(m_options.keychain, this);
        connect(m_settingsDialog, &SettingsDialog::applied, &m_session, &Session::applySettings);
        connect(m_settingsDialog, &SettingsDialog::readerTestRequested, &m_session.engine(), &Engine::testReader);
        connect(m_settingsDialog, &SettingsDialog::converterTestRequested, &m_session.engine(), &Engine::testConverter);
    }
    m_settingsDialog->set(m_session.settings());
    m_settingsDialog->showSetting(key);
}

/** The button that helps: of a set-up row, or of a trouble. */
void MainWindow::help(const QString& action)
{
    static const QHash<QString, QString> settingOf{
        {u"choose-reader"_s, u"read.kind"_s},       {u"set-read-key"_s, u"read.key"_s},
        {u"raise-cap"_s, u"read.cap.usd"_s},        {u"set-email"_s, u"acquire.email"_s},
        {u"choose-converter"_s, u"convert.kind"_s}, {u"set-convert-key"_s, u"convert.key"_s}};
    if (const QString key = settingOf.value(action); !key.isEmpty())
        showSetting(key);
    else
        m_session.engine().retryTrouble();
}

void MainWindow::goRoundPanes(int by)
{
    QList<QWidget*> panes = isImporting() ? m_import->panes() : m_page->panes();
    panes.removeIf([](const QWidget* pane) { return !pane || !pane->isVisible(); });
    panes.prepend(m_tools->filter());
    const QWidget* focus = QApplication::focusWidget();
    qsizetype at = -1;
    for (qsizetype i = 0; i < panes.size(); ++i) {
        if (focus && (panes.at(i) == focus || panes.at(i)->isAncestorOf(focus)))
            at = i;
    }
    QWidget* next = panes.at((at + by + panes.size()) % panes.size());
    while (next && next->focusPolicy() == Qt::NoFocus)
        next = next->nextInFocusChain();
    if (next)
        next->setFocus(Qt::ShortcutFocusReason);
}

void MainWindow::fillRecentMenu()
{
    m_recentMenu->clear();
    for (const RecentFile& file : m_recent->files()) {
        if (!file.gone)
            m_recentMenu->addAction(QFileInfo(file.path).fileName(), this,
                                    [this, path = file.path] { openPaths({path}); });
    }
    if (m_recentMenu->isEmpty())
        m_recentMenu->addAction(tr("None yet"))->setEnabled(false);
}

void MainWindow::message(const QString& text)
{
    m_status->showMessage(text, 15'000);
    m_page->note(text);
}

void MainWindow::showEvent(QShowEvent* event)
{
    QMainWindow::showEvent(event);
    // Facts and keys come after the first paint: neither may hold the window up.
    QTimer::singleShot(0, this, [this] {
        loadFacts();
        if (m_options.keychain)
            m_options.keychain->load();
    });
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    m_undo->commit();
    if (m_session.last() && m_session.papers() > 0)
        m_recent->touch(m_session.file(), aboutRun(*m_session.last()));
    saveLayout();
    QMainWindow::closeEvent(event);
}

void MainWindow::saveLayout() const
{
    if (!m_options.rememberLayout)
        return;
    QSettings().setValue(geometryKey, saveGeometry());
    m_page->saveLayout();
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    if (m_overlay)
        m_overlay->follow();
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        update();
}

} // namespace sheaf
