// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/engine_bench.h"
#include "pipeline/results/results.h"

using namespace Qt::StringLiterals;
using namespace sheaf;
using namespace sheaf::testing;

class EngineSecond : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void bothReadersAnswerAndAreCompared();
    void aPaperIsDoneBeforeTheSecondReaderAnswers();
    void aFailingSecondReaderFailsNoPaper();
    void whatTheFirstReaderReadsAgainTheSecondOneDoesToo();
    void aRefusedKeyOfTheSecondReaderStopsOnlyTheSecondReader();
    void killedWhileItReadsNothingIsAskedTwice();
    void killedBeforeItIsAskedItIsAskedAtTheNextStart();
    void aLostPaidAnswerIsTheUsersToAskAgain();
    void onlyTheChosenColumnsAreReadTwice();
    void turnedOnLaterItReadsWhatIsThere();
    void turnedOffItsQueueIsDropped();
    void theCapLeavesTheFirstReaderWhatItNeeds();
    void bothReadersTogetherNeverPassTheCap();
    void itsBatchesHoldEvenOnePaper();
    void aChangedQuestionIsReadByBoth();
    void theUserDecidesBetweenThem();
    void thePriceIsOfBoth();
    void anotherDocumentIsReadByBoth();
    void anAnswerAboutTheDocumentBeforeSaysNothing();
    void noKillMakesItSaySomething();
};

namespace {

const QString A = u"A"_s;
const QString B = u"B"_s;
const QString C = u"C"_s;

const Column one{.id = u"one"_s, .name = u"One"_s, .question = u"First?"_s};
const Column two{.id = u"two"_s, .name = u"Two"_s, .question = u"Second?"_s};

QStringList asks(const Column& column)
{
    return {column.id + u": "_s + column.question};
}

/** A bench whose second reader is another model. */
void turnOn(EngineBench& bench)
{
    bench.second.traits.model = u"another"_s;
    bench.set(u"second.kind"_s, u"openai"_s);
    bench.core->setColumns({one});
}

void charge(FakeReader::Script& reader, double usd)
{
    reader.traits.free = false;
    reader.usdPerPaper = usd;
}

std::unique_ptr<StoreReader> file(const EngineBench& bench)
{
    return StoreReader::open(bench.project()).value_or(nullptr);
}

/** A reader that works in batches: the first paper goes at once and alone; what is added while it is read goes in a
 * batch, which is held. */
bool batchIsOut(EngineBench& bench, FakeReader::Script& script, double usd)
{
    charge(script, usd);
    script.traits.batches = true;
    script.traits.batchLimit = 100;
    script.hold = true;
    script.values.insert(A, u"of the first document"_s);
    bench.set(&script == &bench.second ? u"second.workers"_s : u"read.workers"_s, u"1"_s);
    bench.add({C});
    bench.core->start();
    if (!bench.wait([&] { return script.calls == QVector<int>{1}; }))
        return false;
    bench.add({A, B});
    const auto waits = [&, second = &script == &bench.second](const QString& title) {
        return second ? bench.row(title).secondStep == SecondStep::Waiting
                      : bench.state(title) == State::QueuedForReading;
    };
    if (!bench.wait([&] { return waits(A) && waits(B); }))
        return false;
    script.answerHeld();
    return bench.wait([&] { return script.calls == QVector<int>{1, 2}; });
}

void giveAnotherDocument(EngineBench& bench)
{
    bench.fetching.contents.insert(A, u"another document"_s);
    bench.core->attachFile(bench.id(A), bench.folder.filePath(u"other.pdf"_s));
}

bool runAll(EngineBench& bench)
{
    bench.summary.reset();
    bench.core->start();
    return bench.finish();
}

} // namespace

