// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/acquire/fetcher.h"
#include "pipeline/acquire/source_wait.h"
#include "pipeline/convert/marker_queue.h"
#include "pipeline/engine/paper_book.h"
#include "pipeline/engine/rate_meter.h"
#include "pipeline/engine/stage_gate.h"

#include <QElapsedTimer>

#include <map>

/**
 * First stage: at most `parallel` papers are fetched or wait, fetched, for room in the marker queue. A full queue so
 * holds acquisition back, and a slow download holds up nobody else. Papers whose document is already known take no
 * slot; they only wait for room, and those that a source may have which is down wait aside. Engine thread.
 */
namespace sheaf {

class AcquireStage : public QObject
{
    Q_OBJECT
public:
    AcquireStage(Fetcher& fetcher, MarkerQueue& queue, const PaperBook& papers, QObject* parent = nullptr);

    void setParallel(int parallel);
    void setRunning(bool running);
    void add(PaperId paper);
    /** Its file lies there: straight to the marker queue when there is room. */
    void addFetched(PaperId paper, qint64 bytes);
    /** Forgets the paper, ending its download. */
    void drop(PaperId paper);
    /** Everything stops and is forgotten. */
    void clear();
    /** Starts what can be started: call it when the marker queue got room. */
    void pump();

    bool isEmpty() const { return m_waiting.empty() && m_fetched.empty() && m_active.empty() && m_wait.isEmpty(); }
    bool isBusy() const { return !m_active.empty(); }
    /** Papers are on their way to the marker queue, those that it holds back left aside. */
    bool willDeliver() const;
    StageGate& gate() { return m_gate; }
    const StageGate& gate() const { return m_gate; }
    /** Papers aside, for a source that is down. */
    SourceWait& sourceWait() { return m_wait; }
    const SourceWait& sourceWait() const { return m_wait; }
    /** Nothing is left but those. */
    bool onlyWaits() const
    {
        return m_waiting.empty() && m_fetched.empty() && int(m_active.size()) == m_wait.underWay();
    }
    void describe(StripState& strip) const;
    RateMeter& rate() { return m_rate; }

Q_SIGNALS:
    void started(sheaf::PaperId paper);
    /** The document lies on disk; the paper may still wait for room. */
    void fetched(sheaf::PaperId paper, const sheaf::Acquired& acquired, qint64 milliseconds);
    /** It stands in the marker queue now. */
    void queued(sheaf::PaperId paper);
    void failed(sheaf::PaperId paper, const sheaf::Failure& failure);
    /** The stage is closed, or a source is down; the paper waits again. */
    void returned(sheaf::PaperId paper);
    void note(sheaf::PaperId paper, const QString& line);

private:
    struct Running
    {
        quint64 run = 0;
        QElapsedTimer clock;
    };
    void start(PaperId paper);
    void finish(PaperId paper, quint64 run, const Result<Acquired>& result);
    void deliver();
    void insert(qint64 place, PaperId paper);
    std::optional<PaperId> takeNext();
    bool mayStart(PaperId paper) const;
    bool isOwnFile(PaperId paper, const Acquired& acquired) const;
    int slotsTaken() const { return int(m_active.size()) + int(m_holdingSlot.size()); }

    Fetcher& m_fetcher;
    MarkerQueue& m_queue;
    const PaperBook& m_papers;
    StageGate m_gate;
    SourceWait m_wait;
    RateMeter m_rate;
    std::map<qint64, PaperId> m_waiting; ///< by arrival; papers put back come first
    QHash<PaperId, qint64> m_places;
    std::deque<MarkerQueue::Item> m_fetched; ///< on disk, held back by the full queue
    QSet<PaperId> m_holdingSlot;             ///< of those, the ones that were fetched just now
    QSet<PaperId> m_lookedAt;                ///< while the gate is closed: its files do not help either
    std::map<PaperId, Running> m_active;
    quint64 m_runs = 0;
    qint64 m_front = 0, m_back = 0;
    int m_parallel = 5;
    bool m_running = false;
};

} // namespace sheaf
