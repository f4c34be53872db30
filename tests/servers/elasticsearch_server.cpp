// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "servers/elasticsearch_server.h"

#include <QJsonArray>
#include <QSet>

using namespace Qt::StringLiterals;

namespace sheaf::testing {

namespace {

QJsonObject errorObject(const QString& type, const QString& reason)
{
    return {{u"type"_s, type}, {u"reason"_s, reason}};
}

ServedReply refusal(int status, const QString& type, const QString& reason)
{
    return ServedReply::json({{u"error"_s, errorObject(type, reason)}, {u"status"_s, status}}, status);
}

/** Clients of version 8 name their own media type. */
bool isJsonType(const QByteArray& type)
{
    return type.startsWith("application/json") || type.startsWith("application/x-ndjson") ||
           type.startsWith("application/vnd.elasticsearch+json") ||
           type.startsWith("application/vnd.elasticsearch+x-ndjson");
}

QJsonObject greeting(bool openSearch)
{
    QJsonObject version{{u"number"_s, openSearch ? u"2.17.1"_s : u"8.15.2"_s}};
    if (openSearch)
        version.insert(u"distribution"_s, u"opensearch"_s);
    return {{u"name"_s, u"fake"_s}, {u"version"_s, version}, {u"tagline"_s, u"You Know, for Search"_s}};
}

} // namespace

ElasticsearchServer::ElasticsearchServer() : m_http([this](const ServedRequest& request) { return handle(request); }) {}

void ElasticsearchServer::behave(const ElasticsearchBehaviour& behaviour)
{
    m_http.call([&] {
        m_behaviour = behaviour;
        m_items = 0;
        m_doomed.clear();
    });
}

void ElasticsearchServer::addIndex(const QString& name, const QJsonObject& properties)
{
    m_http.call([&] { m_indices[name].mappings = {{u"properties"_s, properties}}; });
}

QMap<QString, QJsonObject> ElasticsearchServer::documents(const QString& index)
{
    QMap<QString, QJsonObject> found;
    m_http.call([&] { found = m_indices.value(index).documents; });
    return found;
}

QJsonObject ElasticsearchServer::properties(const QString& index)
{
    QJsonObject found;
    m_http.call([&] { found = m_indices.value(index).mappings[u"properties"_s].toObject(); });
    return found;
}

ServedReply ElasticsearchServer::handle(const ServedRequest& request)
{
    ServedReply reply;
    if (!m_behaviour.authorization.isEmpty() && request.header("Authorization") != m_behaviour.authorization)
        reply = refusal(401, u"security_exception"_s, u"unable to authenticate"_s);
    else if (!request.body.isEmpty() && !isJsonType(request.header("Content-Type")))
        reply = refusal(406, u"media_type_header_exception"_s, u"Content-Type header is not supported"_s);
    else if (request.body.size() > m_behaviour.mostBytes)
        reply = {.status = 413, .contentType = {}};
    else
        reply = route(request, request.path.split('/'_L1, Qt::SkipEmptyParts));
    reply.headers.emplaceBack("X-Elastic-Product", "Elasticsearch");
    if (request.header("Accept").startsWith("application/vnd.elasticsearch+json") && !reply.contentType.isEmpty())
        reply.contentType = "application/vnd.elasticsearch+json;compatible-with=8";
    return reply;
}

ServedReply ElasticsearchServer::route(const ServedRequest& request, const QStringList& path)
{
    if (path.isEmpty())
        return ServedReply::json(greeting(m_behaviour.openSearch));
    if (path.last() == "_bulk"_L1)
        return bulk(request, path.size() > 1 ? path.first() : QString());
    const QString& name = path.first();
    if (path.size() == 1 && request.method == "PUT")
        return makeIndex(name, request.json());
    if (!m_indices.contains(name))
        return request.method == "HEAD"
                   ? ServedReply{.status = 404, .contentType = {}}
                   : refusal(404, u"index_not_found_exception"_s, u"no such index ["_s + name + u']');
    const Index& index = m_indices[name];
    const QString what = path.value(1);
    if (request.method == "HEAD")
        return {};
    if (what == "_mapping"_L1 && request.method == "GET")
        return ServedReply::json({{name, QJsonObject{{u"mappings"_s, index.mappings}}}});
    if (what == "_mapping"_L1)
        return changeMapping(name, request.json());
    if (what == "_count"_L1)
        return ServedReply::json({{u"count"_s, index.documents.size()}});
    if (what == "_refresh"_L1)
        return ServedReply::json({{u"_shards"_s, QJsonObject{{u"failed"_s, 0}}}});
    if (what == "_doc"_L1 && request.method == "GET") {
        const bool found = index.documents.contains(path.value(2));
        return ServedReply::json({{u"_index"_s, name},
                                  {u"_id"_s, path.value(2)},
                                  {u"found"_s, found},
                                  {u"_source"_s, index.documents.value(path.value(2))}},
                                 found ? 200 : 404);
    }
    return refusal(400, u"illegal_argument_exception"_s, u"the fake has no "_s + request.path);
}

ServedReply ElasticsearchServer::makeIndex(const QString& name, const QJsonObject& body)
{
    if (m_indices.contains(name))
        return refusal(400, u"resource_already_exists_exception"_s, u"index ["_s + name + u"] already exists"_s);
    if (name != name.toLower())
        return refusal(400, u"invalid_index_name_exception"_s, u"must be lowercase"_s);
    m_indices[name].mappings = body["mappings"_L1].toObject();
    return ServedReply::json({{u"acknowledged"_s, true}, {u"shards_acknowledged"_s, true}, {u"index"_s, name}});
}

ServedReply ElasticsearchServer::changeMapping(const QString& name, const QJsonObject& body)
{
    QJsonObject properties = m_indices[name].mappings["properties"_L1].toObject();
    const QJsonObject wanted = body["properties"_L1].toObject();
    for (auto it = wanted.begin(); it != wanted.end(); ++it) {
        const QString before = properties.value(it.key()).toObject()["type"_L1].toString();
        const QString now = it->toObject()["type"_L1].toString();
        if (properties.contains(it.key()) && before != now)
            return refusal(400, u"illegal_argument_exception"_s,
                           u"mapper [%1] cannot be changed from type [%2] to [%3]"_s.arg(it.key(), before, now));
        QJsonObject field = it->toObject(), within = properties[it.key()]["properties"_L1].toObject();
        const QJsonObject more = field["properties"_L1].toObject();
        for (auto inner = more.begin(); inner != more.end(); ++inner)
            within.insert(inner.key(), *inner);
        if (!within.isEmpty())
            field.insert(u"properties"_s, within);
        properties.insert(it.key(), field);
    }
    m_indices[name].mappings.insert(u"properties"_s, properties);
    return ServedReply::json({{u"acknowledged"_s, true}});
}

ServedReply ElasticsearchServer::bulk(const ServedRequest& request, const QString& defaultIndex)
{
    if (!m_behaviour.refusals.isEmpty())
        return m_behaviour.refusals.takeFirst();
    if (!request.body.endsWith('\n'))
        return refusal(400, u"illegal_argument_exception"_s,
                       u"The bulk request must be terminated by a newline [\\n]"_s);
    QByteArrayList lines = request.body.split('\n');
    lines.removeAll({});
    QJsonArray items;
    bool errors = false;
    const bool tripped = m_behaviour.breakerItems > 0 && lines.size() / 2 > m_behaviour.breakerItems;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QJsonObject head = QJsonDocument::fromJson(lines[i]).object();
        if (head.size() != 1)
            return refusal(400, u"illegal_argument_exception"_s, u"Malformed action/metadata line"_s);
        const QString action = head.begin().key();
        QJsonObject meta = head.begin()->toObject();
        if (!meta.contains("_index"_L1))
            meta.insert(u"_index"_s, defaultIndex);
        const QByteArray source = action == "delete"_L1 ? QByteArray() : lines.value(++i);
        QJsonObject item =
            tripped ? QJsonObject{{u"status"_s, 429},
                                  {u"error"_s, errorObject(u"circuit_breaking_exception"_s, u"Data too large"_s)}}
                    : bulkItem(action, meta, source);
        item.insert(u"_index"_s, meta["_index"_L1]);
        item.insert(u"_id"_s, meta["_id"_L1]);
        errors = errors || item.contains("error"_L1);
        items.append(QJsonObject{{action, item}});
    }
    ServedReply reply = ServedReply::json({{u"took"_s, 3}, {u"errors"_s, errors}, {u"items"_s, items}});
    if (m_behaviour.loseReplies > 0 && m_behaviour.loseReplies-- > 0)
        reply.manner = ServedReply::Manner::DropBeforeHeaders;
    return reply;
}

