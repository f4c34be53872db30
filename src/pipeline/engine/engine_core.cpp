// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/engine/engine_core.h"

#include "core/second_reader.h"
#include "pipeline/results/results.h"

using namespace Qt::StringLiterals;

namespace sheaf {

EngineCore::EngineCore(EngineOptions options, StageTools tools, QObject* parent)
    : QObject(parent), m_options(std::move(options)), m_tools(std::move(tools)), m_tests(m_tools)
{
    m_snapshotTimer.setInterval(m_options.snapshotMs);
    connect(&m_snapshotTimer, &QTimer::timeout, this, &EngineCore::handOutSnapshot);
    connect(&m_disk, &StageGate::opened, this, &EngineCore::retryWrites);
    connect(&m_tests, &ServiceTest::readerTested, this, &EngineCore::readerTested);
    connect(&m_tests, &ServiceTest::converterTested, this, &EngineCore::converterTested);
    connect(&m_tests, &ServiceTest::sinkTested, this, &EngineCore::sinkTested);
    connect(&m_tests, &ServiceTest::sourceTested, this, &EngineCore::sourceTested);
}

EngineCore::~EngineCore()
{
    close();
}

void EngineCore::open(const QString& path)
{
    close();
    if (const auto loaded = load(path); !loaded) {
        Q_EMIT openFailed(path, loaded.error());
        return;
    }
    connectProject();
    Q_EMIT opened(m_project->store->path(), m_project->settings, m_project->papers.columns());
    m_changed = true;
    handOutSnapshot();
}

Result<void> EngineCore::load(const QString& path)
{
    auto store = Store::open(path);
    if (!store)
        return std::unexpected(store.error());
    const auto file = StoreReader::open(path);
    if (!file)
        return std::unexpected(file.error());
    auto fetcher = m_tools.fetcher((*store)->documentFolder(), (*file)->settings());
    const ConversionCache cache =
        m_options.cacheFolder.isEmpty() ? ConversionCache() : ConversionCache(m_options.cacheFolder);
    m_project = std::make_unique<Project>(*std::move(store), **file, std::move(fetcher), cache, m_load, m_tools.sink,
                                          m_options.secrets);
    return {};
}

void EngineCore::connectProject()
{
    connect(&m_project->flow, &Flow::moved, this, &EngineCore::onMoved);
    connect(&m_project->proposer, &ColumnProposer::proposed, this, &EngineCore::proposed);
    connect(&m_project->proposer, &ColumnProposer::proposed, this, &EngineCore::onMoved); // a run may wait for its call
    connect(&m_project->prices, &PriceCheck::told, this, &EngineCore::priced);
    connect(&m_project->flow, &Flow::pilotChosen, this, [this](const QVector<PaperId>& papers) {
        if (m_project->settings.set(u"read.pilot.papers"_s, pilotText(papers)))
            m_project->store->putSettings(m_project->settings);
    });
    connect(&m_project->flow, &Flow::readAgain, this, &EngineCore::reloadRecord);
    connect(&m_project->flow, &Flow::readAgain, &m_project->sinks, &SinkStage::follow);
    connect(&m_project->flow, &Flow::finished, &m_project->sinks, &SinkStage::follow);
    connect(&m_project->flow, &Flow::finished, &m_project->notices, [this](PaperId paper) {
        m_project->notices.ask({paper}, m_project->settings); // its DOI may have come with the document
    });
    connect(&m_project->notices, &NoticeWatch::moved, this, &EngineCore::onMoved);
    connect(&m_project->decisions, &Decisions::written, this, &EngineCore::reloadRecord);
    connect(&m_project->decisions, &Decisions::written, &m_project->sinks, &SinkStage::follow);
    connect(&m_project->sinks, &SinkStage::moved, this, &EngineCore::onMoved);
    connect(&m_project->sinks, &SinkStage::delivered, this, &EngineCore::delivered);
    connect(m_project->store.get(), &Store::writeFailed, this, &EngineCore::onWriteFailed);
}

void EngineCore::close()
{
    if (!m_project)
        return;
    m_snapshotTimer.stop();
    m_project->flow.disconnect(this);
    m_project->sinks.disconnect(this);
    if (m_project->flow.isBegun())
        m_project->flow.stop();
    m_project.reset();
    m_snapshotUnderway = m_checking = false;
    m_disk.open();
    m_run = RunState::Idle;
    m_userStopped = false;
}

void EngineCore::setSettings(const Settings& settings)
{
    if (!m_project)
        return;
    Project& p = *m_project;
    const Settings before = std::exchange(p.settings, settings);
    // A pilot that goes on keeps the papers that were chosen for it, which nobody else knows.
    const bool goesOn = settings.integer(u"read.pilot"_s) == before.integer(u"read.pilot"_s);
    if (const QString papers = before.text(u"read.pilot.papers"_s);
        goesOn && settings.text(u"read.pilot.papers"_s).isEmpty() && !papers.isEmpty())
        p.settings.set(u"read.pilot.papers"_s, papers).value();
    p.store->putSettings(p.settings);
    p.fetcher->setSettings(p.settings);
    p.papers.setSecondColumns(secondReaderColumns(p.papers.columns(), settings));
    p.flow.setSettings(p.settings);
    p.flow.readAbstracts();
    p.flow.followQuestions(p.papers.inListOrder());
    tryAgain(); // what was wrong may be right now
}

void EngineCore::setColumns(const QVector<Column>& columns)
{
    if (!m_project || columns == m_project->papers.columns())
        return;
    m_project->store->putColumns(columns);
    m_project->papers.setColumns(columns);
    m_project->papers.setSecondColumns(secondReaderColumns(columns, m_project->settings));
    m_project->flow.followQuestions(m_project->papers.inListOrder());
    m_project->snapshots.reset();
    reloadRecords();
    onMoved();
}

void EngineCore::readAgain(const QVector<PaperId>& papers, const QStringList& columns)
{
    if (!m_project)
        return;
    const QVector<PaperId> chosen = papers.isEmpty() ? m_project->papers.inListOrder() : papers;
    for (const PaperId paper : chosen)
        if (m_project->papers.state(paper) == State::Done)
            m_project->papers.askAgain(paper, columns);
    m_project->flow.followQuestions(chosen);
    startAgain();
}

void EngineCore::price(const PriceQuestion& question)
{
    if (m_project)
        m_project->prices.ask(question, readers(m_project->settings), m_project->settings);
}

void EngineCore::proposeColumns()
{
    if (m_project)
        m_project->proposer.ask(m_tools.reader(m_project->settings, m_project->store->spoolFolder()),
                                m_project->settings);
}

void EngineCore::setUpConverter()
{
    m_project->flow.setConverter(m_tools.converter(m_project->settings), m_project->settings.text(u"convert.preset"_s));
}

ReaderPair EngineCore::readers(const Settings& settings) const
{
    const QString spool = m_project->store->spoolFolder();
    return {m_tools.reader(settings, spool), hasSecondReader(settings) ? m_tools.secondReader(settings, spool)
                                                                       : Result<std::shared_ptr<Reader>>(nullptr)};
}

void EngineCore::setUpReaders()
{
    const auto ofKind = [this, settings = m_project->settings, spool = m_project->store->spoolFolder()](
                            ReaderRole role, const QString& kind) mutable -> Result<std::shared_ptr<Reader>> {
        const bool isFirst = role == ReaderRole::First;
        if (const auto set = settings.set(isFirst ? u"read.kind"_s : u"second.kind"_s, kind); !set)
            return std::unexpected(set.error());
        return isFirst ? m_tools.reader(settings, spool) : m_tools.secondReader(settings, spool);
    };
    const ReaderPair made = readers(m_project->settings);
    m_project->flow.setReaders(made.first, made.second, ofKind);
}

void EngineCore::start()
{
    if (!m_project || m_run == RunState::Stopping)
        return;
    if (m_project->flow.isBegun()) {
        resume();
        return;
    }
    m_userStopped = false;
    m_project->store->putColumns(m_project->papers.columns()); // a later version's defaults must not change them
    m_project->snapshots.setClockRunning(true);
    setRun(RunState::Running);
    setUpConverter();
    setUpReaders();
    m_project->sinks.setRunning(true);
    m_project->notices.ask(m_project->papers.inListOrder(), m_project->settings);
    m_project->flow.begin();
    onMoved(); // there may be nothing to do
}

void EngineCore::pause()
{
    if (m_run != RunState::Running)
        return;
    setRun(RunState::Pausing);
    m_project->sinks.setRunning(false);
    m_project->flow.setRunning(false);
}

void EngineCore::resume()
{
    if (m_run != RunState::Pausing && m_run != RunState::Paused)
        return;
    m_project->snapshots.setClockRunning(true);
    setRun(RunState::Running);
    m_project->sinks.setRunning(true);
    m_project->flow.setRunning(m_disk.isOpen());
}

void EngineCore::stop()
{
    if (m_run == RunState::Idle || m_run == RunState::Stopping)
        return;
    m_userStopped = true;
    setRun(RunState::Stopping);
    m_project->sinks.stop();
    m_project->notices.stop();
    m_project->flow.stop();
    onMoved();
}

void EngineCore::setRun(RunState run)
{
    m_run = run;
    showSoon();
}

void EngineCore::onMoved()
{
    showSoon();
    if (std::exchange(m_checking, true))
        return;
    // Decided when the stages have come to rest, not in the middle of a step.
    QMetaObject::invokeMethod(
        &m_project->scope,
        [this] {
            m_checking = false;
            const Flow& flow = m_project->flow;
            const SinkStage& sinks = m_project->sinks;
            if (m_run == RunState::Stopping && flow.isStopped() && !sinks.isBusy()) {
                finishRun(true);
            } else if (m_run == RunState::Pausing && flow.isQuiet() && !sinks.isBusy()) {
                m_project->snapshots.setClockRunning(false);
                setRun(RunState::Paused);
            } else if (m_run == RunState::Running && flow.isEmpty() && sinks.isQuiet() &&
                       !m_project->notices.isBusy()) {
                m_project->flow.stop();
                finishRun(false);
            }
        },
        Qt::QueuedConnection);
}

void EngineCore::finishRun(bool stopped)
{
    m_project->snapshots.setClockRunning(false);
    setRun(RunState::Idle);
    const PaperSums& sums = m_project->papers.sums();
    RunSummary summary;
    summary.done = sums.of(State::Done);
    summary.failed = sums.of(State::Failed);
    summary.skipped = sums.of(State::Skipped);
    summary.cancelled = sums.of(State::Cancelled);
    summary.held = sums.of(State::Paused) + sums.of(State::NeedsAttention);
    summary.waiting = sums.papers - summary.done - summary.failed - summary.skipped - summary.cancelled - summary.held;
    for (const SinkCount& sink : m_project->sinks.counts())
        summary.unsent += sink.waiting;
    summary.stopped = stopped;
    summary.elapsedMs = m_project->snapshots.elapsedMs();
    postSnapshot(); // the end is seen before it is told
    m_project->store->afterCommit(&m_project->scope, [this, summary] { Q_EMIT runFinished(summary); });
}

void EngineCore::showSoon()
{
    m_changed = true;
    if (m_project && !m_snapshotTimer.isActive())
        m_snapshotTimer.start();
}

void EngineCore::handOutSnapshot()
{
    if (m_snapshotUnderway)
        return;
    const bool moving = m_run != RunState::Idle && m_run != RunState::Paused;
    if (!std::exchange(m_changed, false) && !moving) {
        m_snapshotTimer.stop();
        return;
    }
    postSnapshot();
}

void EngineCore::postSnapshot()
{
    auto made = m_project->snapshots.make(m_run);
    made->file = m_project->store->path();
    if (m_project->settings.integer(u"read.pilot"_s) > 0)
        made->pilot = pilotPapers(m_project->settings.text(u"read.pilot.papers"_s));
    if (const auto& trouble = m_disk.trouble())
        made->troubles.append(*trouble);
    const auto handOut = [this, made] {
        m_snapshotUnderway = false;
        made->lastCommit = m_project->store->lastCommit();
        Q_EMIT snapshot(made);
    };
    m_snapshotUnderway = true;
    if (m_disk.isOpen())
        m_project->store->afterCommit(&m_project->scope, handOut);
    else
        handOut(); // nothing moves while nothing can be written, but the user must see why
}

void EngineCore::onWriteFailed(const Failure& failure)
{
    m_project->flow.setRunning(false);
    m_disk.close(failure);
    m_snapshotUnderway = false;
    showSoon();
}

void EngineCore::retryWrites()
{
    if (!m_project)
        return;
    m_project->store->retryWrites();
    m_project->store->afterCommit(&m_project->scope, [this] {
        m_disk.passed();
        if (m_run == RunState::Running)
            m_project->flow.setRunning(true);
    });
    showSoon();
}

void EngineCore::retryTrouble()
{
    if (!m_project)
        return;
    m_disk.open();
    tryAgain(); // a key may have come, which no setting shows
    if (m_run != RunState::Stopping)
        m_project->sinks.setRunning(true); // what waits from an earlier start
}

void EngineCore::tryAgain()
{
    m_project->flow.retryTroubles();
    m_project->sinks.setSettings(m_project->settings);
    if (m_project->flow.isBegun()) {
        setUpConverter();
        setUpReaders();
    }
}

void EngineCore::reloadRecord(PaperId paper)
{
    m_project->store->afterCommit(&m_project->scope, [this, paper] {
        m_project->files.run(
            [path = m_project->store->path(), paper] {
                const auto file = StoreReader::open(path);
                return file ? (*file)->readings(paper) : PaperReadings();
            },
            [this, paper](const PaperReadings& readings) {
                m_project->papers.showReadings(paper, readings);
                showSoon();
            });
    });
}

void EngineCore::reloadRecords()
{
    m_project->store->afterCommit(&m_project->scope, [this] {
        m_project->files.run(
            [path = m_project->store->path()] {
                const auto file = StoreReader::open(path);
                return file ? (*file)->readings() : QHash<PaperId, PaperReadings>();
            },
            [this](const QHash<PaperId, PaperReadings>& readings) {
                for (auto it = readings.cbegin(); it != readings.cend(); ++it)
                    m_project->papers.showReadings(it.key(), *it);
                showSoon();
            });
    });
}

void EngineCore::exportTo(const QString& path, const ExportChoice& choice)
{
    if (!m_project)
        return;
    m_project->store->afterCommit(&m_project->scope, [this, path, choice] {
        m_project->files.run(
            [project = m_project->store->path(), path, choice] { return exportFile(project, path, choice); },
            [this, path](const Result<void>& done) {
                Q_EMIT exported(path, done ? std::nullopt : std::optional(done.error()));
            });
    });
}

} // namespace sheaf
