// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/anthropic_batch_call.h"

#include "core/log.h"
#include "read/read_failure.h"
#include "read/read_text.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace sheaf {

namespace {

QDateTime timeOf(const QJsonObject& batch, const QString& key)
{
    return QDateTime::fromString(batch.value(key).toString(), Qt::ISODateWithMs);
}

QString batchPath(const QString& id, const QString& rest = {})
{
    return u"/messages/batches/"_s + QString::fromLatin1(QUrl::toPercentEncoding(id)) + rest;
}

Failure missingFailure()
{
    return readFailure("read.missing", ReadText::tr("The batch came back without an answer for this paper."), {}, true);
}

Failure expiredFailure(const QString& detail = {})
{
    return readFailure("read.expired", ReadText::tr("The batch was not finished in its time."), detail, true);
}

} // namespace

AnthropicBatchCall::AnthropicBatchCall(const BatchSetup& setup, const QString& callId, const QString& remoteId,
                                       const QVector<ReadRequest>& requests, Begin how)
    : m_setup(setup), m_callId(callId), m_batchId(remoteId), m_requests(requests), m_how(how)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &AnthropicBatchCall::poll);
    if (!remoteId.isEmpty())
        m_setup.claimed->insert(remoteId);
}

void AnthropicBatchCall::begin()
{
    prepare();
    if (!m_batchId.isEmpty())
        follow(m_batchId);
    else if (m_how == Begin::Recovered && wire().spool.trace(createDelivery()) == Spool::Trace::Nothing)
        failOpen(notSentFailure());
    else
        create();
}

void AnthropicBatchCall::prepare()
{
    for (const ReadRequest& request : std::as_const(m_requests))
        m_papers.append(PaperReading(request, m_setup.call.rules));
    m_order = packBatch(m_papers, *m_setup.service, m_setup.limits);
    for (qsizetype i = 0; i < m_papers.size(); ++i) {
        if (!m_order.included.at(i)) // goes with another batch
            m_papers[i].failWith(notSentFailure());
    }
}

void AnthropicBatchCall::create()
{
    if (m_order.requests == 0) {
        concludeAll();
        return;
    }
    const HttpRequest request = m_setup.service->post(u"/messages/batches"_s, m_order.body);
    m_delivery = new Delivery(wire(), Care::Lasting, createDelivery(), request, this);
    m_delivery->start([this](const Result<HttpReply>& reply) { takeCreated(reply); });
}

void AnthropicBatchCall::takeCreated(const Result<HttpReply>& reply)
{
    m_delivery.clear();
    const QString id = reply ? QJsonDocument::fromJson(reply->body).object().value(u"id"_s).toString() : QString();
    if (!id.isEmpty())
        follow(id);
    else if (reply || reply.error().code == "read.in-doubt"_L1)
        search();
    else
        failOpen(reply.error());
}

void AnthropicBatchCall::search()
{
    BatchSearchSetup setup{.wire = wire(),
                           .service = m_setup.service,
                           .claimed = m_setup.claimed,
                           .callId = m_callId,
                           .customIds = customIds(),
                           .sentAt = wire().spool.sentAt(createDelivery()),
                           .longestPoll = m_setup.longestPoll,
                           .settle = m_setup.settle};
    m_search = new BatchSearch(setup, this);
    connect(m_search, &BatchSearch::waiting, this, &ReadCall::waiting);
    connect(m_search, &BatchSearch::found, this, &AnthropicBatchCall::follow);
    connect(m_search, &BatchSearch::notFound, this, [this] {
        m_search->deleteLater();
        wire().spool.clear(createDelivery());
        failOpen(notSentFailure());
    });
    m_search->start();
}

void AnthropicBatchCall::follow(const QString& batchId)
{
    if (m_search)
        m_search->deleteLater();
    m_batchId = batchId;
    m_setup.claimed->insert(batchId);
    m_age.start();
    Q_EMIT submitted(batchId);
    if (m_cancelled)
        sendCancel();
    poll();
}

void AnthropicBatchCall::poll()
{
    m_delivery = new Delivery(wire(), Care::Free, {}, m_setup.service->get(batchPath(m_batchId)), this);
    m_delivery->start([this](const Result<HttpReply>& reply) { takeState(reply); });
}

