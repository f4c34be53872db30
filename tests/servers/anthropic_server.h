// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "servers/http_server.h"

#include <QJsonArray>
#include <QMap>

/**
 * Anthropic's Messages and Message Batches on a real socket, as bad as wanted. It counts each answer that would be
 * paid, by paper (see paperOf()): a message when it is made, also when the client is gone; a batch's answers when its
 * batch is made.
 */
namespace sheaf::testing {

struct AnthropicBehaviour
{
    /** Answers given instead of doing anything, one a request, by what is asked for. */
    QVector<ServedReply> messageRefusals, createRefusals, pollRefusals, listRefusals, resultsRefusals;
    /** So many requests are carried out, but the reply is lost. */
    int loseMessages = 0, loseCreates = 0;
    /** So many creations are carried out twice, as by a proxy that repeats them. */
    int doubleCreates = 0;
    std::chrono::milliseconds messageDelay{0}, createDelay{0};
    int dripBytes = 0;                     ///< > 0: messages come in pieces of so many bytes …
    std::chrono::milliseconds dripPace{0}; ///< … with this pause between them
    int pollsUntilEnd = 1;                 ///< the batch has ended at so many looks at it
    bool neverEnds = false;
    bool ignoresCancel = false;
    QString expiresAt;   ///< as the batch says it; empty = in a day
    QString resultsHost; ///< the results lie on another host, says the batch
    QStringList texts;   ///< what the model says, one an answer, instead of a fitting answer
    QString stopReason = QStringLiteral("end_turn");
    bool cachesAll = false; ///< a document that is marked for the cache is written there as a whole
    int pageSize = 20;      ///< of the list of batches, at most
    /** By custom id. */
    QStringList missing, repeated, errored, expired, canceled;
    QString errorType = QStringLiteral("api_error"); ///< of the errored
    int cutResults = 0;                              ///< so many results end in half a line
};

/** An error in the vendor's envelope. */
ServedReply anthropicError(int status, const QString& type, const QString& message = QStringLiteral("no"),
                           const Headers& headers = {});

class AnthropicServer
{
public:
    AnthropicServer();

    QUrl url() const { return m_http.url(); }
    HttpServer& http() { return m_http; }
    /** Changes the behaviour between two requests. */
    void behave(const AnthropicBehaviour& behaviour);

    QMap<QString, int> paid();
    int batchCount();
    QStringList cancelled();
    /** All batches have ended now. */
    void endAll();
    /** A batch that another program made with the same key. */
    QString addForeignBatch(int requests);

private:
    struct Batch
    {
        QString id;
        QJsonArray requests;
        QString createdAt;
        int looks = 0;
        bool cancelled = false;
        bool ended = false;
    };
    ServedReply handle(const ServedRequest& request);
    ServedReply message(const ServedRequest& request);
    ServedReply create(const ServedRequest& request);
    ServedReply list(const ServedRequest& request);
    ServedReply look(Batch& batch);
    ServedReply results(const Batch& batch);
    ServedReply cancel(Batch& batch);
    QJsonObject answer(const QJsonObject& params);
    QJsonObject result(const QJsonObject& request, bool cancelled);
    QJsonObject view(const Batch& batch) const;
    Batch* find(const QString& id);
    QString makeBatch(const QJsonArray& requests);

    AnthropicBehaviour m_behaviour;
    QVector<Batch> m_batches;
    QMap<QString, int> m_paid;
    HttpServer m_http;
};

} // namespace sheaf::testing
