// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sinks/elasticsearch_client.h"

#include "sinks/waiting.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

constexpr int Tries = 4;

} // namespace

bool isBusy(int status)
{
    return status == 429 || status == 502 || status == 503 || status == 504;
}

Failure elasticsearchFailure(const QString& what, const QString& sentence, const QString& detail, bool retryable)
{
    return {Stage::Write, u"elasticsearch."_s + what, sentence, detail, retryable};
}

QString serverReason(const HttpReply& reply)
{
    const QJsonValue error = jsonOf(reply.body)["error"_L1];
    if (error.isString())
        return error.toString();
    const QString type = error["type"_L1].toString(), reason = error["reason"_L1].toString();
    return type.isEmpty() ? u"HTTP %1"_s.arg(reply.status) : u"%1: %2"_s.arg(type, reason);
}

HttpHeader ElasticsearchClient::authorization() const
{
    const QByteArray key = m_options.key.reveal();
    if (!m_options.user.isEmpty())
        return {"Authorization", "Basic " + (m_options.user.toUtf8() + ':' + key).toBase64(), true};
    return {"Authorization", "ApiKey " + (key.contains(':') ? key.toBase64() : key), true};
}

Result<HttpReply> ElasticsearchClient::once(const QByteArray& method, const QString& path, const QByteArray& body,
                                            std::stop_token stop, const QByteArray& contentType) const
{
    HttpRequest request;
    request.method = method;
    request.url = m_options.base;
    request.url.setPath(m_options.base.path().chopped(m_options.base.path().endsWith('/'_L1) ? 1 : 0) + path);
    request.body = body;
    request.stage = Stage::Write;
    request.trusted = m_options.trusted;
    request.deadline = std::chrono::minutes(2);
    request.retry.attempts = 1;
    request.headers.append(HttpHeader{"Accept", "application/json"});
    if (!body.isEmpty())
        request.headers.append(HttpHeader{"Content-Type", contentType});
    if (!m_options.key.isEmpty())
        request.headers.append(authorization());
    auto reply = sendAndWait(request, stop);
    if (!reply && reply.error().code == "net.tls"_L1)
        return std::unexpected(elasticsearchFailure(
            u"settings"_s,
            QCoreApplication::translate("sinks", "The server's certificate is not trusted. If it is your own server, "
                                                 "name the file of its certificate in the settings."),
            reply.error().detail, false));
    if (reply && (reply->status == 401 || reply->status == 403))
        return std::unexpected(elasticsearchFailure(
            u"key"_s,
            reply->status == 401 ? QCoreApplication::translate("sinks", "Elasticsearch refused the key or password.")
                                 : QCoreApplication::translate("sinks", "The key may not do this in Elasticsearch: %1")
                                       .arg(serverReason(*reply)),
            serverReason(*reply), false));
    return reply;
}

Result<HttpReply> ElasticsearchClient::ask(const QByteArray& method, const QString& path, const QJsonObject& body,
                                           std::stop_token stop) const
{
    const QByteArray bytes = body.isEmpty() ? QByteArray() : QJsonDocument(body).toJson(QJsonDocument::Compact);
    for (int retry = 0;; ++retry) {
        auto reply = once(method, path, bytes, stop);
        if (!reply || !isBusy(reply->status))
            return reply;
        if (retry + 1 == Tries)
            return std::unexpected(elasticsearchFailure(
                u"service"_s,
                QCoreApplication::translate("sinks", "Elasticsearch is not ready: %1").arg(serverReason(*reply)), {},
                true));
        if (!pauseUnlessStopped(pauseBefore(retry, firstPause(), *reply), stop))
            return std::unexpected(stoppedFailure());
    }
}

} // namespace sheaf
