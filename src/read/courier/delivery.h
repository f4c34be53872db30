// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/http_client.h"
#include "read/calls/rate_limits.h"
#include "read/courier/spool.h"

#include <QTimer>

/**
 * One request to a model's service until it is answered or given up: retries with back-off, waits that the service asks
 * for or that its limits make necessary, and what a loss means for the money. Lives on the engine thread; deleting it
 * abandons it (a courier goes on).
 *
 * Failures: those of read_failure.h, read.service when the service cannot be reached, read.in-doubt, read.not-sent,
 * net.timeout.
 */
namespace sheaf {

enum class Care
{
    Free,   ///< sent from this process; sent again at will
    Paid,   ///< by courier; never sent again once it may have been answered
    Lasting ///< the same for a request that makes something on the server: no error of the server's says that it did
            ///< not
};

struct RetryTiming
{
    int attempts = 5; ///< in all, without a wish of the service's
    int obeyedWaits = 20;
    std::chrono::milliseconds firstDelay{500}; ///< doubles, with jitter
    std::chrono::milliseconds maxDelay{8000};
    std::chrono::milliseconds longestWait{600000};
};

/** What a delivery needs of its surroundings. */
struct Wire
{
    HttpClient* http = nullptr;
    Spool spool;
    RetryTiming timing;
    std::shared_ptr<RateLimits> limits = std::make_shared<RateLimits>(); ///< of the service, for all of its deliveries
};

class Delivery : public QObject
{
    Q_OBJECT
public:
    /** `id` names the spool's files; unused with Care::Free. */
    Delivery(const Wire& wire, Care care, const QString& id, const HttpRequest& request, QObject* parent);

    /** For what asks a model: it waits for the service's limits and learns them. Before start(). */
    void keepToLimits() { m_limits = m_wire.limits; }

    using Done = std::function<void(const Result<HttpReply>&)>;
    /** `done` gets a reply with a status below 300 or the failure; once, later. The delivery then deletes itself. */
    void start(Done done);

private:
    void end(const Result<HttpReply>& reply);
    void attempt();
    void send();
    /** Until the service's limits let the request through; 0 also where it was sent before. */
    std::chrono::milliseconds waitForRoom() const;
    qint64 roughTokens() const;
    void take(const Result<HttpReply>& reply);
    void takeFailure(const Failure& failure);
    void again(const Failure& failure, std::optional<std::chrono::milliseconds> wish);
    bool isDoubtful(const HttpReply& reply) const;
    std::chrono::milliseconds backOff() const;

    Wire m_wire;
    Care m_care;
    QString m_id;
    HttpRequest m_request;
    std::shared_ptr<RateLimits> m_limits;
    Done m_done;
    QTimer m_pause;
    int m_failed = 0;
    int m_waited = 0;
};

} // namespace sheaf
