// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/engine/snapshot_maker.h"

#include "pipeline/engine/flow.h"
#include "pipeline/results/sink_stage.h"

namespace sheaf {

SnapshotMaker::SnapshotMaker(PaperBook& papers, Flow& flow, const SinkStage& sinks, const LoadMeter& load)
    : m_papers(papers), m_flow(flow), m_sinks(sinks), m_load(load)
{}

void SnapshotMaker::setClockRunning(bool running)
{
    if (running == m_clock.isValid())
        return;
    if (running) {
        m_clock.start();
    } else {
        m_elapsedBefore += m_clock.elapsed();
        m_clock.invalidate();
    }
}

qint64 SnapshotMaker::elapsedMs() const
{
    return m_elapsedBefore + (m_clock.isValid() ? m_clock.elapsed() : 0);
}

std::shared_ptr<Snapshot> SnapshotMaker::make(RunState run)
{
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->revision = ++m_revision;
    snapshot->reset = std::exchange(m_reset, false);
    snapshot->removed = m_papers.takeRemoved();
    const QSet<PaperId> changed = m_papers.takeChanged();
    if (snapshot->reset) {
        for (const PaperId paper : m_papers.inListOrder())
            snapshot->rows.append(m_papers.row(paper));
    } else {
        for (const PaperId paper : changed)
            snapshot->rows.append(m_papers.row(paper));
        std::ranges::sort(snapshot->rows, {}, &PaperRow::position);
    }
    snapshot->run = run;
    snapshot->troubles = m_flow.troubles() + m_sinks.troubles();
    snapshot->sinks = m_sinks.counts();
    snapshot->blocked = m_flow.isBlocked();

    const PaperSums& sums = m_papers.sums();
    for (int state = 0; state < StateCount; ++state)
        snapshot->totals.byState.insert(State(state), sums.of(State(state)));
    snapshot->totals.papers = sums.papers;
    snapshot->totals.valuesProven = sums.valuesProven;
    snapshot->totals.valuesTotal = sums.valuesTotal;
    snapshot->totals.abstractOnly = sums.abstractOnly;

    const SecondSums second = m_papers.secondSums();
    snapshot->totals.compared = second.compared;
    snapshot->totals.differing = second.differing;
    snapshot->strip.secondWaiting = second.waiting;
    snapshot->strip.secondDone = second.done;
    snapshot->strip.secondMissing = second.missing;

    m_flow.describe(snapshot->strip);
    m_load.describe(snapshot->strip);
    describePapers(snapshot->strip);
    snapshot->strip.elapsedMs = elapsedMs();
    snapshot->strip.remainingMs = run == RunState::Running ? remainingMs(second.waiting) : -1;
    return snapshot;
}

void SnapshotMaker::describePapers(StripState& strip) const
{
    const PaperSums& sums = m_papers.sums();
    strip.papers = sums.papers - sums.of(State::Skipped);
    strip.acquired = sums.acquired;
    strip.onDisk = sums.onDisk;
    strip.openAccess = sums.openAccess;
    strip.notFound = sums.notFound;
    strip.done = sums.of(State::Done);
    strip.failed = sums.of(State::Failed);
    strip.needsAttention = sums.of(State::NeedsAttention);
    strip.finished = strip.done + strip.failed + sums.of(State::Cancelled);
    if (!strip.readerFree && strip.done > 0)
        strip.usdPerPaper = (strip.spentUsd - strip.secondSpentUsd) / strip.done;
}

qint64 SnapshotMaker::remainingMs(int toReadTwice)
{
    const PaperSums& sums = m_papers.sums();
    const int toAcquire = sums.of(State::Waiting) + sums.of(State::Acquiring);
    const int toConvert = toAcquire + sums.of(State::QueuedForConversion) + sums.of(State::Converting);
    const int toRead = toConvert + sums.of(State::QueuedForReading) + sums.of(State::Reading);
    if (m_papers.hasSecondReader())
        toReadTwice += toRead;
    return m_flow.remainingMs(toAcquire, toConvert, toRead, toReadTwice);
}

} // namespace sheaf
