// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/retry.h"

#include <QDateTime>
#include <QLocale>

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace sheaf {

namespace {

/** All three forms that HTTP allows for a date, without the day of the week, which says nothing. */
QDateTime httpDate(const QByteArray& text)
{
    const QString simplified = QString::fromLatin1(text).simplified().section(u' ', 1);
    for (const QString& form :
         {u"dd MMM yyyy hh:mm:ss 'GMT'"_s, u"dd-MMM-yy hh:mm:ss 'GMT'"_s, u"MMM d hh:mm:ss yyyy"_s}) {
        QDateTime date = QLocale::c().toDateTime(simplified, form);
        if (!date.isValid())
            continue;
        date.setTimeSpec(Qt::UTC);
        return date.date().year() < 1970 ? date.addYears(100) : date; // two digits of a year mean this century
    }
    return {};
}

/** The server's own word goes before what we make of its status. */
bool saysRetry(const HttpReply& reply)
{
    const QByteArray word = reply.header("x-should-retry");
    if (word == "true" || word == "false")
        return word == "true";
    return reply.status == 408 || reply.status == 429 || reply.status >= 500;
}

/** The server says that it has not acted on the request. */
bool wasRefused(const HttpReply& reply)
{
    return reply.status == 429 || reply.status == 529 || reply.header("x-should-retry") == "true";
}

bool wasNeverSent(const Failure& failure)
{
    return failure.code == "net.unreachable"_L1;
}

bool mayRetry(const HttpRequest& request, const Result<HttpReply>& result)
{
    if (!result) {
        const QString& code = result.error().code;
        const bool transient = code == "net.timeout"_L1 || code == "net.dropped"_L1 || code == "net.unreachable"_L1;
        return transient && (request.resendable || wasNeverSent(result.error()));
    }
    return request.retry.onStatus && result->status >= 400 && saysRetry(*result) &&
           (request.resendable || wasRefused(*result));
}

milliseconds backOff(const RetryPolicy& policy, int attempt, double random)
{
    const milliseconds full = std::min(policy.maxDelay, policy.firstDelay * (1 << std::min(attempt - 1, 20)));
    return milliseconds(qint64(double(full.count()) * (0.75 + 0.25 * random)));
}

} // namespace

std::optional<milliseconds> HttpReply::retryAfter() const
{
    bool ok = false;
    const double ms = header("retry-after-ms").toDouble(&ok);
    if (ok && ms >= 0)
        return milliseconds(qint64(std::min(ms, 1e12)));
    const QByteArray wish = header("retry-after");
    const double seconds = wish.toDouble(&ok);
    if (ok && seconds >= 0)
        return milliseconds(qint64(std::min(seconds, 1e9) * 1000));
    const QDateTime then = httpDate(wish);
    if (!then.isValid())
        return {};
    // Against the server's own clock, which may be wrong in the same way.
    const QDateTime sent = httpDate(header("date"));
    const qint64 wait = (sent.isValid() ? sent : QDateTime::currentDateTimeUtc()).msecsTo(then);
    return milliseconds(std::max<qint64>(wait, 0));
}

std::optional<Again> retryAfter(const HttpRequest& request, const Result<HttpReply>& result, int attempt, double random)
{
    if (attempt >= request.retry.attempts || !mayRetry(request, result))
        return {};
    const auto wish = result ? result->retryAfter() : std::nullopt;
    if (!wish)
        return Again{backOff(request.retry, attempt, random), false};
    if (*wish > request.retry.longestRetryAfter)
        return {};
    return Again{*wish, true};
}

} // namespace sheaf
