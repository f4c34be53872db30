// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "acquire/network_watch.h"

#include "core/log.h"
#include "net/http_client.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace sheaf {

namespace {

/** A request that failed has waited longer than this between its tries: what was heard since then was heard later. */
constexpr qint64 freshMs = 250;
constexpr auto patience = 10s;

} // namespace

NetworkWatch::NetworkWatch(HttpClient& http) : m_http(http)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    QObject::connect(&m_patience, &QTimer::timeout, &m_patience, [this] { conclude(false); });
}

void NetworkWatch::ask(QObject* context, std::function<void(bool)> done)
{
    if (m_witnesses.isEmpty() || (m_heard.isValid() && m_heard.elapsed() < freshMs)) {
        QMetaObject::invokeMethod(
            context, [done = std::move(done)] { done(true); }, Qt::QueuedConnection);
        return;
    }
    m_waiting.append({context, std::move(done)});
    if (m_round)
        return;
    m_round = std::make_unique<QObject>();
    m_patience.start();
    m_silent = 0;
    for (const QUrl& witness : std::as_const(m_witnesses)) {
        HttpRequest request;
        request.method = "HEAD";
        request.url = witness;
        request.maxRedirects = 0; // a redirect is an answer, too
        request.deadline = patience;
        request.retry.attempts = 1;
        m_http.send(request, m_round.get(), [this, round = m_round.get()](const Result<HttpReply>& reply) {
            if (round != m_round.get())
                return; // somebody was faster
            if (reply || !mayBeTheNetwork(reply.error()))
                conclude(true);
            else if (++m_silent == m_witnesses.size())
                conclude(false);
        });
    }
}

void NetworkWatch::conclude(bool isThere)
{
    m_patience.stop();
    m_round.release()->deleteLater(); // one of its questions may have called
    if (isThere)
        heard();
    qCDebug(logAcquire) << "network:" << (isThere ? "there" : "away");
    for (const Waiting& waiting : std::exchange(m_waiting, {}))
        if (waiting.context)
            QMetaObject::invokeMethod(
                waiting.context, [done = waiting.done, isThere] { done(isThere); }, Qt::QueuedConnection);
}

bool mayBeTheNetwork(const Failure& failure)
{
    static const QStringList codes{u"net.unreachable"_s, u"net.timeout"_s, u"net.tls"_s};
    return codes.contains(failure.code);
}

} // namespace sheaf