void EngineSecond::bothReadersAnswerAndAreCompared()
{
    EngineBench bench;
    turnOn(bench);
    bench.second.values.insert(A, u"something else entirely"_s);
    bench.add({A, B});
    QVERIFY(runAll(bench));
    QCOMPARE(bench.summary->done, 2);
    QVERIFY(bench.wait([&] { return bench.last().totals.compared == 2; }));
    QCOMPARE(bench.last().totals.differing, 1);
    QCOMPARE(bench.last().strip.secondDone, 2);
    QVERIFY(bench.row(A).differs(u"one"_s));
    QVERIFY(!bench.row(B).differs(u"one"_s));
    const SecondAnswer second = bench.row(A).second.value(u"one"_s);
    QCOMPARE(second.second, u"something else entirely"_s);
    QCOMPARE(second.first, bench.row(A).values.value(u"one"_s));
    QCOMPARE(second.state, CellState::Proven); // its quotes are looked up too
    QCOMPARE(bench.row(A).secondStep, SecondStep::Done);
    const PaperReadings stored = file(bench)->readings(bench.id(A));
    QCOMPARE(stored.second.at(0).value, QJsonValue(u"something else entirely"_s));
    QCOMPARE(stored.second.at(0).reader, ReaderRole::Second);
    const auto agreements = columnAgreements(*file(bench));
    QCOMPARE(agreements.size(), 1);
    QCOMPARE(agreements.first().tally.agreed(), 1);
    bench.restart();
    QVERIFY(bench.wait([&] { return bench.row(A).differs(u"one"_s) && bench.last().totals.compared == 2; }));
    QVERIFY(runAll(bench));
    QCOMPARE(bench.second.calls.size(), 2); // answered is answered
}

void EngineSecond::aPaperIsDoneBeforeTheSecondReaderAnswers()
{
    EngineBench bench;
    turnOn(bench);
    bench.second.hold = true;
    bench.add({A});
    bench.core->start();
    QVERIFY(bench.wait([&] { return bench.row(A).secondStep == SecondStep::Reading; }));
    QCOMPARE(bench.state(A), State::Done);
    QVERIFY(!bench.summary);
    bench.secondReader->release();
    QVERIFY(bench.finish());
    QVERIFY(bench.wait([&] { return bench.row(A).secondStep == SecondStep::Done; }));
}

void EngineSecond::aFailingSecondReaderFailsNoPaper()
{
    EngineBench bench;
    turnOn(bench);
    bench.second.failures.insert(A, Failure{Stage::Read, u"read.refused"_s, u"It refused."_s, {}, false});
    bench.add({A, B});
    QVERIFY(runAll(bench));
    QCOMPARE(bench.summary->done, 2);
    QVERIFY(bench.wait([&] { return bench.row(A).secondStep == SecondStep::Missing; }));
    QCOMPARE(bench.row(A).secondFailure->code, u"read.refused"_s);
    QVERIFY(!bench.row(A).failure);
    QCOMPARE(bench.last().strip.secondMissing, 1);
    QVERIFY(runAll(bench)); // it is not asked again by itself
    QCOMPARE(bench.second.asked.value(A).size(), 1);
    bench.second.failures.clear();
    bench.summary.reset();
    bench.core->retryPapers({});
    QVERIFY(bench.finish());
    QVERIFY(bench.wait([&] { return bench.row(A).secondStep == SecondStep::Done; }));
    QVERIFY(!bench.row(A).secondFailure);
    QCOMPARE(bench.reading.asked.value(A).size(), 1);
}

void EngineSecond::whatTheFirstReaderReadsAgainTheSecondOneDoesToo()
{
    EngineBench bench;
    turnOn(bench);
    bench.second.failures.insert(A, Failure{Stage::Read, u"read.refused"_s, u"It refused."_s, {}, false});
    bench.add({A});
    QVERIFY(runAll(bench));
    bench.second.failures.clear();
    bench.core->setColumns({one, two});
    QVERIFY(runAll(bench));
    QCOMPARE(bench.second.asked.value(A).last(), asks(one) + asks(two));
    QVERIFY(bench.wait([&] { return bench.row(A).secondStep == SecondStep::Done; }));
}

void EngineSecond::aRefusedKeyOfTheSecondReaderStopsOnlyTheSecondReader()
{
    EngineBench bench;
    turnOn(bench);
    bench.second.stageWide = Failure{Stage::Read, u"read.key"_s, u"The key was refused."_s, {}, true};
    bench.add({A, B, C});
    bench.core->start();
    QVERIFY(bench.wait([&] { return bench.last().blocked; }));
    QCOMPARE(bench.count(State::Done), 3);
    QCOMPARE(bench.last().troubles.size(), 1);
    QCOMPARE(bench.last().troubles.first().action, u"set-second-key"_s);
    bench.second.stageWide.reset();
    bench.core->retryTrouble();
    QVERIFY(bench.finish());
    QVERIFY(bench.wait([&] { return bench.last().strip.secondDone == 3; }));
}

