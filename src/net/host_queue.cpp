// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/host_queue.h"

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace sheaf {

namespace {

/** What QNetworkAccessManager opens at most to one host: a seventh request would wait inside it, unseen, on our clock.
 */
constexpr int connectionsPerHost = 6;

QString hostAndPortOf(const QUrl& url)
{
    return url.host().toLower() + u':' + QString::number(url.port(url.scheme() == "https"_L1 ? 443 : 80));
}

} // namespace

HostQueue::HostQueue(HostPolicy policy)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &HostQueue::wake);
    setPolicy(policy);
}

void HostQueue::setPolicy(HostPolicy policy)
{
    m_policy = policy;
    m_policy.parallel = std::clamp(policy.parallel, 1, connectionsPerHost);
    m_timer.start(0);
}

void HostQueue::enter(quint64 id, Start start)
{
    m_waiting.append({id, std::move(start)});
    m_timer.start(0);
}

void HostQueue::leave(quint64 id)
{
    m_waiting.removeIf([&](const Waiting& waiting) { return waiting.id == id; });
    m_inside.removeOne(id);
    m_timer.start(0);
}

void HostQueue::holdFor(milliseconds pause)
{
    if (QDeadlineTimer later(pause, Qt::PreciseTimer); later > m_held)
        m_held = later;
}

void HostQueue::wake()
{
    while (!m_waiting.isEmpty() && m_inside.size() < m_policy.parallel) {
        if (const milliseconds wait = untilNextStart(); wait.count() > 0) {
            m_timer.start(wait);
            return;
        }
        const Waiting next = m_waiting.takeFirst();
        m_inside.append(next.id);
        m_interval.setRemainingTime(m_policy.interval, Qt::PreciseTimer);
        next.start();
    }
}

milliseconds HostQueue::untilNextStart() const
{
    return std::max(milliseconds(m_held.remainingTime()), milliseconds(m_interval.remainingTime()));
}

void HostQueues::setPolicy(const QString& host, HostPolicy policy)
{
    m_policies.insert(host.toLower(), policy);
    for (const auto& [hostAndPort, queue] : m_queues)
        queue->setPolicy(policyFor(hostAndPort));
}

void HostQueues::setRule(HttpClient::PolicyRule rule)
{
    m_rule = std::move(rule);
    for (const auto& [hostAndPort, queue] : m_queues)
        queue->setPolicy(policyFor(hostAndPort));
}

HostQueue& HostQueues::of(const QUrl& url)
{
    const QString key = hostAndPortOf(url);
    std::unique_ptr<HostQueue>& queue = m_queues[key];
    if (!queue) {
        m_firstUrls.insert(key, url);
        queue = std::make_unique<HostQueue>(policyFor(key));
    }
    return *queue;
}

milliseconds HostQueues::askedToWait(const QUrl& url) const
{
    const auto found = m_queues.find(hostAndPortOf(url));
    return found == m_queues.end() ? milliseconds(0) : found->second->askedToWait();
}

HostPolicy HostQueues::policyFor(const QString& hostAndPort) const
{
    for (const QString& name : {hostAndPort, hostAndPort.section(u':', 0, -2)}) {
        if (const auto found = m_policies.constFind(name); found != m_policies.cend())
            return *found;
    }
    return m_rule ? m_rule(m_firstUrls.value(hostAndPort)) : HostPolicy();
}

} // namespace sheaf
