// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "servers/zotero_server.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace sheaf::testing {

namespace {

const QString Items = u"items"_s;

ServedReply plain(int status, const QByteArray& text)
{
    return ServedReply::text(text, "text/plain", status);
}

ServedReply jsonArray(const QJsonArray& array)
{
    return {.body = QJsonDocument(array).toJson(QJsonDocument::Compact)};
}

bool isChildType(const QJsonObject& data)
{
    return !data["parentItem"_L1].toString().isEmpty();
}

QHash<QString, QString> formOf(const QByteArray& body)
{
    QHash<QString, QString> fields;
    for (const QByteArray& field : body.split('&'))
        fields.insert(QString::fromUtf8(field.left(field.indexOf('='))),
                      QUrl::fromPercentEncoding(field.mid(field.indexOf('=') + 1)));
    return fields;
}

QJsonObject withoutVersion(QJsonObject fields)
{
    fields.remove(u"version"_s);
    return fields;
}

} // namespace

ZoteroServer::ZoteroServer() : m_http([this](const ServedRequest& request) { return handle(request); }) {}

void ZoteroServer::behave(const ZoteroBehaviour& behaviour)
{
    m_http.call([&] { m_behaviour = behaviour; });
}

QString ZoteroServer::edit(const QString& key, const QJsonObject& fields)
{
    QString made;
    m_http.call([&] {
        QJsonObject all = fields;
        if (!key.isEmpty())
            all.insert(u"key"_s, key);
        made = m_shelf.put(Items, all);
    });
    return made;
}

void ZoteroServer::erase(const QString& key)
{
    m_http.call([&] { m_shelf.remove(key); });
}

QVector<QJsonObject> ZoteroServer::objects(const QString& itemType)
{
    QVector<QJsonObject> found;
    m_http.call([&] {
        for (const QString& key : m_shelf.keys(Items))
            if (itemType.isEmpty() || m_shelf.data(key)["itemType"_L1].toString() == itemType)
                found.append(m_shelf.data(key));
    });
    return found;
}

QJsonObject ZoteroServer::object(const QString& key)
{
    QJsonObject found;
    m_http.call([&] { found = m_shelf.data(key); });
    return found;
}

QByteArray ZoteroServer::file(const QString& attachment)
{
    QByteArray found;
    m_http.call([&] { found = m_files.value(attachment); });
    return found;
}

void ZoteroServer::keepAt(const QString& attachment, const QString& path)
{
    m_http.call([&] { m_paths.insert(attachment, path); });
}

QString ZoteroServer::addCollection(const QString& name, const QString& parent)
{
    QString key;
    m_http.call([&] {
        key = m_shelf.put(u"collections"_s,
                          {{u"name"_s, name}, {u"parentCollection"_s, parent.isEmpty() ? QJsonValue(false) : parent}});
    });
    return key;
}

ServedReply ZoteroServer::handle(const ServedRequest& request)
{
    QStringList path = request.path.split('/'_L1, Qt::SkipEmptyParts);
    const bool isUpload = path.value(0) == "upload"_L1;
    if (m_behaviour.tooMany > 0 && !isUpload) {
        --m_behaviour.tooMany;
        ServedReply busy = plain(429, "Rate limit exceeded");
        if (m_behaviour.retryAfter > 0)
            busy.headers.emplaceBack("Retry-After", QByteArray::number(m_behaviour.retryAfter));
        return busy;
    }
    ServedReply reply = answer(request, path);
    if (m_behaviour.backoff > 0)
        reply.headers.emplaceBack("Backoff", QByteArray::number(m_behaviour.backoff));
    if (request.path.startsWith("/api"_L1) && m_behaviour.localWrites)
        reply.headers.emplaceBack("Zotero-Server-ID", m_behaviour.serverId);
    reply.headers.emplaceBack("Last-Modified-Version", QByteArray::number(m_shelf.version()));
    reply.headers.emplaceBack("Zotero-API-Version", "3");
    if (request.method != "GET" && m_behaviour.loseWrites > 0) {
        --m_behaviour.loseWrites;
        reply.manner = ServedReply::Manner::DropBeforeHeaders;
    }
    return reply;
}

