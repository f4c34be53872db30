// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/http_client.h"

#include <QSet>

/**
 * A download whose redirects are followed one by one, so that it is known which address failed. Where nobody has
 * invited programs to, each address on the way is asked for its robots.txt first. Engine thread; deleting it gives up.
 */
namespace sheaf {

class Courtesy;

class PageWalk : public QObject
{
    Q_OBJECT
public:
    /** `where`: the last address that was asked. */
    using Done = std::function<void(const QUrl& where, const Result<HttpReply>& reply)>;
    enum class Road
    {
        Invited, ///< an index calls it a document
        Open     ///< a page, or where it leads
    };
    /** `mayVisit` says no to addresses that were tried or failed before: failure acquire.tried on the open road.
     * Failure acquire.robots where robots.txt says no. `done` is called once, later; the walk deletes itself then. */
    PageWalk(HttpClient& http, Courtesy& courtesy, const HttpRequest& request, Road road,
             std::function<bool(const QUrl&)> mayVisit, Done done, QObject* parent);

private:
    void step();
    void send();
    void replied(const Result<HttpReply>& reply);
    std::optional<Failure> whyNotTo(const QUrl& next) const;
    void end(const Result<HttpReply>& result);

    HttpClient& m_http;
    Courtesy& m_courtesy;
    HttpRequest m_request;
    const Road m_road;
    const std::function<bool(const QUrl&)> m_mayVisit;
    Done m_done;
    QSet<QUrl> m_seen;
    int m_steps = 0;
};

} // namespace sheaf
