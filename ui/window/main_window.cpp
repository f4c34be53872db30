// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/main_window.h"

#include "ui/costs/read_again_dialog.h"
#include "ui/export/export_dialog.h"
#include "ui/import/import_facts.h"
#include "ui/import/import_flow.h"
#include "ui/import/import_view.h"
#include "ui/look/theme.h"
#include "ui/paper/detail_dock.h"
#include "ui/papers/attention_desk.h"
#include "ui/papers/paper_commands.h"
#include "ui/papers/paper_filter.h"
#include "ui/papers/paper_model.h"
#include "ui/papers/paper_table.h"
#include "ui/review/review_flow.h"
#include "ui/review/review_view.h"
#include "ui/settings/keychain.h"
#include "ui/settings/settings_desk.h"
#include "ui/strip/strip_view.h"
#include "ui/window/empty_view.h"
#include "ui/window/file_commands.h"
#include "ui/window/keyboard_view.h"
#include "ui/window/pane_walk.h"
#include "ui/window/recent_files.h"
#include "ui/window/setup_view.h"
#include "ui/window/status_line.h"
#include "ui/window/tool_bar.h"
#include "ui/window/trouble_banner.h"
#include "ui/window/undo_bar.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QMenuBar>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

/** A smaller window has no room for the strip's cards. */
constexpr int leastStripWidth = 1100, leastStripHeight = 640;

} // namespace

QString examplesList()
{
    const QDir program(QCoreApplication::applicationDirPath());
    const QString list = QDir::cleanPath(program.filePath(u"../share/sheaf/examples/examples.bib"_s));
    return QFileInfo::exists(list) ? list : QString();
}

MainWindow::MainWindow(Options options)
    : m_options(std::move(options)), m_session(m_options.engine), m_actions(this), m_recent(new RecentFiles(this)),
      m_page(new PapersPage(m_recent, m_options.details)), m_tools(new ToolBar(m_actions)), m_strip(new StripView),
      m_banner(new TroubleBanner), m_undo(new UndoBar), m_status(new StatusLine),
      m_commands(new PaperCommands(&m_session, m_page, m_undo, m_actions, this)),
      m_attention(new AttentionDesk(&m_session, m_page, this)),
      m_settings(new SettingsDesk(&m_session, m_options.keychain, m_page->setup(), this)),
      m_modes(new Modes(&m_session, m_page, m_undo, m_options.details, this)), m_fileName(new QLabel)
{
    layOut();
    m_memory = {this,
                m_page,
                m_modes->importView()->splitter(),
                m_tools->filter(),
                m_actions.showFacets,
                m_actions.showDetails};
    connectActions();
    connectBars();
    connectPage();
    connectSession();
    connectModes();
    m_page->setColumns(m_session.columns());
    if (m_options.rememberLayout)
        m_memory.restore();
    m_page->keyboard()->set(m_actions.all());
    m_page->empty()->setExamplesThere(!examplesList().isEmpty());
    refreshSettings();
    showFile();
}

MainWindow::~MainWindow() = default;

void MainWindow::layOut()
{
    auto* recent = new QMenu(tr("Recent files"), this);
    m_files = new FileCommands(&m_session, m_recent, m_actions, recent, this);
    m_actions.fillMenus(*this, recent, m_page->table()->columnMenu(this));
    m_fileName->setFont(theme().font(FontRole::Secondary));
    m_fileName->setProperty("tone", u"dim"_s);
    m_fileName->setContentsMargins(0, 0, theme().px(12), 0);
    m_fileName->setMinimumHeight(theme().px(24));
    menuBar()->setCornerWidget(m_fileName);
    menuBar()->setNativeMenuBar(false);
    auto* centre = new QWidget;
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (QWidget* bar : std::initializer_list<QWidget*>{m_tools, m_strip, m_banner})
        column->addWidget(bar);
    column->addWidget(m_modes->widget(), 1);
    column->addWidget(m_undo);
    setCentralWidget(centre);
    setStatusBar(m_status);
    resize(theme().px(1440), theme().px(900));
}