ServedReply ZoteroServer::answer(const ServedRequest& request, const QStringList& whole)
{
    QStringList path = whole;
    const bool isLocal = path.value(0) == "api"_L1 || path.value(0) == "connector"_L1;
    if (isLocal && request.header("User-Agent").startsWith("Mozilla/") && !request.hasHeader("Zotero-Allowed-Request"))
        return {.manner = ServedReply::Manner::DropBeforeHeaders};
    if (path.value(0) == "connector"_L1)
        return connector(request, path.value(1));
    if (path.value(0) == "upload"_L1)
        return takeUpload(request, path.value(1));
    if (isLocal) {
        path.removeFirst();
        if (!m_behaviour.localReads)
            return plain(403, "Local API is not enabled");
    }
    const bool isOurs = path.value(0) == "users"_L1 && path.value(1) == (isLocal ? "0"_L1 : "475"_L1);
    if (const auto refusal = refuse(request, request.method != "GET" && isOurs))
        return *refusal;
    if (!isOurs)
        return atRoot(request, path);
    path.remove(0, 2);
    return request.method == "GET" ? read(request, path) : write(request, path);
}

std::optional<ServedReply> ZoteroServer::refuse(const ServedRequest& request, bool isWrite) const
{
    if (request.path.startsWith("/api"_L1)) {
        if (!isWrite)
            return {};
        if (!m_behaviour.localWrites)
            return plain(400, "Endpoint does not support method");
        if (request.header("Zotero-Server-ID").isEmpty())
            return plain(428, "Zotero-Server-ID not provided");
        if (request.header("Zotero-Server-ID") != m_behaviour.serverId)
            return plain(412, "Zotero-Server-ID does not match");
        return request.header("Zotero-API-Key") == m_behaviour.localKey ? std::nullopt
                                                                        : std::optional(plain(401, "Key required"));
    }
    const QByteArray key =
        request.hasHeader("Zotero-API-Key") ? request.header("Zotero-API-Key") : request.header("Authorization").mid(7);
    if (request.path.startsWith("/item"_L1))
        return {}; // the schema is for everybody
    if (key != m_behaviour.key)
        return plain(403, "Invalid key");
    return isWrite && !m_behaviour.mayWrite ? std::optional(plain(403, "Write access denied")) : std::nullopt;
}

ServedReply ZoteroServer::atRoot(const ServedRequest& request, const QStringList& path)
{
    if (path.isEmpty() && request.path.startsWith("/api"_L1))
        return plain(200, "Nothing to see here.");
    if (path == QStringList{u"local"_s, u"authorize"_s}) {
        if (!m_behaviour.localWrites)
            return plain(404, "No endpoint found");
        return ServedReply::json(
            {{u"key"_s, QString::fromLatin1(m_behaviour.localKey)}, {u"remember"_s, m_behaviour.remembers}});
    }
    if (path.value(0) == "keys"_L1 && (path.value(1) == "current"_L1 || path.value(1).toUtf8() == m_behaviour.key)) {
        const QJsonObject user{{u"library"_s, true}, {u"files"_s, true}, {u"write"_s, m_behaviour.mayWrite}};
        return ServedReply::json({{u"key"_s, QString::fromLatin1(m_behaviour.key)},
                                  {u"userID"_s, 475},
                                  {u"username"_s, u"ann"_s},
                                  {u"access"_s, QJsonObject{{u"user"_s, user}}}});
    }
    if (path.value(0) == "itemFields"_L1) {
        QJsonArray fields;
        for (const QString& field : ZoteroShelf::fields())
            fields.append(QJsonObject{{u"field"_s, field}, {u"localized"_s, field}});
        return jsonArray(fields);
    }
    if (path == QStringList{u"items"_s, u"new"_s})
        return ServedReply::json({{u"itemType"_s, request.query.queryItemValue(u"itemType"_s)},
                                  {u"linkMode"_s, request.query.queryItemValue(u"linkMode"_s)},
                                  {u"title"_s, u""_s},
                                  {u"filename"_s, u""_s},
                                  {u"contentType"_s, u""_s},
                                  {u"tags"_s, QJsonArray()},
                                  {u"relations"_s, QJsonObject()}});
    return plain(404, "Not found");
}

