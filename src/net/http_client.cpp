// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/http_client.h"

#include "net/exchange.h"
#include "net/net_failure.h"
#include "net/redirect.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QPointer>

#include <map>

namespace sheaf {

QByteArray HttpReply::header(QByteArrayView name) const
{
    for (const HttpHeader& header : headers) {
        if (header.name.compare(name, Qt::CaseInsensitive) == 0)
            return header.value;
    }
    return {};
}

QByteArray userAgent(const QString& email)
{
    const QByteArray name = "Sheaf/" SHEAF_VERSION;
    return email.isEmpty() ? name : name + " (mailto:" + QUrl::toPercentEncoding(email, "@+") + ')';
}

struct HttpClient::Private
{
    struct Pending
    {
        Done done;
        QPointer<QObject> context;
        bool hasContext = false;
        Stage stage = Stage::Acquire;
        QMetaObject::Connection watch;
        Exchange* exchange = nullptr;
    };

    explicit Private(HttpClient* client) : q(client), manager(makeManager(client)) {}

    /** Takes it off the books and reports it later, so that `done` may do anything, to the client too. */
    void report(quint64 id, Result<HttpReply> result)
    {
        auto node = pending.extract(id);
        if (node.empty())
            return;
        Pending& one = node.mapped();
        disconnect(one.watch);
        if (one.exchange)
            one.exchange->deleteLater();
        QMetaObject::invokeMethod(
            q,
            [done = std::move(one.done), context = one.context, hasContext = one.hasContext,
             result = std::move(result)]() mutable {
                if (context || !hasContext)
                    done(std::move(result));
            },
            Qt::QueuedConnection);
    }

    void forget(quint64 id)
    {
        auto node = pending.extract(id);
        if (!node.empty())
            delete node.mapped().exchange;
    }

    HttpClient* q;
    QNetworkAccessManager* manager;
    HostQueues queues;
    std::map<quint64, Pending> pending;
    quint64 lastId = 0;
};

HttpClient::HttpClient(QObject* parent) : QObject(parent), d(std::make_unique<Private>(this)) {}

HttpClient::~HttpClient()
{
    for (auto& [id, one] : d->pending)
        delete one.exchange;
}

void HttpClient::setHostPolicy(const QString& host, HostPolicy policy)
{
    d->queues.setPolicy(host, policy);
}

void HttpClient::setPolicyRule(PolicyRule rule)
{
    d->queues.setRule(std::move(rule));
}

std::chrono::milliseconds HttpClient::askedToWait(const QUrl& url) const
{
    return d->queues.askedToWait(url);
}

quint64 HttpClient::send(const HttpRequest& request, QObject* context, Done done)
{
    const quint64 id = ++d->lastId;
    Private::Pending& one = d->pending[id];
    one.done = std::move(done);
    one.context = context;
    one.hasContext = context != nullptr;
    one.stage = request.stage;
    if (context)
        one.watch = connect(context, &QObject::destroyed, this, [this, id] { d->forget(id); });
    if (const auto checked = checkRequest(request); !checked)
        d->report(id, std::unexpected(checked.error()));
    else
        one.exchange = new Exchange(id, request, d->queues, *d->manager,
                                    [this, id](Result<HttpReply> result) { d->report(id, std::move(result)); });
    return id;
}

void HttpClient::cancel(quint64 id)
{
    const auto found = d->pending.find(id);
    if (found == d->pending.end())
        return;
    const Stage stage = found->second.stage;
    delete std::exchange(found->second.exchange, nullptr);
    d->report(id, std::unexpected(netFailure(stage, NetProblem::Stopped, {})));
}

QString proxyFor(const QUrl& url)
{
    const QNetworkProxy proxy = QNetworkProxyFactory::proxyForQuery(QNetworkProxyQuery(url)).value(0);
    return proxy.type() == QNetworkProxy::NoProxy ? QString() : proxy.hostName() + u':' + QString::number(proxy.port());
}

} // namespace sheaf
