// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/anthropic/anthropic_batches.h"

#include "read/read_failure.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

constexpr QStringView root = u"/messages/batches";

QDateTime timeOf(const QJsonObject& batch, const QString& key)
{
    return QDateTime::fromString(batch.value(key).toString(), Qt::ISODateWithMs);
}

} // namespace

QByteArray AnthropicBatches::entry(const QString& customId, const Prompt& prompt) const
{
    const QJsonObject request{{u"custom_id"_s, customId},
                              {u"params"_s, m_service->messageBody(prompt, AnthropicService::Cache::Nothing)}};
    return QJsonDocument(request).toJson(QJsonDocument::Compact);
}

HttpRequest AnthropicBatches::create(const QString&, const QByteArrayList& entries, const QString&) const
{
    return m_service->post(root.toString(), R"({"requests":[)" + entries.join(',') + "]}");
}

HttpRequest AnthropicBatches::look(const QString& id) const
{
    return m_service->get(batchPath(root.toString(), id));
}

HttpRequest AnthropicBatches::cancel(const QString& id) const
{
    return m_service->post(batchPath(root.toString(), id, u"/cancel"_s), "{}");
}

HttpRequest AnthropicBatches::list(const QString& next) const
{
    const QString after =
        next.isEmpty() ? QString() : u"&after_id="_s + QString::fromLatin1(QUrl::toPercentEncoding(next));
    return m_service->get(u"%1?limit=100%2"_s.arg(root, after));
}

HttpRequest AnthropicBatches::results(const QString& id, const QString& named) const
{
    HttpRequest request = m_service->get(batchPath(root.toString(), id, u"/results"_s));
    const QUrl url(named, QUrl::StrictMode);
    const bool sameOrigin = url.scheme() == request.url.scheme() && url.host() == request.url.host() &&
                            url.port(-1) == request.url.port(-1);
    if (sameOrigin && url.isValid()) // another origin would get the key
        request.url = url;
    return forResults(request);
}

BatchState AnthropicBatches::state(const QJsonObject& batch) const
{
    BatchState state{.id = batch.value(u"id"_s).toString()};
    const QJsonObject counts = batch.value(u"request_counts"_s).toObject();
    for (const QJsonValue& count : counts)
        state.requests += count.toInt();
    const int done = state.requests - counts.value(u"processing"_s).toInt();
    state.done = done > 0 ? done : -1; // nothing is counted before the end
    state.createdAt = timeOf(batch, u"created_at"_s);
    state.expiresAt = timeOf(batch, u"expires_at"_s);
    state.ended = batch.value(u"processing_status"_s).toString() == u"ended"_s;
    if (state.ended)
        state.results = {results(state.id, batch.value(u"results_url"_s).toString())};
    return state;
}

BatchPage AnthropicBatches::page(const QJsonObject& reply) const
{
    BatchPage page;
    const QJsonArray data = reply.value(u"data"_s).toArray();
    for (const QJsonValue& batch : data)
        page.batches.append(state(batch.toObject()));
    if (reply.value(u"has_more"_s).toBool() && !page.batches.isEmpty())
        page.next = reply.value(u"last_id"_s).toString();
    return page;
}

Result<ChatAnswer> AnthropicBatches::answerOf(const QJsonObject& line) const
{
    const QJsonObject result = line.value(u"result"_s).toObject();
    const QString type = result.value(u"type"_s).toString();
    if (type == "succeeded"_L1)
        return m_service->answerOf(result.value(u"message"_s).toObject());
    if (type == "expired"_L1)
        return std::unexpected(batchExpired());
    if (type == "canceled"_L1)
        return std::unexpected(batchCanceled());
    if (type != "errored"_L1)
        return std::unexpected(batchMissing());
    // The error stands in an envelope within the result: {"type":"error","error":{"type":…,"message":…}}.
    const QJsonObject envelope = result.value(u"error"_s).toObject();
    return std::unexpected(failureFromError(serviceError(QJsonDocument(envelope).toJson())));
}

} // namespace sheaf
