// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/openai/openai_batches.h"

#include "read/read_failure.h"
#include "read/read_text.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

constexpr QStringView root = u"/batches";

QDateTime timeOf(const QJsonObject& batch, const QString& key)
{
    const qint64 seconds = batch.value(key).toInteger();
    return seconds > 0 ? QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC) : QDateTime();
}

/** Why a batch was refused when its file was looked through. Too much in the queue at once passes, as a rate does. */
Failure refusalOf(const QJsonObject& batch)
{
    const QJsonValue first = batch.value(u"errors"_s)[u"data"_s][0];
    const QString code = first[u"code"_s].toString(), message = first[u"message"_s].toString();
    const QString detail = u"%1: %2"_s.arg(code, message.left(300));
    if (code == "token_limit_exceeded"_L1 || code == "request_limit_exceeded"_L1)
        return readFailure("http.429", ReadText::tr("The service has as many of your batches as it takes at once."),
                           detail, true);
    return readFailure("http.400",
                       ReadText::tr("The service refused the request: %1").arg(message.left(200).simplified()), detail);
}

} // namespace

QByteArray OpenAiBatches::entry(const QString& customId, const Prompt& prompt) const
{
    const QJsonObject line{{u"custom_id"_s, customId},
                           {u"method"_s, u"POST"_s},
                           {u"url"_s, u"/v1/chat/completions"_s},
                           {u"body"_s, m_service->body(prompt)}};
    return QJsonDocument(line).toJson(QJsonDocument::Compact);
}

std::optional<HttpRequest> OpenAiBatches::upload(const QString& callId, const QByteArrayList& entries) const
{
    HttpRequest request = m_address.get(u"/files"_s);
    request.method = "POST";
    request.deadline = request.inactivity = m_address.longestSilence;
    const FormPart purpose{.name = "purpose", .data = "batch", .fileName = {}, .contentType = {}};
    const FormPart file{.name = "file",
                        .data = entries.join('\n') + '\n',
                        .fileName = callId.toLatin1() + ".jsonl",
                        .contentType = "application/jsonl"};
    setMultipart(request, {purpose, file});
    return request;
}

HttpRequest OpenAiBatches::create(const QString& callId, const QByteArrayList&, const QString& fileId) const
{
    return m_address.post(root.toString(), {{u"input_file_id"_s, fileId},
                                            {u"endpoint"_s, u"/v1/chat/completions"_s},
                                            {u"completion_window"_s, u"24h"_s},
                                            {u"metadata"_s, QJsonObject{{u"sheaf_call"_s, callId}}}});
}

HttpRequest OpenAiBatches::look(const QString& id) const
{
    return m_address.get(batchPath(root.toString(), id));
}

HttpRequest OpenAiBatches::cancel(const QString& id) const
{
    return m_address.post(batchPath(root.toString(), id, u"/cancel"_s), {});
}

HttpRequest OpenAiBatches::list(const QString& next) const
{
    HttpRequest request = m_address.get(root.toString());
    QUrlQuery query{{u"limit"_s, u"100"_s}};
    if (!next.isEmpty())
        query.addQueryItem(u"after"_s, QString::fromLatin1(QUrl::toPercentEncoding(next)));
    request.url.setQuery(query);
    return request;
}

HttpRequest OpenAiBatches::file(const QString& id, const QString& rest) const
{
    return m_address.get(batchPath(u"/files"_s, id, rest));
}

BatchState OpenAiBatches::state(const QJsonObject& batch) const
{
    static const QStringList ends{u"completed"_s, u"expired"_s, u"cancelled"_s, u"failed"_s};
    const QString status = batch.value(u"status"_s).toString();
    const QJsonValue counts = batch.value(u"request_counts"_s);
    BatchState state{.id = batch.value(u"id"_s).toString(),
                     .callId = batch.value(u"metadata"_s)[u"sheaf_call"_s].toString()};
    state.requests = counts[u"total"_s].toInt();
    state.done = counts[u"completed"_s].toInt() + counts[u"failed"_s].toInt();
    state.ended = ends.contains(status);
    state.createdAt = timeOf(batch, u"created_at"_s);
    state.expiresAt = timeOf(batch, u"expires_at"_s);
    if (status == "failed"_L1)
        state.refusal = refusalOf(batch);
    if (!state.ended)
        return state;
    for (const QString& key : {u"output_file_id"_s, u"error_file_id"_s})
        if (const QString id = batch.value(key).toString(); !id.isEmpty())
            state.results.append(forResults(file(id, u"/content"_s)));
    if (const QString id = batch.value(u"input_file_id"_s).toString(); !id.isEmpty()) {
        state.remains = {file(id, {})};
        state.remains.last().method = "DELETE";
    }
    return state;
}

BatchPage OpenAiBatches::page(const QJsonObject& reply) const
{
    BatchPage page;
    const QJsonArray data = reply.value(u"data"_s).toArray();
    for (const QJsonValue& batch : data)
        page.batches.append(state(batch.toObject()));
    if (reply.value(u"has_more"_s).toBool() && !page.batches.isEmpty())
        page.next = reply.value(u"last_id"_s).toString(page.batches.last().id);
    return page;
}

Result<ChatAnswer> OpenAiBatches::answerOf(const QJsonObject& line) const
{
    const QJsonObject response = line.value(u"response"_s).toObject();
    const QJsonObject body = response.value(u"body"_s).toObject();
    const QString code = line.value(u"error"_s)[u"code"_s].toString();
    if (code == "batch_expired"_L1)
        return std::unexpected(batchExpired());
    if (code == "batch_cancelled"_L1 || code == "batch_canceled"_L1)
        return std::unexpected(batchCanceled());
    if (line.value(u"error"_s).isObject())
        return std::unexpected(failureFromError(serviceError(QJsonDocument(line).toJson())));
    if (!response.value(u"status_code"_s).isDouble())
        return std::unexpected(batchMissing());
    if (const int status = response.value(u"status_code"_s).toInt(); status >= 400)
        return std::unexpected(failureFromError(serviceError(QJsonDocument(body).toJson()), status));
    return m_service->answerOf(body);
}

} // namespace sheaf
