// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sinks/elasticsearch_client.h"

#include <QVector>

/**
 * Documents through the bulk interface. The reply is a success even where documents fail, so each one's own status is
 * looked at: what the server had no room for is sent again, in smaller requests, what it will not have is told. Blocks;
 * one thread.
 */
namespace sheaf {

class BulkWrite
{
public:
    struct Document
    {
        QString id;
        QByteArray json; ///< one line
    };
    BulkWrite(const ElasticsearchClient& client, QString index, QVector<Document> documents);

    /** One outcome a document: nothing, or elasticsearch.refused, elasticsearch.busy, or what hit them all. */
    QVector<Result<void>> run(std::stop_token stop);

private:
    /** The next that fit into one request. */
    QVector<int> takeRequest(QVector<int>& left) const;
    QByteArray linesOf(const QVector<int>& documents) const;
    void settleRequest(const QVector<int>& sent, const HttpReply& reply);
    void settleItems(const QVector<int>& sent, const HttpReply& reply);
    void settleItem(int document, const QJsonObject& item);
    void refuse(int document, const QString& reason);
    void halve();
    void failAll(const Failure& failure);

    const ElasticsearchClient& m_client;
    const QString m_index;
    const QVector<Document> m_documents;
    QVector<Result<void>> m_outcomes;
    QVector<int> m_open; ///< documents without an outcome
    QString m_busyReason;
    std::optional<HttpReply> m_busy; ///< to a whole request of the last round
    qsizetype m_bytes;               ///< in one request, at most
    qsizetype m_count;               ///< documents in one request, at most
};

} // namespace sheaf