ServedReply ZoteroServer::page(const ServedRequest& request, const QVector<QJsonObject>& objects) const
{
    const auto number = [&](const QString& name, qint64 otherwise) {
        return request.query.hasQueryItem(name) ? request.query.queryItemValue(name).toLongLong() : otherwise;
    };
    const qint64 since = number(u"since"_s, -1);
    const bool withTrash = number(u"includeTrashed"_s, 0) == 1;
    const QString type = request.query.queryItemValue(u"itemType"_s);
    QJsonArray all, some;
    for (const QJsonObject& object : objects)
        if (object["version"_L1].toInteger() > since && (withTrash || object["data"_L1]["deleted"_L1].toInt() == 0) &&
            (type.isEmpty() || object["data"_L1]["itemType"_L1].toString() == type))
            all.append(object);
    const qint64 start = number(u"start"_s, 0), limit = std::min<qint64>(number(u"limit"_s, 25), m_behaviour.pageSize);
    for (qint64 i = start; i < std::min<qint64>(start + limit, all.size()); ++i)
        some.append(all[i]);
    ServedReply reply = jsonArray(some);
    reply.headers.emplaceBack("Total-Results", QByteArray::number(all.size()));
    if (start + limit < all.size()) {
        QUrl next = m_http.url(request.path);
        QUrlQuery query = request.query;
        query.removeAllQueryItems(u"start"_s);
        query.addQueryItem(u"start"_s, QString::number(start + limit));
        next.setQuery(query);
        reply.headers.emplaceBack("Link", '<' + next.toEncoded() + ">; rel=\"next\"");
    }
    return reply;
}

ServedReply ZoteroServer::read(const ServedRequest& request, const QStringList& path)
{
    const auto envelopes = [this](const QStringList& keys) {
        QVector<QJsonObject> objects;
        for (const QString& key : keys)
            objects.append(m_shelf.envelope(key));
        return objects;
    };
    const auto inCollection = [this](const QString& collection, bool topOnly) {
        QStringList keys = m_shelf.keys(Items);
        keys.removeIf([&](const QString& key) {
            const QJsonObject data = m_shelf.data(key);
            const QString parent = data["parentItem"_L1].toString();
            const QJsonArray in = (parent.isEmpty() ? data : m_shelf.data(parent))["collections"_L1].toArray();
            return (topOnly && isChildType(data)) || (!collection.isEmpty() && !in.contains(collection));
        });
        return keys;
    };
    const QString kind = path.value(0), key = path.value(1), what = path.value(2);
    if (kind == "deleted"_L1)
        return ServedReply::json(
            {{u"items"_s, m_shelf.deletedSince(request.query.queryItemValue(u"since"_s).toLongLong())}});
    if (kind == "groups"_L1)
        return jsonArray({});
    if (kind == "items"_L1 && (key.isEmpty() || key == "top"_L1))
        return page(request, envelopes(inCollection({}, key == "top"_L1)));
    if (kind == "collections"_L1 && (key.isEmpty() || key == "top"_L1)) {
        QStringList keys = m_shelf.keys(kind);
        if (key == "top"_L1)
            keys.removeIf([&](const QString& one) { return m_shelf.data(one)["parentCollection"_L1].isString(); });
        return page(request, envelopes(keys));
    }
    if (!m_shelf.contains(key))
        return plain(404, "Not found");
    if (what == "children"_L1)
        return page(request, envelopes(m_shelf.children(key)));
    if (what == "file"_L1 && path.mid(3) == QStringList{u"view"_s, u"url"_s} && request.path.startsWith("/api"_L1))
        return m_paths.contains(key) ? plain(200, QUrl::fromLocalFile(m_paths[key]).toEncoded())
                                     : plain(404, "Not found");
    if (what == "file"_L1)
        return m_files.contains(key) ? ServedReply{.body = m_files[key], .contentType = "application/pdf"}
                                     : plain(404, "Not found");
    if (what == "items"_L1)
        return page(request, envelopes(inCollection(key, path.value(3) == "top"_L1)));
    return ServedReply::json(m_shelf.envelope(key));
}

