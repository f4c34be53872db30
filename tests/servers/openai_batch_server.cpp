// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "servers/openai_batch_server.h"

#include "servers/model_answer.h"

#include <QDateTime>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sheaf::testing {

namespace {

ServedReply notFound()
{
    return ServedReply::json({{u"error"_s, QJsonObject{{u"message"_s, u"there is no such thing"_s}}}}, 404);
}

ServedReply lost()
{
    ServedReply reply;
    reply.manner = ServedReply::Manner::DropBeforeHeaders;
    return reply;
}

QString promptIn(const QJsonObject& body)
{
    QString text;
    const QJsonArray messages = body.value(u"messages"_s).toArray();
    for (const QJsonValue& message : messages)
        text += message[u"content"_s].toString() + u'\n';
    return text;
}

std::optional<ServedReply> nextOf(QVector<ServedReply>& replies)
{
    return replies.isEmpty() ? std::nullopt : std::optional(replies.takeFirst());
}

} // namespace

OpenAiBatchServer::OpenAiBatchServer() : m_http([this](const ServedRequest& request) { return handle(request); }) {}

void OpenAiBatchServer::behave(const OpenAiBatchBehaviour& behaviour)
{
    m_http.call([&] { m_behaviour = behaviour; });
}

QMap<QString, int> OpenAiBatchServer::paid()
{
    QMap<QString, int> copy;
    m_http.call([&] { copy = m_paid; });
    return copy;
}

int OpenAiBatchServer::batchCount()
{
    int count = 0;
    m_http.call([&] { count = int(m_batches.size()); });
    return count;
}

QStringList OpenAiBatchServer::cancelled()
{
    QStringList ids;
    m_http.call([&] {
        for (const Batch& batch : std::as_const(m_batches))
            if (batch.cancelled)
                ids.append(batch.id);
    });
    return ids;
}

QStringList OpenAiBatchServer::files()
{
    QStringList names;
    m_http.call([&] { names = m_files.keys(); });
    return names;
}

void OpenAiBatchServer::addForeignBatch(int requests)
{
    m_http.call([&] {
        QByteArrayList lines;
        for (int i = 0; i < requests; ++i)
            lines.append(QJsonDocument({{u"custom_id"_s, u"foreign-%1"_s.arg(i)}, {u"body"_s, QJsonObject()}})
                             .toJson(QJsonDocument::Compact));
        m_files.insert(u"file-foreign"_s, lines.join('\n'));
        makeBatch({{u"input_file_id"_s, u"file-foreign"_s}});
    });
}

ServedReply OpenAiBatchServer::handle(const ServedRequest& request)
{
    if (request.header("authorization") != "Bearer sk-test")
        return ServedReply::json({{u"error"_s, QJsonObject{{u"message"_s, u"wrong key"_s}}}}, 401);
    if (request.path == u"/v1/models"_s)
        return ServedReply::json({{u"data"_s, QJsonArray{QJsonObject{{u"id"_s, u"batch-test"_s}}}}});
    if (request.path == u"/v1/chat/completions"_s)
        return chat(request);
    if (request.path == u"/v1/files"_s)
        return upload(request);
    if (request.path.startsWith(u"/v1/files/"_s))
        return file(request);
    if (request.path == u"/v1/batches"_s)
        return request.method == "POST" ? create(request) : list(request);
    const QStringList steps = request.path.split(u'/', Qt::SkipEmptyParts); // v1 batches ID [cancel]
    Batch* batch = steps.value(1) == u"batches"_s ? find(steps.value(2)) : nullptr;
    if (!batch)
        return notFound();
    return steps.value(3) == u"cancel"_s ? cancel(*batch) : look(*batch);
}

ServedReply OpenAiBatchServer::upload(const ServedRequest& request)
{
    if (auto refusal = nextOf(m_behaviour.uploadRefusals))
        return *refusal;
    const QString id = u"file-in-%1"_s.arg(m_uploads++);
    for (const ServedPart& part : multipartParts(request))
        if (part.name == "file")
            m_files.insert(id, part.data);
    if (m_behaviour.loseUploads > 0) {
        --m_behaviour.loseUploads;
        return lost();
    }
    return ServedReply::json({{u"id"_s, id}, {u"object"_s, u"file"_s}, {u"purpose"_s, u"batch"_s}});
}

