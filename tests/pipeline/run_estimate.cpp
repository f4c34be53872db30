// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/read/run_estimate.h"

#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sheaf;

namespace {

Settings settingsOf(const QHash<QString, QString>& changes)
{
    Settings settings;
    for (auto it = changes.cbegin(); it != changes.cend(); ++it)
        if (const auto set = settings.set(it.key(), *it); !set)
            qFatal("%s", qPrintable(set.error().message));
    return settings;
}

} // namespace

class RunEstimateTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); } // no price table of the user's own

    void readingOnThisComputerIsFree()
    {
        QVERIFY(estimateRun({500}, defaultColumns(), {}).free);
        const RunEstimate nearby =
            estimateRun({500}, defaultColumns(),
                        settingsOf({{u"read.kind"_s, u"openai"_s}, {u"read.url"_s, u"http://localhost:8080/v1"_s}}));
        QVERIFY(nearby.free && !nearby.failure);
    }

    void aPaidRunHasALikelyRangeThatGrowsWithPapersAndColumns()
    {
        const Settings settings = settingsOf({{u"read.kind"_s, u"anthropic"_s}});
        const RunEstimate some = estimateRun({100}, defaultColumns(), settings);
        QVERIFY(!some.free && !some.failure && some.batches);
        QVERIFY(some.usdLow > 0 && some.usdLow < some.usdHigh);
        QVERIFY(some.tokensInLow < some.tokensInHigh && some.tokensOutLow < some.tokensOutHigh);
        QVERIFY(estimateRun({200}, defaultColumns(), settings).usdLow > some.usdLow);
        QVERIFY(estimateRun({100}, defaultColumns().first(2), settings).usdHigh < some.usdHigh);
        const RunEstimate fewer = estimateRun({100}, defaultColumns().first(defaultColumns().size() - 1), settings);
        QVERIFY(qAbs(some.usdLow - some.columnUsdLow - fewer.usdLow) < 1e-9);
        QVERIFY(qAbs(some.usdHigh - some.columnUsdHigh - fewer.usdHigh) < 1e-9);
        const Settings single = settingsOf({{u"read.kind"_s, u"anthropic"_s}, {u"read.batch"_s, u"never"_s}});
        QCOMPARE(estimateRun({100}, defaultColumns(), single).usdLow, 2 * some.usdLow);
    }

    void filesAtHandTellMoreThanWhatIsUsual()
    {
        const Settings settings = settingsOf({{u"read.kind"_s, u"anthropic"_s}});
        const RunEstimate usual = estimateRun({10}, defaultColumns(), settings);
        const RunEstimate half = estimateRun({10, 5, 5 * 4000}, defaultColumns(), settings);
        const RunEstimate all = estimateRun({10, 10, 10 * 4000}, defaultColumns(), settings);
        QVERIFY(all.usdHigh < half.usdHigh && half.usdHigh < usual.usdHigh);
        QVERIFY(all.usdLow < half.usdLow && half.usdLow < usual.usdLow);
        QVERIFY(all.usdHigh - all.usdLow < usual.usdHigh - usual.usdLow);
        QCOMPARE(all.tokensOutHigh, usual.tokensOutHigh);
        QCOMPARE(half.counted, 5);
        QVERIFY(estimateRun({10, 10, 10 * 40000}, defaultColumns(), settings).usdLow > usual.usdLow);
    }

    void anUnknownPriceIsSaidAndCanBeSet()
    {
        QHash<QString, QString> far{{u"read.kind"_s, u"openai"_s},
                                    {u"read.url"_s, u"https://models.example.org/v1"_s},
                                    {u"read.model"_s, u"something-new"_s}};
        const RunEstimate unknown = estimateRun({3}, defaultColumns(), settingsOf(far));
        QVERIFY(unknown.failure);
        QCOMPARE(unknown.failure->code, u"read.model"_s);
        far.insert(u"read.price.in"_s, u"1"_s);
        far.insert(u"read.price.out"_s, u"4"_s);
        const RunEstimate known = estimateRun({3}, defaultColumns(), settingsOf(far));
        QVERIFY(!known.failure);
        QCOMPARE(known.usdLow, (double(known.tokensInLow) + 4 * double(known.tokensOutLow)) / 1e6);
    }
};

QTEST_APPLESS_MAIN(RunEstimateTest)
#include "run_estimate.moc"
