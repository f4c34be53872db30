// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/calls/rate_limits.h"

#include <QLocale>
#include <QRegularExpression>

#include <cmath>

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace sheaf {

namespace {

/** "1s", "6m0s", "120ms", "1h2m3.5s" → milliseconds; −1 for what is no duration. */
qint64 durationMs(const QString& text)
{
    static const QRegularExpression whole(u"^(?:\\d+(?:\\.\\d+)?(?:ms|[dhms]))+$"_s);
    static const QRegularExpression step(u"(\\d+(?:\\.\\d+)?)(ms|[dhms])"_s);
    static const QHash<QString, double> units{
        {u"ms"_s, 1}, {u"s"_s, 1e3}, {u"m"_s, 60e3}, {u"h"_s, 3600e3}, {u"d"_s, 86400e3}};
    if (!whole.match(text).hasMatch())
        return -1;
    double sum = 0;
    for (const QRegularExpressionMatch& match : step.globalMatch(text))
        sum += match.captured(1).toDouble() * units.value(match.captured(2));
    return qint64(std::ceil(sum));
}

/** The time until a limit is full again: a moment by the server's clock (Anthropic), or a duration (OpenAI). */
qint64 untilFull(const QByteArray& reset, const HttpReply& reply)
{
    const QString text = QString::fromLatin1(reset).trimmed();
    const QDateTime moment = QDateTime::fromString(text, Qt::ISODateWithMs);
    return moment.isValid() ? serverTime(reply).msecsTo(moment) : durationMs(text);
}

/** A limit on answers is not known to be needed before the answer is there: only an empty one counts. */
double need(const QString& limited, qint64 tokens)
{
    return limited == "tokens"_L1 || limited == "input-tokens"_L1 ? double(tokens) : 1;
}

} // namespace

QDateTime serverTime(const HttpReply& reply)
{
    const QString date = QString::fromLatin1(reply.header("date"));
    QDateTime now = QLocale::c().toDateTime(date, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    now.setTimeSpec(Qt::UTC);
    return now.isValid() ? now : QDateTime::currentDateTimeUtc();
}

void RateLimits::learn(const HttpReply& reply, qint64 now)
{
    // "anthropic-ratelimit-requests-remaining", "x-ratelimit-remaining-requests"
    const auto anthropic = [](const char* limited, const char* field) {
        return QByteArray("anthropic-ratelimit-") + limited + '-' + field;
    };
    const auto openAi = [](const char* limited, const char* field) {
        return QByteArray("x-ratelimit-") + field + '-' + limited;
    };
    for (const char* limited : {"requests", "tokens", "input-tokens", "output-tokens"}) {
        for (QByteArray (*name)(const char*, const char*) : {+anthropic, +openAi}) {
            bool isNumber = false;
            const double left = reply.header(name(limited, "remaining")).trimmed().toDouble(&isNumber);
            const double most = reply.header(name(limited, "limit")).trimmed().toDouble();
            const qint64 wait = untilFull(reply.header(name(limited, "reset")), reply);
            if (isNumber && most > 0 && wait >= 0)
                m_limits.insert(QString::fromLatin1(limited), {most, std::clamp(left, 0.0, most), now, now + wait});
        }
    }
}

milliseconds RateLimits::waitFor(qint64 tokens, qint64 now) const
{
    qint64 wait = 0;
    for (auto it = m_limits.begin(); it != m_limits.end(); ++it) {
        const Limit& limit = it.value();
        const double missing = std::min(need(it.key(), tokens), limit.most) - limit.left;
        if (missing <= 0 || limit.fullAt <= now)
            continue;
        const double share = std::min(1.0, missing / std::max(limit.most - limit.left, 1.0));
        const qint64 enoughAt = limit.at + qint64(std::ceil(share * double(limit.fullAt - limit.at)));
        wait = std::max(wait, enoughAt - now);
    }
    return milliseconds(wait);
}

void RateLimits::spend(qint64 tokens)
{
    for (auto it = m_limits.begin(); it != m_limits.end(); ++it)
        it->left -= need(it.key(), tokens);
}

} // namespace sheaf
