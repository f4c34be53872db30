// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/courier/delivery.h"

#include "core/log.h"
#include "read/courier/courier.h"
#include "read/read_failure.h"
#include "read/read_text.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace sheaf {

Delivery::Delivery(const Wire& wire, Care care, const QString& id, const HttpRequest& request, QObject* parent)
    : QObject(parent), m_wire(wire), m_care(care), m_id(id), m_request(request)
{
    m_request.stage = Stage::Read;
    m_request.retry.attempts = 1;
    m_request.resendable = care == Care::Free;
    m_request.maxRedirects = 0; // what another host says of a paper or a batch is nobody's word
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &Delivery::attempt);
}

void Delivery::start(Done done)
{
    m_done = std::move(done);
    attempt();
}

void Delivery::end(const Result<HttpReply>& reply)
{
    deleteLater();
    if (const Done done = std::exchange(m_done, {}))
        done(reply);
}

qint64 Delivery::roughTokens() const
{
    constexpr qint64 bytesPerToken = 4;
    return m_request.body.size() / bytesPerToken;
}

milliseconds Delivery::waitForRoom() const
{
    const bool isNew = m_care == Care::Free || m_wire.spool.trace(m_id) == Spool::Trace::Nothing;
    if (!m_limits || !isNew)
        return {};
    const milliseconds wait = m_limits->waitFor(roughTokens(), QDateTime::currentMSecsSinceEpoch());
    return std::min(wait, m_wire.timing.longestWait);
}

void Delivery::attempt()
{
    if (const milliseconds wait = waitForRoom(); wait.count() > 0) {
        m_pause.start(wait);
        return;
    }
    if (m_limits)
        m_limits->spend(roughTokens());
    send();
}

void Delivery::send()
{
    if (m_care == Care::Free) {
        m_wire.http->send(m_request, this, [this](const Result<HttpReply>& reply) { take(reply); });
        return;
    }
    auto* courier = new Courier(m_wire.spool, m_id, this);
    courier->deliver(m_request, [this, courier](const Result<HttpReply>& reply) {
        courier->deleteLater();
        take(reply);
    });
}

void Delivery::take(const Result<HttpReply>& reply)
{
    if (!reply) {
        takeFailure(reply.error());
        return;
    }
    if (m_limits)
        m_limits->learn(*reply, QDateTime::currentMSecsSinceEpoch());
    const Verdict verdict = judge(*reply);
    if (verdict.kind == Verdict::Fine)
        end(*reply);
    else if (isDoubtful(*reply))
        end(std::unexpected(inDoubtFailure(verdict.failure.detail)));
    else if (verdict.kind == Verdict::Again)
        again(verdict.failure, verdict.wait);
    else
        end(std::unexpected(verdict.failure));
}

bool Delivery::isDoubtful(const HttpReply& reply) const
{
    if (reply.status < 500 || reply.status == 529 || reply.header("x-should-retry") == "true")
        return false;
    // A gateway's word says nothing of the service behind it.
    const bool gateway = (reply.status == 502 || reply.status == 504) && !serviceError(reply.body).isVendors;
    return m_care == Care::Lasting || (m_care == Care::Paid && gateway);
}

void Delivery::takeFailure(const Failure& failure)
{
    const QString detail = failure.code + u": "_s + failure.detail;
    const Failure down = readFailure("read.service", ReadText::tr("The service cannot be reached."), detail, true);
    const bool timeout = failure.code == "net.timeout"_L1;
    if (wasNeverSent(failure) || (m_care == Care::Free && failure.code == "net.dropped"_L1) ||
        (timeout && m_request.method == "GET"))
        again(down, std::nullopt);
    else if (failure.code == "net.redirect"_L1)
        end(std::unexpected(down));
    else if (m_care != Care::Free && (timeout || failure.code == "net.dropped"_L1))
        end(std::unexpected(inDoubtFailure(detail)));
    else
        end(std::unexpected(failure));
}

void Delivery::again(const Failure& failure, std::optional<milliseconds> wish)
{
    const bool obeys = wish && *wish <= m_wire.timing.longestWait;
    int& count = obeys ? m_waited : m_failed;
    if (++count >= (obeys ? m_wire.timing.obeyedWaits : m_wire.timing.attempts)) {
        end(std::unexpected(failure));
        return;
    }
    qCDebug(logRead) << "trying again after" << failure.code << failure.detail;
    if (m_care != Care::Free)
        m_wire.spool.clear(m_id);
    m_pause.start(obeys ? *wish : backOff());
}

milliseconds Delivery::backOff() const
{
    const auto full = std::min(m_wire.timing.maxDelay, m_wire.timing.firstDelay * (1 << std::min(m_failed - 1, 20)));
    return milliseconds(qint64(double(full.count()) * (0.75 + QRandomGenerator::global()->generateDouble() / 4)));
}

} // namespace sheaf
