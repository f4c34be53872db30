// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "read/calls/batch_order.h"
#include "read/calls/batch_results.h"
#include "read/calls/batch_search.h"
#include "read/calls/call_base.h"
#include "read/calls/single_call.h"

#include <QElapsedTimer>
#include <QPointer>

/**
 * A call that is one batch on the server: make it (by courier), or find it; look at it until it has ended, more and
 * more seldom; fetch its results once; ask for repairs; report. A batch that was made is never given up because the
 * server cannot be reached: what it did is paid, so the call goes on trying and says so (waiting()). One whose time is
 * over is cancelled, and what it did until then is still fetched. Engine thread.
 */
namespace sheaf {

struct BatchSetup
{
    CallSetup call;
    std::shared_ptr<BatchService> service;
    ClaimedBatches claimed;
    BatchLimits limits;
    std::chrono::milliseconds longestPoll{60000};
    std::chrono::milliseconds settle{10000};
    std::chrono::milliseconds cancelWait{60000};
    std::shared_ptr<bool> lacking = std::make_shared<bool>(false); ///< the service turned out to have no batches
};

class BatchCall : public CallBase
{
    Q_OBJECT
public:
    BatchCall(const BatchSetup& setup, const QString& callId, const QString& remoteId,
              const QVector<ReadRequest>& requests, Begin how);
    void cancel() override;

private:
    void begin() override;
    void prepare();
    void goOn();
    void upload();
    void takeUploaded(const Result<HttpReply>& reply);
    void create(const QString& fileId);
    void takeCreated(const Result<HttpReply>& reply);
    void search();
    void follow(const QString& batchId);

    void poll();
    void takeState(const Result<HttpReply>& reply);
    void takeEnd(const BatchState& batch);
    void waitForCancelled(const BatchState& batch);
    void pollLater();
    void pollAfterTrouble(const Failure& failure);

    void fetch();
    void takeResults(const Result<HttpReply>& reply);
    void fetchAgain();
    void takeLines();
    bool hasAllResults() const;
    QSet<QString> customIds() const;
    void nextPaper();
    Result<ChatAnswer> answerTo(const PaperReading& paper, int part) const;
    void takeParts(PaperReading& paper);
    void repair(PaperReading& paper);

    void failOpen(const Failure& failure);
    /** What was sent may have been answered. */
    void failLost(const Failure& failure);
    void concludeAll(const std::optional<Failure>& stageWide = {});
    QString createDelivery() const { return m_callId + QStringLiteral(".create"); }
    const Wire& wire() const { return m_setup.call.wire; }

    BatchSetup m_setup;
    QString m_callId;
    QString m_batchId;
    QVector<ReadRequest> m_requests;
    Begin m_how;
    QVector<PaperReading> m_papers;
    BatchOrder m_order;
    QPointer<Delivery> m_delivery;
    QPointer<BatchSearch> m_search;
    QTimer m_pause;
    QElapsedTimer m_age;
    QElapsedTimer m_overdue; ///< since its time was over and it was cancelled
    int m_troubles = 0;
    int m_fetches = 0;
    bool m_cancelled = false;
    bool m_late = false; ///< its time was over at the last look
    BatchState m_ended;
    QByteArray m_lines; ///< of the results, as far as they are here
    int m_files = 0;    ///< of the results, that are here
    BatchResults m_results;
    qsizetype m_paper = 0;
    std::optional<Failure> m_stageWide;
};

} // namespace sheaf
