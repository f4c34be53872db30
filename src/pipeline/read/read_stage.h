// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/engine/paper_book.h"
#include "pipeline/engine/stage_gate.h"
#include "pipeline/engine/work_pool.h"
#include "pipeline/read/call_book.h"
#include "pipeline/read/llm_queue.h"
#include "pipeline/read/read_plan.h"
#include "pipeline/read/request_builder.h"
#include "read/reader.h"

#include <QElapsedTimer>
#include <QTimer>

#include <map>

/**
 * Third stage, one for each reader: free workers take converted papers as planReads() says and put the questions to the
 * reader. Each call is on disk before it is sent, and no call is begun that could pass the cap. Calls of an earlier
 * start are recovered before anything is sent again. Engine thread.
 */
namespace sheaf {

/** A call that ended: one outcome per request. */
struct ReadAnswer
{
    QString callId;
    QVector<QPair<PaperId, ReadOutcome>> outcomes;
    QVector<Column> columns;        ///< what was asked
    QHash<PaperId, QString> read;   ///< whose conversion: a paper may have got another document meanwhile
    std::shared_ptr<Reader> reader; ///< keeps what finds the call again until forget()
    qint64 milliseconds = 0;
};

class ReadStage : public QObject
{
    Q_OBJECT
public:
    struct Options
    {
        int workers = 4;
        QString batch; ///< auto, always, never
        double capUsd = 0;
        QString answerLanguage;
        int pilot = 0; ///< so many papers are read, then the stage waits for the user; 0 = no pilot
    };
    ReadStage(ReaderRole role, LlmQueue& queue, const PaperBook& papers, Store& store, CallBook& calls,
              QObject* parent = nullptr);
    ~ReadStage() override;

    /** Calls that are out keep the reader they began with. */
    void setReader(std::shared_ptr<Reader> reader);
    void setOptions(const Options& options);
    /** The papers of the pilot, as far as they are chosen: before the options that ask for one. */
    void setPilotPapers(const QVector<PaperId>& papers) { m_pilot = papers; }
    void setRunning(bool running);
    /** Whether papers are on their way to the LLM queue. */
    void setMoreComing(bool coming);
    /** What must be left under the cap for others, in US dollars: papers wait until it is. */
    void setReserve(double usd);
    /** A new run: its first paper goes at once. */
    void beginRun() { m_sentThisRun = false; }
    void add(PaperId paper, qint64 markdownBytes);
    /** Papers that a call gave back unread: they keep their place. */
    void addFirst(const QVector<PaperId>& papers);
    /** Looks for what became of a call of an earlier start. */
    void recover(const CallRecord& call, std::shared_ptr<Reader> reader);
    void drop(PaperId paper);
    /** Abandons everything: what was sent stays open in the journal and is recovered at the next start. */
    void clear();
    void pump();

    bool isBusy() const { return !m_calls.empty(); }
    /** Of calls that end within minutes: a batch at the vendor does not count. */
    bool hasSinglesOut() const;
    bool hasCall(const QString& callId) const { return m_calls.contains(callId); }
    /** Nothing is out, and what waits cannot go. */
    bool isStuck() const { return m_calls.empty() && (m_queue.isEmpty() || !m_gate.isOpen() || m_waitsForReserve); }
    bool isFree() const { return !m_reader || m_reader->traits().free; }
    /** The mean of what was reserved for a request; 0 = none was sent yet. */
    double meanBoundUsd() const { return m_bounds ? m_boundUsd / m_bounds : 0; }
    StageGate& gate() { return m_gate; }
    const StageGate& gate() const { return m_gate; }
    QVector<WorkerLamp> lamps() const;

Q_SIGNALS:
    void started(const QVector<sheaf::PaperId>& papers, bool inBatch);
    void answered(const sheaf::ReadAnswer& answer);
    /** To be remembered: after a restart the same papers are the pilot. */
    void pilotChosen(const QVector<sheaf::PaperId>& papers);
    /** Its conversion is not in the file any more. */
    void conversionLost(sheaf::PaperId paper);

private:
    struct Call;
    using CallPtr = std::shared_ptr<Call>;
    CallPtr newCall(CallRecord record, std::shared_ptr<Reader> reader);
    void take(int count);
    void takePapers(const QVector<PaperId>& papers);
    void pumpPilot();
    void choosePilot();
    /** Without those at the end whose questions differ from the first one's: a call puts the same to all. */
    QVector<PaperId> alike(const QVector<PaperId>& papers);
    void load(const CallPtr& call, std::function<void()> then);
    void send(const CallPtr& call);
    void standInForReplaced(const CallPtr& call) const;
    void launch(const CallPtr& call, bool recovered);
    bool fitIntoCap(const CallPtr& call);
    double roomUsd() const;
    WorkerLamp lampOf(const Call& call) const;
    void finish(const CallPtr& call, const QVector<ReadOutcome>& outcomes, const std::optional<Failure>& stageWide);
    void forget(const CallPtr& call);
    ReadSituation situation() const;
    bool batchesAllowed() const;

    const ReaderRole m_role;
    LlmQueue& m_queue;
    const PaperBook& m_papers;
    Store& m_store;
    CallBook& m_book;
    std::shared_ptr<Reader> m_reader;
    Options m_options;
    StageGate m_gate;
    std::map<QString, CallPtr> m_calls; ///< by call id
    QVector<QString> m_lamps;           ///< whose call is at which lamp
    QElapsedTimer m_lastArrival, m_firstArrival;
    QTimer m_collecting;
    QVector<PaperId> m_pilot;
    bool m_running = false;
    bool m_moreComing = false;
    bool m_sentThisRun = false;
    double m_reserveUsd = 0;
    bool m_waitsForReserve = false;
    double m_boundUsd = 0; ///< what was reserved for
    int m_bounds = 0;      ///< so many requests
    WorkPool m_loaders{2};
};

} // namespace sheaf