void AnthropicBatchCall::takeState(const Result<HttpReply>& reply)
{
    m_delivery.clear();
    if (!reply) {
        if (reply.error().code == "http.404"_L1)
            failOpen(readFailure("read.expired", ReadText::tr("The service no longer knows this batch."),
                                 reply.error().detail, true));
        else
            pollAfterTrouble(reply.error());
        return;
    }
    const QJsonObject batch = QJsonDocument::fromJson(reply->body).object();
    m_troubles = 0;
    reportProgress(batch);
    if (batch.value(u"processing_status"_s).toString() == u"ended"_s) {
        fetch(batch.value(u"results_url"_s).toString());
    } else if (isOverdue(batch, *reply)) {
        sendCancel();
        failOpen(expiredFailure(batch.value(u"expires_at"_s).toString()));
    } else {
        pollLater();
    }
}

void AnthropicBatchCall::reportProgress(const QJsonObject& batch)
{
    int total = 0;
    const QJsonObject counts = batch.value(u"request_counts"_s).toObject();
    for (const QJsonValue& count : counts)
        total += count.toInt();
    const int done = total - counts.value(u"processing"_s).toInt();
    Q_EMIT progressed(done > 0 ? done : -1, total); // the vendor counts nothing before the end
}

bool AnthropicBatchCall::isOverdue(const QJsonObject& batch, const HttpReply& reply) const
{
    constexpr qint64 graceSeconds = 3600;
    const QDateTime expires = timeOf(batch, u"expires_at"_s);
    return expires.isValid() && expires.secsTo(serverTime(reply)) > graceSeconds;
}

void AnthropicBatchCall::pollLater()
{
    const auto pause = milliseconds(m_age.elapsed() / 20); // 5 % of the wait so far
    m_pause.start(
        std::clamp<milliseconds>(pause, std::min<milliseconds>(200ms, m_setup.longestPoll), m_setup.longestPoll));
}

void AnthropicBatchCall::pollAfterTrouble(const Failure& failure)
{
    Q_EMIT waiting(failure);
    const milliseconds pause = 1s * (1 << std::min(m_troubles++, 10));
    m_pause.start(std::min(pause, m_setup.longestPoll));
}

void AnthropicBatchCall::sendCancel()
{
    // The call may be gone before this is through.
    auto* delivery = new Delivery(wire(), Care::Free, {},
                                  m_setup.service->post(batchPath(m_batchId, u"/cancel"_s), "{}"), wire().http);
    delivery->start([](const Result<HttpReply>& reply) {
        if (!reply)
            qCWarning(logRead) << "the batch could not be cancelled:" << reply.error().code << reply.error().detail;
    });
}

void AnthropicBatchCall::fetch(const QString& resultsUrl)
{
    m_delivery = new Delivery(wire(), Care::Paid, resultsDelivery(m_callId, m_batchId),
                              resultsRequest(*m_setup.service, m_batchId, resultsUrl), this);
    m_delivery->start([this](const Result<HttpReply>& reply) { takeResults(reply); });
}

void AnthropicBatchCall::takeResults(const Result<HttpReply>& reply)
{
    constexpr int mostFetches = 3;
    m_delivery.clear();
    const QString delivery = resultsDelivery(m_callId, m_batchId);
    if (!reply && reply.error().code != "http.404"_L1) {
        wire().spool.clear(delivery); // to fetch results again costs nothing
        pollAfterTrouble(reply.error());
        return;
    }
    if (!reply) {
        failOpen(expiredFailure(reply.error().detail));
        return;
    }
    m_results = parseBatchResults(reply->body);
    if ((m_results.malformed > 0 || !hasAllResults()) && ++m_fetches < mostFetches) {
        wire().spool.clear(delivery);
        pollLater();
        return;
    }
    if (m_results.malformed + m_results.repeated > 0)
        qCWarning(logRead) << "batch" << m_batchId << "has" << m_results.malformed << "malformed and"
                           << m_results.repeated << "repeated lines";
    nextPaper();
}

bool AnthropicBatchCall::hasAllResults() const
{
    const QSet<QString> ids = customIds();
    return std::ranges::all_of(ids, [this](const QString& id) { return m_results.results.contains(id); });
}

