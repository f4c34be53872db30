// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/courier/courier_order.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace sheaf {

QByteArray packOrder(const CourierOrder& order)
{
    const HttpRequest& request = order.request;
    QJsonArray headers;
    for (const HttpHeader& header : request.headers)
        headers.append(QJsonArray{QString::fromLatin1(header.name), QString::fromLatin1(header.value), header.secret});
    const QJsonObject head{{u"spool"_s, order.spoolFolder},
                           {u"id"_s, order.id},
                           {u"method"_s, QString::fromLatin1(request.method)},
                           {u"url"_s, request.url.toString(QUrl::FullyEncoded)},
                           {u"headers"_s, headers},
                           {u"max_bytes"_s, request.maxBytes},
                           {u"inactivity_ms"_s, qint64(request.inactivity.count())},
                           {u"deadline_ms"_s, qint64(request.deadline.count())},
                           {u"body_bytes"_s, request.body.size()}};
    return QJsonDocument(head).toJson(QJsonDocument::Compact) + '\n' + request.body;
}

std::optional<CourierOrder> unpackOrder(const QByteArray& bytes)
{
    const qsizetype end = bytes.indexOf('\n');
    const QJsonObject head = QJsonDocument::fromJson(bytes.first(std::max<qsizetype>(end, 0))).object();
    if (head.isEmpty() || bytes.size() - end - 1 != head.value(u"body_bytes"_s).toInteger(-1))
        return std::nullopt;
    CourierOrder order{.spoolFolder = head.value(u"spool"_s).toString(), .id = head.value(u"id"_s).toString()};
    HttpRequest& request = order.request;
    request.method = head.value(u"method"_s).toString().toLatin1();
    request.url = QUrl(head.value(u"url"_s).toString(), QUrl::StrictMode);
    request.body = bytes.sliced(end + 1);
    request.maxBytes = head.value(u"max_bytes"_s).toInteger();
    request.inactivity = milliseconds(head.value(u"inactivity_ms"_s).toInteger());
    request.deadline = milliseconds(head.value(u"deadline_ms"_s).toInteger());
    request.retry.attempts = 1;
    request.resendable = false;
    request.maxRedirects = 0;
    request.stage = Stage::Read;
    const QJsonArray headers = head.value(u"headers"_s).toArray();
    for (const QJsonValue& header : headers)
        request.headers.append({header[0].toString().toLatin1(), header[1].toString().toLatin1(), header[2].toBool()});
    return order;
}

} // namespace sheaf
