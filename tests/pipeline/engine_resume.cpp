// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/engine_bench.h"

using namespace Qt::StringLiterals;
using namespace sheaf;
using namespace sheaf::testing;

class EngineResume : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void afterAKillOnlyTheRunningStepRunsAgain();
    void aPaidCallIsLookedUpBeforeAnythingIsSentAgain();
    void whatWasNotSentIsSentAgain();
    void aDoubtThatMayBePaidTwiceIsTheUsersToDecide();
    void aDoubtThatCostsNothingIsAskedOnceMoreAndThenFails();
    void aPaidCallWaitsForAReaderThatCanLookItUp();
    void anAnswerSurvivesAStop();
    void aProjectOpensOnce();
};

namespace {

const QString A = u"A"_s;
const QString B = u"B"_s;

void makePaid(EngineBench& bench)
{
    bench.reading.traits.free = false;
    bench.reading.usdPerPaper = 0.1;
}

} // namespace

void EngineResume::afterAKillOnlyTheRunningStepRunsAgain()
{
    EngineBench bench;
    bench.converter->hold(true);
    bench.add({A, B});
    bench.core->start();
    QVERIFY(bench.wait([&] { return bench.count(State::Converting) == 2; }));
    bench.kill();
    bench.restart();
    QVERIFY(bench.wait([&] { return bench.count(State::Waiting) == 2; }));
    bench.converter->hold(false);
    bench.core->start();
    QVERIFY(bench.finish());
    QCOMPARE(bench.summary->done, 2);
    QCOMPARE(bench.fetching.started, 2);
}

void EngineResume::aPaidCallIsLookedUpBeforeAnythingIsSentAgain()
{
    EngineBench bench;
    makePaid(bench);
    bench.reading.hold = true;
    bench.add({A, B});
    bench.core->start();
    QVERIFY(bench.wait([&] { return bench.count(State::Reading) == 2; }));
    bench.kill();
    bench.reading.hold = false;
    const auto sent = bench.reading.calls.size();
    bench.restart();
    QVERIFY(bench.wait([&] { return bench.count(State::QueuedForReading) == 2; }));
    QVERIFY(bench.last().strip.committedUsd > 0.15);
    bench.core->start();
    QVERIFY(bench.finish());
    QCOMPARE(bench.summary->done, 2);
    QCOMPARE(bench.reading.recovered, 2);
    QCOMPARE(bench.reading.calls.size(), sent);
    QCOMPARE(bench.last().strip.committedUsd, 0.0);
    QCOMPARE(bench.last().strip.spentUsd, 0.2);
}

void EngineResume::whatWasNotSentIsSentAgain()
{
    EngineBench bench;
    makePaid(bench);
    bench.reading.hold = true;
    bench.add({A});
    bench.core->start();
    QVERIFY(bench.wait([&] { return bench.state(A) == State::Reading; }));
    bench.kill();
    bench.reading.hold = false;
    bench.reading.recoveries.insert(A, {Stage::Read, u"read.not-sent"_s, u"It was not sent."_s, {}, true});
    bench.restart();
    bench.core->start();
    QVERIFY(bench.finish());
    QCOMPARE(bench.summary->done, 1);
    QCOMPARE(bench.reading.calls.size(), 2);
    QCOMPARE(bench.last().strip.spentUsd, 0.1);
}

void EngineResume::aDoubtThatMayBePaidTwiceIsTheUsersToDecide()
{
    EngineBench bench;
    makePaid(bench);
    bench.reading.failures.insert(A, {Stage::Read, u"read.in-doubt"_s, u"Nobody knows."_s, {}, true});
    bench.add({A});
    bench.core->start();
    QVERIFY(bench.finish());
    QCOMPARE(bench.state(A), State::NeedsAttention);
    QCOMPARE(bench.reading.calls.size(), 1);
    QCOMPARE(bench.last().strip.spentUsd, 0.1); // it may have been paid
    QCOMPARE(bench.row(A).costUsd, 0.1);

    bench.restart();
    QVERIFY(bench.wait([&] { return bench.state(A) == State::NeedsAttention; }));
    bench.reading.failures.clear();
    bench.core->retryPapers({bench.id(A)});
    QVERIFY(bench.finish());
    QCOMPARE(bench.state(A), State::Done);
    QCOMPARE(bench.reading.calls.size(), 2);
    QCOMPARE(bench.row(A).costUsd, 0.2);
}

void EngineResume::aDoubtThatCostsNothingIsAskedOnceMoreAndThenFails()
{
    EngineBench bench;
    bench.reading.failures.insert(A, {Stage::Read, u"read.in-doubt"_s, u"Nobody knows."_s, {}, true});
    bench.add({A});
    bench.core->start();
    QVERIFY(bench.finish());
    QCOMPARE(bench.state(A), State::Failed);
    QCOMPARE(bench.reading.calls.size(), 2);
}

void EngineResume::aPaidCallWaitsForAReaderThatCanLookItUp()
{
    EngineBench bench;
    makePaid(bench);
    bench.reading.hold = true;
    bench.add({A});
    bench.core->start();
    QVERIFY(bench.wait([&] { return bench.state(A) == State::Reading; }));
    bench.kill();
    bench.reading.hold = false;
    bench.noReader = Failure{Stage::Read, u"read.key"_s, u"There is no key."_s, {}, false};
    bench.restart();
    bench.core->start();
    QVERIFY(bench.wait([&] { return bench.hasTrouble(u"read.key"_s) && bench.last().blocked; }));
    QVERIFY(!bench.summary);
    bench.noReader.reset();
    bench.core->retryTrouble();
    QVERIFY(bench.finish());
    QCOMPARE(bench.summary->done, 1);
    QCOMPARE(bench.reading.recovered, 1);
    QCOMPARE(bench.reading.calls.size(), 1);
}

void EngineResume::anAnswerSurvivesAStop()
{
    EngineBench bench;
    makePaid(bench);
    bench.reading.hold = true;
    bench.add({A});
    bench.core->start();
    QVERIFY(bench.wait([&] { return bench.state(A) == State::Reading; }));
    bench.core->stop();
    QVERIFY(bench.finish());
    QCOMPARE(bench.state(A), State::QueuedForReading);
    bench.reading.hold = false;
    bench.summary.reset();
    bench.core->start();
    QVERIFY(bench.finish());
    QCOMPARE(bench.summary->done, 1);
    QCOMPARE(bench.reading.recovered, 1);
    QCOMPARE(bench.reading.calls.size(), 1);
}

void EngineResume::aProjectOpensOnce()
{
    EngineBench bench;
    EngineCore second({}, {});
    std::optional<Failure> failure;
    connect(&second, &EngineCore::openFailed, this, [&](const QString&, const Failure& f) { failure = f; });
    second.open(bench.project());
    QVERIFY(failure);
    QCOMPARE(failure->code, u"store.locked"_s);
}

QTEST_GUILESS_MAIN(EngineResume)
#include "engine_resume.moc"
