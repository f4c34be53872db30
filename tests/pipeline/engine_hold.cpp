// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/engine_bench.h"

using namespace Qt::StringLiterals;
using namespace sheaf;
using namespace sheaf::testing;

class EngineHold : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void pauseLetsRunningStepsEndAndStartsNothing();
    void stopEndsEveryStepNowAndStartRunsThemAgain();
    void aCancelledPaperIsLeftOutAtOnce();
    void aCancelledPaperThatWasPaidForKeepsItsAnswer();
    void aPausedPaperWaitsUntilItIsResumed();
    void aPaperPausedWhileConvertingIsHeldAfterwards();
    void aPasswordOpensAHeldPaper();
    void removedPapersAreGone();
};

void EngineHold::pauseLetsRunningStepsEndAndStartsNothing()
{
    EngineBench bench;
    bench.converter->hold(true);
    bench.add({u"A"_s, u"B"_s, u"C"_s, u"D"_s, u"E"_s, u"F"_s, u"G"_s});
    bench.core->start();
    QVERIFY(bench.wait([&] { return bench.converter->running == 4; }));
    bench.core->pause();
    QVERIFY(bench.wait([&] { return bench.last().run == RunState::Pausing; }));
    bench.converter->hold(false);
    QVERIFY(bench.wait([&] { return bench.last().run == RunState::Paused; }));
    QCOMPARE(bench.converter->calls.load(), 4);
    QCOMPARE(bench.count(State::Done), 0);
    bench.core->resume();
    QVERIFY(bench.finish());
    QCOMPARE(bench.summary->done, 7);
}

void EngineHold::stopEndsEveryStepNowAndStartRunsThemAgain()
{
    EngineBench bench;
    bench.converter->hold(true);
    bench.add({u"A"_s, u"B"_s, u"C"_s, u"D"_s, u"E"_s, u"F"_s});
    bench.core->start();
    QVERIFY(bench.wait([&] { return bench.converter->running == 4 && bench.count(State::QueuedForConversion) == 2; }));
    bench.core->stop();
    QVERIFY(bench.finish());
    QVERIFY(bench.summary->stopped);
    QCOMPARE(bench.converter->running.load(), 0);
    QCOMPARE(bench.count(State::Waiting), 6);
    QCOMPARE(bench.sumsWrong(), 0);
    const int fetched = bench.fetching.started;
    bench.converter->hold(false);
    bench.summary.reset();
    bench.core->start();
    QVERIFY(bench.finish());
    QCOMPARE(bench.summary->done, 6);
    QCOMPARE(bench.fetching.started, fetched); // what was fetched lies there
}

void EngineHold::aCancelledPaperIsLeftOutAtOnce()
{
    EngineBench bench;
    bench.converter->hold(true);
    bench.add({u"A"_s, u"B"_s});
    bench.core->start();
    QVERIFY(bench.wait([&] { return bench.converter->running == 2; }));
    bench.core->cancelPapers({bench.id(u"A"_s)});
    QVERIFY(bench.wait([&] { return bench.converter->running == 1; }));
    QVERIFY(bench.wait([&] { return bench.state(u"A"_s) == State::Cancelled; }));
    bench.converter->hold(false);
    QVERIFY(bench.finish());
    QCOMPARE(bench.summary->done, 1);
    QCOMPARE(bench.summary->cancelled, 1);
}

