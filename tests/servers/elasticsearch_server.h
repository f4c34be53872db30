// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "servers/http_server.h"

#include <QMap>

/**
 * Elasticsearch's index, mapping, document and bulk interface on a real socket, as far as clients use it here, with
 * faults: a bulk request of which documents fail, a server that has too much to do, one that wants a key. It checks
 * what a real one checks: the media type, the last line's end, an index's name, ids, and a mapping against what is
 * there.
 */
namespace sheaf::testing {

struct ElasticsearchBehaviour
{
    QByteArray authorization;      ///< not empty: what requests have to bring
    QVector<ServedReply> refusals; ///< given to bulk requests instead of doing anything, one a request
    int failEvery = 0;             ///< of the bulk items counted through, each so-manyth is refused with 429
    bool failForGood = false;      ///< those are refused for ever, by id
    QStringList unmappable;        ///< ids refused with 400
    qsizetype mostBytes = 100'000'000;
    int breakerItems = 0; ///< more items in one request trip the circuit breaker
    bool openSearch = false;
    int loseReplies = 0; ///< so many bulk requests are carried out, but the reply is lost
};

class ElasticsearchServer
{
public:
    ElasticsearchServer();

    QUrl url() const { return m_http.url(); }
    HttpServer& http() { return m_http; }
    void behave(const ElasticsearchBehaviour& behaviour);
    /** Makes an index with these properties. */
    void addIndex(const QString& name, const QJsonObject& properties);

    QMap<QString, QJsonObject> documents(const QString& index); ///< by id
    QJsonObject properties(const QString& index);

private:
    struct Index
    {
        QJsonObject mappings;
        QMap<QString, QJsonObject> documents;
        QMap<QString, int> versions;
    };
    ServedReply handle(const ServedRequest& request);
    ServedReply route(const ServedRequest& request, const QStringList& path);
    ServedReply bulk(const ServedRequest& request, const QString& defaultIndex);
    QJsonObject bulkItem(const QString& action, const QJsonObject& meta, const QByteArray& source);
    ServedReply makeIndex(const QString& name, const QJsonObject& body);
    ServedReply changeMapping(const QString& name, const QJsonObject& body);

    ElasticsearchBehaviour m_behaviour;
    QMap<QString, Index> m_indices;
    int m_items = 0;
    QSet<QString> m_doomed;
    HttpServer m_http;
};

} // namespace sheaf::testing
