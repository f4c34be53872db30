// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/read/read_plan.h"

#include <QTest>

using namespace sheaf;

namespace {

ReadSituation situation(int waiting, int freeWorkers)
{
    ReadSituation now;
    now.waiting = waiting;
    now.freeWorkers = freeWorkers;
    now.batches = true;
    now.batchLimit = 100;
    now.moreComing = true;
    now.sinceLastArrivalMs = now.sinceFirstArrivalMs = 1000;
    return now;
}

} // namespace

class ReadPlanTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theFirstPaperOfARunGoesAtOnceAndAlone();
    void aBurstIsCollectedForAMoment();
    void aDripDoesNotCollectForEver();
    void aBurstGoesAsOneBatchWhileMoreIsComing();
    void oneGoesAlone();
    void theRestIsSharedByAllFreeWorkersWhenNothingMoreComes();
    void noBatchIsLargerThanTheReaderAllows();
    void withoutBatchesEveryFreeWorkerTakesOneAtOnce();
    void withoutAFreeWorkerEverythingWaits();
};

void ReadPlanTest::theFirstPaperOfARunGoesAtOnceAndAlone()
{
    ReadSituation now = situation(3, 4);
    now.firstOfRun = true;
    now.sinceLastArrivalMs = now.sinceFirstArrivalMs = 0;
    const ReadPlan plan = planReads(now);
    QCOMPARE(plan.groups, QVector<int>{1});
    QCOMPARE(plan.lookAgainMs, ReadCollectMs);
}

void ReadPlanTest::aBurstIsCollectedForAMoment()
{
    ReadSituation now = situation(2, 3);
    now.sinceLastArrivalMs = 20;
    now.sinceFirstArrivalMs = 30;
    const ReadPlan plan = planReads(now);
    QVERIFY(plan.groups.isEmpty());
    QCOMPARE(plan.lookAgainMs, ReadCollectMs - 20);
}

void ReadPlanTest::aDripDoesNotCollectForEver()
{
    ReadSituation now = situation(5, 3);
    now.sinceLastArrivalMs = 1;
    now.sinceFirstArrivalMs = ReadCollectLongestMs;
    QCOMPARE(planReads(now).groups, QVector<int>{5});
}

void ReadPlanTest::aBurstGoesAsOneBatchWhileMoreIsComing()
{
    QCOMPARE(planReads(situation(4, 3)).groups, QVector<int>{4});
}

void ReadPlanTest::oneGoesAlone()
{
    QCOMPARE(planReads(situation(1, 3)).groups, QVector<int>{1});
}

void ReadPlanTest::theRestIsSharedByAllFreeWorkersWhenNothingMoreComes()
{
    ReadSituation now = situation(7, 3);
    now.moreComing = false;
    now.sinceLastArrivalMs = 0;
    QCOMPARE(planReads(now).groups, (QVector<int>{3, 2, 2}));
    now.waiting = 2;
    QCOMPARE(planReads(now).groups, (QVector<int>{1, 1}));
}

void ReadPlanTest::noBatchIsLargerThanTheReaderAllows()
{
    ReadSituation now = situation(250, 4);
    QCOMPARE(planReads(now).groups, (QVector<int>{100, 100, 50}));
    now.moreComing = false;
    now.waiting = 1000;
    QCOMPARE(planReads(now).groups, (QVector<int>{100, 100, 100, 100}));
}

void ReadPlanTest::withoutBatchesEveryFreeWorkerTakesOneAtOnce()
{
    ReadSituation now = situation(5, 3);
    now.batches = false;
    now.sinceLastArrivalMs = 0;
    QCOMPARE(planReads(now).groups, (QVector<int>{1, 1, 1}));
}

void ReadPlanTest::withoutAFreeWorkerEverythingWaits()
{
    const ReadPlan plan = planReads(situation(5, 0));
    QVERIFY(plan.groups.isEmpty());
    QCOMPARE(plan.lookAgainMs, -1);
}

QTEST_GUILESS_MAIN(ReadPlanTest)
#include "read_plan.moc"
