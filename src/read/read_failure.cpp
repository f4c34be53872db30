// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/read_failure.h"

#include "read/read_text.h"
#include "read/reader.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

bool mentions(const ServiceError& error, std::initializer_list<QLatin1StringView> words)
{
    return std::ranges::any_of(words, [&](QLatin1StringView word) {
        return error.type.contains(word, Qt::CaseInsensitive) || error.message.contains(word, Qt::CaseInsensitive);
    });
}

bool isTooLong(const ServiceError& error)
{
    return mentions(error, {"context_length_exceeded"_L1, "prompt is too long"_L1, "context length"_L1,
                            "context size"_L1, "context window"_L1, "request_too_large"_L1, "exceed_context"_L1});
}

bool isCredit(const ServiceError& error)
{
    return mentions(error, {"insufficient_quota"_L1, "billing_error"_L1, "credit balance"_L1});
}

bool isSpendCap(const ServiceError& error)
{
    return mentions(error, {"spend"_L1, "usage limit"_L1, "budget"_L1});
}

bool isModel(const ServiceError& error)
{
    return mentions(error, {"model_not_found"_L1, "model:"_L1}) ||
           (mentions(error, {"model"_L1}) && mentions(error, {"not found"_L1, "does not exist"_L1, "not_found"_L1}));
}

Failure modelFailure(const QString& detail)
{
    return readFailure("read.model", ReadText::tr("The service does not know this model. Choose another one."), detail,
                       true);
}

Failure refusalFailure(int status, const ServiceError& error, const QString& detail)
{
    if (status == 413 || isTooLong(error))
        return readFailure("read.too-long", ReadText::tr("The paper is longer than the model can take in."), detail);
    const QString code = u"http.%1"_s.arg(status);
    return {Stage::Read, code,
            ReadText::tr("The service refused the request: %1").arg(error.message.left(200).simplified()), detail,
            false};
}

Failure rateFailure(const ServiceError& error, const QString& detail)
{
    if (isSpendCap(error))
        return readFailure("read.cap", ReadText::tr("The spending limit of your account with the service is reached."),
                           detail, true);
    return readFailure("http.429", ReadText::tr("The service asks to send less and does not say until when."), detail,
                       true);
}

Failure statusFailure(int status, const ServiceError& error, const QString& detail)
{
    if (status == 402 || isCredit(error))
        return readFailure("read.credit", ReadText::tr("The account with the service has no credit left."), detail,
                           true);
    if (status == 401 || status == 403)
        return readFailure("read.key", ReadText::tr("The service does not accept the key."), detail, true);
    if (status == 429)
        return rateFailure(error, detail);
    if (status == 404 && isModel(error))
        return modelFailure(detail);
    if (status == 408 || status == 409 || status >= 500)
        return readFailure("read.service", ReadText::tr("The service is down or overloaded."), detail, true);
    if (status == 400 && isModel(error) && !isTooLong(error))
        return modelFailure(detail);
    return refusalFailure(status, error, detail);
}

bool isTransient(int status)
{
    return status == 408 || status == 409 || status == 429 || status >= 500;
}

/** The vendors' types of error stand for these statuses. */
int statusOf(const QString& type)
{
    static const QHash<QString, int> statuses{{u"invalid_request_error"_s, 400}, {u"authentication_error"_s, 401},
                                              {u"billing_error"_s, 402},         {u"permission_error"_s, 403},
                                              {u"not_found_error"_s, 404},       {u"request_too_large"_s, 413},
                                              {u"rate_limit_error"_s, 429},      {u"api_error"_s, 500},
                                              {u"timeout_error"_s, 504},         {u"overloaded_error"_s, 529}};
    return statuses.value(type, 500);
}

} // namespace

Failure readFailure(const char* code, const QString& message, const QString& detail, bool retryable)
{
    return {Stage::Read, QString::fromLatin1(code), message, detail, retryable};
}

Failure inDoubtFailure(const QString& detail)
{
    return readFailure("read.in-doubt",
                       ReadText::tr("The request was sent and its answer was lost. It may have been paid, so it is "
                                    "asked again only when you say so."),
                       detail, true);
}

ServiceError serviceError(const QByteArray& body)
{
    const QJsonObject object = QJsonDocument::fromJson(body).object();
    const QJsonValue error = object.value(u"error"_s);
    if (error.isString())
        return {.type = {}, .message = error.toString(), .isVendors = true};
    const QJsonObject inner = error.toObject();
    if (inner.isEmpty())
        return {.type = {}, .message = QString::fromUtf8(body.left(300)).simplified(), .isVendors = false};
    const QString code = inner.value(u"code"_s).toString();
    return {.type = code.isEmpty() ? inner.value(u"type"_s).toString() : code,
            .message = inner.value(u"message"_s).toString(),
            .isVendors = true};
}

Verdict judge(const HttpReply& reply)
{
    if (reply.ok())
        return {};
    const ServiceError error = serviceError(reply.body);
    const QByteArray id = reply.header("request-id");
    const QString detail =
        u"HTTP %1 %2: %3 %4"_s
            .arg(QString::number(reply.status), error.type, error.message.left(300), QString::fromLatin1(id.left(80)))
            .trimmed();
    Verdict verdict{Verdict::Final, statusFailure(reply.status, error, detail), reply.retryAfter()};
    const QByteArray word = reply.header("x-should-retry");
    const bool hopeless = isCredit(error) && reply.status == 429;
    if (word == "true" || (word != "false" && isTransient(reply.status) && !hopeless))
        verdict.kind = Verdict::Again;
    if (word == "false" && verdict.failure.code == "read.service"_L1) // the service's word about this request only
        verdict.failure.code = u"http.%1"_s.arg(reply.status);
    return verdict;
}

Failure failureFromError(const ServiceError& error, int status)
{
    status = status > 0 ? status : statusOf(error.type);
    const QString detail = u"%1: %2"_s.arg(error.type, error.message.left(300));
    Failure failure = statusFailure(status, error, detail);
    if (failure.code == "read.service"_L1 || failure.code == "http.429"_L1) {
        failure.code = u"read.errored"_s; // one request's bad luck inside a batch that went through
        failure.message = ReadText::tr("The service failed to answer for this paper.");
        failure.retryable = true;
    }
    return failure;
}

bool wasNeverSent(const Failure& failure)
{
    return failure.code == "net.unreachable"_L1 || failure.code == "net.tls"_L1 || failure.code == "net.url"_L1;
}

bool mayBePaid(const Failure& failure)
{
    static const QStringList doubtful{u"read.in-doubt"_s, u"read.reply"_s, u"read.missing"_s};
    return doubtful.contains(failure.code) || (failure.code.startsWith("net."_L1) && !wasNeverSent(failure));
}

bool isStageWide(const Failure& failure)
{
    static const QStringList codes{u"read.key"_s,     u"read.credit"_s, u"read.cap"_s,
                                   u"read.service"_s, u"read.model"_s,  u"http.429"_s};
    return codes.contains(failure.code);
}

} // namespace sheaf
