// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/acquire/acquire_stage.h"
#include "pipeline/convert/convert_stage.h"
#include "pipeline/engine/trace.h"
#include "pipeline/read/pilot.h"
#include "pipeline/read/proof_step.h"
#include "pipeline/read/read_stage.h"
#include "pipeline/read/second_reading.h"

/**
 * The way of the papers: the two queues and the stages between them, wired so that each stage knows only its own step.
 * Every move of a paper from one to the next is made here, and journalled before anything shows it. Engine thread.
 */
namespace sheaf {

class Flow : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        Store& store;
        PaperBook& papers;
        CallBook& calls;
        Fetcher& fetcher;
        ConversionCache cache;
    };
    using ReaderPtr = std::shared_ptr<Reader>;
    /** Makes the reader of a call that an earlier start left open. */
    using ReaderOfKind = std::function<Result<ReaderPtr>(ReaderRole role, const QString& kind)>;

    explicit Flow(const Parts& parts, QObject* parent = nullptr);

    void setSettings(const Settings& settings);
    void setConverter(const Result<std::shared_ptr<Converter>>& converter, const QString& preset);
    /** A second reader that is none: there is no second reader. */
    void setReaders(const Result<ReaderPtr>& first, const Result<ReaderPtr>& second, ReaderOfKind readerOfKind);

    /** Recovers what was sent earlier, then queues every paper that is neither final nor held. */
    void begin();
    void setRunning(bool running);
    /** Ends every step now; papers fall back to where they go on. */
    void stop();
    /** To the queues that the papers' state of work asks for. Nothing before begin(). */
    void enqueue(const QVector<PaperId>& papers);
    /** Out of every queue and step. */
    void withdraw(PaperId paper);
    /** After questions or answers changed: a paper that was read and does not answer them all is read again, one that
     * waits for nothing is done. */
    void followQuestions(const QVector<PaperId>& papers);
    /** For papers that wait for a document already: the user wants their abstracts read, by a setting. */
    void readAbstracts();
    /** The list's abstract of a paper stands in for a document that it has not got; `why` it has none. False: the list
     * has no abstract. */
    bool readAbstract(PaperId paper, const QString& why);
    /** Of a paper that was done with its abstract. */
    void findFullText(PaperId paper);
    /** It stays with the abstract, for that reason. */
    void keepAbstract(PaperId paper, const QString& why);
    void retryTroubles();

    bool isBegun() const { return m_begun; }
    /** Every paper is final or held, and nothing is on its way. */
    bool isEmpty() const;
    /** No step is running but batches at the vendor. */
    bool isQuiet() const;
    /** Nothing moves any more until the user solves a trouble. */
    bool isBlocked() const;
    /** Nothing of a stopped run is left behind. */
    bool isStopped() const;
    QVector<StageTrouble> troubles() const;
    void describe(StripState& strip);
    /** Until so many papers are through each stage at the pace of the last minute; -1 = no pace yet. */
    qint64 remainingMs(int toAcquire, int toConvert, int toRead, int toReadTwice);

Q_SIGNALS:
    /** Something moved. */
    void moved();
    /** All its questions are answered. */
    void finished(sheaf::PaperId paper);
    void pilotChosen(const QVector<sheaf::PaperId>& papers);
    /** A paper that had answers got new ones, of either reader: what the user decided about the old ones is in the
     * store, and so is what the readers' answers are compared by. */
    void readAgain(sheaf::PaperId paper);

private:
    void connectStages();
    void onFetched(PaperId paper, const Acquired& acquired, qint64 milliseconds);
    QString fillIn(PaperId paper, const Paper& printed);
    void onConverted(PaperId paper, const Converted& converted);
    void onAnswered(const ReadAnswer& answer);
    void onProven(const ReadAnswer& answer);
    void onFailed(PaperId paper, const Failure& failure);
    void settle(PaperId paper, const ReadOutcome& outcome, const ReadAnswer& answer);
    void settleDoubt(PaperId paper, const Failure& failure, bool free);
    void keepRecord(PaperId paper, const ReadOutcome& outcome, const ReadAnswer& answer);
    void followQuestions(PaperId paper);
    bool asksNothing(PaperId paper) const;
    /** The paper's next state, or Paused where the user asked for it meanwhile. False: it is held. */
    bool advance(PaperId paper, State next, const PaperBook::Change& change = {}, const QString& note = {});
    void place(PaperId paper);
    void queueForReading(PaperId paper, qint64 markdownBytes);
    void readAgainLater(PaperId paper, const QString& note);
    void recoverCalls();
    void makeRoom();
    double reserveUsd() const;
    /** What is neither fetched nor waited for. */
    bool isEmptyAfterAcquire() const;
    bool moreComing() const;
    void notice();

    Store& m_store;
    PaperBook& m_papers;
    CallBook& m_calls;
    MarkerQueue m_markerQueue;
    LlmQueue m_llmQueue;
    AcquireStage m_acquire;
    ConvertStage m_convert;
    ReadStage m_read;
    ProofStep m_proof;
    SecondReading m_second;
    Trace m_trace;
    RateMeter m_finished;
    ReaderOfKind m_readerOfKind;
    QSet<PaperId> m_doubted;    ///< asked once more, for nothing, because an answer was lost
    QSet<PaperId> m_committing; ///< converted, not yet on disk
    QSet<QString> m_proving;    ///< calls that were answered and are not yet written
    double m_capUsd = 0;
    bool m_readAbstracts = false; ///< of papers without a document
    bool m_begun = false;
    bool m_running = false;
};

} // namespace sheaf
