// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "servers/http_message.h"

#include <QThread>

#include <functional>
#include <memory>

/**
 * A small HTTP/1.1 server on a real loopback socket, the ground of every fake service: ephemeral port, keep-alive,
 * answers that are late, slow, cut or lies (see ServedReply), and a log of what arrived.
 *
 * It lives on a thread of its own, so that tests may block. The handler runs there, one request at a time: state that
 * only the handler touches needs no lock, and a test reads or changes such state through call(). A fake keeps its
 * HttpServer as its last member, so that the thread has ended before the state goes.
 *
 *     HttpServer server([](const ServedRequest& request) { return ServedReply::json({{u"path"_s, request.path}}); });
 *     client.get(server.url(u"/v2/10.1000/xyz"_s));
 *     QCOMPARE(server.requests().size(), 1);
 */
namespace sheaf::testing {

class HttpServer
{
public:
    using Handler = std::function<ServedReply(const ServedRequest&)>;
    /** Answers the request it belongs to; once, now or later, from any thread, while the server lives. */
    using Respond = std::function<void(ServedReply)>;
    /** For answers that depend on what comes later (a place in a queue): keeps `respond` and calls it when it is time.
     */
    using LaterHandler = std::function<void(const ServedRequest&, Respond)>;

    explicit HttpServer(Handler handler);
    explicit HttpServer(LaterHandler handler);
    ~HttpServer();
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;

    quint16 port() const;
    /** "http://127.0.0.1:PORT" + path (may carry a query). Another `host` ("localhost") makes it another origin. */
    QUrl url(const QString& path = {}, const QString& host = QStringLiteral("127.0.0.1")) const;

    /** All requests that were received completely, in order. */
    QVector<ServedRequest> requests() const;
    /** Those whose path begins so. */
    QVector<ServedRequest> requests(QStringView pathPrefix) const;
    int connections() const;    ///< accepted so far
    int mostAtOnce() const;     ///< the most requests that waited for their answer's end at the same time
    int answersPending() const; ///< requests received whose answer has not been written to its end
    void forgetRequests();

    /** Sends all held answers, and those that become held from now on if `stayOpen`. */
    void release(bool stayOpen = false);
    /** Closes all connections and refuses new ones, as a service that is down; the port stays known. */
    void goDown();
    void comeBack();

    /** Runs `work` on the server's thread, between two requests, and waits for it. */
    void call(const std::function<void()>& work);

private:
    class Listener;
    QThread m_thread;
    std::unique_ptr<Listener> m_listener;
};

} // namespace sheaf::testing
