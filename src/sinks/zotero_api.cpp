// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sinks/zotero_api.h"

#include "sinks/waiting.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QUuid>

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

namespace sheaf {

namespace {

constexpr int Tries = 5;
constexpr int PageSize = 100;

bool isTooMuch(int status)
{
    return status == 429 || status == 502 || status == 503 || status == 504;
}

} // namespace

Failure zoteroFailure(const QString& what, const QString& sentence, const QString& detail, bool retryable)
{
    return {Stage::Write, u"zotero."_s + what, sentence, detail, retryable};
}

HttpRequest ZoteroApi::request(const QByteArray& method, const QString& path) const
{
    HttpRequest request;
    request.method = method;
    request.url = m_options.base;
    request.url.setPath(m_options.base.path() + path);
    request.stage = Stage::Write;
    request.deadline = std::chrono::minutes(2);
    request.maxBytes = qint64(256) << 20;
    request.headers = {{"Zotero-API-Version", "3"}};
    // Without it the program on this computer answers no client that it takes for a web page.
    request.headers.append(HttpHeader{"Zotero-Allowed-Request", "1"});
    if (!m_options.key.isEmpty())
        request.headers.append(HttpHeader{"Zotero-API-Key", m_options.key.reveal(), true});
    return request;
}

Result<HttpReply> ZoteroApi::send(HttpRequest request, std::stop_token stop)
{
    request.retry.attempts = 1;
    if (!m_serverId.isEmpty())
        request.headers.append(HttpHeader{"Zotero-Server-ID", m_serverId});
    for (int retry = 0;; ++retry) {
        const auto wait = std::chrono::ceil<milliseconds>(m_notBefore - steady_clock::now());
        if (wait > milliseconds(0) && !pauseUnlessStopped(wait, stop))
            return std::unexpected(stoppedFailure());
        auto reply = sendAndWait(request, stop);
        if (!reply)
            return reply;
        if (m_options.isLocal && m_serverId.isEmpty())
            m_serverId = reply->header("Zotero-Server-ID");
        if (const int seconds = reply->header("Backoff").toInt(); seconds > 0)
            m_notBefore = steady_clock::now() + std::chrono::seconds(std::min(seconds, 120));
        if (!isTooMuch(reply->status))
            return checked(*std::move(reply));
        if (retry + 1 == Tries)
            return std::unexpected(zoteroFailure(u"service"_s,
                                                 QCoreApplication::translate("sinks", "Zotero has too much to do."),
                                                 u"HTTP %1"_s.arg(reply->status), true));
        m_notBefore = std::max(m_notBefore, steady_clock::now() + pauseBefore(retry, m_options.firstPause, *reply));
    }
}

Result<HttpReply> ZoteroApi::checked(HttpReply reply) const
{
    const QString said = QString::fromUtf8(reply.body.left(300)).simplified();
    if (reply.ok() || reply.status == 304 || reply.status == 404 || reply.status == 412 || reply.status == 413 ||
        reply.status == 428)
        return reply;
    if (reply.status == 401 || reply.status == 403) {
        if (m_options.isLocal)
            return std::unexpected(zoteroFailure(
                u"settings"_s,
                QCoreApplication::translate("sinks", "Zotero on this computer lets no other program in: allow it in "
                                                     "Zotero's settings under Advanced."),
                said));
        return std::unexpected(zoteroFailure(
            u"key"_s,
            m_options.key.isEmpty() ? QCoreApplication::translate("sinks", "Zotero's key is missing (%1).")
                                          .arg(secretVariable(SecretName::ZoteroKey))
                                    : QCoreApplication::translate("sinks", "Zotero refused the key for this library."),
            said));
    }
    return std::unexpected(zoteroFailure(u"service"_s,
                                         QCoreApplication::translate("sinks", "Zotero could not do it: %1").arg(said),
                                         u"HTTP %1 %2"_s.arg(reply.status).arg(redacted(reply.url)), true));
}

Result<HttpReply> ZoteroApi::get(const QString& path, const QUrlQuery& query, std::stop_token stop)
{
    HttpRequest one = request("GET", u'/' + m_options.library + path);
    one.url.setQuery(query);
    return send(one, stop);
}

Result<HttpReply> ZoteroApi::getFromRoot(const QString& path, std::stop_token stop)
{
    return send(request("GET", path), stop);
}

Result<ZoteroApi::Pages> ZoteroApi::all(const QString& path, QUrlQuery query, std::stop_token stop)
{
    Pages pages;
    query.addQueryItem(u"limit"_s, QString::number(PageSize));
    while (true) {
        QUrlQuery next = query;
        next.addQueryItem(u"start"_s, QString::number(pages.objects.size()));
        const auto reply = get(path, next, stop);
        if (!reply)
            return std::unexpected(reply.error());
        if (!reply->ok())
            return std::unexpected(zoteroFailure(
                u"settings"_s, QCoreApplication::translate("sinks", "Zotero has no library or collection “%1”.")
                                   .arg(m_options.library + path)));
        const QJsonArray objects = jsonOf(reply->body).toArray();
        for (const QJsonValue& object : objects)
            pages.objects.append(object);
        // A library that changes between two pages is read again the next time, since the first page's version.
        if (pages.version == 0)
            pages.version = reply->header("Last-Modified-Version").toLongLong();
        if (objects.isEmpty() || pages.objects.size() >= reply->header("Total-Results").toLongLong())
            return pages;
    }
}

Result<HttpReply> ZoteroApi::post(const QString& path, const QJsonArray& objects, std::stop_token stop)
{
    HttpRequest one = request("POST", u'/' + m_options.library + path);
    one.body = QJsonDocument(objects).toJson(QJsonDocument::Compact);
    one.headers.append(HttpHeader{"Content-Type", "application/json"});
    one.headers.append(HttpHeader{"Zotero-Write-Token", QUuid::createUuid().toByteArray(QUuid::Id128)});
    return send(one, stop);
}

Result<HttpReply> ZoteroApi::postForm(const QString& path, const Form& form, std::stop_token stop)
{
    HttpRequest one = request("POST", u'/' + m_options.library + path);
    QByteArrayList fields;
    for (const auto& [name, value] : form)
        fields.append(name.toUtf8() + '=' + QUrl::toPercentEncoding(value));
    one.body = fields.join('&');
    one.headers.append(HttpHeader{"Content-Type", "application/x-www-form-urlencoded"});
    one.headers.append(HttpHeader{"If-None-Match", "*"});
    return send(one, stop);
}

Result<HttpReply> ZoteroApi::upload(const QUrl& url, const QByteArray& contentType, const QByteArray& bytes,
                                    std::stop_token stop)
{
    HttpRequest one;
    one.method = "POST";
    one.url = url;
    one.body = bytes;
    one.stage = Stage::Write;
    one.deadline = std::chrono::minutes(20);
    one.headers = {{"Content-Type", contentType}};
    return send(one, stop);
}

Result<Secret> ZoteroApi::authorize(const Secret& kept, std::stop_token stop)
{
    if (m_serverId.isEmpty())
        if (const auto greeting = getFromRoot(u"/"_s, stop); !greeting)
            return std::unexpected(greeting.error());
    const QByteArray server = m_serverId + ' ';
    if (const QByteArray value = kept.reveal(); value.size() > server.size() && value.startsWith(server)) {
        m_options.key = Secret(QString::fromUtf8(value.mid(server.size())));
        return kept;
    }
    HttpRequest one = request("POST", u"/local/authorize"_s);
    one.body = R"({"appName":"Sheaf"})";
    one.headers.append(HttpHeader{"Content-Type", "application/json"});
    one.deadline = std::chrono::minutes(5); // the user has to answer
    one.inactivity = one.deadline;
    const auto reply = send(one, stop);
    if (!reply)
        return std::unexpected(reply.error());
    const QJsonValue leave = jsonOf(reply->body);
    const QString key = leave["key"_L1].toString();
    if (!reply->ok() || key.isEmpty())
        return std::unexpected(zoteroFailure(
            u"settings"_s, QCoreApplication::translate("sinks", "This Zotero can only be read by other programs; write "
                                                                "through zotero.org instead.")));
    m_options.key = Secret(key);
    return leave["remember"_L1].toBool() ? Secret(QString::fromUtf8(server) + key) : Secret();
}

} // namespace sheaf
