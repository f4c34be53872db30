// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "servers/zotero_shelf.h"

#include <QSet>

/**
 * Zotero on a real socket: the web interface of zotero.org (below "/"), that of the program on one's own computer
 * (below
 * "/api"), and what that offers browsers ("/connector"). One library, users/475. It refuses what the real ones refuse:
 * fields that a type does not have, writes without a version or with an old one, a write token used twice, more than 50
 * objects, a page that asks the program without saying who it is; and it has bad days.
 */
namespace sheaf::testing {

struct ZoteroBehaviour
{
    QByteArray key = "web-key";
    bool mayWrite = true;
    int tooMany = 0;    ///< so many requests get 429 …
    int retryAfter = 0; ///< … with this wish in seconds
    int backoff = 0;    ///< seconds, beside every answer
    int loseWrites = 0; ///< so many writes are carried out, but the reply is lost
    int raceWrites = 0; ///< before so many writes, somebody else touches every object that they name
    int pageSize = 100; ///< at most
    bool quotaFull = false;
    bool localReads = true;  ///< "Allow other applications on this computer …"
    bool localWrites = true; ///< from version 10 on
    QByteArray serverId = "fake-database-1";
    QByteArray localKey = "local-key"; ///< what the user's leave is given as
    bool remembers = true;             ///< the user wants to be asked once
};

class ZoteroServer
{
public:
    ZoteroServer();

    QUrl url() const { return m_http.url(); }
    HttpServer& http() { return m_http; }
    void behave(const ZoteroBehaviour& behaviour);

    /** As the user does in the program: a new object, or these fields of an old one. Returns its key. */
    QString edit(const QString& key, const QJsonObject& fields);
    /** Deleted for good. */
    void erase(const QString& key);
    QVector<QJsonObject> objects(const QString& itemType = {}); ///< data; empty = all of the items
    QJsonObject object(const QString& key);
    QByteArray file(const QString& attachment);
    /** Where the program on this computer keeps an attachment's file. */
    void keepAt(const QString& attachment, const QString& path);
    QString addCollection(const QString& name, const QString& parent = {});

    static constexpr QLatin1StringView Library{"users/475"};

private:
    ServedReply handle(const ServedRequest& request);
    ServedReply answer(const ServedRequest& request, const QStringList& path);
    std::optional<ServedReply> refuse(const ServedRequest& request, bool isWrite) const;
    ServedReply atRoot(const ServedRequest& request, const QStringList& path);
    ServedReply read(const ServedRequest& request, const QStringList& path);
    ServedReply write(const ServedRequest& request, const QStringList& path);
    ServedReply fileForm(const ServedRequest& request, const QString& key);
    ServedReply takeUpload(const ServedRequest& request, const QString& uploadKey);
    ServedReply connector(const ServedRequest& request, const QString& verb);
    ServedReply page(const ServedRequest& request, const QVector<QJsonObject>& objects) const;

    ZoteroBehaviour m_behaviour;
    ZoteroShelf m_shelf;
    QSet<QByteArray> m_tokens;
    QHash<QString, QPair<QString, QHash<QString, QString>>> m_uploads; ///< upload key → attachment, form
    QHash<QString, QByteArray> m_received;                             ///< by upload key
    QHash<QString, QByteArray> m_files;                                ///< by attachment
    QHash<QString, QString> m_paths;                                   ///< on this computer, by attachment
    QHash<QString, QString> m_session;                                 ///< of the connector: the browser's id → key
    HttpServer m_http;
};

} // namespace sheaf::testing
