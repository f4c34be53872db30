// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "read/calls/batch_service.h"
#include "read/courier/delivery.h"

#include <QSet>

/**
 * Finds a batch that was sent but whose id never came back. Where the server keeps the call's id with the batch, the
 * list says whose it is; a second one of the same call, made by whoever delivered the order twice, is cancelled. Else
 * those that nobody here owns, with as many requests and made since ours was sent, are candidates, and the custom ids
 * in the results of each, once it has ended, say whose it is; one that has not ended when its time is over never says.
 * Results are fetched once, into the spool, and serve the call afterwards. Only when there is no candidate after a
 * while was nothing made. Engine thread; deleting it abandons the search.
 */
namespace sheaf {

/** What calls of one reader share: the batches that belong to somebody. */
using ClaimedBatches = std::shared_ptr<QSet<QString>>;

struct BatchSearchSetup
{
    Wire wire;
    std::shared_ptr<BatchService> service;
    ClaimedBatches claimed;
    QString callId;
    QSet<QString> customIds;
    qint64 sentAt = 0; ///< milliseconds since 1970
    std::chrono::milliseconds longestPoll{60000};
    std::chrono::milliseconds settle{10000}; ///< a batch may appear in the list so long after it was sent
};

class BatchSearch : public QObject
{
    Q_OBJECT
public:
    BatchSearch(const BatchSearchSetup& setup, QObject* parent);
    void start();

Q_SIGNALS:
    void found(const QString& batchId);
    void notFound();
    /** What may be ours does not end. */
    void undecided();
    void waiting(const sheaf::Failure& why);

private:
    void list(const QString& next);
    void takePage(const BatchPage& page);
    bool isCandidate(const BatchState& batch) const;
    bool claimNamed();
    void examine();
    void takeResults(const QString& id, const Result<HttpReply>& reply);
    void lookAgain();

    BatchSearchSetup m_setup;
    QVector<BatchState> m_named;      ///< of this round, by the call's id
    QVector<BatchState> m_candidates; ///< of this round, newest first
    QSet<QString> m_foreign;
    QDateTime m_serverTime; ///< at the last page
    QTimer m_pause;
    int m_rounds = 0;
};

/** The spool's name for one file of a batch's results. */
QString resultsDelivery(const QString& callId, const QString& batchId, int file);

/** Sends what need not succeed: whoever asks may be gone before it is through. */
void sendAside(const Wire& wire, const HttpRequest& request);

} // namespace sheaf