ServedReply ZoteroServer::write(const ServedRequest& request, const QStringList& path)
{
    const QString kind = path.value(0), key = path.value(1);
    if (path.value(2) == "file"_L1)
        return fileForm(request, key);
    const qint64 precondition = request.hasHeader("If-Unmodified-Since-Version")
                                    ? request.header("If-Unmodified-Since-Version").toLongLong()
                                    : -1;
    const QByteArray token = request.header("Zotero-Write-Token");
    if (!token.isEmpty() && m_tokens.contains(token))
        return plain(412, "Write token already used");
    if (request.method == "DELETE") {
        if (precondition < m_shelf.data(key)["version"_L1].toInteger())
            return plain(precondition < 0 ? 428 : 412, "Item has been modified");
        m_shelf.remove(key);
        return {.status = 204, .contentType = {}};
    }
    QJsonArray objects = QJsonDocument::fromJson(request.body).array();
    if (request.method != "POST") {
        QJsonObject one = request.json();
        one.insert(u"key"_s, key);
        objects = {one};
    }
    if (objects.size() > 50)
        return plain(413, "Cannot add more than 50 items at a time");
    if (m_behaviour.raceWrites > 0) {
        --m_behaviour.raceWrites;
        for (const QJsonValue& object : std::as_const(objects))
            if (m_shelf.contains(object["key"_L1].toString()))
                m_shelf.put(kind, {{u"key"_s, object["key"_L1]}});
    }
    QJsonObject successful, success, failed;
    m_shelf.beginWrite();
    for (qsizetype i = 0; i < objects.size(); ++i) {
        const QJsonObject object = objects[i].toObject();
        const QString place = QString::number(i);
        if (const auto fault = m_shelf.check(kind, object, precondition)) {
            failed.insert(
                place,
                QJsonObject{{u"key"_s, object["key"_L1]}, {u"code"_s, fault->code}, {u"message"_s, fault->message}});
            continue;
        }
        const QString made = m_shelf.put(kind, withoutVersion(object), false);
        success.insert(place, made);
        successful.insert(place, m_shelf.envelope(made));
    }
    if (!token.isEmpty() && failed.isEmpty())
        m_tokens.insert(token);
    if (request.method != "POST")
        return failed.isEmpty() ? ServedReply{.status = 204, .contentType = {}}
                                : plain(failed.begin()->toObject()["code"_L1].toInt(),
                                        failed.begin()->toObject()["message"_L1].toString().toUtf8());
    return ServedReply::json({{u"successful"_s, successful},
                              {u"success"_s, success},
                              {u"unchanged"_s, QJsonObject()},
                              {u"failed"_s, failed}});
}