void EngineSecond::killedWhileItReadsNothingIsAskedTwice()
{
    EngineBench bench;
    turnOn(bench);
    charge(bench.second, 0.1);
    bench.second.hold = true;
    bench.add({A, B});
    bench.core->start();
    QVERIFY(bench.wait([&] { return bench.second.calls.size() == 2 && bench.last().strip.committedUsd > 0.19; }));
    bench.kill();
    bench.second.hold = false;
    bench.restart();
    QVERIFY(bench.wait([&] { return bench.count(State::Done) == 2; }));
    QVERIFY(runAll(bench));
    QCOMPARE(bench.second.recovered, 2);
    QCOMPARE(bench.second.calls.size(), 2);
    QCOMPARE(bench.reading.calls.size(), 2);
    QVERIFY(bench.wait([&] { return bench.last().strip.secondDone == 2; }));
    QCOMPARE(file(bench)->ledger().secondSpentUsd, 0.2);
    QCOMPARE(file(bench)->ledger().spentUsd, 0.2);
}

void EngineSecond::killedBeforeItIsAskedItIsAskedAtTheNextStart()
{
    EngineBench bench;
    turnOn(bench);
    bench.set(u"second.workers"_s, u"1"_s);
    bench.second.hold = true;
    bench.add({A, B});
    bench.core->start();
    QVERIFY(bench.wait([&] { return bench.count(State::Done) == 2 && bench.second.calls.size() == 1; }));
    bench.kill();
    bench.second.hold = false;
    bench.restart();
    QVERIFY(runAll(bench));
    QCOMPARE(bench.second.recovered, 1);
    QCOMPARE(bench.second.calls.size(), 2); // one before, the other after
    QVERIFY(bench.wait([&] { return bench.last().strip.secondDone == 2; }));
}

void EngineSecond::aLostPaidAnswerIsTheUsersToAskAgain()
{
    EngineBench bench;
    turnOn(bench);
    charge(bench.second, 0.1);
    bench.second.hold = true;
    bench.add({A});
    bench.core->start();
    QVERIFY(bench.wait([&] { return bench.last().strip.committedUsd > 0.09; }));
    bench.kill();
    bench.second.hold = false;
    bench.second.recoveries.insert(A, Failure{Stage::Read, u"read.in-doubt"_s, u"Nobody knows."_s, {}, true});
    bench.restart();
    QVERIFY(runAll(bench));
    QVERIFY(bench.wait([&] { return bench.row(A).secondStep == SecondStep::Missing; }));
    QCOMPARE(bench.state(A), State::Done);
    QCOMPARE(bench.second.calls.size(), 1);
    QCOMPARE(file(bench)->ledger().secondSpentUsd, 0.1);
}

void EngineSecond::onlyTheChosenColumnsAreReadTwice()
{
    EngineBench bench;
    turnOn(bench);
    bench.set(u"second.columns"_s, u"two"_s);
    bench.core->setColumns({one, two});
    bench.add({A});
    QVERIFY(runAll(bench));
    QCOMPARE(bench.second.asked.value(A), QVector<QStringList>{asks(two)});
    QVERIFY(bench.wait([&] { return bench.row(A).second.keys() == QStringList{u"two"_s}; }));
}

void EngineSecond::turnedOnLaterItReadsWhatIsThere()
{
    EngineBench bench;
    bench.core->setColumns({one});
    bench.add({A, B});
    QVERIFY(runAll(bench));
    QCOMPARE(bench.row(A).secondStep, SecondStep::None);
    bench.set(u"second.kind"_s, u"openai"_s);
    QVERIFY(bench.wait([&] { return bench.last().strip.secondWaiting == 2; }));
    QVERIFY(bench.second.calls.isEmpty()); // nothing is sent before Start
    QVERIFY(runAll(bench));
    QCOMPARE(bench.second.calls.size(), 2);
    QCOMPARE(bench.reading.calls.size(), 2);
    QVERIFY(bench.wait([&] { return bench.last().strip.secondDone == 2; }));
}

void EngineSecond::turnedOffItsQueueIsDropped()
{
    EngineBench bench;
    turnOn(bench);
    bench.set(u"second.workers"_s, u"1"_s);
    bench.second.hold = true;
    bench.add({A, B, C});
    bench.core->start();
    QVERIFY(bench.wait([&] { return bench.count(State::Done) == 3 && bench.second.calls.size() == 1; }));
    bench.set(u"second.kind"_s, u"none"_s);
    QVERIFY(bench.secondReader);
    bench.secondReader->answerWhatIsHeld(); // what was sent is waited for
    QVERIFY(bench.finish());
    QCOMPARE(bench.second.calls.size(), 1);
}

