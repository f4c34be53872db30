// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sinks/bulk_write.h"

#include "sinks/waiting.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

constexpr int Rounds = 6; ///< with pauses of 0.5 s to 8 s: about 16 s
constexpr qsizetype RequestBytes = qsizetype(5) << 20;
constexpr qsizetype RequestDocuments = 500;

Failure busyFailure(const QString& reason)
{
    return elasticsearchFailure(u"busy"_s, QCoreApplication::translate("sinks", "Elasticsearch has too much to do."),
                                reason, true);
}

} // namespace

BulkWrite::BulkWrite(const ElasticsearchClient& client, QString index, QVector<Document> documents)
    : m_client(client), m_index(std::move(index)), m_documents(std::move(documents)), m_outcomes(m_documents.size()),
      m_bytes(RequestBytes), m_count(RequestDocuments)
{
    for (int i = 0; i < int(m_documents.size()); ++i)
        m_open.append(i);
}

QVector<Result<void>> BulkWrite::run(std::stop_token stop)
{
    for (int round = 0; round < Rounds && !m_open.isEmpty(); ++round) {
        if (round > 0 && !pauseUnlessStopped(pauseBefore(round - 1, m_client.firstPause(), m_busy), stop)) {
            failAll(stoppedFailure());
            break;
        }
        m_busy.reset();
        QVector<int> left = std::exchange(m_open, {});
        while (!left.isEmpty()) {
            const QVector<int> sent = takeRequest(left);
            const auto reply = m_client.once("POST", u"/_bulk"_s, linesOf(sent), stop, "application/x-ndjson");
            if (reply) {
                settleRequest(sent, *reply);
            } else {
                m_open += sent + left;
                left.clear();
                failAll(reply.error());
            }
        }
    }
    failAll(busyFailure(m_busyReason));
    return m_outcomes;
}

QVector<int> BulkWrite::takeRequest(QVector<int>& left) const
{
    QVector<int> sent;
    for (qsizetype bytes = 0; !left.isEmpty() && sent.size() < m_count; left.removeFirst()) {
        bytes += m_documents[left.constFirst()].json.size();
        if (!sent.isEmpty() && bytes > m_bytes)
            break;
        sent.append(left.constFirst());
    }
    return sent;
}

QByteArray BulkWrite::linesOf(const QVector<int>& documents) const
{
    QByteArray lines;
    for (const int document : documents) {
        const QJsonObject place{{u"_index"_s, m_index}, {u"_id"_s, m_documents[document].id}};
        lines += QJsonDocument(QJsonObject{{u"index"_s, place}}).toJson(QJsonDocument::Compact) + '\n' +
                 m_documents[document].json + '\n';
    }
    return lines;
}

void BulkWrite::settleRequest(const QVector<int>& sent, const HttpReply& reply)
{
    if (reply.ok()) {
        settleItems(sent, reply);
    } else if (isBusy(reply.status) || (reply.status == 413 && sent.size() > 1)) {
        m_busyReason = serverReason(reply);
        m_busy = reply;
        halve();
        m_open += sent;
    } else if (sent.size() > 1) { // one of them may be what it cannot read
        m_count = 1;
        m_open += sent;
    } else {
        refuse(sent.constFirst(), serverReason(reply));
    }
}

void BulkWrite::settleItems(const QVector<int>& sent, const HttpReply& reply)
{
    const QJsonArray items = jsonOf(reply.body)["items"_L1].toArray();
    for (qsizetype i = 0; i < sent.size(); ++i) {
        const QJsonObject action = items.at(i).toObject();
        settleItem(sent[i], action.isEmpty() ? QJsonObject() : action.begin()->toObject());
    }
}

void BulkWrite::settleItem(int document, const QJsonObject& item)
{
    const int status = item["status"_L1].toInt();
    const QJsonValue error = item["error"_L1];
    const QString reason = error.isString()
                               ? error.toString()
                               : u"%1: %2"_s.arg(error["type"_L1].toString(), error["reason"_L1].toString());
    if (status >= 200 && status < 300)
        return;
    if (status == 0 || status == 429 || status >= 500) { // 0: the reply says nothing about it
        m_busyReason = reason;
        m_open.append(document);
        if (error["type"_L1].toString() == "circuit_breaking_exception"_L1)
            halve();
    } else {
        refuse(document, reason);
    }
}

void BulkWrite::refuse(int document, const QString& reason)
{
    m_outcomes[document] = std::unexpected(elasticsearchFailure(
        u"refused"_s, QCoreApplication::translate("sinks", "Elasticsearch will not have it: %1").arg(reason), reason,
        false));
}

void BulkWrite::halve()
{
    m_bytes = std::max<qsizetype>(m_bytes / 2, 1);
    m_count = std::max<qsizetype>(std::min(m_count, m_documents.size()) / 2, 1);
}

void BulkWrite::failAll(const Failure& failure)
{
    for (const int document : std::exchange(m_open, {}))
        m_outcomes[document] = std::unexpected(failure);
}

} // namespace sheaf
