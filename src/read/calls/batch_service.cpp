// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/calls/batch_service.h"

#include "read/read_failure.h"
#include "read/read_text.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace sheaf {

bool isOverdue(const BatchState& batch, const QDateTime& serverTime)
{
    constexpr qint64 graceSeconds = 3600, dayAndNight = 86400;
    const QDateTime expires = batch.expiresAt.isValid() ? batch.expiresAt : batch.createdAt.addSecs(dayAndNight);
    return expires.isValid() && expires.secsTo(serverTime) > graceSeconds;
}

Failure batchExpired(const QString& detail)
{
    return readFailure("read.expired", ReadText::tr("The batch was not finished in its time."), detail, true);
}

Failure batchCanceled()
{
    return readFailure("read.canceled", ReadText::tr("The batch was cancelled on the server."), {}, true);
}

Failure batchMissing()
{
    return readFailure("read.missing", ReadText::tr("The batch came back without an answer for this paper."), {}, true);
}

Failure batchUnclear(const QByteArray& reply)
{
    return readFailure("read.service", ReadText::tr("The service's reply is not what its interface promises."),
                       serviceError(reply).message, true);
}

QString batchPath(const QString& root, const QString& id, const QString& rest)
{
    return root + u'/' + QString::fromLatin1(QUrl::toPercentEncoding(id)) + rest;
}

HttpRequest forResults(HttpRequest request)
{
    request.maxBytes = qint64(512) << 20;
    request.deadline = 600s;
    return request;
}

} // namespace sheaf
