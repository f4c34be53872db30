// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/openai/openai_server.h"

#include "read/read_failure.h"
#include "read/read_text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace sheaf {

namespace {

QUrl joined(QUrl url, const QString& path, bool beside)
{
    QString root = url.path();
    while (root.endsWith(u'/'))
        root.chop(1);
    if (beside && root.endsWith(u"/v1"))
        root.chop(3);
    url.setPath(root + path);
    return url;
}

HttpRequest requestTo(const QUrl& url, const Secret& key)
{
    HttpRequest request{.url = url, .headers = {{"Accept", "application/json"}}};
    request.stage = Stage::Read;
    if (!key.isEmpty())
        request.headers.append(HttpHeader{"Authorization", "Bearer " + key.reveal(), true});
    return request;
}

HttpRequest withBody(HttpRequest request, const QJsonObject& body)
{
    request.method = "POST";
    request.headers.append(HttpHeader{"Content-Type", "application/json"});
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return request;
}

QJsonObject entryOf(const QJsonArray& models, const QString& name)
{
    for (const QJsonValue& entry : models) {
        const QString id = entry[u"id"_s].toString(entry[u"name"_s].toString(entry[u"model"_s].toString()));
        if (id == name)
            return entry.toObject();
    }
    return {};
}

/** Ollama's default, when a model is not loaded and its file sets nothing else: what is longer is cut without a word.
 */
constexpr qint64 ollamaDefaultContext = 4096;

qint64 contextOfOllamaModel(const QJsonObject& shown)
{
    if (!shown.contains(u"model_info"_s))
        return 0;
    static const QRegularExpression line(uR"(^num_ctx\s+(\d+))"_s, QRegularExpression::MultilineOption);
    const qint64 set = line.match(shown.value(u"parameters"_s).toString()).captured(1).toLongLong();
    return set > 0 ? set : ollamaDefaultContext;
}

} // namespace

HttpRequest OpenAiAddress::get(const QString& path) const
{
    return requestTo(joined(base, path, false), key);
}

HttpRequest OpenAiAddress::post(const QString& path, const QJsonObject& body) const
{
    HttpRequest request = withBody(get(path), body);
    request.deadline = request.inactivity = longestSilence;
    return request;
}

HttpRequest OpenAiAddress::getBeside(const QString& path) const
{
    return requestTo(joined(base, path, true), key);
}

HttpRequest OpenAiAddress::postBeside(const QString& path, const QJsonObject& body) const
{
    return withBody(getBeside(path), body);
}

OpenAiServer::OpenAiServer(const OpenAiAddress& address, const Wire& wire, const QString& wantedModel, bool probes)
    : m_address(address), m_wire(wire), m_wantedModel(wantedModel), m_probes(probes)
{}

void OpenAiServer::ask(QObject* context, std::function<void(Result<Facts>)> done)
{
    if (m_facts) {
        QMetaObject::invokeMethod(
            context, [facts = *m_facts, done] { done(facts); }, Qt::QueuedConnection);
        return;
    }
    m_waiting.append({context, std::move(done)});
    if (m_waiting.size() > 1)
        return;
    auto* delivery = new Delivery(m_wire, Care::Free, {}, m_address.get(u"/models"_s), this);
    delivery->start([this](const Result<HttpReply>& reply) { takeModels(reply); });
}

void OpenAiServer::takeModels(const Result<HttpReply>& reply)
{
    // A gateway without a model list serves a model that was named all the same.
    if (!reply && (m_wantedModel.isEmpty() || isStageWide(reply.error()))) {
        answer(std::unexpected(reply.error()));
        return;
    }
    const QJsonArray models =
        reply ? QJsonDocument::fromJson(reply->body).object().value(u"data"_s).toArray() : QJsonArray();
    m_asked = {};
    for (const QJsonValue& entry : models)
        m_asked.models.append(entry[u"id"_s].toString());
    static const QRegularExpression notForReading(u"embed|rerank|whisper|tts|moderation|image"_s,
                                                  QRegularExpression::CaseInsensitiveOption);
    m_asked.model = m_wantedModel;
    for (const QString& name : std::as_const(m_asked.models)) {
        if (m_asked.model.isEmpty() && !notForReading.match(name).hasMatch())
            m_asked.model = name;
    }
    if (m_asked.model.isEmpty()) {
        answer(std::unexpected(
            readFailure("read.model", ReadText::tr("The service has no model that can read."), {}, true)));
        return;
    }
    m_asked.contextTokens = entryOf(models, m_asked.model).value(u"max_model_len"_s).toInteger();
    probe(m_probes && m_asked.contextTokens <= 0 ? probes() : QVector<Probe>());
}

QVector<OpenAiServer::Probe> OpenAiServer::probes() const
{
    const QString model = m_asked.model;
    const auto loaded = [model](const QJsonObject& running) {
        return entryOf(running.value(u"models"_s).toArray(), model).value(u"context_length"_s).toInteger();
    };
    const auto props = [](const QJsonObject& object) {
        return object.value(u"default_generation_settings"_s)[u"n_ctx"_s].toInteger();
    };
    const auto lmStudio = [](const QJsonObject& object) {
        return object.value(u"loaded_context_length"_s).toInteger();
    };
    const auto encoded = QString::fromLatin1(QUrl::toPercentEncoding(model));
    return {{m_address.getBeside(u"/props"_s), props, true},
            {m_address.getBeside(u"/api/ps"_s), loaded},
            {m_address.postBeside(u"/api/show"_s, {{u"model"_s, model}}), contextOfOllamaModel},
            {m_address.getBeside(u"/api/v0/models/"_s + encoded), lmStudio}};
}

void OpenAiServer::probe(QVector<Probe> left)
{
    if (left.isEmpty()) {
        answer(m_asked);
        return;
    }
    Probe next = left.takeFirst();
    next.request.retry.attempts = 1;
    next.request.deadline = 10s;
    m_wire.http->send(next.request, this, [this, next, left](const Result<HttpReply>& reply) {
        const QJsonObject told = reply && reply->ok() ? QJsonDocument::fromJson(reply->body).object() : QJsonObject();
        m_asked.contextTokens = next.contextTokens(told);
        m_asked.slots = told.value(u"total_slots"_s).toInt();
        m_asked.isLlamaCpp = next.isLlamaCpp && m_asked.contextTokens > 0;
        if (m_asked.contextTokens > 0)
            answer(m_asked);
        else
            probe(left);
    });
}

void OpenAiServer::keepToSlots() const
{
    const QUrl& base = m_address.base;
    const int port = base.port(base.scheme() == u"https"_s ? 443 : 80);
    if (m_facts->slots > 0)
        m_wire.http->setHostPolicy(u"%1:%2"_s.arg(base.host()).arg(port), {.parallel = m_facts->slots});
}

void OpenAiServer::answer(const Result<Facts>& facts)
{
    if (facts) {
        m_facts = *facts;
        keepToSlots();
    }
    const auto waiting = std::exchange(m_waiting, {});
    for (const Waiting& one : waiting) {
        if (one.context)
            one.done(facts);
    }
}

} // namespace sheaf
