// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "servers/anthropic_server.h"

#include "servers/model_answer.h"

#include <QDateTime>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sheaf::testing {

namespace {

QString now(int addedSeconds = 0)
{
    return QDateTime::currentDateTimeUtc().addSecs(addedSeconds).toString(Qt::ISODate);
}

QString textOf(const QJsonObject& params)
{
    QString text;
    const QJsonArray messages = params.value(u"messages"_s).toArray();
    for (const QJsonValue& message : messages) {
        const QJsonArray content = message[u"content"_s].toArray();
        for (const QJsonValue& block : content)
            text += block[u"text"_s].toString() + u'\n';
    }
    return text;
}

/** The next scripted reply, if one is left. */
std::optional<ServedReply> take(QVector<ServedReply>& replies)
{
    return replies.isEmpty() ? std::nullopt : std::optional(replies.takeFirst());
}

ServedReply lost()
{
    ServedReply reply;
    reply.manner = ServedReply::Manner::DropBeforeHeaders;
    return reply;
}

} // namespace

ServedReply anthropicError(int status, const QString& type, const QString& message, const Headers& headers)
{
    ServedReply reply = ServedReply::json({{u"type"_s, u"error"_s},
                                           {u"error"_s, QJsonObject{{u"type"_s, type}, {u"message"_s, message}}},
                                           {u"request_id"_s, u"req_fake"_s}},
                                          status);
    reply.headers = headers;
    return reply;
}

AnthropicServer::AnthropicServer() : m_http([this](const ServedRequest& request) { return handle(request); }) {}

void AnthropicServer::behave(const AnthropicBehaviour& behaviour)
{
    m_http.call([&] { m_behaviour = behaviour; });
}

QMap<QString, int> AnthropicServer::paid()
{
    QMap<QString, int> copy;
    m_http.call([&] { copy = m_paid; });
    return copy;
}

int AnthropicServer::batchCount()
{
    int count = 0;
    m_http.call([&] { count = int(m_batches.size()); });
    return count;
}

QStringList AnthropicServer::cancelled()
{
    QStringList ids;
    m_http.call([&] {
        for (const Batch& batch : std::as_const(m_batches)) {
            if (batch.cancelled)
                ids.append(batch.id);
        }
    });
    return ids;
}

void AnthropicServer::endAll()
{
    m_http.call([&] {
        for (Batch& batch : m_batches)
            batch.ended = true;
    });
}

QString AnthropicServer::addForeignBatch(int requests)
{
    QString id;
    m_http.call([&] {
        QJsonArray items;
        for (int i = 0; i < requests; ++i)
            items.append(QJsonObject{{u"custom_id"_s, u"foreign-%1"_s.arg(i)}, {u"params"_s, QJsonObject()}});
        id = makeBatch(items);
    });
    return id;
}

ServedReply AnthropicServer::handle(const ServedRequest& request)
{
    if (request.header("x-api-key") != "sk-test")
        return anthropicError(401, u"authentication_error"_s, u"invalid x-api-key"_s);
    const bool post = request.method == "POST";
    if (post && request.path == u"/v1/messages"_s)
        return message(request);
    if (post && request.path == u"/v1/messages/batches"_s)
        return create(request);
    if (request.path == u"/v1/messages/batches"_s)
        return list(request);
    if (request.path == u"/v1/models"_s)
        return ServedReply::json({{u"data"_s, QJsonArray{QJsonObject{{u"id"_s, u"claude-haiku-5-5"_s}}}}});
    const QStringList steps = request.path.split(u'/', Qt::SkipEmptyParts); // v1 messages batches ID [results]
    Batch* batch = steps.size() >= 4 ? find(steps.at(3)) : nullptr;
    if (!batch)
        return anthropicError(404, u"not_found_error"_s, u"no such batch"_s);
    if (steps.value(4) == u"results"_s)
        return results(*batch);
    return steps.value(4) == u"cancel"_s ? cancel(*batch) : look(*batch);
}

