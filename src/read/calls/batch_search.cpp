// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/calls/batch_search.h"

#include "core/log.h"
#include "read/calls/batch_results.h"
#include "read/calls/rate_limits.h"

#include <QCryptographicHash>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace sheaf {

QString resultsDelivery(const QString& callId, const QString& batchId, int file)
{
    // The id is the server's word: no file name can be made of it as it is.
    const QByteArray hash = QCryptographicHash::hash(batchId.toUtf8(), QCryptographicHash::Sha256).toHex();
    const QString name = u"%1.results-%2"_s.arg(callId, QString::fromLatin1(hash.first(16)));
    return file == 0 ? name : u"%1-%2"_s.arg(name).arg(file);
}

void sendAside(const Wire& wire, const HttpRequest& request)
{
    auto* delivery = new Delivery(wire, Care::Free, {}, request, wire.http);
    delivery->start([path = request.url.path()](const Result<HttpReply>& reply) {
        if (!reply)
            qCWarning(logRead) << "could not be done:" << path << reply.error().code << reply.error().detail;
    });
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

void BatchSearch::list(const QString& next)
{
    if (next.isEmpty()) {
        m_named.clear();
        m_candidates.clear();
    }
    auto* delivery = new Delivery(m_setup.wire, Care::Free, {}, m_setup.service->list(next), this);
    delivery->start([this](const Result<HttpReply>& reply) {
        const QJsonObject page = reply ? QJsonDocument::fromJson(reply->body).object() : QJsonObject();
        if (reply && page.value(u"data"_s).isArray()) {
            m_serverTime = serverTime(*reply);
            takePage(m_setup.service->page(page));
            return;
        }
        Q_EMIT waiting(reply ? batchUnclear(reply->body) : reply.error());
        m_pause.start(m_setup.longestPoll);
    });
}

bool BatchSearch::isCandidate(const BatchState& batch) const
{
    constexpr qint64 clockSkew = 15 * 60 * 1000;
    return !batch.id.isEmpty() && batch.callId.isEmpty() && !m_foreign.contains(batch.id) &&
           !m_setup.claimed->contains(batch.id) && batch.requests == m_setup.customIds.size() &&
           batch.createdAt.toMSecsSinceEpoch() >= m_setup.sentAt - clockSkew;
}

void BatchSearch::takePage(const BatchPage& page)
{
    constexpr qint64 beforeOurs = 3600 * 1000;
    for (const BatchState& batch : page.batches) {
        if (!batch.id.isEmpty() && batch.callId == m_setup.callId)
            m_named.append(batch);
        else if (isCandidate(batch))
            m_candidates.append(batch);
    }
    const bool older =
        !page.batches.isEmpty() && page.batches.last().createdAt.toMSecsSinceEpoch() < m_setup.sentAt - beforeOurs;
    if (!page.next.isEmpty() && !older)
        list(page.next);
    else if (!claimNamed())
        examine();
}

/** Keeps the one that has come furthest; false: there is none. */
bool BatchSearch::claimNamed()
{
    const auto kept = std::ranges::max_element(
        m_named, {}, [](const BatchState& batch) { return std::pair(batch.ended && !batch.refusal, batch.done); });
    if (kept == m_named.cend())
        return false;
    for (const BatchState& twin : std::as_const(m_named))
        if (twin.id != kept->id && !twin.ended)
            sendAside(m_setup.wire, m_setup.service->cancel(twin.id));
    Q_EMIT found(QString(kept->id));
    return true;
}

void BatchSearch::examine()
{
    for (const BatchState& batch : std::as_const(m_candidates)) {
        if (!batch.ended || batch.results.isEmpty() || m_foreign.contains(batch.id) ||
            m_setup.claimed->contains(batch.id))
            continue;
        auto* delivery = new Delivery(m_setup.wire, Care::Paid, resultsDelivery(m_setup.callId, batch.id, 0),
                                      batch.results.first(), this);
        delivery->start([this, id = batch.id](const Result<HttpReply>& reply) { takeResults(id, reply); });
        return;
    }
    lookAgain();
}

void BatchSearch::takeResults(const QString& id, const Result<HttpReply>& reply)
{
    if (!reply) {
        // To fetch results again costs nothing: no doubt is left by a failure.
        m_setup.wire.spool.clear(resultsDelivery(m_setup.callId, id, 0));
        Q_EMIT waiting(reply.error());
        lookAgain();
        return;
    }
    if (parseBatchResults(reply->body).hasAnyOf(m_setup.customIds)) {
        Q_EMIT found(id);
        return;
    }
    m_setup.wire.spool.clear(resultsDelivery(m_setup.callId, id, 0));
    m_foreign.insert(id);
    examine();
}

void BatchSearch::lookAgain()
{
    const auto isOpen = [this](const BatchState& batch) { return isCandidate(batch); };
    const auto mayEnd = [&](const BatchState& batch) { return isOpen(batch) && !isOverdue(batch, m_serverTime); };
    const auto age = milliseconds(QDateTime::currentMSecsSinceEpoch() - m_setup.sentAt);
    if (age >= m_setup.settle && m_rounds > 0 && std::ranges::none_of(m_candidates, mayEnd)) {
        if (std::ranges::any_of(m_candidates, isOpen)) {
            qCWarning(logRead) << "the batch of call" << m_setup.callId << "may be one that does not end";
            Q_EMIT undecided();
        } else {
            qCInfo(logRead) << "no batch was made for call" << m_setup.callId;
            Q_EMIT notFound();
        }
        return;
    }
    const milliseconds pause = 250ms * (1 << std::min(m_rounds++, 10));
    m_pause.start(std::min(pause, m_setup.longestPoll));
}

} // namespace sheaf