ServedReply OpenAiBatchServer::file(const ServedRequest& request)
{
    if (auto refusal = nextOf(m_behaviour.fileRefusals))
        return *refusal;
    const QString id = request.path.split(u'/', Qt::SkipEmptyParts).value(2);
    if (!m_files.contains(id))
        return notFound();
    if (request.method == "DELETE") {
        m_files.remove(id);
        return ServedReply::json({{u"id"_s, id}, {u"deleted"_s, true}});
    }
    QByteArray content = m_files.value(id);
    if (m_behaviour.cutFiles > 0) {
        --m_behaviour.cutFiles;
        content.chop(content.size() / 3);
    }
    return ServedReply::text(content, "application/octet-stream");
}

void OpenAiBatchServer::makeBatch(const QJsonObject& order)
{
    Batch batch{.id = u"batch_%1"_s.arg(m_batches.size()),
                .inputFile = order.value(u"input_file_id"_s).toString(),
                .metadata = order.value(u"metadata"_s).toObject(),
                .requests = {},
                .createdAt = QDateTime::currentSecsSinceEpoch()};
    for (const QByteArray& entry : m_files.value(batch.inputFile).split('\n'))
        if (!entry.trimmed().isEmpty())
            batch.requests.append(QJsonDocument::fromJson(entry).object());
    for (const QJsonObject& request : std::as_const(batch.requests))
        if (const QString paper = paperOf(promptIn(request.value(u"body"_s).toObject())); !paper.isEmpty())
            ++m_paid[paper];
    m_batches.append(batch);
}

ServedReply OpenAiBatchServer::create(const ServedRequest& request)
{
    if (auto refusal = nextOf(m_behaviour.createRefusals))
        return *refusal;
    makeBatch(request.json());
    const qsizetype made = m_batches.size() - 1;
    if (m_behaviour.doubleCreates > 0) {
        --m_behaviour.doubleCreates;
        makeBatch(request.json());
    }
    if (m_behaviour.loseCreates > 0) {
        --m_behaviour.loseCreates;
        return lost();
    }
    return ServedReply::json(view(m_batches[made]));
}

ServedReply OpenAiBatchServer::list(const ServedRequest&)
{
    if (auto refusal = nextOf(m_behaviour.listRefusals))
        return *refusal;
    QJsonArray data;
    for (auto batch = m_batches.rbegin(); batch != m_batches.rend(); ++batch) // newest first
        data.append(view(*batch));
    return ServedReply::json({{u"object"_s, u"list"_s}, {u"data"_s, data}, {u"has_more"_s, false}});
}

QJsonObject OpenAiBatchServer::view(Batch& batch)
{
    const bool refused = !m_behaviour.failsWith.isEmpty();
    const bool late = m_behaviour.expiresIn < 0 && !m_behaviour.neverEnds;
    if (batch.ended && !refused)
        writeResults(batch);
    const auto nameOf = [&](const char* kind) {
        const QString id = QLatin1StringView(kind) + batch.id;
        return m_files.contains(id) ? QJsonValue(id) : QJsonValue();
    };
    QJsonObject view{{u"id"_s, batch.id},
                     {u"object"_s, u"batch"_s},
                     {u"input_file_id"_s, batch.inputFile},
                     {u"status"_s, !batch.ended      ? u"in_progress"_s
                                   : refused         ? u"failed"_s
                                   : batch.cancelled ? u"cancelled"_s
                                   : late            ? u"expired"_s
                                                     : u"completed"_s},
                     {u"created_at"_s, batch.createdAt},
                     {u"expires_at"_s, batch.createdAt + m_behaviour.expiresIn},
                     {u"output_file_id"_s, nameOf("out-")},
                     {u"error_file_id"_s, nameOf("err-")},
                     {u"request_counts"_s, QJsonObject{{u"total"_s, batch.requests.size()},
                                                       {u"completed"_s, batch.ended ? batch.requests.size() : 0},
                                                       {u"failed"_s, 0}}}};
    if (m_behaviour.keepsMetadata)
        view.insert(u"metadata"_s, batch.metadata);
    if (refused)
        view.insert(u"errors"_s,
                    QJsonObject{{u"data"_s, QJsonArray{QJsonObject{{u"code"_s, m_behaviour.failsWith},
                                                                   {u"message"_s, u"it is not to be"_s}}}}});
    return view;
}

