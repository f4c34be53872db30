// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/hop.h"
#include "net/host_queue.h"

/**
 * One HttpClient::send() from its queueing to its result: waits for its host's turn, sends, follows redirects (each in
 * the queue of its own host), waits and tries again. The deadline counts only what is on the wire. One thread;
 * destroying it gives up its place and aborts.
 */
namespace sheaf {

class Exchange : public QObject
{
    Q_OBJECT
public:
    using Ended = std::function<void(Result<HttpReply>)>;
    /** `ended` is called once, later, and may schedule the exchange's deletion but not delete it. */
    Exchange(quint64 id, const HttpRequest& request, HostQueues& queues, QNetworkAccessManager& manager, Ended ended);
    ~Exchange() override;

private:
    void beginAttempt();
    void enterQueue();
    void send();
    void hopEnded(const Result<HttpReply>& result);
    void follow(const HttpReply& reply);
    void leaveQueue();
    void end(Result<HttpReply> result);

    const quint64 m_id;
    const HttpRequest m_request;
    HostQueues& m_queues;
    QNetworkAccessManager& m_manager;
    Ended m_ended;

    HttpRequest m_current; ///< as changed by redirects
    HostQueue* m_place = nullptr;
    Hop* m_hop = nullptr;
    int m_attempt = 0;
    int m_redirects = 0;
    std::chrono::milliseconds m_left{0}; ///< of this attempt's deadline
    QElapsedTimer m_onWire;
    QTimer m_pause;
};

} // namespace sheaf
