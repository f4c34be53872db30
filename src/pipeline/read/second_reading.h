// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/engine/rate_meter.h"
#include "pipeline/read/proof_step.h"
#include "pipeline/read/read_stage.h"

/**
 * The second reader's work, beside the papers' way and never in it: a paper that is done waits here, in a queue of its
 * own, until the second reader has answered the same questions too. Nothing that goes wrong here changes a paper's
 * state; its status says why the second reading is missing, and a retry asks again. Engine thread.
 */
namespace sheaf {

class SecondReading : public QObject
{
    Q_OBJECT
public:
    SecondReading(PaperBook& papers, Store& store, CallBook& calls, QObject* parent = nullptr);

    /** None where there is no second reader: what it was asked before is still recovered. */
    void setReader(const Result<std::shared_ptr<Reader>>& reader);
    void setOptions(const ReadStage::Options& options) { m_read.setOptions(options); }
    void setRunning(bool running) { m_read.setRunning(running); }
    void setMoreComing(bool coming) { m_read.setMoreComing(coming); }
    void setReserve(double usd) { m_read.setReserve(usd); }
    /** Queues the paper where it is done and the second reader has not answered everything. */
    void follow(PaperId paper);
    void withdraw(PaperId paper);
    void recover(const CallRecord& call, const std::shared_ptr<Reader>& reader);
    void stop();

    bool hasCall(const QString& callId) const { return m_read.hasCall(callId) || m_proving.contains(callId); }
    bool isEmpty() const { return m_queue.isEmpty() && m_committing.isEmpty() && !isBusy(); }
    bool isBusy() const { return m_read.isBusy() || m_proof.isBusy(); }
    bool isQuiet() const { return !m_read.hasSinglesOut() && !m_proof.isBusy(); }
    bool isProving() const { return m_proof.isBusy(); }
    bool isStuck() const { return !m_proof.isBusy() && m_committing.isEmpty() && m_read.isStuck(); }
    StageGate& gate() { return m_read.gate(); }
    /** With the command that solves it for the second reader. */
    std::optional<StageTrouble> trouble() const;
    double papersPerSecond() { return m_finished.perSecond(); }
    void describe(StripState& strip) const;

Q_SIGNALS:
    void moved();
    /** A call ended: there may be room under the cap. */
    void callEnded();
    /** Its second answers are in the store. */
    void answered(sheaf::PaperId paper);

private:
    void onAnswered(const ReadAnswer& answer);
    void onProven(const ReadAnswer& answer);
    void settle(PaperId paper, const ReadOutcome& outcome, const ReadAnswer& answer);
    void settleFailure(PaperId paper, const Failure& failure, bool free);
    void again(PaperId paper);

    PaperBook& m_papers;
    Store& m_store;
    CallBook& m_calls;
    LlmQueue m_queue;
    ReadStage m_read;
    ProofStep m_proof;
    RateMeter m_finished;
    QSet<PaperId> m_doubted;    ///< asked once more, for nothing, because an answer was lost
    QSet<PaperId> m_committing; ///< their first reading is not yet on disk
    QSet<QString> m_proving;    ///< calls that were answered and are not yet written
};

} // namespace sheaf
