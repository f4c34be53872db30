// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/exchange.h"

#include "core/log.h"
#include "net/net_failure.h"
#include "net/redirect.h"
#include "net/retry.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace sheaf {

Exchange::Exchange(quint64 id, const HttpRequest& request, HostQueues& queues, QNetworkAccessManager& manager,
                   Ended ended)
    : m_id(id), m_request(request), m_queues(queues), m_manager(manager), m_ended(std::move(ended))
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &Exchange::beginAttempt);
    beginAttempt();
}

Exchange::~Exchange()
{
    delete m_hop;
    leaveQueue();
}

void Exchange::beginAttempt()
{
    ++m_attempt;
    m_redirects = 0;
    m_left = m_request.deadline;
    m_current = m_request;
    enterQueue();
}

void Exchange::enterQueue()
{
    m_place = &m_queues.of(m_current.url);
    m_place->enter(m_id, [this] { send(); });
}

void Exchange::send()
{
    m_onWire.start();
    m_hop = new Hop(m_manager, m_current, m_left, [this](const Result<HttpReply>& result) { hopEnded(result); });
}

void Exchange::hopEnded(const Result<HttpReply>& result)
{
    m_left -= milliseconds(m_onWire.elapsed());
    m_hop->deleteLater();
    m_hop = nullptr;
    qCDebug(logNet).noquote() << m_current.method << redacted(m_current.url) << "→"
                              << (result ? QString::number(result->status) : result.error().code) << "in"
                              << m_onWire.elapsed() << "ms, attempt" << m_attempt;
    if (result && isRedirect(result->status) && m_request.maxRedirects > 0) {
        leaveQueue();
        return follow(*result);
    }
    const auto again = retryAfter(m_request, result, m_attempt, QRandomGenerator::global()->generateDouble());
    if (again && again->holdsHost)
        m_place->holdFor(again->delay);
    else if (result && !result->ok() && result->retryAfter() > m_request.retry.longestRetryAfter)
        m_place->askedToWait(*result->retryAfter());
    leaveQueue();
    if (again)
        m_pause.start(again->delay);
    else
        end(result);
}

void Exchange::follow(const HttpReply& reply)
{
    if (++m_redirects > m_request.maxRedirects)
        return end(std::unexpected(
            netFailure(m_request.stage, NetProblem::Redirect, redacted(m_request.url) + ": too many"_L1)));
    if (m_left.count() <= 0)
        return end(std::unexpected(
            netFailure(m_request.stage, NetProblem::Timeout, redacted(m_request.url) + ": redirects"_L1)));
    auto next = redirected(m_current, reply.status, reply.header("Location"));
    if (!next)
        return end(std::unexpected(next.error()));
    m_current = std::move(*next);
    enterQueue();
}

void Exchange::leaveQueue()
{
    if (HostQueue* place = std::exchange(m_place, nullptr))
        place->leave(m_id);
}

void Exchange::end(Result<HttpReply> result)
{
    if (result)
        result->attempts = m_attempt;
    m_ended(std::move(result));
}

} // namespace sheaf
