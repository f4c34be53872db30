// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "read/batch_order.h"
#include "read/batch_results.h"
#include "read/batch_search.h"
#include "read/call_base.h"
#include "read/single_call.h"

#include <QElapsedTimer>
#include <QPointer>

/**
 * A call that is one batch on the server: make it (by courier), or find it; look at it until it has ended, more and
 * more seldom; fetch its results once; ask for repairs; report. A batch that was made is never given up because the
 * server cannot be reached: what it did is paid, so the call goes on trying and says so (waiting()). Engine thread.
 */
namespace sheaf {

struct BatchSetup
{
    CallSetup call;
    std::shared_ptr<AnthropicService> service;
    ClaimedBatches claimed;
    BatchLimits limits;
    std::chrono::milliseconds longestPoll{60000};
    std::chrono::milliseconds settle{10000};
};

class AnthropicBatchCall : public CallBase
{
    Q_OBJECT
public:
    AnthropicBatchCall(const BatchSetup& setup, const QString& callId, const QString& remoteId,
                       const QVector<ReadRequest>& requests, Begin how);
    void cancel() override;

private:
    void begin() override;
    void prepare();
    void create();
    void takeCreated(const Result<HttpReply>& reply);
    void search();
    void follow(const QString& batchId);

    void poll();
    void takeState(const Result<HttpReply>& reply);
    void reportProgress(const QJsonObject& batch);
    void pollLater();
    void pollAfterTrouble(const Failure& failure);
    bool isOverdue(const QJsonObject& batch, const HttpReply& reply) const;
    void sendCancel();

    void fetch(const QString& resultsUrl);
    void takeResults(const Result<HttpReply>& reply);
    bool hasAllResults() const;
    QSet<QString> customIds() const;
    void nextPaper();
    void takePart(PaperReading& paper);
    Result<ChatAnswer> answerOf(const QJsonObject& result) const;
    void repair(PaperReading& paper);

    void failOpen(const Failure& failure);
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
    int m_troubles = 0;
    int m_fetches = 0;
    bool m_cancelled = false;
    BatchResults m_results;
    qsizetype m_paper = 0;
    std::optional<Failure> m_stageWide;
};

} // namespace sheaf