QSet<QString> AnthropicBatchCall::customIds() const
{
    QSet<QString> ids;
    for (qsizetype i = 0; i < m_papers.size(); ++i) {
        for (int part = 0; m_order.included.at(i) && part < m_papers.at(i).partCount(); ++part)
            ids.insert(customId(m_papers.at(i).requestId(), part));
    }
    return ids;
}

void AnthropicBatchCall::nextPaper()
{
    while (m_paper < m_papers.size()) {
        PaperReading& paper = m_papers[m_paper];
        while (!paper.isOver() && !paper.isRepair())
            takePart(paper);
        if (paper.isOver()) {
            ++m_paper;
        } else if (m_cancelled) {
            paper.failWith(readStopped());
        } else {
            repair(paper);
            return;
        }
    }
    concludeAll(m_stageWide);
}

void AnthropicBatchCall::takePart(PaperReading& paper)
{
    const auto found = m_results.results.constFind(customId(paper.requestId(), paper.part()));
    const Result<ChatAnswer> answer =
        found == m_results.results.constEnd() ? std::unexpected(missingFailure()) : answerOf(*found);
    if (!answer && isStageWide(answer.error()))
        m_stageWide = answer.error();
    paper.take(answer, ReadMode::Batch);
}

Result<ChatAnswer> AnthropicBatchCall::answerOf(const QJsonObject& result) const
{
    const QString type = result.value(u"type"_s).toString();
    if (type == "succeeded"_L1)
        return m_setup.service->answerOf(result.value(u"message"_s).toObject());
    if (type == "expired"_L1)
        return std::unexpected(expiredFailure());
    if (type == "canceled"_L1 && m_cancelled)
        return std::unexpected(readStopped());
    if (type == "canceled"_L1)
        return std::unexpected(
            readFailure("read.canceled", ReadText::tr("The batch was cancelled on the server."), {}, true));
    if (type != "errored"_L1)
        return std::unexpected(missingFailure());
    // The error stands in an envelope within the result: {"type":"error","error":{"type":…,"message":…}}.
    const QJsonObject envelope = result.value(u"error"_s).toObject();
    return std::unexpected(failureFromError(serviceError(QJsonDocument(envelope).toJson())));
}

void AnthropicBatchCall::repair(PaperReading& paper)
{
    m_delivery =
        new Delivery(wire(), Care::Paid, deliveryName(m_callId, paper), m_setup.service->request(paper.prompt()), this);
    m_delivery->keepToLimits();
    m_delivery->start([this](const Result<HttpReply>& reply) {
        m_delivery.clear();
        PaperReading& repaired = m_papers[m_paper];
        if (reply) {
            repaired.take(m_setup.service->answer(reply->body), ReadMode::Single);
        } else {
            if (mayBePaid(reply.error()))
                repaired.countAsPaid(ReadMode::Single);
            if (isStageWide(reply.error()))
                m_stageWide = reply.error();
            repaired.failWith(reply.error());
        }
        nextPaper();
    });
}

void AnthropicBatchCall::failOpen(const Failure& failure)
{
    for (PaperReading& paper : m_papers)
        paper.failWith(failure);
    concludeAll(isStageWide(failure) ? std::optional(failure) : std::nullopt);
}

void AnthropicBatchCall::concludeAll(const std::optional<Failure>& stageWide)
{
    QVector<ReadOutcome> outcomes;
    for (const PaperReading& paper : std::as_const(m_papers))
        outcomes.append(paper.outcome());
    conclude(outcomes, stageWide);
}

void AnthropicBatchCall::cancel()
{
    if (isConcluded() || std::exchange(m_cancelled, true))
        return;
    if (!m_batchId.isEmpty() && m_papers.isEmpty())
        return; // not begun: follow() will send it
    if (!m_batchId.isEmpty()) {
        sendCancel();
        m_age.restart(); // it ends soon: look often
        if (m_pause.isActive())
            pollLater();
        return;
    }
    if (m_papers.isEmpty())
        prepare();
    const bool sent = wire().spool.trace(createDelivery()) != Spool::Trace::Nothing;
    if (sent && m_delivery)
        return; // takeCreated() will learn its id
    for (PaperReading& paper : m_papers) {
        if (sent && !paper.isOver())
            paper.countAsPaid(ReadMode::Batch);
    }
    delete m_search;
    delete m_delivery;
    failOpen(readStopped());
}

} // namespace sheaf