void MainWindow::onSnapshot(const SnapshotPtr& snapshot)
{
    m_opening = m_opening && !snapshot->reset;
    m_expectPapers = m_expectPapers && snapshot->totals.papers == 0;
    m_page->apply(*snapshot);
    if (snapshot->reset || !snapshot->rows.isEmpty() || !snapshot->removed.isEmpty())
        m_attention->refresh();
    if (snapshot->reset && m_options.rememberLayout)
        m_memory.restoreFilter(m_session.file());
    m_modes->review()->refresh(*snapshot);
    m_banner->set(snapshot->troubles);
    m_status->set(snapshot);
    if (snapshot->reset && snapshot->totals.papers > 0)
        m_recent->touch(m_session.file(), aboutRun(*snapshot));
    refresh();
    Q_EMIT contentShown();
}

void MainWindow::onRunFinished(const RunSummary& summary)
{
    const QLocale locale;
    QStringList parts{tr("%1 read").arg(locale.toString(summary.done))};
    if (summary.failed)
        parts += tr("%1 failed").arg(locale.toString(summary.failed));
    if (summary.held)
        parts += tr("%n need you", nullptr, summary.held);
    if (const SnapshotPtr& last = m_session.last()) {
        if (last->totals.valuesTotal > 0)
            parts += tr("%1 of %2 values proven")
                         .arg(locale.toString(last->totals.valuesProven), locale.toString(last->totals.valuesTotal));
        m_recent->touch(m_session.file(), aboutRun(*last));
    }
    message((summary.stopped ? tr("Stopped: %1") : tr("Done: %1")).arg(parts.join(u", "_s)));
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

StripState MainWindow::stripToShow() const
{
    if (m_session.last())
        return m_session.last()->strip;
    const Settings& s = m_session.settings();
    StripState strip;
    strip.converters.resize(s.integer(u"convert.workers"_s));
    strip.readers.resize(s.integer(u"read.workers"_s));
    strip.markerPaperLimit = s.integer(u"queue.marker.papers"_s);
    strip.markerByteLimit = qint64(s.integer(u"queue.marker.megabytes"_s)) * 1'000'000;
    strip.capUsd = s.number(u"read.cap.usd"_s);
    strip.readerFree = s.text(u"read.kind"_s) == "offline"_L1;
    if (const auto& plan = m_modes->importView()->plan())
        strip.papers = int(plan->papers.size());
    return strip;
}

/** Brings bars and actions in line with what is open, chosen and running. */
void MainWindow::refresh()
{
    const Modes::Mode mode = m_modes->mode();
    const bool importing = mode == Modes::Import, inMode = mode != Modes::Papers;
    const bool papers = m_session.papers() > 0 || m_expectPapers;
    const StripState strip = stripToShow();
    if (m_page->papersShown() != papers) {
        m_page->showPapers(papers);
        if (papers && !inMode)
            m_page->table()->setFocus();
    }
    m_strip->setState(strip, m_session.run());
    foldStrip();
    const QString beforeStart = asksCatalogues(m_session.settings()) ? tr("before Start only catalogues are asked")
                                                                     : tr("nothing is fetched or sent before Start");
    m_strip->setNote(importing && m_session.run() == RunState::Idle ? beforeStart : QString());
    m_tools->setExportEnabled(papers && !importing);
    m_tools->filter()->setEnabled(!inMode);
    m_actions.columns->setEnabled(!importing);
    m_actions.ledger->setEnabled(papers);
    m_actions.review->setEnabled(papers && !importing);
    refreshActions(strip, papers && !importing);
    m_commands->refresh(papers && !inMode);
    if (mode == Modes::Review)
        m_actions.readAgain->setEnabled(m_modes->reviewView()->current().has_value());
    const QLocale locale;
    m_status->setRight(inMode ? m_modes->footNote()
                       : papers
                           ? tr("%1 of %2 selected")
                                 .arg(locale.toString(m_page->table()->selectionCount()), locale.toString(strip.papers))
                           : tr("No papers"));
}

/** In a mode, when asked to, and where there is no room for its cards, the strip is one line. */
void MainWindow::foldStrip()
{
    const bool small = width() < theme().px(leastStripWidth) || height() < theme().px(leastStripHeight);
    m_strip->setCompact(small || m_modes->mode() != Modes::Papers || m_actions.compactStrip->isChecked());
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    foldStrip();
}

void MainWindow::refreshActions(const StripState& strip, bool papers)
{
    const RunState run = m_session.run();
    const bool waiting = papers && (strip.finished < strip.papers || (strip.secondReader && strip.secondWaiting > 0));
    m_tools->setRun(run, strip, waiting);
    for (QAction* format : m_actions.exports)
        format->setEnabled(papers);
    m_actions.startOrPause->setEnabled(run != RunState::Idle || waiting);
    m_actions.stop->setEnabled(run == RunState::Running || run == RunState::Pausing || run == RunState::Paused);
    m_actions.retryAll->setEnabled(strip.failed + strip.needsAttention + strip.secondMissing > 0);
}

void MainWindow::refreshSettings()
{
    const Settings& settings = m_session.settings();
    m_tools->setSettings(settings);
    m_strip->setAcquireLimit(settings.integer(u"acquire.parallel"_s));
    m_status->setWorkers(settings.integer(u"convert.workers"_s), settings.integer(u"read.workers"_s));
    m_modes->import()->showFacts();
    m_page->empty()->setPrivacy(
        convertHost(settings).isEmpty() && readHost(settings).isEmpty()
            ? tr("Nothing leaves this computer until you choose a reader that sends. Open copies are looked up by DOI "
                 "and arXiv id.")
            : leavesSentence(settings));
    refresh();
    if (isVisible())
        m_settings->loadFacts();
}

bool MainWindow::isBusy() const
{
    if (m_opening || m_expectPapers || m_modes->import()->isBusy())
        return true;
    if (m_modes->mode() == Modes::Import)
        return false;
    if (m_modes->mode() == Modes::Review)
        return m_modes->review()->isLoading() || m_page->dock()->isLoading();
    return m_page->papersShown() ? m_page->isLoading() || m_page->dock()->isLoading() : !m_settings->factsKnown();
}

void MainWindow::openPaths(const QStringList& paths)
{
    Dropped rest;
    QString project;
    for (const QString& path : paths) {
        if (path.endsWith(".sheaf"_L1, Qt::CaseInsensitive))
            project = QFileInfo(path).absoluteFilePath();
        else
            rest.paths += path;
    }
    if (project.isEmpty()) {
        m_modes->import()->begin(rest);
        return;
    }
    m_undo->commit();
    m_modes->import()->cancel();
    m_opening = true;
    m_session.open(project);
    if (!rest.isEmpty())
        connect(
            &m_session, &Session::fileChanged, this, [this, rest] { m_modes->import()->begin(rest); },
            Qt::SingleShotConnection);
}

void MainWindow::openExamples()
{
    const QString list = examplesList();
    if (list.isEmpty())
        return;
    if (m_session.papers() > 0)
        m_session.close();
    m_modes->import()->cancel();
    m_modes->import()->beginAndStart({{list}, {}});
}

void MainWindow::runPressed()
{
    Engine& engine = m_session.engine();
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

void MainWindow::exportAs(const QString& format)
{
    ExportScope scope{.selected = m_page->table()->selectedPapers()};
    const PaperFilter& shown = *m_page->filter();
    for (int row = 0; row < shown.rowCount(); ++row)
        scope.filtered.append(shown.index(row, 0).data(PaperModel::IdRole).toLongLong());
    auto* dialog = new ExportDialog(&m_session, format, scope, this);
    connect(dialog, &ExportDialog::settingsRequested, m_settings, &SettingsDesk::show);
    dialog->show();
}

/** In a review the value that is shown, else the chosen papers. */
void MainWindow::readAgain()
{
    const auto place = m_modes->mode() == Modes::Review ? m_modes->reviewView()->current() : std::nullopt;
    const QVector<PaperId> papers = place ? QVector<PaperId>{place->paper} : m_commands->chosenAndRead();
    if (!papers.isEmpty())
        (new ReadAgainDialog(&m_session, papers, place ? QStringList{place->column} : QStringList(), this))->show();
}

void MainWindow::walk(int by)
{
    walkPanes(QList<QWidget*>{m_tools->filter()} + m_modes->panes(), by);
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
        if (!m_page->papersShown() && m_modes->mode() == Modes::Papers)
            m_page->empty()->setFocus(Qt::OtherFocusReason);
        m_settings->loadFacts();
        m_options.keychain->load();
    });
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    m_undo->commit();
    if (m_session.last() && m_session.papers() > 0)
        m_recent->touch(m_session.file(), aboutRun(*m_session.last()));
    if (m_options.rememberLayout)
        m_memory.save(m_session.file());
    QMainWindow::closeEvent(event);
}

} // namespace sheaf
