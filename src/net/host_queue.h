// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/http_client.h"

#include <QDeadlineTimer>
#include <QHash>
#include <QTimer>

#include <map>

/**
 * Who may talk to a host, and when: first come, first served, never more at once than its policy allows, never two
 * starts closer than its interval, none while the host has asked for a pause. One thread.
 */
namespace sheaf {

class HostQueue : public QObject
{
    Q_OBJECT
public:
    using Start = std::function<void()>;
    explicit HostQueue(HostPolicy policy);

    void setPolicy(HostPolicy policy);
    /** Calls `start` later, when it is the turn of `id`; its place is kept until leave(). */
    void enter(quint64 id, Start start);
    /** Gives back a place, or gives up waiting for one. */
    void leave(quint64 id);
    void holdFor(std::chrono::milliseconds pause);
    /** A wish that is too long to wait for here: remembered for those who ask. */
    void askedToWait(std::chrono::milliseconds pause) { m_asked = QDeadlineTimer(pause, Qt::PreciseTimer); }
    std::chrono::milliseconds askedToWait() const { return std::chrono::milliseconds(m_asked.remainingTime()); }

private:
    void wake();
    std::chrono::milliseconds untilNextStart() const;

    struct Waiting
    {
        quint64 id;
        Start start;
    };
    HostPolicy m_policy;
    QVector<Waiting> m_waiting;
    QVector<quint64> m_inside;
    QDeadlineTimer m_held{Qt::PreciseTimer};
    QDeadlineTimer m_asked{Qt::PreciseTimer};
    QDeadlineTimer m_interval{Qt::PreciseTimer};
    QTimer m_timer;
};

/** The queues of all hosts, with their policies for "host" or "host:port". */
class HostQueues
{
public:
    void setPolicy(const QString& host, HostPolicy policy);
    /** For hosts without a policy, from now on: also those that are known already. */
    void setRule(HttpClient::PolicyRule rule);
    HostQueue& of(const QUrl& url);
    std::chrono::milliseconds askedToWait(const QUrl& url) const;

private:
    HostPolicy policyFor(const QString& hostAndPort) const;

    QHash<QString, HostPolicy> m_policies;
    HttpClient::PolicyRule m_rule;
    QHash<QString, QUrl> m_firstUrls; ///< "host:port" → by which it was met
    std::map<QString, std::unique_ptr<HostQueue>> m_queues;
};

} // namespace sheaf