ServedReply ZoteroServer::fileForm(const ServedRequest& request, const QString& key)
{
    if (!m_shelf.contains(key))
        return plain(404, "Item does not exist");
    if (request.header("If-None-Match") != "*")
        return plain(428, "If-Match/If-None-Match header not provided");
    if (m_files.contains(key))
        return plain(412, "If-None-Match: * set but file exists");
    const auto form = formOf(request.body);
    if (form.contains(u"upload"_s)) {
        const QString uploadKey = form[u"upload"_s];
        const auto expected = m_uploads.value(uploadKey).second;
        const QByteArray bytes = m_received.value(uploadKey);
        if (bytes.isEmpty() || m_uploads[uploadKey].first != key ||
            QCryptographicHash::hash(bytes, QCryptographicHash::Md5).toHex() != expected[u"md5"_s].toLatin1())
            return plain(400, "Upload doesn't fit");
        m_files.insert(key, bytes);
        m_shelf.put(Items, {{u"key"_s, key},
                            {u"md5"_s, expected[u"md5"_s]},
                            {u"mtime"_s, expected[u"mtime"_s].toLongLong()},
                            {u"filename"_s, expected[u"filename"_s]}});
        return {.status = 204, .contentType = {}};
    }
    for (const QString& field : {u"md5"_s, u"filename"_s, u"filesize"_s, u"mtime"_s})
        if (form.value(field).isEmpty())
            return plain(400, "Missing " + field.toUtf8());
    if (m_behaviour.quotaFull)
        return plain(413, "File would exceed quota");
    const QString uploadKey = u"up%1"_s.arg(m_uploads.size() + 1);
    m_uploads.insert(uploadKey, {key, form});
    const QString url = m_http.url(u"/upload/"_s + uploadKey).toString();
    if (form.value(u"params"_s) == "1"_L1)
        return ServedReply::json({{u"url"_s, url},
                                  {u"uploadKey"_s, uploadKey},
                                  {u"params"_s, QJsonObject{{u"key"_s, uploadKey}, {u"policy"_s, u"p"_s}}}});
    return ServedReply::json({{u"url"_s, url},
                              {u"contentType"_s, u"multipart/form-data; boundary=X"_s},
                              {u"prefix"_s, u"--X\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n"_s},
                              {u"suffix"_s, u"\r\n--X--"_s},
                              {u"uploadKey"_s, uploadKey}});
}

ServedReply ZoteroServer::takeUpload(const ServedRequest& request, const QString& uploadKey)
{
    if (request.hasHeader("Zotero-API-Key"))
        return plain(400, "a key was sent to a stranger");
    for (const ServedPart& part : multipartParts(request))
        if (part.name == "file")
            m_received.insert(uploadKey, part.data);
    return {.status = 201, .contentType = {}};
}

ServedReply ZoteroServer::connector(const ServedRequest& request, const QString& verb)
{
    const QJsonObject body = request.json();
    if (verb == "ping"_L1)
        return ServedReply::json({{u"prefs"_s, QJsonObject()}});
    if (verb == "getSelectedCollection"_L1)
        return ServedReply::json({{u"id"_s, QJsonValue::Null}, {u"name"_s, u"My Library"_s}, {u"editable"_s, true}});
    if (verb == "saveItems"_L1) {
        const QJsonArray items = body["items"_L1].toArray();
        for (const QJsonValue& value : items) {
            QJsonObject item = value.toObject();
            const QJsonArray notes = item.take("notes"_L1).toArray();
            const QString id = item.take("id"_L1).toString();
            const QString key = m_shelf.put(Items, item);
            m_session.insert(body["sessionID"_L1].toString() + '/'_L1 + id, key);
            for (const QJsonValue& note : notes)
                m_shelf.put(Items, {{u"itemType"_s, u"note"_s}, {u"parentItem"_s, key}, {u"note"_s, note["note"_L1]}});
        }
        return {.status = 201, .contentType = {}};
    }
    if (verb == "saveAttachment"_L1) {
        const QJsonObject about = QJsonDocument::fromJson(request.header("X-Metadata")).object();
        const QString parent = m_session.value(request.query.queryItemValue(u"sessionID"_s) + '/'_L1 +
                                               about["parentItemID"_L1].toString());
        if (parent.isEmpty())
            return plain(400, "No such item");
        const QString key =
            m_shelf.put(Items, {{u"itemType"_s, u"attachment"_s},
                                {u"parentItem"_s, parent},
                                {u"title"_s, about["title"_L1]},
                                {u"contentType"_s, QString::fromLatin1(request.header("Content-Type"))}});
        m_files.insert(key, request.body);
        return {.status = 201, .contentType = {}};
    }
    return plain(404, "No endpoint found");
}

} // namespace sheaf::testing
