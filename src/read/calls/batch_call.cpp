// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/calls/batch_call.h"

#include "core/log.h"
#include "read/calls/rate_limits.h"
#include "read/read_failure.h"
#include "read/read_text.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace sheaf {

namespace {

QString idIn(const Result<HttpReply>& reply)
{
    return reply ? QJsonDocument::fromJson(reply->body).object().value(u"id"_s).toString() : QString();
}

} // namespace

BatchCall::BatchCall(const BatchSetup& setup, const QString& callId, const QString& remoteId,
                     const QVector<ReadRequest>& requests, Begin how)
    : m_setup(setup), m_callId(callId), m_batchId(remoteId), m_requests(requests), m_how(how)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &BatchCall::poll);
    if (!remoteId.isEmpty())
        m_setup.claimed->insert(remoteId);
}

void BatchCall::begin()
{
    m_setup.call.service->prepare(this, [this](const Result<ServiceFacts>& facts) {
        if (isConcluded())
            return;
        prepare();
        // What was made is looked for also when the service does not say what it has now.
        if (facts || m_how == Begin::Recovered)
            goOn();
        else
            failOpen(facts.error());
    });
}

void BatchCall::prepare()
{
    // Parts follow the price table's window alone: a recovered call must cut as the first one did.
    for (const ReadRequest& request : std::as_const(m_requests))
        m_papers.append(PaperReading(request, m_setup.call.rules));
    m_order = packBatch(m_papers, *m_setup.service, m_setup.limits);
    for (qsizetype i = 0; i < m_papers.size(); ++i) {
        if (!m_order.included.at(i)) // goes with another batch
            m_papers[i].failWith(notSentFailure());
    }
}

void BatchCall::goOn()
{
    const bool sent = wire().spool.trace(createDelivery()) != Spool::Trace::Nothing;
    if (!m_batchId.isEmpty())
        follow(m_batchId);
    else if (sent)
        create({});
    else if (m_how == Begin::Recovered)
        failOpen(notSentFailure());
    else if (m_order.entries.isEmpty())
        concludeAll();
    else
        upload();
}

void BatchCall::upload()
{
    const auto request = m_setup.service->upload(m_callId, m_order.entries);
    if (!request) {
        create({});
        return;
    }
    m_delivery = new Delivery(wire(), Care::Free, {}, *request, this);
    m_delivery->start([this](const Result<HttpReply>& reply) { takeUploaded(reply); });
}

void BatchCall::takeUploaded(const Result<HttpReply>& reply)
{
    m_delivery.clear();
    if (const QString id = idIn(reply); !id.isEmpty()) {
        create(id);
    } else if (reply) {
        failOpen(batchUnclear(reply->body));
    } else if (reply.error().code == "http.404"_L1 || reply.error().code == "http.405"_L1) {
        *m_setup.lacking = true;
        failOpen(notSentFailure()); // its papers are read one by one
    } else {
        failOpen(reply.error());
    }
}

void BatchCall::create(const QString& fileId)
{
    const HttpRequest request = m_setup.service->create(m_callId, m_order.entries, fileId);
    m_order.entries.clear();
    Wire order = wire();
    if (m_how ==
        Begin::Recovered) // only hears what became of it: a refused one goes with the next call, from its file on
        order.timing.attempts = order.timing.obeyedWaits = 1;
    m_delivery = new Delivery(order, Care::Lasting, createDelivery(), request, this);
    m_delivery->start([this](const Result<HttpReply>& reply) { takeCreated(reply); });
}

void BatchCall::takeCreated(const Result<HttpReply>& reply)
{
    m_delivery.clear();
    if (const QString id = idIn(reply); !id.isEmpty())
        follow(id);
    else if (reply || reply.error().code == "read.in-doubt"_L1)
        search();
    else
        failOpen(reply.error());
}

void BatchCall::search()
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
    connect(m_search, &BatchSearch::found, this, &BatchCall::follow);
    connect(m_search, &BatchSearch::notFound, this, [this] {
        m_search->deleteLater();
        wire().spool.clear(createDelivery());
        failOpen(notSentFailure());
    });
    connect(m_search, &BatchSearch::undecided, this, [this] {
        m_search->deleteLater();
        failLost(inDoubtFailure(u"a batch like it does not end"_s));
    });
    m_search->start();
}

