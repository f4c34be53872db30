// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "convert/converter.h"
#include "pipeline/convert/marker_queue.h"
#include "pipeline/convert/text_basis_check.h"
#include "pipeline/engine/paper_book.h"
#include "pipeline/engine/rate_meter.h"
#include "pipeline/engine/stage_gate.h"
#include "pipeline/engine/work_pool.h"
#include "store/cache.h"

#include <QElapsedTimer>

#include <map>

/**
 * Second stage: takes papers from the marker queue whenever a worker of its pool is free, so that the device never
 * waits: the next paper is on its way before the finished one is packed, cached and stored, which happens on other
 * threads. A conversion that was made before comes from the cache. Engine thread.
 */
namespace sheaf {

/** A finished conversion, ready to be stored. */
struct Converted
{
    QString key;       ///< into conversions and the cache
    QByteArray packed; ///< as packConversion() made it
    Paper printed;     ///< what the document says of the paper itself
    qint64 markdownBytes = 0;
    int pages = 0;
    double confidence = 0; ///< mean of the pages'
    BasisVerdict basis;
    QString converter;
    qint64 milliseconds = 0;
    bool fromCache = false;
};

class ConvertStage : public QObject
{
    Q_OBJECT
public:
    ConvertStage(MarkerQueue& queue, const PaperBook& papers, ConversionCache cache, QObject* parent = nullptr);
    ~ConvertStage() override;

    /** Running conversions keep the converter they began with. */
    void setConverter(std::shared_ptr<Converter> converter, const QString& preset);
    void setWorkers(int workers);
    void setRunning(bool running);
    /** Takes the paper out of the queue, or stops its conversion and forgets it. */
    void drop(PaperId paper);
    /** Stops and forgets everything; the workers come free within 200 ms. */
    void clear();
    /** Starts what can be started: call it when the queue got papers. */
    void pump();

    bool isBusy() const { return !m_active.empty() || m_packing > 0; }
    /** Also of conversions that were told to stop and have not returned. */
    bool hasWorkersOut() const { return m_out > 0; }
    bool willDeliver() const;
    StageGate& gate() { return m_gate; }
    const StageGate& gate() const { return m_gate; }
    void describe(StripState& strip);
    double papersPerSecond() { return m_papersRate.perSecond(); }

Q_SIGNALS:
    void started(sheaf::PaperId paper);
    void finished(sheaf::PaperId paper, const sheaf::Converted& converted);
    void failed(sheaf::PaperId paper, const sheaf::Failure& failure);
    /** A line for the paper's history. */
    void note(sheaf::PaperId paper, const QString& line);
    /** The stage is closed; the paper stands in the queue again. */
    void returned(sheaf::PaperId paper);
    /** A worker came back after its conversion was forgotten. */
    void workerFree();

private:
    /** Shared with the worker: what it reports and whether it shall stop. */
    struct Job;
    struct Outcome;
    void start(const MarkerQueue::Item& item);
    void finish(const std::shared_ptr<Job>& job, Outcome outcome);
    void pack(const std::shared_ptr<Job>& job, std::shared_ptr<const Conversion> conversion);

    MarkerQueue& m_queue;
    const PaperBook& m_papers;
    ConversionCache m_cache;
    std::shared_ptr<Converter> m_converter;
    QString m_preset;
    StageGate m_gate;
    RateMeter m_pages, m_papersRate;
    RateMeter m_busy; ///< worker seconds
    QElapsedTimer m_sinceDescribed;
    std::map<PaperId, std::shared_ptr<Job>> m_active;
    QVector<PaperId> m_lamps; ///< who works at which lamp, 0 = nobody
    int m_workers = 4;
    int m_out = 0;
    int m_packing = 0;
    bool m_running = false;
    WorkPool m_pool{4};
    WorkPool m_packers{2}; ///< destroyed first: their results use the members above
};

} // namespace sheaf
