// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "servers/openai_server.h"

#include "servers/model_answer.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sheaf::testing {

namespace {

ServedReply error(int status, const QString& message, const QString& code = {})
{
    return ServedReply::json(
        {{u"error"_s,
          QJsonObject{{u"message"_s, message}, {u"type"_s, u"invalid_request_error"_s}, {u"code"_s, code}}}},
        status);
}

QByteArray eventLine(const QJsonObject& event)
{
    return "data: " + QJsonDocument(event).toJson(QJsonDocument::Compact) + "\n\n";
}

/** The same answer as events: a sign of life, its text in pieces, why it ended, what it cost. */
ServedReply streamed(const QJsonObject& completion, bool cut)
{
    const QJsonValue choice = completion.value(u"choices"_s)[0];
    const auto event = [&](const QJsonObject& delta, const QJsonValue& end) {
        return eventLine({{u"model"_s, completion.value(u"model"_s)},
                          {u"choices"_s, QJsonArray{QJsonObject{{u"delta"_s, delta}, {u"finish_reason"_s, end}}}}});
    };
    const QString text = choice[u"message"_s][u"content"_s].toString();
    ServedReply reply = ServedReply::text(": still here\n\n", "text/event-stream");
    reply.body += event({{u"role"_s, u"assistant"_s}, {u"content"_s, QJsonValue()}}, {});
    for (qsizetype at = 0; at < text.size(); at += 7)
        reply.body += event({{u"content"_s, text.sliced(at, qMin<qsizetype>(7, text.size() - at))}}, {});
    reply.chunked = true;
    if (cut)
        return reply;
    reply.body += event({}, choice[u"finish_reason"_s]);
    reply.body += eventLine({{u"choices"_s, QJsonArray()}, {u"usage"_s, completion.value(u"usage"_s)}});
    reply.body += "data: [DONE]\n\n";
    return reply;
}

QString promptOf(const QJsonObject& body)
{
    QString text;
    const QJsonArray messages = body.value(u"messages"_s).toArray();
    for (const QJsonValue& message : messages)
        text += message[u"content"_s].toString() + u'\n';
    return text;
}

} // namespace

OpenAiServer::OpenAiServer() : m_http([this](const ServedRequest& request) { return handle(request); }) {}

void OpenAiServer::behave(const OpenAiBehaviour& behaviour)
{
    m_http.call([&] { m_behaviour = behaviour; });
}

QMap<QString, int> OpenAiServer::answered()
{
    QMap<QString, int> copy;
    m_http.call([&] { copy = m_answered; });
    return copy;
}

ServedReply OpenAiServer::handle(const ServedRequest& request)
{
    if (request.path == u"/v1/models"_s)
        return models();
    if (request.path == u"/v1/chat/completions"_s)
        return chat(request);
    return handleOwn(request);
}

ServedReply OpenAiServer::models() const
{
    QJsonArray data;
    for (const QString& name : m_behaviour.models) {
        QJsonObject entry{{u"id"_s, name}, {u"object"_s, u"model"_s}};
        if (m_behaviour.flavour == OpenAiBehaviour::Flavour::Vllm)
            entry.insert(u"max_model_len"_s, m_behaviour.contextTokens);
        data.append(entry);
    }
    return ServedReply::json({{u"object"_s, u"list"_s}, {u"data"_s, data}});
}

ServedReply OpenAiServer::handleOwn(const ServedRequest& request) const
{
    const bool llama = m_behaviour.flavour == OpenAiBehaviour::Flavour::LlamaCpp;
    const bool ollama = m_behaviour.flavour == OpenAiBehaviour::Flavour::Ollama;
    if (llama && request.path == u"/props"_s)
        return ServedReply::json(
            {{u"default_generation_settings"_s, QJsonObject{{u"n_ctx"_s, m_behaviour.contextTokens}}},
             {u"total_slots"_s, m_behaviour.slots}});
    if (llama && request.path == u"/tokenize"_s) {
        QJsonArray tokens;
        for (qsizetype i = 0; i < request.json().value(u"content"_s).toString().size(); i += 4)
            tokens.append(i);
        return ServedReply::json({{u"tokens"_s, tokens}});
    }
    if (ollama && request.path == u"/api/ps"_s && m_behaviour.modelLoaded)
        return ServedReply::json(
            {{u"models"_s, QJsonArray{QJsonObject{{u"name"_s, m_behaviour.models.last()},
                                                  {u"context_length"_s, m_behaviour.contextTokens}}}}});
    if (ollama && request.path == u"/api/ps"_s)
        return ServedReply::json({{u"models"_s, QJsonArray()}});
    if (ollama && request.path == u"/api/show"_s)
        return ServedReply::json({{u"model_info"_s, QJsonObject{{u"gemma.context_length"_s, 131072}}},
                                  {u"parameters"_s, u"stop \"<end>\"\nnum_ctx %1"_s.arg(m_behaviour.contextTokens)}});
    return ServedReply::json({{u"error"_s, u"not found"_s}}, 404); // Ollama's native form
}

ServedReply OpenAiServer::chat(const ServedRequest& request)
{
    if (!m_behaviour.refusals.isEmpty())
        return m_behaviour.refusals.takeFirst();
    const QJsonObject body = request.json();
    const QJsonObject format = body.value(u"response_format"_s).toObject();
    const bool schema = format.value(u"type"_s).toString() == u"json_schema"_s;
    if (schema && !m_behaviour.knowsSchema)
        return error(400, u"response_format.type json_schema is not supported"_s);
    if (body.value(u"stream"_s).toBool() && !m_behaviour.knowsStream)
        return error(400, u"Unrecognized request argument supplied: stream_options"_s);
    const QString prompt = promptOf(body);
    ++m_answered[paperOf(prompt)];
    const QJsonObject fitting = answerFor(format.value(u"json_schema"_s)[u"schema"_s].toObject(), passageOf(prompt));
    const QString text = m_behaviour.texts.isEmpty() ? QString::fromUtf8(QJsonDocument(fitting).toJson())
                                                     : m_behaviour.texts.takeFirst();
    const QJsonObject message{{u"role"_s, u"assistant"_s}, {u"content"_s, text}};
    const qint64 tokens = m_behaviour.promptTokens >= 0 ? m_behaviour.promptTokens : prompt.size() / 4;
    const QJsonObject completion{
        {u"id"_s, u"chatcmpl-fake"_s},
        {u"model"_s, body.value(u"model"_s)},
        {u"choices"_s,
         QJsonArray{QJsonObject{{u"message"_s, message}, {u"finish_reason"_s, m_behaviour.finishReason}}}},
        {u"usage"_s, QJsonObject{{u"prompt_tokens"_s, tokens}, {u"completion_tokens"_s, text.size() / 4}}}};
    ServedReply reply =
        body.value(u"stream"_s).toBool() ? streamed(completion, m_behaviour.cutsStream) : ServedReply::json(completion);
    reply.delay = m_behaviour.chatDelay;
    reply.headers += m_behaviour.chatHeaders;
    if (m_behaviour.loseChats > 0) {
        --m_behaviour.loseChats;
        reply.manner = ServedReply::Manner::DropBeforeHeaders;
    }
    return reply;
}

} // namespace sheaf::testing
