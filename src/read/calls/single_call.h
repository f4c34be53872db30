// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "read/calls/call_base.h"
#include "read/calls/paper_reading.h"
#include "read/courier/delivery.h"

#include <QPointer>

/**
 * A call that asks one request after the other, at once, of any vendor: each paper's parts, each part's repair. Paid
 * deliveries have a name of their own (deliveryName()), so that a recovered call finds what was sent and goes on from
 * there. Engine thread.
 */
namespace sheaf {

/** "CALL.REQUEST.1r": the second part's repair. */
QString deliveryName(const QString& callId, const QString& requestId, int part, bool repair);
/** Of the prompt that `reading` is at. */
QString deliveryName(const QString& callId, const PaperReading& reading);

enum class Begin
{
    Fresh,
    Recovered
};

struct CallSetup
{
    Wire wire;
    std::shared_ptr<ChatService> service;
    ReadingRules rules;
    bool paid = false;
};

class SingleCall : public CallBase
{
    Q_OBJECT
public:
    SingleCall(const CallSetup& setup, const QString& callId, const QVector<ReadRequest>& requests, Begin how);
    void cancel() override;

private:
    void begin() override;
    void reportUnsent();
    void nextPaper();
    void startReading(double tokensPerChar);
    void ask();
    void take(const Result<HttpReply>& reply);
    void finishPaper();
    /** Ends the call: what is underway and what was not reached fails so. */
    void stopAll(const Failure& failure, const std::optional<Failure>& stageWide);

    CallSetup m_setup;
    QString m_callId;
    QVector<ReadRequest> m_requests;
    Begin m_how;
    qsizetype m_paper = 0;
    std::optional<PaperReading> m_reading;
    QPointer<Delivery> m_delivery;
    QVector<ReadOutcome> m_outcomes;
};

} // namespace sheaf
