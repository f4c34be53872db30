// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "servers/http_server.h"

#include <QMap>

/**
 * OpenAI's files and batches on a real socket, with chat completions for repairs, as bad as wanted. It counts each
 * answer that would be paid, by paper (see paperOf()): a batch's answers when the batch is made.
 */
namespace sheaf::testing {

struct OpenAiBatchBehaviour
{
    /** Answers given instead of doing anything, one a request, by what is asked for. */
    QVector<ServedReply> uploadRefusals, createRefusals, pollRefusals, listRefusals, fileRefusals;
    /** So many requests are carried out, but the reply is lost. */
    int loseUploads = 0, loseCreates = 0;
    int doubleCreates = 0; ///< so many creations are carried out twice, as by a proxy that repeats them
    int pollsUntilEnd = 1; ///< the batch has ended at so many looks at it
    bool neverEnds = false;
    bool ignoresCancel = false;
    bool keepsMetadata = true;
    qint64 expiresIn = 86400; ///< seconds
    QString failsWith;        ///< the batch's file is refused for this code
    QStringList texts;        ///< what the model says, one an answer, instead of a fitting answer
    /** By custom id. */
    QStringList missing, repeated, errored, expired;
    int cutFiles = 0; ///< so many files of results end in half a line
};

class OpenAiBatchServer
{
public:
    OpenAiBatchServer();

    QUrl url() const { return m_http.url(QStringLiteral("/v1")); }
    HttpServer& http() { return m_http; }
    void behave(const OpenAiBatchBehaviour& behaviour);

    QMap<QString, int> paid();
    int batchCount();
    QStringList cancelled();
    /** The files that lie on the server. */
    QStringList files();
    /** A batch that another program made with the same key. */
    void addForeignBatch(int requests);

private:
    struct Batch
    {
        QString id, inputFile;
        QJsonObject metadata;
        QVector<QJsonObject> requests;
        qint64 createdAt = 0;
        int looks = 0;
        bool cancelled = false;
        bool ended = false;
        bool hasResults = false;
    };
    ServedReply handle(const ServedRequest& request);
    ServedReply upload(const ServedRequest& request);
    ServedReply file(const ServedRequest& request);
    ServedReply create(const ServedRequest& request);
    ServedReply list(const ServedRequest& request);
    ServedReply look(Batch& batch);
    ServedReply cancel(Batch& batch);
    ServedReply chat(const ServedRequest& request);
    void makeBatch(const QJsonObject& order);
    QJsonObject view(Batch& batch);
    void writeResults(Batch& batch);
    QJsonObject line(const QJsonObject& request, bool cancelled);
    QJsonObject completion(const QJsonObject& body);
    Batch* find(const QString& id);

    OpenAiBatchBehaviour m_behaviour;
    QVector<Batch> m_batches;
    QMap<QString, QByteArray> m_files;
    int m_uploads = 0;
    QMap<QString, int> m_paid;
    HttpServer m_http;
};

} // namespace sheaf::testing
