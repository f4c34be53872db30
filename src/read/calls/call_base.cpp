// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/calls/call_base.h"

#include "read/read_failure.h"
#include "read/read_text.h"

namespace sheaf {

CallBase::CallBase(QObject* parent) : ReadCall(parent)
{
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (!m_concluded)
                begin();
        },
        Qt::QueuedConnection);
}

void CallBase::conclude(const QVector<ReadOutcome>& outcomes, const std::optional<Failure>& stageWide)
{
    if (std::exchange(m_concluded, true))
        return;
    QMetaObject::invokeMethod(
        this, [this, outcomes, stageWide] { Q_EMIT finished(outcomes, stageWide); }, Qt::QueuedConnection);
}

ReadOutcome failedOutcome(const ReadRequest& request, const Failure& failure)
{
    return {.requestId = request.id,
            .record = std::unexpected(failure),
            .promptHash = promptHash(request.columns, request.answerLanguage)};
}

Failure readStopped()
{
    return readFailure("stopped", ReadText::tr("Reading was stopped."), {}, true);
}

Failure notSentFailure()
{
    return readFailure("read.not-sent", ReadText::tr("The request was not sent yet."), {}, true);
}

} // namespace sheaf