void EngineSecond::theCapLeavesTheFirstReaderWhatItNeeds()
{
    EngineBench bench;
    turnOn(bench);
    charge(bench.reading, 0.3);
    charge(bench.second, 0.3);
    bench.set(u"read.workers"_s, u"1"_s);
    bench.set(u"convert.workers"_s, u"1"_s);
    bench.set(u"read.cap.usd"_s, u"1"_s);
    bench.add({A, B, C});
    bench.core->start();
    QVERIFY(bench.wait([&] { return bench.last().blocked; }));
    QCOMPARE(bench.count(State::Done), 3);
    QVERIFY(bench.hasTrouble(u"read.cap"_s));
    QCOMPARE(bench.second.calls.size(), 0);
    bench.set(u"read.cap.usd"_s, u"2"_s);
    QVERIFY(bench.finish());
    QVERIFY(bench.wait([&] { return bench.last().strip.secondDone == 3; }));
    QVERIFY(qAbs(bench.last().strip.spentUsd - 1.8) < 1e-9);
    QVERIFY(qAbs(bench.last().strip.secondSpentUsd - 0.9) < 1e-9);
}

void EngineSecond::bothReadersTogetherNeverPassTheCap()
{
    EngineBench bench;
    turnOn(bench);
    charge(bench.reading, 0.1);
    charge(bench.second, 0.2);
    bench.set(u"read.cap.usd"_s, u"0.75"_s);
    bench.add({A, B, C});
    bench.core->start();
    QVERIFY(bench.wait([&] { return bench.last().blocked; }));
    QCOMPARE(bench.count(State::Done), 3);
    QCOMPARE(bench.second.calls.size(), 2);
    QVERIFY(bench.last().strip.spentUsd + bench.last().strip.committedUsd <= 0.75);
}

void EngineSecond::itsBatchesHoldEvenOnePaper()
{
    EngineBench bench;
    turnOn(bench);
    bench.second.traits.batches = true;
    bench.second.traits.batchLimit = 100;
    bench.add({A});
    QVERIFY(runAll(bench));
    QCOMPARE(bench.second.modes, QVector<ReadMode>{ReadMode::Batch});
    QCOMPARE(bench.reading.modes, QVector<ReadMode>{ReadMode::Single});
}

void EngineSecond::aChangedQuestionIsReadByBoth()
{
    EngineBench bench;
    turnOn(bench);
    bench.add({A});
    QVERIFY(runAll(bench));
    const Column changed{.id = u"one"_s, .name = u"One"_s, .question = u"First, exactly?"_s};
    bench.core->setColumns({changed});
    QVERIFY(runAll(bench));
    QCOMPARE(bench.reading.asked.value(A), (QVector<QStringList>{asks(one), asks(changed)}));
    QCOMPARE(bench.second.asked.value(A), (QVector<QStringList>{asks(one), asks(changed)}));
    bench.summary.reset();
    bench.core->readAgain({bench.id(A)}, {});
    QVERIFY(bench.finish());
    QCOMPARE(bench.second.asked.value(A).size(), 3);
}

void EngineSecond::theUserDecidesBetweenThem()
{
    EngineBench bench;
    turnOn(bench);
    bench.second.values.insert(A, u"something else entirely"_s);
    bench.add({A});
    QVERIFY(runAll(bench));
    QVERIFY(bench.wait([&] { return bench.row(A).differs(u"one"_s); }));
    Cell chosen = file(bench)->readings(bench.id(A)).second.at(0);
    chosen.decision = Decision::Accepted;
    bench.core->decide(bench.id(A), chosen);
    QVERIFY(bench.wait([&] { return bench.row(A).values.value(u"one"_s) == u"something else entirely"_s; }));
    QCOMPARE(bench.row(A).decisions.value(u"one"_s).reader, ReaderRole::Second);
    QVERIFY(!bench.row(A).differs(u"one"_s));
    QVERIFY(!bench.row(A).second.value(u"one"_s).agree); // what they said stays said
    QVERIFY(bench.wait([&] { return bench.last().totals.differing == 0; }));
    bench.restart();
    QVERIFY(bench.wait([&] { return bench.row(A).decisions.value(u"one"_s).reader == ReaderRole::Second; }));
}

