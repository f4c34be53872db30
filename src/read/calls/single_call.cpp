// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/calls/single_call.h"

#include "read/prompts/document_text.h"
#include "read/prompts/token_estimate.h"
#include "read/read_failure.h"

using namespace Qt::StringLiterals;

namespace sheaf {

SingleCall::SingleCall(const CallSetup& setup, const QString& callId, const QVector<ReadRequest>& requests, Begin how)
    : m_setup(setup), m_callId(callId), m_requests(requests), m_how(how)
{}

QString deliveryName(const QString& callId, const PaperReading& reading)
{
    return deliveryName(callId, reading.requestId(), reading.part(), reading.isRepair());
}

QString deliveryName(const QString& callId, const QString& requestId, int part, bool repair)
{
    return u"%1.%2.%3%4"_s.arg(callId, requestId, QString::number(part), repair ? u"r"_s : QString());
}

void SingleCall::begin()
{
    if (m_how == Begin::Recovered) {
        reportUnsent();
        if (m_outcomes.size() == m_requests.size()) {
            conclude(m_outcomes);
            return;
        }
    }
    m_setup.service->prepare(this, [this](const Result<ServiceFacts>& facts) {
        if (isConcluded())
            return;
        if (facts)
            m_setup.rules.contextTokens = facts->contextTokens;
        // What was recovered lies in the spool: it is used also when the service is out of reach now.
        if (facts || m_how == Begin::Recovered) {
            Q_EMIT submitted({});
            nextPaper();
        } else {
            stopAll(facts.error(), isStageWide(facts.error()) ? std::optional(facts.error()) : std::nullopt);
        }
    });
}

void SingleCall::reportUnsent()
{
    for (const ReadRequest& request : std::as_const(m_requests)) {
        const QString first = deliveryName(m_callId, request.id, 0, false);
        if (!m_setup.paid || m_setup.wire.spool.trace(first) == Spool::Trace::Nothing)
            m_outcomes.append(failedOutcome(request, notSentFailure()));
    }
}

void SingleCall::nextPaper()
{
    const auto hasOutcome = [this](const ReadRequest& request) {
        return std::ranges::any_of(m_outcomes, [&](const ReadOutcome& o) { return o.requestId == request.id; });
    };
    while (m_paper < m_requests.size() && hasOutcome(m_requests.at(m_paper)))
        ++m_paper;
    if (m_paper >= m_requests.size()) {
        conclude(m_outcomes);
        return;
    }
    const QString text = markedText(m_requests.at(m_paper));
    const qint64 window = m_setup.rules.contextTokens;
    if (window <= 0 || estimateTokens(text) < window / 3) {
        startReading(0);
        return;
    }
    m_setup.service->countTokens(text, this, [this, chars = text.size()](qint64 tokens) {
        if (!isConcluded())
            startReading(tokens > 0 ? double(tokens) / double(chars) : 0);
    });
}

void SingleCall::startReading(double tokensPerChar)
{
    m_reading.emplace(m_requests.at(m_paper), m_setup.rules, tokensPerChar);
    if (m_reading->isOver())
        finishPaper();
    else
        ask();
}

void SingleCall::ask()
{
    m_delivery = new Delivery(m_setup.wire, m_setup.paid ? Care::Paid : Care::Free, deliveryName(m_callId, *m_reading),
                              m_setup.service->request(m_reading->prompt()), this);
    m_delivery->keepToLimits();
    m_delivery->start([this](const Result<HttpReply>& reply) { take(reply); });
}

void SingleCall::take(const Result<HttpReply>& reply)
{
    m_delivery.clear();
    if (isConcluded())
        return;
    if (!reply) {
        const Failure& failure = reply.error();
        if (m_setup.service->adapts(failure)) {
            if (m_setup.paid)
                m_setup.wire.spool.clear(deliveryName(m_callId, *m_reading));
            ask();
            return;
        }
        if (m_setup.paid && mayBePaid(failure))
            m_reading->countAsPaid(ReadMode::Single);
        if (isStageWide(failure)) {
            stopAll(failure, failure);
            return;
        }
        m_reading->failWith(failure);
    } else {
        m_reading->take(m_setup.service->answer(reply->body), ReadMode::Single);
    }
    if (m_reading->isOver())
        finishPaper();
    else
        ask();
}

void SingleCall::finishPaper()
{
    m_outcomes.append(m_reading->outcome());
    m_reading.reset();
    ++m_paper;
    Q_EMIT progressed(int(m_outcomes.size()), int(m_requests.size()));
    nextPaper();
}

void SingleCall::stopAll(const Failure& failure, const std::optional<Failure>& stageWide)
{
    if (m_reading) {
        m_reading->failWith(failure);
        m_outcomes.append(m_reading->outcome());
    }
    for (const ReadRequest& request : std::as_const(m_requests)) {
        const auto same = [&](const ReadOutcome& outcome) { return outcome.requestId == request.id; };
        if (std::ranges::none_of(m_outcomes, same))
            m_outcomes.append(failedOutcome(request, failure));
    }
    conclude(m_outcomes, stageWide);
}

void SingleCall::cancel()
{
    if (isConcluded())
        return;
    // A courier that is on its way brings an answer that is paid, though nobody will use it.
    if (m_reading && m_delivery && m_setup.paid) {
        if (m_setup.wire.spool.trace(deliveryName(m_callId, *m_reading)) != Spool::Trace::Nothing)
            m_reading->countAsPaid(ReadMode::Single);
    }
    delete m_delivery;
    stopAll(readStopped(), {});
}

} // namespace sheaf