QJsonObject ElasticsearchServer::bulkItem(const QString& action, const QJsonObject& meta, const QByteArray& source)
{
    const QString id = meta["_id"_L1].toString();
    const auto failed = [](int status, const QString& type, const QString& reason) {
        return QJsonObject{{u"status"_s, status}, {u"error"_s, errorObject(type, reason)}};
    };
    const QJsonObject document = QJsonDocument::fromJson(source).object();
    if (id.toUtf8().size() > 512)
        return failed(400, u"illegal_argument_exception"_s, u"id is too long"_s);
    if (m_behaviour.unmappable.contains(id) || document.isEmpty())
        return failed(400, u"mapper_parsing_exception"_s, u"failed to parse"_s);
    if (m_behaviour.failEvery > 0 && (m_doomed.contains(id) || ++m_items % m_behaviour.failEvery == 0)) {
        if (m_behaviour.failForGood)
            m_doomed.insert(id);
        return failed(429, u"es_rejected_execution_exception"_s, u"rejected execution of coordinating operation"_s);
    }
    Index& index = m_indices[meta["_index"_L1].toString()];
    const bool exists = index.documents.contains(id);
    if (action == "create"_L1 && exists)
        return failed(409, u"version_conflict_engine_exception"_s, u"document already exists"_s);
    index.documents.insert(id, document);
    return {{u"status"_s, exists ? 200 : 201},
            {u"_version"_s, ++index.versions[id]},
            {u"result"_s, exists ? u"updated"_s : u"created"_s}};
}

} // namespace sheaf::testing