void EngineHold::aCancelledPaperThatWasPaidForKeepsItsAnswer()
{
    EngineBench bench;
    bench.reading.traits.free = false;
    bench.reading.traits.batches = true;
    bench.reading.traits.batchLimit = 10;
    bench.reading.usdPerPaper = 0.1;
    bench.reading.hold = true;
    bench.set(u"read.batch"_s, u"always"_s);
    bench.set(u"read.workers"_s, u"1"_s);
    bench.add({u"A"_s, u"B"_s, u"C"_s});
    bench.core->start();
    QVERIFY(bench.wait(
        [&] { return bench.reader && bench.count(State::Reading) == 1 && bench.count(State::QueuedForReading) == 2; }));
    bench.reader->answerWhatIsHeld();
    QVERIFY(bench.wait([&] { return bench.count(State::Done) == 1 && bench.count(State::Reading) == 2; }));
    QCOMPARE(bench.reading.calls, (QVector<int>{1, 2}));
    const QString cancelled = bench.state(u"A"_s) == State::Reading ? u"A"_s : u"B"_s;
    bench.core->cancelPapers({bench.id(cancelled)});
    bench.reader->release();
    QVERIFY(bench.finish());
    QCOMPARE(bench.state(cancelled), State::Cancelled);
    QVERIFY(!bench.row(cancelled).values.isEmpty());
    QCOMPARE(bench.summary->done, 2);
    QCOMPARE(bench.last().strip.spentUsd, 0.1 + 0.2);
}

void EngineHold::aPausedPaperWaitsUntilItIsResumed()
{
    EngineBench bench;
    bench.converter->hold(true);
    bench.set(u"convert.workers"_s, u"1"_s);
    bench.add({u"A"_s, u"B"_s, u"C"_s});
    bench.core->start();
    QVERIFY(bench.wait([&] { return bench.count(State::QueuedForConversion) == 2; }));
    bench.core->pausePapers({bench.id(u"C"_s)});
    bench.converter->hold(false);
    QVERIFY(bench.finish());
    QCOMPARE(bench.summary->done, 2);
    QCOMPARE(bench.summary->held, 1);
    QCOMPARE(bench.state(u"C"_s), State::Paused);
    bench.summary.reset();
    bench.core->resumePapers({bench.id(u"C"_s)});
    QVERIFY(bench.finish());
    QCOMPARE(bench.summary->done, 3);
}

void EngineHold::aPaperPausedWhileConvertingIsHeldAfterwards()
{
    EngineBench bench;
    bench.converter->hold(true);
    bench.add({u"A"_s});
    bench.core->start();
    QVERIFY(bench.wait([&] { return bench.converter->running == 1; }));
    bench.core->pausePapers({bench.id(u"A"_s)});
    bench.converter->hold(false);
    QVERIFY(bench.finish());
    QCOMPARE(bench.state(u"A"_s), State::Paused);
    QCOMPARE(bench.row(u"A"_s).heldFrom, State::QueuedForReading);
    QVERIFY(bench.reading.calls.isEmpty());
}

void EngineHold::aPasswordOpensAHeldPaper()
{
    EngineBench bench;
    bench.fetching.failures.insert(u"A"_s, {Stage::Acquire, u"pdf.encrypted"_s, u"It needs a password."_s, {}, false});
    bench.add({u"A"_s});
    bench.core->start();
    QVERIFY(bench.finish());
    QCOMPARE(bench.state(u"A"_s), State::NeedsAttention);
    bench.fetching.failures.clear();
    bench.summary.reset();
    bench.core->setPassword(bench.id(u"A"_s), u"open sesame"_s);
    QVERIFY(bench.finish());
    QCOMPARE(bench.state(u"A"_s), State::Done);
}

void EngineHold::removedPapersAreGone()
{
    EngineBench bench;
    bench.converter->hold(true);
    bench.add({u"A"_s, u"B"_s});
    bench.core->start();
    QVERIFY(bench.wait([&] { return bench.converter->running == 2; }));
    bench.core->removePapers({bench.id(u"A"_s)});
    bench.converter->hold(false);
    QVERIFY(bench.finish());
    QCOMPARE(bench.last().totals.papers, 1);
    QCOMPARE(bench.sumsWrong(), 0);
    bench.restart();
    QVERIFY(bench.wait([&] { return bench.id(u"B"_s) != 0; }));
    QCOMPARE(bench.id(u"A"_s), 0);
}

QTEST_GUILESS_MAIN(EngineHold)
#include "engine_hold.moc"
