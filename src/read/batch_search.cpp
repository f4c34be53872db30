// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/batch_search.h"

#include "core/log.h"
#include "read/batch_results.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace sheaf {

namespace {

int requestCount(const QJsonObject& batch)
{
    int sum = 0;
    const QJsonObject counts = batch.value(u"request_counts"_s).toObject();
    for (const QJsonValue& count : counts)
        sum += count.toInt();
    return sum;
}

qint64 createdAt(const QJsonObject& batch)
{
    return QDateTime::fromString(batch.value(u"created_at"_s).toString(), Qt::ISODateWithMs).toMSecsSinceEpoch();
}

bool isEnded(const QJsonObject& batch)
{
    return batch.value(u"processing_status"_s).toString() == u"ended"_s;
}

} // namespace

QString resultsDelivery(const QString& callId, const QString& batchId)
{
    // The id is the server's word: no file name can be made of it as it is.
    const QByteArray hash = QCryptographicHash::hash(batchId.toUtf8(), QCryptographicHash::Sha256).toHex();
    return u"%1.results-%2"_s.arg(callId, QString::fromLatin1(hash.first(16)));
}

HttpRequest resultsRequest(const AnthropicService& service, const QString& batchId, const QString& resultsUrl)
{
    constexpr qint64 mostBytes = qint64(512) << 20;
    const auto encoded = QString::fromLatin1(QUrl::toPercentEncoding(batchId));
    HttpRequest request = service.get(u"/messages/batches/%1/results"_s.arg(encoded));
    const QUrl named(resultsUrl, QUrl::StrictMode);
    const bool sameOrigin = named.scheme() == request.url.scheme() && named.host() == request.url.host() &&
                            named.port(-1) == request.url.port(-1);
    if (sameOrigin && named.isValid()) // another origin would get the key
        request.url = named;
    request.maxBytes = mostBytes;
    request.deadline = 600s;
    return request;
}

BatchSearch::BatchSearch(const BatchSearchSetup& setup, QObject* parent) : QObject(parent), m_setup(setup)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, [this] { list({}); });
}

void BatchSearch::start()
{
    list({});
}

void BatchSearch::list(const QString& afterId)
{
    if (afterId.isEmpty())
        m_candidates.clear();
    const QString after =
        afterId.isEmpty() ? QString() : u"&after_id="_s + QString::fromLatin1(QUrl::toPercentEncoding(afterId));
    auto* delivery = new Delivery(m_setup.wire, Care::Free, {},
                                  m_setup.service->get(u"/messages/batches?limit=100"_s + after), this);
    delivery->start([this](const Result<HttpReply>& reply) {
        if (reply) {
            takePage(QJsonDocument::fromJson(reply->body).object());
        } else {
            Q_EMIT waiting(reply.error());
            m_pause.start(m_setup.longestPoll);
        }
    });
}

bool BatchSearch::isCandidate(const QJsonObject& batch) const
{
    constexpr qint64 clockSkew = 15 * 60 * 1000;
    const QString id = batch.value(u"id"_s).toString();
    return !id.isEmpty() && !m_foreign.contains(id) && !m_setup.claimed->contains(id) &&
           requestCount(batch) == m_setup.customIds.size() && createdAt(batch) >= m_setup.sentAt - clockSkew;
}

void BatchSearch::takePage(const QJsonObject& page)
{
    constexpr qint64 beforeOurs = 3600 * 1000;
    const QJsonArray data = page.value(u"data"_s).toArray();
    for (const QJsonValue& batch : data) {
        if (isCandidate(batch.toObject()))
            m_candidates.append(batch.toObject());
    }
    const QString last = page.value(u"last_id"_s).toString();
    const bool older = !data.isEmpty() && createdAt(data.last().toObject()) < m_setup.sentAt - beforeOurs;
    if (page.value(u"has_more"_s).toBool() && !last.isEmpty() && !data.isEmpty() && !older)
        list(last);
    else
        examine();
}

void BatchSearch::examine()
{
    for (const QJsonObject& batch : std::as_const(m_candidates)) {
        const QString id = batch.value(u"id"_s).toString();
        if (!isEnded(batch) || m_foreign.contains(id) || m_setup.claimed->contains(id))
            continue;
        auto* delivery =
            new Delivery(m_setup.wire, Care::Paid, resultsDelivery(m_setup.callId, id),
                         resultsRequest(*m_setup.service, id, batch.value(u"results_url"_s).toString()), this);
        delivery->start([this, id](const Result<HttpReply>& reply) { takeResults(id, reply); });
        return;
    }
    lookAgain();
}

void BatchSearch::takeResults(const QString& id, const Result<HttpReply>& reply)
{
    if (!reply) {
        // To fetch results again costs nothing: no doubt is left by a failure.
        m_setup.wire.spool.clear(resultsDelivery(m_setup.callId, id));
        Q_EMIT waiting(reply.error());
        lookAgain();
        return;
    }
    if (parseBatchResults(reply->body).hasAnyOf(m_setup.customIds)) {
        Q_EMIT found(id);
        return;
    }
    m_setup.wire.spool.clear(resultsDelivery(m_setup.callId, id));
    m_foreign.insert(id);
    examine();
}

void BatchSearch::lookAgain()
{
    const auto open = [this](const QJsonObject& batch) { return isCandidate(batch); };
    const bool candidates = std::ranges::any_of(m_candidates, open);
    const auto age = milliseconds(QDateTime::currentMSecsSinceEpoch() - m_setup.sentAt);
    if (!candidates && age >= m_setup.settle && m_rounds > 0) {
        qCInfo(logRead) << "no batch was made for call" << m_setup.callId;
        Q_EMIT notFound();
        return;
    }
    const milliseconds pause = 250ms * (1 << std::min(m_rounds++, 10));
    m_pause.start(std::min(pause, m_setup.longestPoll));
}

} // namespace sheaf
