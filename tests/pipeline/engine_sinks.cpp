// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/engine_bench.h"

using namespace Qt::StringLiterals;
using namespace sheaf;
using namespace sheaf::testing;

/** Results on their way to services: live, at will, and while a service is down. */
class EngineSinks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aPaperGoesOutAsItIsFinished();
    void aServiceThatIsDownHoldsNothingUp();
    void whatWaitedGoesOutAfterAKill();
    void whatWaitedGoesOutAtAWord();
    void whatWasSentIsNotSentAgain();
    void aDecisionGoesOutToo();
    void theSecondReadersAnswersGoOutToo();
    void whatIsRefusedIsListedAndTriedAgainAtWill();
    void aServiceWithoutItsKeySaysSo();
    void aStoppedDeliveryStaysInTheOutbox();
};

namespace {

const QStringList three{u"Paper 1"_s, u"Paper 2"_s, u"Paper 3"_s};

QVector<OutboxItem> outbox(const EngineBench& bench)
{
    const auto file = StoreReader::open(bench.project());
    return file ? (*file)->deliveries() : QVector<OutboxItem>();
}

/** How many results the service has; it is told them on a thread of its own. */
qsizetype written(EngineBench& bench)
{
    const std::lock_guard lock(bench.sinks.mutex);
    return bench.sinks.written.size();
}

/** Three papers are read and wait for Zotero. */
bool runsWhileTheServiceIsDown(EngineBench& bench)
{
    bench.set(u"zotero.live"_s, u"true"_s);
    bench.sinks.down = Failure{Stage::Write, u"net.unreachable"_s, u"Down."_s, {}, true};
    bench.add(three);
    bench.core->start();
    return bench.finish();
}

SinkCount countsOf(const EngineBench& bench)
{
    const auto found = std::ranges::find(bench.last().sinks, u"zotero"_s, &SinkCount::name);
    return found == bench.last().sinks.cend() ? SinkCount() : *found;
}

} // namespace

void EngineSinks::aPaperGoesOutAsItIsFinished()
{
    EngineBench bench;
    bench.set(u"zotero.live"_s, u"true"_s);
    bench.add(three);
    bench.core->start();
    QVERIFY(bench.finish());
    QCOMPARE(bench.summary->done, 3);
    QCOMPARE(bench.summary->unsent, 0);
    QCOMPARE(bench.sinks.written.size(), 3);
    const auto file = StoreReader::open(bench.project());
    QCOMPARE((*file)->paper(bench.id(u"Paper 2"_s))->status.zoteroKey, u"KEY-Paper 2"_s);
    QCOMPARE(countsOf(bench).sent, 3);
    QVERIFY(std::ranges::none_of(outbox(bench), [](const OutboxItem& d) { return d.queuedAt.isValid(); }));
}

void EngineSinks::aServiceThatIsDownHoldsNothingUp()
{
    EngineBench bench;
    QVERIFY(runsWhileTheServiceIsDown(bench));
    QCOMPARE(bench.summary->done, 3);
    QCOMPARE(bench.summary->unsent, 3);
    QVERIFY(bench.hasTrouble(u"net.unreachable"_s));
    QVERIFY(!bench.last().blocked);
    QCOMPARE(countsOf(bench).waiting, 3);
    QCOMPARE(outbox(bench).size(), 3);

    bench.sinks.down.reset();
    bench.core->retryTrouble(); // the button
    QVERIFY(bench.wait([&] { return countsOf(bench).sent == 3; }));
    QVERIFY(!bench.hasTrouble(u"net.unreachable"_s));
}

void EngineSinks::whatWaitedGoesOutAfterAKill()
{
    EngineBench bench;
    QVERIFY(runsWhileTheServiceIsDown(bench));
    bench.kill();
    bench.sinks.down.reset();
    bench.restart();
    QVERIFY(bench.wait([&] { return bench.last().totals.papers == 3; }));
    QVERIFY(bench.sinks.written.isEmpty()); // nothing leaves a file that was only opened
    QVERIFY(bench.hasTrouble(u"zotero.waiting"_s));
    bench.core->start();
    QVERIFY(bench.finish());
    QCOMPARE(bench.sinks.written.size(), 3);
    QCOMPARE(bench.summary->unsent, 0);
    QVERIFY(!bench.hasTrouble(u"zotero.waiting"_s));
}

void EngineSinks::whatWaitedGoesOutAtAWord()
{
    EngineBench bench;
    QVERIFY(runsWhileTheServiceIsDown(bench));
    bench.sinks.down.reset();
    bench.restart();
    QVERIFY(bench.wait([&] { return bench.hasTrouble(u"zotero.waiting"_s); }));
    QCOMPARE(bench.last().troubles.first().action, u"send-results"_s);
    bench.core->retryTrouble(); // the button
    QVERIFY(bench.wait([&] { return countsOf(bench).sent == 3; }));
    QCOMPARE(bench.last().run, RunState::Idle);
}