QJsonObject AnthropicServer::answer(const QJsonObject& params)
{
    const QString prompt = textOf(params);
    const QJsonObject schema = params.value(u"output_config"_s)[u"format"_s][u"schema"_s].toObject();
    const QString fitting = QString::fromUtf8(QJsonDocument(answerFor(schema, passageOf(prompt))).toJson());
    const QString text = m_behaviour.texts.isEmpty() ? fitting : m_behaviour.texts.takeFirst();
    const bool written =
        m_behaviour.cachesAll && params.value(u"messages"_s)[0][u"content"_s][0][u"cache_control"_s].isObject();
    return {{u"id"_s, u"msg_fake"_s},
            {u"type"_s, u"message"_s},
            {u"role"_s, u"assistant"_s},
            {u"model"_s, params.value(u"model"_s)},
            {u"content"_s, QJsonArray{QJsonObject{{u"type"_s, u"text"_s}, {u"text"_s, text}}}},
            {u"stop_reason"_s, m_behaviour.stopReason},
            {u"usage"_s, QJsonObject{{u"input_tokens"_s, written ? 0 : prompt.size() / 4},
                                     {u"cache_creation_input_tokens"_s, written ? prompt.size() / 4 : 100},
                                     {u"cache_read_input_tokens"_s, 200},
                                     {u"output_tokens"_s, text.size() / 4}}}};
}

ServedReply AnthropicServer::message(const ServedRequest& request)
{
    if (auto refusal = take(m_behaviour.messageRefusals))
        return *refusal;
    const QJsonObject params = request.json();
    ++m_paid[paperOf(textOf(params))];
    ServedReply reply = ServedReply::json(answer(params));
    if (m_behaviour.loseMessages > 0) {
        --m_behaviour.loseMessages;
        reply = lost();
    }
    reply.delay = m_behaviour.messageDelay;
    reply.dripBytes = m_behaviour.dripBytes;
    reply.dripPace = m_behaviour.dripPace;
    return reply;
}

QString AnthropicServer::makeBatch(const QJsonArray& requests)
{
    m_batches.append({.id = u"msgbatch_%1"_s.arg(m_batches.size()), .requests = requests, .createdAt = now()});
    for (const QJsonValue& request : requests) {
        if (const QString paper = paperOf(textOf(request[u"params"_s].toObject())); !paper.isEmpty())
            ++m_paid[paper];
    }
    return m_batches.last().id;
}

ServedReply AnthropicServer::create(const ServedRequest& request)
{
    if (auto refusal = take(m_behaviour.createRefusals))
        return *refusal;
    const QJsonArray requests = request.json().value(u"requests"_s).toArray();
    const QString id = makeBatch(requests);
    if (m_behaviour.doubleCreates > 0) {
        --m_behaviour.doubleCreates;
        makeBatch(requests);
    }
    if (m_behaviour.loseCreates > 0) {
        --m_behaviour.loseCreates;
        return lost();
    }
    ServedReply reply = ServedReply::json(view(*find(id)));
    reply.delay = m_behaviour.createDelay;
    return reply;
}

ServedReply AnthropicServer::list(const ServedRequest& request)
{
    if (auto refusal = take(m_behaviour.listRefusals))
        return *refusal;
    const QString after = request.query.queryItemValue(u"after_id"_s);
    const int limit = std::min(m_behaviour.pageSize, request.query.queryItemValue(u"limit"_s).toInt());
    QJsonArray data;
    bool begun = after.isEmpty(), more = false;
    for (auto batch = m_batches.rbegin(); batch != m_batches.rend(); ++batch) { // newest first
        if (begun && data.size() == limit)
            more = true;
        else if (begun)
            data.append(view(*batch));
        begun = begun || batch->id == after;
    }
    return ServedReply::json({{u"data"_s, data},
                              {u"has_more"_s, more},
                              {u"first_id"_s, data.isEmpty() ? QJsonValue() : data.first()[u"id"_s]},
                              {u"last_id"_s, data.isEmpty() ? QJsonValue() : data.last()[u"id"_s]}});
}

