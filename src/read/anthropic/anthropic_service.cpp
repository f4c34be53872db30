// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/anthropic/anthropic_service.h"

#include "read/read_failure.h"
#include "read/read_text.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

ChatAnswer::Stop stopOf(const QString& reason)
{
    if (reason == "end_turn"_L1 || reason == "stop_sequence"_L1)
        return ChatAnswer::Stop::Complete;
    if (reason == "refusal"_L1)
        return ChatAnswer::Stop::Refused;
    if (reason == "model_context_window_exceeded"_L1)
        return ChatAnswer::Stop::WindowExceeded;
    return ChatAnswer::Stop::Truncated; // max_tokens, pause_turn, tool_use: the text is not the whole answer
}

qint64 count(const QJsonObject& usage, const QString& key)
{
    return std::max<qint64>(0, usage.value(key).toInteger());
}

} // namespace

QUrl AnthropicService::url(const QString& path) const
{
    QUrl url = m_setup.base;
    QString root = url.path();
    while (root.endsWith(u'/'))
        root.chop(1);
    const qsizetype query = path.indexOf(u'?');
    url.setPath(root + (root.endsWith(u"/v1") ? u""_s : u"/v1"_s) + path.first(query < 0 ? path.size() : query));
    url.setQuery(query < 0 ? QString() : path.sliced(query + 1));
    return url;
}

HttpRequest AnthropicService::get(const QString& path) const
{
    HttpRequest request{.url = url(path)};
    request.stage = Stage::Read;
    request.headers = {{"anthropic-version", m_setup.version}, {"Accept", "application/json"}};
    if (!m_setup.key.isEmpty())
        request.headers.append(HttpHeader{"x-api-key", m_setup.key.reveal(), true});
    return request;
}

HttpRequest AnthropicService::post(const QString& path, const QByteArray& json) const
{
    HttpRequest request = get(path);
    request.method = "POST";
    request.headers.append(HttpHeader{"Content-Type", "application/json"});
    request.body = json;
    request.deadline = request.inactivity = m_setup.deadline;
    return request;
}

void AnthropicService::prepare(QObject* context, std::function<void(Result<ServiceFacts>)> done)
{
    const ServiceFacts facts{m_setup.model, m_setup.contextTokens};
    QMetaObject::invokeMethod(
        context, [=] { done(facts); }, Qt::QueuedConnection);
}

void AnthropicService::countTokens(const QString&, QObject* context, std::function<void(qint64)> done)
{
    QMetaObject::invokeMethod(
        context, [=] { done(-1); }, Qt::QueuedConnection);
}

QJsonObject AnthropicService::messageBody(const Prompt& prompt, Cache cache) const
{
    const auto textBlock = [](const QString& text) { return QJsonObject{{u"type"_s, u"text"_s}, {u"text"_s, text}}; };
    QJsonObject document = textBlock(prompt.document);
    if (cache == Cache::Document)
        document.insert(u"cache_control"_s, QJsonObject{{u"type"_s, u"ephemeral"_s}});
    const QJsonArray content{document, textBlock(prompt.questions)};
    return {{u"model"_s, m_setup.model},
            {u"max_tokens"_s, prompt.maxTokens},
            {u"system"_s, prompt.system},
            {u"messages"_s, QJsonArray{QJsonObject{{u"role"_s, u"user"_s}, {u"content"_s, content}}}},
            {u"output_config"_s,
             QJsonObject{{u"format"_s, QJsonObject{{u"type"_s, u"json_schema"_s}, {u"schema"_s, prompt.schema}}}}}};
}

HttpRequest AnthropicService::request(const Prompt& prompt) const
{
    const Cache cache = m_setup.cachesDocuments ? Cache::Document : Cache::Nothing;
    return post(u"/messages"_s, QJsonDocument(messageBody(prompt, cache)).toJson(QJsonDocument::Compact));
}

Result<ChatAnswer> AnthropicService::answer(const QByteArray& body) const
{
    return answerOf(QJsonDocument::fromJson(body).object());
}

Result<ChatAnswer> AnthropicService::answerOf(const QJsonObject& message) const
{
    if (!message.value(u"content"_s).isArray())
        return std::unexpected(readFailure(
            "read.reply", ReadText::tr("The service's reply is not what its interface promises."), {}, true));
    ChatAnswer answer;
    const QJsonArray content = message.value(u"content"_s).toArray();
    for (const QJsonValue& block : content) {
        if (block[u"type"_s].toString() == u"text"_s)
            answer.text += block[u"text"_s].toString();
    }
    answer.stopWord = message.value(u"stop_reason"_s).toString();
    answer.stop = stopOf(answer.stopWord);
    answer.model = message.value(u"model"_s).toString(m_setup.model);
    const QJsonObject usage = message.value(u"usage"_s).toObject();
    answer.usage.cachedTokens = count(usage, u"cache_read_input_tokens"_s);
    answer.usage.cacheWriteTokens = count(usage, u"cache_creation_input_tokens"_s);
    answer.usage.inputTokens =
        count(usage, u"input_tokens"_s) + answer.usage.cachedTokens + answer.usage.cacheWriteTokens;
    answer.usage.outputTokens = count(usage, u"output_tokens"_s);
    return answer;
}

} // namespace sheaf