/** Answers in one file, failures in another; not in the order of the requests. */
void OpenAiBatchServer::writeResults(Batch& batch)
{
    if (std::exchange(batch.hasResults, true))
        return;
    QByteArrayList good, bad;
    for (const QJsonObject& request : std::as_const(batch.requests)) {
        const QString id = request.value(u"custom_id"_s).toString();
        if (m_behaviour.missing.contains(id))
            continue;
        const QJsonObject said = line(request, batch.cancelled);
        for (int times = m_behaviour.repeated.contains(id) ? 2 : 1; times > 0; --times)
            (said.value(u"response"_s)[u"status_code"_s].toInt() == 200 ? good : bad)
                .prepend(QJsonDocument(said).toJson(QJsonDocument::Compact));
    }
    if (!good.isEmpty())
        m_files.insert(u"out-"_s + batch.id, good.join('\n') + '\n');
    if (!bad.isEmpty())
        m_files.insert(u"err-"_s + batch.id, bad.join('\n') + '\n');
}

QJsonObject OpenAiBatchServer::line(const QJsonObject& request, bool cancelled)
{
    const QString id = request.value(u"custom_id"_s).toString();
    QJsonObject line{{u"id"_s, u"batch_req_fake"_s},
                     {u"custom_id"_s, id},
                     {u"response"_s, QJsonValue()},
                     {u"error"_s, QJsonValue()}};
    if (cancelled || m_behaviour.expired.contains(id)) {
        line.insert(u"error"_s, QJsonObject{{u"code"_s, cancelled ? u"batch_cancelled"_s : u"batch_expired"_s},
                                            {u"message"_s, u"This request could not be executed."_s}});
    } else if (m_behaviour.errored.contains(id)) {
        const QJsonObject error{{u"message"_s, u"it broke"_s}, {u"type"_s, u"server_error"_s}};
        line.insert(u"response"_s, QJsonObject{{u"status_code"_s, 500}, {u"body"_s, QJsonObject{{u"error"_s, error}}}});
    } else {
        line.insert(u"response"_s, QJsonObject{{u"status_code"_s, 200},
                                               {u"request_id"_s, u"req_fake"_s},
                                               {u"body"_s, completion(request.value(u"body"_s).toObject())}});
    }
    return line;
}

QJsonObject OpenAiBatchServer::completion(const QJsonObject& body)
{
    const QString prompt = body.value(u"messages"_s)[1][u"content"_s].toString();
    const QJsonObject schema = body.value(u"response_format"_s)[u"json_schema"_s][u"schema"_s].toObject();
    const QString fitting = QString::fromUtf8(QJsonDocument(answerFor(schema, passageOf(prompt))).toJson());
    const QString text = m_behaviour.texts.isEmpty() ? fitting : m_behaviour.texts.takeFirst();
    const QJsonObject message{{u"role"_s, u"assistant"_s}, {u"content"_s, text}};
    return {
        {u"id"_s, u"chatcmpl-fake"_s},
        {u"model"_s, body.value(u"model"_s)},
        {u"choices"_s, QJsonArray{QJsonObject{{u"message"_s, message}, {u"finish_reason"_s, u"stop"_s}}}},
        {u"usage"_s, QJsonObject{{u"prompt_tokens"_s, prompt.size() / 4}, {u"completion_tokens"_s, text.size() / 4}}}};
}

ServedReply OpenAiBatchServer::look(Batch& batch)
{
    if (auto refusal = nextOf(m_behaviour.pollRefusals))
        return *refusal;
    ++batch.looks;
    batch.ended = batch.ended || (batch.cancelled && !m_behaviour.ignoresCancel) ||
                  (batch.looks >= m_behaviour.pollsUntilEnd && !m_behaviour.neverEnds);
    return ServedReply::json(view(batch));
}

ServedReply OpenAiBatchServer::cancel(Batch& batch)
{
    batch.cancelled = true;
    return ServedReply::json(view(batch));
}

ServedReply OpenAiBatchServer::chat(const ServedRequest& request)
{
    const QJsonObject body = request.json();
    ++m_paid[paperOf(promptIn(body))];
    return ServedReply::json(completion(body));
}

OpenAiBatchServer::Batch* OpenAiBatchServer::find(const QString& id)
{
    const auto found = std::ranges::find(m_batches, id, &Batch::id);
    return found == m_batches.end() ? nullptr : &*found;
}

} // namespace sheaf::testing