void BatchCall::follow(const QString& batchId)
{
    if (m_search)
        m_search->deleteLater();
    m_batchId = batchId;
    m_setup.claimed->insert(batchId);
    m_age.start();
    Q_EMIT submitted(batchId);
    if (m_cancelled)
        sendAside(wire(), m_setup.service->cancel(m_batchId));
    poll();
}

void BatchCall::poll()
{
    m_delivery = new Delivery(wire(), Care::Free, {}, m_setup.service->look(m_batchId), this);
    m_delivery->start([this](const Result<HttpReply>& reply) { takeState(reply); });
}

void BatchCall::takeState(const Result<HttpReply>& reply)
{
    m_delivery.clear();
    if (!reply) {
        if (reply.error().code == "http.404"_L1)
            failLost(readFailure("read.expired", ReadText::tr("The service no longer knows this batch."),
                                 reply.error().detail, true));
        else
            pollAfterTrouble(reply.error());
        return;
    }
    const BatchState batch = m_setup.service->state(QJsonDocument::fromJson(reply->body).object());
    if (batch.id.isEmpty()) {
        pollAfterTrouble(batchUnclear(reply->body));
        return;
    }
    m_troubles = 0;
    Q_EMIT progressed(batch.done > 0 ? batch.done : -1, batch.requests);
    m_late = isOverdue(batch, serverTime(*reply));
    if (batch.ended)
        takeEnd(batch);
    else if (m_late)
        waitForCancelled(batch);
    else
        pollLater();
}

void BatchCall::takeEnd(const BatchState& batch)
{
    const bool seen = !std::exchange(m_ended, batch).id.isEmpty();
    for (const HttpRequest& deletion : batch.remains)
        if (!seen)
            sendAside(wire(), deletion);
    if (batch.refusal)
        failOpen(*batch.refusal);
    else
        fetch();
}

void BatchCall::waitForCancelled(const BatchState& batch)
{
    if (!m_overdue.isValid()) {
        m_overdue.start();
        m_age.restart(); // it ends soon: look often
        sendAside(wire(), m_setup.service->cancel(m_batchId));
    } else if (m_overdue.hasExpired(m_setup.cancelWait.count())) {
        failLost(batchExpired(batch.expiresAt.toString(Qt::ISODate)));
        return;
    }
    pollLater();
}

void BatchCall::pollLater()
{
    const auto pause = milliseconds(m_age.elapsed() / 20); // 5 % of the wait so far
    m_pause.start(
        std::clamp<milliseconds>(pause, std::min<milliseconds>(200ms, m_setup.longestPoll), m_setup.longestPoll));
}

void BatchCall::pollAfterTrouble(const Failure& failure)
{
    Q_EMIT waiting(failure);
    const milliseconds pause = 1s * (1 << std::min(m_troubles++, 10));
    m_pause.start(std::min(pause, m_setup.longestPoll));
}

void BatchCall::fetch()
{
    if (m_files >= m_ended.results.size()) {
        takeLines();
        return;
    }
    m_delivery = new Delivery(wire(), Care::Paid, resultsDelivery(m_callId, m_batchId, m_files),
                              m_ended.results.at(m_files), this);
    m_delivery->start([this](const Result<HttpReply>& reply) { takeResults(reply); });
}

void BatchCall::takeResults(const Result<HttpReply>& reply)
{
    m_delivery.clear();
    if (reply) {
        m_lines += reply->body + '\n';
        ++m_files;
        fetch();
    } else if (reply.error().code == "http.404"_L1) {
        failLost(batchExpired(reply.error().detail));
    } else {
        fetchAgain();
        pollAfterTrouble(reply.error());
    }
}

/** It costs nothing. */
void BatchCall::fetchAgain()
{
    for (int file = 0; file < m_ended.results.size(); ++file)
        wire().spool.clear(resultsDelivery(m_callId, m_batchId, file));
    m_lines.clear();
    m_files = 0;
}

