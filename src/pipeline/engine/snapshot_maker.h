// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/engine/load_meter.h"
#include "pipeline/engine/paper_book.h"

#include <QElapsedTimer>

/** Puts a snapshot together from what the engine owns: changed rows, the strip, the sums, the time left. Engine thread.
 */
namespace sheaf {

class Flow;
class SinkStage;

class SnapshotMaker
{
public:
    SnapshotMaker(PaperBook& papers, Flow& flow, const SinkStage& sinks, const LoadMeter& load);

    /** The next one holds all rows. */
    void reset() { m_reset = true; }
    void setClockRunning(bool running);
    qint64 elapsedMs() const;
    std::shared_ptr<Snapshot> make(RunState run);

private:
    void describePapers(StripState& strip) const;
    qint64 remainingMs(int toReadTwice);

    PaperBook& m_papers;
    Flow& m_flow;
    const SinkStage& m_sinks;
    const LoadMeter& m_load;
    QElapsedTimer m_clock;
    qint64 m_elapsedBefore = 0;
    quint64 m_revision = 0;
    bool m_reset = true;
};

} // namespace sheaf