void EngineSecond::thePriceIsOfBoth()
{
    EngineBench bench;
    charge(bench.second, 0.2);
    bench.core->setColumns({one});
    bench.add({A, B});
    QVERIFY(runAll(bench));
    bench.set(u"second.kind"_s, u"openai"_s);
    bench.core->price({.columns = {one}});
    QVERIFY(bench.wait([&] { return !bench.prices.isEmpty() && bench.prices.last().counted == 2; }));
    QCOMPARE(bench.prices.last().usdMost, 0.4);
    QVERIFY(bench.prices.last().secondReader && !bench.prices.last().free);
    QCOMPARE(bench.prices.last().secondUsdLow, bench.prices.last().usdLow);
    bench.prices.clear();
    bench.set(u"second.kind"_s, u"none"_s);
    bench.core->price({.columns = {one}});
    QVERIFY(bench.wait([&] { return !bench.prices.isEmpty(); }));
    QCOMPARE(bench.prices.last().papers, 0);
    QVERIFY(bench.prices.last().free);
}

void EngineSecond::anotherDocumentIsReadByBoth()
{
    EngineBench bench;
    turnOn(bench);
    bench.add({A});
    QVERIFY(runAll(bench));
    bench.summary.reset();
    giveAnotherDocument(bench);
    QVERIFY(bench.finish());
    QCOMPARE(bench.second.asked.value(A).size(), 2);
}

/** A batch of the second reader's is out for A and B when A gets another document. */
void EngineSecond::anAnswerAboutTheDocumentBeforeSaysNothing()
{
    EngineBench bench;
    turnOn(bench);
    QVERIFY(batchIsOut(bench, bench.second, 0.2));
    bench.reading.hold = true;
    giveAnotherDocument(bench);
    QVERIFY(bench.wait([&] { return bench.state(A) == State::Reading; })); // the new one is converted
    bench.second.answerHeld();
    QVERIFY(bench.wait([&] { return !file(bench)->readings(bench.id(B)).second.isEmpty(); }));
    QVERIFY(file(bench)->readings(bench.id(A)).second.isEmpty());
    bench.second.values.insert(A, u"of the second document"_s);
    bench.second.hold = bench.reading.hold = false;
    bench.reading.answerHeld();
    QVERIFY(bench.finish());
    QCOMPARE(bench.second.asked.value(A).size(), 2);
    QVERIFY(bench.wait([&] { return bench.row(A).second.value(u"one"_s).second == u"of the second document"_s; }));
    QVERIFY(qAbs(bench.row(A).costUsd - 0.4) < 1e-9); // what was asked in vain was paid for it too
}

/** The same of the first reader, and the program is killed before the batch has ended. */
void EngineSecond::noKillMakesItSaySomething()
{
    EngineBench bench;
    bench.core->setColumns({one});
    QVERIFY(batchIsOut(bench, bench.reading, 0.1));
    giveAnotherDocument(bench);
    QVERIFY(bench.wait([&] { return bench.state(A) == State::QueuedForReading; })); // behind the batch
    bench.kill();
    bench.restart();
    QVERIFY(bench.wait([&] { return bench.last().totals.papers == 3; }));
    bench.core->start();
    QVERIFY(bench.wait([&] { return bench.reading.recovered == 1 && bench.state(B) == State::Reading; }));
    QCOMPARE(bench.state(A), State::QueuedForReading); // what is being read is not its document
    bench.reading.answerHeld();
    QVERIFY(bench.wait([&] { return bench.state(B) == State::Done && bench.reading.calls.size() == 3; }));
    QVERIFY(file(bench)->readings(bench.id(A)).shown.isEmpty());
    bench.reading.values.insert(A, u"of the second document"_s);
    bench.reading.hold = false;
    bench.reading.answerHeld();
    QVERIFY(bench.finish());
    QCOMPARE(bench.row(A).values.value(u"one"_s), u"of the second document"_s);
    QVERIFY(bench.row(B).values.value(u"one"_s).contains(u"ten samples"_s));
    QVERIFY(qAbs(bench.row(A).costUsd - 0.2) < 1e-9); // what is put aside was paid for
    QCOMPARE(bench.reading.calls, (QVector<int>{1, 2, 1}));
}

QTEST_GUILESS_MAIN(EngineSecond)
#include "engine_second.moc"