void EngineSinks::whatWasSentIsNotSentAgain()
{
    EngineBench bench;
    bench.set(u"zotero.live"_s, u"true"_s);
    bench.add(three);
    bench.core->start();
    QVERIFY(bench.finish());
    bench.restart();
    QVERIFY(bench.wait([&] { return bench.last().totals.papers == 3; }));
    bench.core->start();
    QVERIFY(bench.finish());
    QCOMPARE(bench.sinks.written.size(), 3);
    bench.core->sendTo(u"zotero"_s, {bench.id(u"Paper 1"_s)});
    QVERIFY(bench.wait([&] { return !bench.deliveries.isEmpty(); }));
    QCOMPARE(bench.sinks.written.size(), 4);
    QCOMPARE(bench.sinks.memos.last()["times"_L1].toInt(), 1); // what the sink kept the first time
}

void EngineSinks::aDecisionGoesOutToo()
{
    EngineBench bench;
    bench.set(u"zotero.live"_s, u"true"_s);
    bench.add({u"Paper 1"_s});
    bench.core->start();
    QVERIFY(bench.finish());
    bench.core->decide(bench.id(u"Paper 1"_s),
                       Cell{.column = u"methodology"_s, .value = u"Mine"_s, .decision = Decision::Edited});
    QVERIFY(bench.wait([&] { return written(bench) == 2; }));
    const Record& record = bench.sinks.written.last().row.record;
    QCOMPARE(std::ranges::find(record, u"methodology"_s, &Cell::column)->value.toString(), u"Mine"_s);
}

void EngineSinks::theSecondReadersAnswersGoOutToo()
{
    EngineBench bench;
    bench.set(u"zotero.live"_s, u"true"_s);
    bench.second.traits.model = u"another"_s;
    bench.second.hold = true;
    bench.set(u"second.kind"_s, u"openai"_s);
    bench.add({three.first()});
    bench.core->start();
    QVERIFY(
        bench.wait([&] { return written(bench) == 1 && bench.row(three.first()).secondStep == SecondStep::Reading; }));
    QVERIFY(bench.sinks.written.last().row.second.isEmpty());
    bench.secondReader->release();
    QVERIFY(bench.finish());
    QCOMPARE(written(bench), 2);
    QVERIFY(!bench.sinks.written.last().row.second.isEmpty());
}

void EngineSinks::whatIsRefusedIsListedAndTriedAgainAtWill()
{
    EngineBench bench;
    bench.sinks.refused = {u"Paper 2"_s};
    bench.add(three);
    bench.core->start();
    QVERIFY(bench.finish());
    QVERIFY(bench.sinks.written.isEmpty()); // no service is on
    bench.core->sendTo(u"zotero"_s, {});
    QVERIFY(bench.wait([&] { return bench.deliveries.size() == 1; }));
    QCOMPARE(bench.deliveries[0].written, 2);
    QCOMPARE(bench.deliveries[0].refused.size(), 1);
    QCOMPARE(bench.deliveries[0].refused[0].first, bench.id(u"Paper 2"_s));
    QVERIFY(!bench.deliveries[0].trouble);
    bench.sinks.refused.clear();
    bench.core->sendTo(u"zotero"_s, {bench.id(u"Paper 2"_s)});
    QVERIFY(bench.wait([&] { return bench.deliveries.size() == 2; }));
    QCOMPARE(bench.deliveries[1].written, 1);
    QVERIFY(bench.wait([&] { return countsOf(bench).sent == 3 && countsOf(bench).refused == 0; }));
}

void EngineSinks::aServiceWithoutItsKeySaysSo()
{
    EngineBench bench;
    bench.noSink = Failure{Stage::Write, u"zotero.key"_s, u"The key is missing."_s, {}, false};
    bench.add({u"Paper 1"_s});
    bench.core->start();
    QVERIFY(bench.finish());
    bench.core->sendTo(u"zotero"_s, {});
    QVERIFY(bench.wait([&] { return bench.deliveries.size() == 1; }));
    QCOMPARE(bench.deliveries[0].waiting, 1);
    QCOMPARE(bench.deliveries[0].trouble->code, u"zotero.key"_s);
    QVERIFY(bench.wait([&] { return bench.hasTrouble(u"zotero.key"_s); }));
    QCOMPARE(bench.last().troubles.first().action, u"set-zotero"_s);
    bench.noSink.reset();
    bench.core->setSettings(bench.settings); // as when the key was typed in
    QVERIFY(bench.wait([&] { return written(bench) == 1; }));
}

void EngineSinks::aStoppedDeliveryStaysInTheOutbox()
{
    EngineBench bench;
    bench.set(u"zotero.live"_s, u"true"_s);
    bench.sinks.hold = true; // until it is stopped
    bench.add({u"Paper 1"_s});
    bench.core->start();
    QVERIFY(bench.wait([&] { return bench.sinks.holding.load(); }));
    bench.core->stop();
    QVERIFY(bench.finish());
    QVERIFY(bench.summary->stopped);
    QCOMPARE(bench.summary->done, 1);
    QCOMPARE(bench.summary->unsent, 1);
    QVERIFY(outbox(bench).first().queuedAt.isValid());
}

QTEST_GUILESS_MAIN(EngineSinks)
#include "engine_sinks.moc"
