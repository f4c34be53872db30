// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/calls/rate_limits.h"

#include <QTest>

using namespace sheaf;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class Limits : public QObject
{
    Q_OBJECT

    static HttpReply reply(const QVector<QPair<QByteArray, QByteArray>>& headers)
    {
        HttpReply made{.status = 200};
        for (const auto& [name, value] : headers)
            made.headers.append({.name = name, .value = value});
        return made;
    }

private Q_SLOTS:
    void whatSaysNothingHoldsNothing()
    {
        RateLimits limits;
        limits.learn(reply({{"date", "Wed, 25 Nov 2026 12:00:00 GMT"}}), 0);
        limits.spend(100);
        QCOMPARE(limits.waitFor(1'000'000, 0), 0ms);
    }

    void anthropicTellsTheMomentByItsOwnClock()
    {
        RateLimits limits;
        limits.learn(reply({{"Date", "Wed, 25 Nov 2026 12:00:00 GMT"},
                            {"anthropic-ratelimit-requests-limit", "50"},
                            {"Anthropic-RateLimit-Requests-Remaining", "0"},
                            {"anthropic-ratelimit-requests-reset", "2026-11-25T12:00:50Z"}}),
                     1000);                         // our clock stands elsewhere
        QCOMPARE(limits.waitFor(10, 1000), 1000ms); // one of fifty
        QCOMPARE(limits.waitFor(10, 1600), 400ms);
        QCOMPARE(limits.waitFor(10, 2000), 0ms);
    }

    void openAiTellsADuration_data()
    {
        QTest::addColumn<QByteArray>("reset");
        QTest::addColumn<int>("milliseconds");
        QTest::newRow("seconds") << "1s"_ba << 1000;
        QTest::newRow("minutes") << "6m0s"_ba << 360'000;
        QTest::newRow("fraction") << "7.66s"_ba << 7660;
        QTest::newRow("milliseconds") << "120ms"_ba << 120;
        QTest::newRow("all") << "1h2m3s4ms"_ba << 3'723'004;
        QTest::newRow("nonsense") << "soon"_ba << 0;
        QTest::newRow("number") << "12"_ba << 0;
        QTest::newRow("negative") << "-5s"_ba << 0;
    }
    void openAiTellsADuration()
    {
        QFETCH(QByteArray, reset);
        QFETCH(int, milliseconds);
        RateLimits limits;
        limits.learn(reply({{"x-ratelimit-limit-requests", "1"},
                            {"x-ratelimit-remaining-requests", "0"},
                            {"x-ratelimit-reset-requests", reset}}),
                     0);
        QCOMPARE(limits.waitFor(0, 0), std::chrono::milliseconds(milliseconds));
    }

    void aLargeRequestWaitsForItsTokensASmallOneGoes()
    {
        RateLimits limits;
        limits.learn(reply({{"x-ratelimit-limit-tokens", "10000"},
                            {"x-ratelimit-remaining-tokens", "4000"},
                            {"x-ratelimit-reset-tokens", "60s"}}),
                     0);
        QCOMPARE(limits.waitFor(4000, 0), 0ms);
        QCOMPARE(limits.waitFor(7000, 0), 30s);   // half of the six thousand that are missing
        QCOMPARE(limits.waitFor(50'000, 0), 60s); // never fits: it goes when the limit is full
    }

    void whatGoesOutCountsUntilTheServiceSaysWhatIsLeft()
    {
        const HttpReply told = reply({{"anthropic-ratelimit-input-tokens-limit", "1000"},
                                      {"anthropic-ratelimit-input-tokens-remaining", "600"},
                                      {"anthropic-ratelimit-input-tokens-reset", "2026-11-25T12:00:40Z"},
                                      {"date", "Wed, 25 Nov 2026 12:00:00 GMT"}});
        RateLimits limits;
        limits.learn(told, 0);
        limits.spend(500);
        QVERIFY(limits.waitFor(500, 0) > 0ms);
        limits.learn(told, 0);
        QCOMPARE(limits.waitFor(500, 0), 0ms);
    }

    void anEmptyLimitOnAnswersHoldsTheNextRequest()
    {
        RateLimits limits;
        limits.learn(reply({{"anthropic-ratelimit-output-tokens-limit", "8000"},
                            {"anthropic-ratelimit-output-tokens-remaining", "0"},
                            {"anthropic-ratelimit-output-tokens-reset", "2026-11-25T12:01:00Z"},
                            {"date", "Wed, 25 Nov 2026 12:00:00 GMT"}}),
                     0);
        QVERIFY(limits.waitFor(10, 0) > 0ms);
    }
};

QTEST_GUILESS_MAIN(Limits)
#include "rate_limits.moc"
