// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "convert/marker_reply.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

std::unexpected<Failure> bad(const QString& code, const QString& message, const QString& detail, bool retryable)
{
    return fail(Stage::Convert, code, message, detail.left(500), retryable);
}

std::unexpected<Failure> isDown(const QString& detail)
{
    return bad(u"convert.service-down"_s,
               QCoreApplication::translate("convert", "The conversion service cannot be reached."), detail, true);
}

std::unexpected<Failure> isBusy(const QString& detail)
{
    return bad(u"convert.service-busy"_s, QCoreApplication::translate("convert", "The conversion service is busy."),
               detail, true);
}

std::unexpected<Failure> refuses(const QString& detail)
{
    return bad(
        u"convert.service-refused"_s,
        QCoreApplication::translate(
            "convert", "The conversion service does not accept the request; its address may be another program's."),
        detail, true);
}

std::unexpected<Failure> fromNet(const Failure& failure)
{
    const QString detail = failure.code + u": "_s + failure.detail;
    if (failure.code == "stopped"_L1)
        return bad(failure.code, failure.message, failure.detail, true);
    if (failure.code == "net.timeout"_L1)
        return bad(
            u"convert.timeout"_s,
            QCoreApplication::translate("convert", "The conversion service did not finish the document in time."),
            detail, true);
    if (failure.code == "net.too-large"_L1)
        return bad(u"convert.failed"_s,
                   QCoreApplication::translate("convert", "The conversion service's answer is too large."), detail,
                   false);
    if (failure.code == "net.url"_L1 || failure.code == "net.redirect"_L1)
        return refuses(detail);
    return isDown(detail);
}

std::unexpected<Failure> fromStatus(int status, const QByteArray& body)
{
    const QString detail = u"HTTP %1: %2"_s.arg(status).arg(QString::fromUtf8(body.left(400)).simplified());
    switch (status) {
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
        return isBusy(detail);
    case 502:
    case 504:
        return isDown(detail);
    case 500: // an image that cannot be written, an exception in the middle of the document
        return bad(u"convert.failed"_s,
                   QCoreApplication::translate("convert", "The conversion service failed on this document."), detail,
                   true);
    default:
        return refuses(detail);
    }
}

bool isMemoryTrouble(const QString& error)
{
    return error.contains("out of memory"_L1, Qt::CaseInsensitive) ||
           error.contains("OutOfMemory"_L1, Qt::CaseInsensitive) || error.contains("CUBLAS_STATUS_ALLOC_FAILED"_L1) ||
           error.contains("cannot allocate memory"_L1, Qt::CaseInsensitive);
}

} // namespace

Result<QString> markerMarkdown(const Result<HttpReply>& reply)
{
    if (!reply)
        return fromNet(reply.error());
    if (!reply->ok())
        return fromStatus(reply->status, reply->body);
    const QJsonObject answer = QJsonDocument::fromJson(reply->body).object();
    if (!answer["success"_L1].isBool())
        return refuses(u"no answer of marker_server: "_s + QString::fromUtf8(reply->body.left(200)).simplified());
    if (!answer["success"_L1].toBool()) {
        const QString error = answer["error"_L1].toString();
        if (isMemoryTrouble(error))
            return bad(outOfMemoryCode,
                       QCoreApplication::translate("convert",
                                                   "The conversion service has not enough memory for the document."),
                       error, true);
        return bad(u"convert.failed"_s,
                   QCoreApplication::translate("convert", "The conversion service could not convert the document."),
                   error, false);
    }
    if (!answer["output"_L1].isString())
        return bad(u"convert.failed"_s,
                   QCoreApplication::translate("convert", "The conversion service's answer holds no text."), {}, false);
    return answer["output"_L1].toString();
}

} // namespace sheaf