QJsonObject AnthropicServer::view(const Batch& batch) const
{
    const qint64 count = batch.requests.size();
    const QString host = m_behaviour.resultsHost.isEmpty() ? u"127.0.0.1"_s : m_behaviour.resultsHost;
    const QString resultsUrl = m_http.url(u"/v1/messages/batches/%1/results"_s.arg(batch.id), host).toString();
    return {{u"id"_s, batch.id},
            {u"type"_s, u"message_batch"_s},
            {u"processing_status"_s, batch.ended       ? u"ended"_s
                                     : batch.cancelled ? u"canceling"_s
                                                       : u"in_progress"_s},
            {u"request_counts"_s, QJsonObject{{u"processing"_s, batch.ended ? 0 : count},
                                              {u"succeeded"_s, batch.ended ? count : 0},
                                              {u"errored"_s, 0},
                                              {u"canceled"_s, 0},
                                              {u"expired"_s, 0}}},
            {u"created_at"_s, batch.createdAt},
            {u"expires_at"_s, m_behaviour.expiresAt.isEmpty() ? now(86400) : m_behaviour.expiresAt},
            {u"ended_at"_s, batch.ended ? QJsonValue(now()) : QJsonValue()},
            {u"results_url"_s, batch.ended ? QJsonValue(resultsUrl) : QJsonValue()}};
}

ServedReply AnthropicServer::look(Batch& batch)
{
    if (auto refusal = take(m_behaviour.pollRefusals))
        return *refusal;
    ++batch.looks;
    batch.ended = batch.ended || (batch.cancelled && !m_behaviour.ignoresCancel) ||
                  (batch.looks >= m_behaviour.pollsUntilEnd && !m_behaviour.neverEnds);
    return ServedReply::json(view(batch));
}

ServedReply AnthropicServer::cancel(Batch& batch)
{
    batch.cancelled = true;
    return ServedReply::json(view(batch));
}

QJsonObject AnthropicServer::result(const QJsonObject& request, bool cancelled)
{
    const QString id = request.value(u"custom_id"_s).toString();
    if (cancelled || m_behaviour.canceled.contains(id))
        return {{u"type"_s, u"canceled"_s}};
    if (m_behaviour.expired.contains(id))
        return {{u"type"_s, u"expired"_s}};
    if (m_behaviour.errored.contains(id)) {
        const QJsonObject inner{{u"type"_s, m_behaviour.errorType}, {u"message"_s, u"it went wrong"_s}};
        return {
            {u"type"_s, u"errored"_s},
            {u"error"_s, QJsonObject{{u"type"_s, u"error"_s}, {u"error"_s, inner}, {u"request_id"_s, u"req_fake"_s}}}};
    }
    return {{u"type"_s, u"succeeded"_s}, {u"message"_s, answer(request.value(u"params"_s).toObject())}};
}

ServedReply AnthropicServer::results(const Batch& batch)
{
    if (auto refusal = take(m_behaviour.resultsRefusals))
        return *refusal;
    QByteArrayList lines;
    for (const QJsonValue& request : batch.requests) {
        const QString id = request[u"custom_id"_s].toString();
        if (m_behaviour.missing.contains(id))
            continue;
        const QJsonObject line{{u"custom_id"_s, id}, {u"result"_s, result(request.toObject(), batch.cancelled)}};
        for (int times = m_behaviour.repeated.contains(id) ? 2 : 1; times > 0; --times)
            lines.prepend(QJsonDocument(line).toJson(QJsonDocument::Compact)); // not in the order of the requests
    }
    QByteArray body = lines.join('\n') + '\n';
    if (m_behaviour.cutResults > 0) {
        --m_behaviour.cutResults;
        body.chop(body.size() / 3);
    }
    return ServedReply::text(body, "application/x-jsonl");
}

AnthropicServer::Batch* AnthropicServer::find(const QString& id)
{
    const auto found = std::ranges::find(m_batches, id, &Batch::id);
    return found == m_batches.end() ? nullptr : &*found;
}

} // namespace sheaf::testing
