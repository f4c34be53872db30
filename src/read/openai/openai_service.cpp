// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/openai/openai_service.h"

#include "read/answers/answer_schema.h"
#include "read/openai/event_stream.h"
#include "read/prices.h"
#include "read/read_failure.h"
#include "read/read_text.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

QJsonObject responseFormat(const QJsonObject& schema)
{
    return {{u"type"_s, u"json_schema"_s},
            {u"json_schema"_s, QJsonObject{{u"name"_s, u"record"_s}, {u"strict"_s, true}, {u"schema"_s, schema}}}};
}

ChatAnswer::Stop stopOf(const QString& reason)
{
    if (reason == "length"_L1)
        return ChatAnswer::Stop::Truncated;
    return reason == "content_filter"_L1 ? ChatAnswer::Stop::Refused : ChatAnswer::Stop::Complete;
}

} // namespace

OpenAiService::OpenAiService(const OpenAiAddress& address, const Wire& wire, const QString& model, qint64 tableContext)
    : m_address(address), m_wire(wire), m_model(model), m_tableContext(tableContext),
      m_server(address, wire, model, tableContext == 0), m_streams(isNearby(address.base)),
      m_completionTokens(address.base.host() == u"api.openai.com"_s)
{}

QString OpenAiService::model() const
{
    return m_server.facts() ? m_server.facts()->model : m_model;
}

bool OpenAiService::isLlamaCpp() const
{
    return m_server.facts() && m_server.facts()->isLlamaCpp;
}

bool OpenAiService::isHeldByGrammar() const
{
    return isLlamaCpp() && m_form == Form::Schema;
}

void OpenAiService::prepare(QObject* context, std::function<void(Result<ServiceFacts>)> done)
{
    m_server.ask(context, [table = m_tableContext, done](const Result<OpenAiServer::Facts>& facts) {
        if (facts)
            done(ServiceFacts{facts->model, facts->contextTokens > 0 ? facts->contextTokens : table});
        else
            done(std::unexpected(facts.error()));
    });
}

void OpenAiService::countTokens(const QString& text, QObject* context, std::function<void(qint64)> done)
{
    if (!isLlamaCpp()) {
        QMetaObject::invokeMethod(
            context, [done] { done(-1); }, Qt::QueuedConnection);
        return;
    }
    const HttpRequest request = m_address.postBeside(u"/tokenize"_s, {{u"content"_s, text}});
    m_wire.http->send(request, context, [done](const Result<HttpReply>& reply) {
        const QJsonObject counted =
            reply && reply->ok() ? QJsonDocument::fromJson(reply->body).object() : QJsonObject();
        const qsizetype tokens = counted.value(u"tokens"_s).toArray().size();
        done(tokens > 0 ? tokens : -1);
    });
}

QString OpenAiService::userMessage(const Prompt& prompt) const
{
    const QString user = prompt.document + u"\n\n"_s + prompt.questions;
    if (isHeldByGrammar())
        return user;
    const QString schema = QString::fromUtf8(QJsonDocument(prompt.schema).toJson(QJsonDocument::Compact));
    return user + u"\n\nThe JSON object has the form of this JSON schema:\n"_s + schema;
}

void OpenAiService::addFormat(QJsonObject& body, const Prompt& prompt) const
{
    if (isHeldByGrammar())
        body.insert(u"response_format"_s, responseFormat(boundedSchema(prompt.schema, prompt.maxTokens)));
    else if (m_form == Form::Schema)
        body.insert(u"response_format"_s, responseFormat(prompt.schema));
    else if (m_form == Form::Object)
        body.insert(u"response_format"_s, QJsonObject{{u"type"_s, u"json_object"_s}});
}

QJsonObject OpenAiService::body(const Prompt& prompt) const
{
    const auto message = [](const QString& role, const QString& content) {
        return QJsonObject{{u"role"_s, role}, {u"content"_s, content}};
    };
    QJsonObject body{
        {u"model"_s, model()},
        {u"messages"_s, QJsonArray{message(u"system"_s, prompt.system), message(u"user"_s, userMessage(prompt))}},
        {m_completionTokens ? u"max_completion_tokens"_s : u"max_tokens"_s, prompt.maxTokens}};
    if (isNearby(m_address.base))
        body.insert(u"temperature"_s, 0); // the same paper, the same answer; vendors' newer models refuse it
    addFormat(body, prompt);
    return body;
}

HttpRequest OpenAiService::request(const Prompt& prompt) const
{
    constexpr int silencesInAll = 12;
    QJsonObject asked = body(prompt);
    if (m_streams) {
        asked.insert(u"stream"_s, true);
        asked.insert(u"stream_options"_s, QJsonObject{{u"include_usage"_s, true}});
    }
    if (m_streams && isLlamaCpp())
        asked.insert(u"return_progress"_s, true); // events come while the paper is taken in, too
    HttpRequest request = m_address.post(u"/chat/completions"_s, asked);
    request.deadline = request.inactivity * (m_streams ? silencesInAll : 1);
    return request;
}

Result<ChatAnswer> OpenAiService::answer(const QByteArray& body) const
{
    const bool isObject = body.trimmed().startsWith('{');
    auto answer = answerOf(isObject ? QJsonDocument::fromJson(body).object() : joinedCompletion(body));
    if (!answer && answer.error().detail.isEmpty())
        answer.error().detail = serviceError(body).message;
    return answer;
}

Result<ChatAnswer> OpenAiService::answerOf(const QJsonObject& reply) const
{
    if (reply.value(u"error"_s).isObject() || reply.value(u"error"_s).isString())
        return std::unexpected(failureFromError(serviceError(QJsonDocument(reply).toJson())));
    const QJsonValue choice = reply.value(u"choices"_s)[0];
    const QJsonObject message = choice[u"message"_s].toObject();
    if (message.isEmpty())
        return std::unexpected(readFailure(
            "read.reply", ReadText::tr("The service's reply is not what its interface promises."), {}, true));
    ChatAnswer answer{.text = message.value(u"content"_s).toString(),
                      .stopWord = choice[u"finish_reason"_s].toString()};
    answer.stop = stopOf(answer.stopWord);
    if (const QString refusal = message.value(u"refusal"_s).toString(); !refusal.isEmpty()) {
        answer.stop = ChatAnswer::Stop::Refused;
        answer.text = refusal;
    }
    const QJsonObject usage = reply.value(u"usage"_s).toObject();
    answer.usage.inputTokens = std::max<qint64>(0, usage.value(u"prompt_tokens"_s).toInteger());
    answer.usage.outputTokens = std::max<qint64>(0, usage.value(u"completion_tokens"_s).toInteger());
    answer.usage.cachedTokens =
        std::max<qint64>(0, usage.value(u"prompt_tokens_details"_s)[u"cached_tokens"_s].toInteger());
    answer.model = reply.value(u"model"_s).toString(model());
    return answer;
}

bool OpenAiService::adapts(const Failure& refusal)
{
    if (!refusal.code.startsWith("http.4"_L1))
        return false;
    if (!m_completionTokens && refusal.detail.contains("max_completion_tokens"_L1))
        return m_completionTokens = true;
    if (m_streams && refusal.detail.contains("stream"_L1)) {
        m_streams = false;
        return true;
    }
    const bool aboutForm = refusal.detail.contains("response_format"_L1) || refusal.detail.contains("json_schema"_L1) ||
                           refusal.detail.contains("json_object"_L1) || refusal.detail.contains("grammar"_L1);
    if (!aboutForm || m_form == Form::Free)
        return false;
    m_form = m_form == Form::Schema ? Form::Object : Form::Free;
    return true;
}

} // namespace sheaf
