// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "read/anthropic_service.h"
#include "read/delivery.h"

#include <QSet>

/**
 * Finds a batch that was sent but whose id never came back. The server lists its batches without their custom ids:
 * those that nobody here owns, with as many requests and made since ours was sent, are candidates, and the results of
 * each, once it has ended, say whose it is. Results are fetched once, into the spool, and serve the call afterwards.
 * Only when there is no candidate after a while was nothing made. Engine thread; deleting it abandons the search.
 */
namespace sheaf {

/** What calls of one reader share: the batches that belong to somebody. */
using ClaimedBatches = std::shared_ptr<QSet<QString>>;

struct BatchSearchSetup
{
    Wire wire;
    std::shared_ptr<AnthropicService> service;
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
    void waiting(const sheaf::Failure& why);

private:
    void list(const QString& afterId);
    void takePage(const QJsonObject& page);
    bool isCandidate(const QJsonObject& batch) const;
    void examine();
    void takeResults(const QString& id, const Result<HttpReply>& reply);
    void lookAgain();

    BatchSearchSetup m_setup;
    QVector<QJsonObject> m_candidates; ///< of this round, newest first
    QSet<QString> m_foreign;
    QTimer m_pause;
    int m_rounds = 0;
};

/** The spool's name for a batch's results. */
QString resultsDelivery(const QString& callId, const QString& batchId);
HttpRequest resultsRequest(const AnthropicService& service, const QString& batchId, const QString& resultsUrl);

} // namespace sheaf