void BatchCall::takeLines()
{
    constexpr int mostFetches = 3;
    m_results = parseBatchResults(m_lines);
    if ((m_results.malformed > 0 || !hasAllResults()) && ++m_fetches < mostFetches) {
        fetchAgain();
        pollLater();
        return;
    }
    m_lines.clear();
    if (m_results.malformed + m_results.repeated > 0)
        qCWarning(logRead) << "batch" << m_batchId << "has" << m_results.malformed << "malformed and"
                           << m_results.repeated << "repeated lines";
    nextPaper();
}

bool BatchCall::hasAllResults() const
{
    const QSet<QString> ids = customIds();
    return std::ranges::all_of(ids, [this](const QString& id) { return m_results.lines.contains(id); });
}

QSet<QString> BatchCall::customIds() const
{
    QSet<QString> ids;
    for (qsizetype i = 0; i < m_papers.size(); ++i) {
        for (int part = 0; m_order.included.at(i) && part < m_papers.at(i).partCount(); ++part)
            ids.insert(customId(m_papers.at(i).requestId(), part));
    }
    return ids;
}

void BatchCall::nextPaper()
{
    for (; m_paper < m_papers.size(); ++m_paper) {
        PaperReading& paper = m_papers[m_paper];
        takeParts(paper);
        if (paper.isOver())
            continue;
        if (!m_cancelled) {
            repair(paper);
            return;
        }
        paper.failWith(readStopped());
    }
    concludeAll(m_stageWide);
}

/** Up to the first that must be asked for again, or that fails: then the others were answered, and paid, as well. */
void BatchCall::takeParts(PaperReading& paper)
{
    while (!paper.isOver() && !paper.isRepair()) {
        const int part = paper.part();
        const Result<ChatAnswer> answer = answerTo(paper, part);
        if (!answer && isStageWide(answer.error()))
            m_stageWide = answer.error();
        paper.take(answer, ReadMode::Batch);
        for (int other = part + 1; paper.isOver() && other < paper.partCount(); ++other)
            paper.countAnswer(answerTo(paper, other), other, ReadMode::Batch);
    }
}

Result<ChatAnswer> BatchCall::answerTo(const PaperReading& paper, int part) const
{
    const auto found = m_results.lines.constFind(customId(paper.requestId(), part));
    if (found == m_results.lines.constEnd())
        return std::unexpected(batchMissing());
    auto answer = m_setup.service->answerOf(*found);
    if (!answer && answer.error().code == "read.canceled"_L1 && m_cancelled)
        return std::unexpected(readStopped());
    if (!answer && answer.error().code == "read.canceled"_L1 && m_late)
        return std::unexpected(batchExpired());
    return answer;
}

void BatchCall::repair(PaperReading& paper)
{
    m_delivery = new Delivery(wire(), Care::Paid, deliveryName(m_callId, paper),
                              m_setup.call.service->request(paper.prompt()), this);
    m_delivery->keepToLimits();
    m_delivery->start([this](const Result<HttpReply>& reply) {
        m_delivery.clear();
        PaperReading& repaired = m_papers[m_paper];
        if (reply) {
            repaired.take(m_setup.call.service->answer(reply->body), ReadMode::Single);
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

void BatchCall::failOpen(const Failure& failure)
{
    for (PaperReading& paper : m_papers)
        paper.failWith(failure);
    concludeAll(isStageWide(failure) ? std::optional(failure) : std::nullopt);
}

void BatchCall::failLost(const Failure& failure)
{
    for (PaperReading& paper : m_papers)
        if (!paper.isOver())
            paper.countRestAsPaid(ReadMode::Batch);
    failOpen(failure);
}

void BatchCall::concludeAll(const std::optional<Failure>& stageWide)
{
    QVector<ReadOutcome> outcomes;
    for (const PaperReading& paper : std::as_const(m_papers))
        outcomes.append(paper.outcome());
    conclude(outcomes, stageWide);
}

void BatchCall::cancel()
{
    if (isConcluded() || std::exchange(m_cancelled, true))
        return;
    if (!m_batchId.isEmpty() && m_papers.isEmpty())
        return; // not begun: follow() will send it
    if (!m_batchId.isEmpty()) {
        sendAside(wire(), m_setup.service->cancel(m_batchId));
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
    delete m_search;
    delete m_delivery;
    if (sent)
        failLost(readStopped());
    else
        failOpen(readStopped());
}

} // namespace sheaf
