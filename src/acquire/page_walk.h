// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/http_client.h"

#include <QSet>

/**
 * A download from where nobody has invited programs to: each address on the way, redirects included, is asked for its
 * robots.txt first. Engine thread; deleting it gives up.
 */
namespace sheaf {

class Courtesy;

class PageWalk : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(Result<HttpReply>)>;
    /** `mayVisit` says no to addresses that were tried or failed before: failure acquire.tried. Failure acquire.robots
     * where robots.txt says no. `done` is called once, later; the walk deletes itself then. */
    PageWalk(HttpClient& http, Courtesy& courtesy, const HttpRequest& request,
             std::function<bool(const QUrl&)> mayVisit, Done done, QObject* parent);

private:
    void step();
    void send();
    void replied(const Result<HttpReply>& reply);
    void end(const Result<HttpReply>& result);

    HttpClient& m_http;
    Courtesy& m_courtesy;
    HttpRequest m_request;
    const std::function<bool(const QUrl&)> m_mayVisit;
    Done m_done;
    QSet<QUrl> m_seen;
};

} // namespace sheaf
