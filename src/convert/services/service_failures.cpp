// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "convert/services/service_failures.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

std::unexpected<Failure> bad(const QString& code, const QString& message, const QString& detail, bool retryable)
{
    return fail(Stage::Convert, code, message, detail.left(500), retryable);
}

} // namespace

std::unexpected<Failure> documentFailed(const QString& detail)
{
    return bad(u"convert.failed"_s,
               QCoreApplication::translate("convert", "The conversion service could not convert the document."), detail,
               false);
}

std::unexpected<Failure> documentTimedOut(const QString& detail)
{
    return bad(u"convert.timeout"_s,
               QCoreApplication::translate("convert", "The conversion service did not finish the document in time."),
               detail, true);
}

std::unexpected<Failure> documentNeedsMemory(const QString& detail)
{
    return bad(outOfMemoryCode,
               QCoreApplication::translate("convert", "The conversion service has not enough memory for the document."),
               detail, true);
}

std::unexpected<Failure> serviceIsBusy(const QString& detail)
{
    return bad(u"convert.service-busy"_s, QCoreApplication::translate("convert", "The conversion service is busy."),
               detail, true);
}

std::unexpected<Failure> serviceIsDown(const QString& detail)
{
    return bad(u"convert.service-down"_s,
               QCoreApplication::translate("convert", "The conversion service cannot be reached."), detail, true);
}

std::unexpected<Failure> serviceRefuses(const QString& detail)
{
    return bad(
        u"convert.service-refused"_s,
        QCoreApplication::translate(
            "convert", "The conversion service does not accept the request; its address may be another program's."),
        detail, true);
}

std::unexpected<Failure> jobIsLost(const QString& detail)
{
    return bad(jobLostCode, QCoreApplication::translate("convert", "The conversion service lost the document."), detail,
               true);
}

std::unexpected<Failure> conversionStopped()
{
    return fail(Stage::Convert, u"stopped"_s, QCoreApplication::translate("convert", "The conversion was stopped."));
}

std::unexpected<Failure> failureOfNet(const Failure& failure)
{
    const QString detail = failure.code + u": "_s + failure.detail;
    if (failure.code == "stopped"_L1)
        return bad(failure.code, failure.message, failure.detail, true);
    if (failure.code == "net.timeout"_L1)
        return documentTimedOut(detail);
    if (failure.code == "net.too-large"_L1)
        return bad(u"convert.failed"_s,
                   QCoreApplication::translate("convert", "The conversion service's answer is too large."), detail,
                   false);
    if (failure.code == "net.url"_L1 || failure.code == "net.redirect"_L1)
        return serviceRefuses(detail);
    return serviceIsDown(detail);
}

std::unexpected<Failure> failureOfStatus(const HttpReply& reply)
{
    const QString detail = u"HTTP %1: %2"_s.arg(reply.status).arg(QString::fromUtf8(reply.body.left(400)).simplified());
    switch (reply.status) {
    case 401:
    case 402:
    case 403:
        return bad(u"convert.service-key"_s,
                   QCoreApplication::translate("convert", "The conversion service refuses access; check its key."),
                   detail, true);
    case 413: // not the request as such: another document may fit
        return bad(u"convert.failed"_s,
                   QCoreApplication::translate("convert", "The document is too large for the conversion service."),
                   detail, false);
    case 408:
    case 429:
    case 503:
    case 529:
        return serviceIsBusy(detail);
    case 502:
    case 504:
        return serviceIsDown(detail);
    case 500: // an image that cannot be written, an exception in the middle of the document
        return bad(u"convert.failed"_s,
                   QCoreApplication::translate("convert", "The conversion service failed on this document."), detail,
                   true);
    default:
        return serviceRefuses(detail);
    }
}

Result<HttpReply> checkedReply(Result<HttpReply> reply)
{
    if (reply && reply->status >= 400)
        return failureOfStatus(*reply);
    return reply;
}

bool isMemoryTrouble(QStringView reason)
{
    return reason.contains("out of memory"_L1, Qt::CaseInsensitive) ||
           reason.contains("OutOfMemory"_L1, Qt::CaseInsensitive) || reason.contains("CUBLAS_STATUS_ALLOC_FAILED"_L1) ||
           reason.contains("cannot allocate memory"_L1, Qt::CaseInsensitive);
}

bool isServiceTrouble(const Failure& failure)
{
    return failure.code.startsWith("convert.service-"_L1);
}

} // namespace sheaf
