// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/engine_bench.h"

using namespace Qt::StringLiterals;
using namespace sheaf;
using namespace sheaf::testing;

class EngineColumns : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aNewColumnIsAllThatIsRead();
    void aChangedQuestionIsReadAgainAndARenamedOneIsNot();
    void aRemovedColumnComesBackWithItsAnswers();
    void takingAChangeBackBeforeItIsReadCostsNothing();
    void whatTheUserDecidedStaysWhenItsColumnIsReadAgain();
    void aDecisionIsShownAndCanBeTakenBack();
    void whatTheUserQuotesIsLookedUpOnThePage();
    void cellsColumnsAndPapersAreReadAgainOnRequest();
    void aKillBeforeTheNewColumnIsReadLosesNothing();
    void anAnswerOnItsWayBelongsToTheQuestionThatWasAsked();
    void aColumnAddedDuringTheRunIsReadAfterTheAnswerOnItsWay();
    void aBatchPutsTheSameQuestionsToAllItsPapers();
    void anotherDocumentIsReadForAllColumns();
    void thePriceIsThatOfTheChangeAlone();
    void thePriceOfChosenPapersIsTheirsAloneReadOrNot();
    void aFreeReaderHasNoPrice();
};

namespace {

const QString A = u"A"_s;
const QString B = u"B"_s;

Column column(const QString& id, const QString& question)
{
    return {.id = id, .name = id, .question = question};
}

const Column one = column(u"one"_s, u"First?"_s);
const Column two = column(u"two"_s, u"Second?"_s);
const Column three = column(u"three"_s, u"Third?"_s);

/** A and B read for two columns. */
void readTwo(EngineBench& bench)
{
    bench.core->setColumns({one, two});
    bench.add({A, B});
    bench.core->start();
    QVERIFY(bench.finish());
    QCOMPARE(bench.summary->done, 2);
    bench.reading.asked.clear();
    bench.reading.calls.clear();
    bench.summary.reset();
}

void runOn(EngineBench& bench)
{
    bench.core->start();
    QVERIFY(bench.finish());
    QCOMPARE(bench.summary->done, 2);
    bench.summary.reset();
}

QVector<QStringList> requests(std::initializer_list<QStringList> all)
{
    return all;
}

Record stored(const EngineBench& bench, const QString& title)
{
    const auto file = StoreReader::open(bench.project());
    return file ? (*file)->record(bench.id(title)) : Record();
}

} // namespace

void EngineColumns::aNewColumnIsAllThatIsRead()
{
    EngineBench bench;
    readTwo(bench);
    bench.core->setColumns({one, two, three});
    QVERIFY(bench.wait([&] { return bench.count(State::QueuedForReading) == 2; }));
    runOn(bench);
    QCOMPARE(bench.reading.asked.value(A), requests({{u"three: Third?"_s}}));
    QCOMPARE(bench.reading.asked.value(B), requests({{u"three: Third?"_s}}));
    QCOMPARE(bench.row(A).values.size(), 3);
    QCOMPARE(bench.row(A).valuesProven, 3);
    QCOMPARE(bench.row(A).quotesTotal, 3);
}

void EngineColumns::aChangedQuestionIsReadAgainAndARenamedOneIsNot()
{
    EngineBench bench;
    readTwo(bench);
    Column renamed = one, changed = two;
    renamed.name = u"Another name"_s;
    changed.type = ColumnType::Number;
    bench.core->setColumns({changed, renamed}); // and in another order
    QVERIFY(bench.wait([&] { return bench.count(State::QueuedForReading) == 2; }));
    QCOMPARE(bench.row(A).values.size(), 2); // the old answer stays until the new one comes
    runOn(bench);
    QCOMPARE(bench.reading.asked.value(A), requests({{u"two: Second?"_s}}));
    bench.core->setColumns({one, changed});
    runOn(bench);
    QCOMPARE(bench.reading.calls.size(), 2);
}

void EngineColumns::aRemovedColumnComesBackWithItsAnswers()
{
    EngineBench bench;
    readTwo(bench);
    bench.core->setColumns({one});
    QVERIFY(bench.wait([&] { return bench.row(A).values.size() == 1 && bench.row(A).valuesTotal == 1; }));
    bench.restart();
    QVERIFY(bench.wait([&] { return bench.row(A).values.size() == 1; }));
    bench.core->setColumns({one, two});
    QVERIFY(bench.wait([&] { return bench.row(A).values.size() == 2 && bench.row(A).valuesTotal == 2; }));
    QCOMPARE(bench.count(State::Done), 2);
    QVERIFY(bench.reading.calls.isEmpty());
}

void EngineColumns::takingAChangeBackBeforeItIsReadCostsNothing()
{
    EngineBench bench;
    readTwo(bench);
    bench.core->setColumns({one, column(u"two"_s, u"Something else?"_s), three});
    QVERIFY(bench.wait([&] { return bench.count(State::QueuedForReading) == 2; }));
    bench.core->setColumns({one, two});
    QVERIFY(bench.wait([&] { return bench.count(State::Done) == 2; }));
    runOn(bench);
    QVERIFY(bench.reading.calls.isEmpty());
}

void EngineColumns::aDecisionIsShownAndCanBeTakenBack()
{
    EngineBench bench;
    readTwo(bench);
    const Cell answer = stored(bench, A).at(0);
    Cell rejected = answer;
    rejected.decision = Decision::Rejected;
    bench.core->decide(bench.id(A), rejected);
    QVERIFY(bench.wait([&] {
        return bench.row(A).decisions.value(u"one"_s) == CellDecision{Decision::Rejected, true};
    }));
    QVERIFY(bench.row(B).decisions.isEmpty());
    bench.core->decide(bench.id(A), answer);
    QVERIFY(bench.wait([&] { return bench.row(A).decisions.isEmpty(); }));
    QCOMPARE(stored(bench, A).at(0), answer);
}

void EngineColumns::whatTheUserQuotesIsLookedUpOnThePage()
{
    EngineBench bench;
    readTwo(bench);
    Cell edited = stored(bench, A).at(0);
    const QString onPage = edited.quotes.first().text;
    edited.decision = Decision::Edited;
    edited.quotes = {Quote{.text = u"words that stand nowhere"_s}};
    bench.core->decide(bench.id(A), edited);
    QVERIFY(bench.wait([&] { return stored(bench, A).at(0).quotes.first().state == QuoteState::NotFound; }));
    edited.quotes = {Quote{.text = onPage}};
    bench.core->decide(bench.id(A), edited);
    QVERIFY(bench.wait([&] { return stored(bench, A).at(0).quotes.first().state == QuoteState::Proven; }));
    QVERIFY(bench.wait([&] { return bench.row(A).cellStates.value(u"one"_s) == CellState::Proven; }));
}

void EngineColumns::whatTheUserDecidedStaysWhenItsColumnIsReadAgain()
{
    EngineBench bench;
    readTwo(bench);
    Cell edited = stored(bench, A).at(1);
    edited.decision = Decision::Edited;
    edited.value = u"mine"_s;
    bench.core->decide(bench.id(A), edited);
    QVERIFY(bench.wait([&] { return bench.row(A).values.value(u"two"_s) == u"mine"_s; }));
    bench.core->setColumns({one, column(u"two"_s, u"Something else?"_s)});
    runOn(bench);
    QCOMPARE(bench.reading.asked.value(A).size(), 1);
    QVERIFY(bench.wait([&] { return bench.row(A).values.value(u"two"_s) == u"mine"_s; }));
    QCOMPARE(stored(bench, A).at(1).decision, Decision::Edited);
    QCOMPARE(stored(bench, A).at(0).quotes.first().state, QuoteState::Proven);
    bench.restart(); // and the answered question is remembered beside the decision
    QVERIFY(bench.wait([&] { return bench.count(State::Done) == 2; }));
}

void EngineColumns::cellsColumnsAndPapersAreReadAgainOnRequest()
{
    EngineBench bench;
    readTwo(bench);
    const QString both = u"one: First?|two: Second?"_s;
    bench.core->readAgain({bench.id(A)}, {u"one"_s});
    QVERIFY(bench.finish());
    QCOMPARE(bench.reading.asked.value(A), requests({{u"one: First?"_s}}));
    QVERIFY(!bench.reading.asked.contains(B));
    bench.summary.reset();
    bench.core->readAgain({}, {u"two"_s});
    QVERIFY(bench.finish());
    QCOMPARE(bench.reading.asked.value(A).last(), QStringList{u"two: Second?"_s});
    QCOMPARE(bench.reading.asked.value(B).last(), QStringList{u"two: Second?"_s});
    bench.summary.reset();
    bench.core->readAgain({bench.id(B)}, {});
    QVERIFY(bench.finish());
    QCOMPARE(bench.reading.asked.value(B).last().join(u'|'), both);
    QCOMPARE(bench.count(State::Done), 2);
}

void EngineColumns::aKillBeforeTheNewColumnIsReadLosesNothing()
{
    EngineBench bench;
    readTwo(bench);
    bench.reading.hold = true;
    bench.core->setColumns({one, two, three});
    bench.core->start();
    QVERIFY(bench.wait([&] { return bench.count(State::Reading) == 2; }));
    bench.kill();
    bench.reading.hold = false;
    bench.restart();
    QVERIFY(bench.wait([&] { return bench.count(State::QueuedForReading) == 2; }));
    runOn(bench);
    QCOMPARE(bench.reading.recovered, 2);
    QCOMPARE(bench.reading.asked.value(A), requests({{u"three: Third?"_s}, {u"three: Third?"_s}})); // sent, looked up
    QCOMPARE(bench.row(A).values.size(), 3);
}

void EngineColumns::anAnswerOnItsWayBelongsToTheQuestionThatWasAsked()
{
    EngineBench bench;
    readTwo(bench);
    bench.reading.hold = true;
    bench.core->setColumns({one, two, three});
    bench.core->start();
    QVERIFY(bench.wait([&] { return bench.count(State::Reading) == 2; }));
    const quint64 shown = bench.last().revision;
    bench.core->setColumns({one, two, column(u"three"_s, u"Third, exactly?"_s)});
    QVERIFY(bench.wait([&] { return bench.last().revision > shown + 1; })); // it is on disk
    bench.kill();                                                           // the call in the file says what it asked
    bench.reading.hold = false;
    bench.reading.asked.clear();
    bench.restart();
    QVERIFY(bench.wait([&] { return bench.count(State::QueuedForReading) == 2; }));
    runOn(bench);
    QCOMPARE(bench.reading.asked.value(A), requests({{u"three: Third?"_s}, {u"three: Third, exactly?"_s}}));
}

void EngineColumns::aColumnAddedDuringTheRunIsReadAfterTheAnswerOnItsWay()
{
    EngineBench bench;
    bench.reading.hold = true;
    bench.core->setColumns({one});
    bench.add({A, B});
    bench.core->start();
    QVERIFY(bench.wait([&] { return bench.count(State::Reading) == 2; }));
    bench.core->setColumns({one, two});
    bench.reader->release();
    QVERIFY(bench.finish());
    QCOMPARE(bench.reading.asked.value(A), requests({{u"one: First?"_s}, {u"two: Second?"_s}}));
    QCOMPARE(bench.row(B).values.size(), 2);
    QCOMPARE(bench.summary->done, 2);
}

void EngineColumns::aBatchPutsTheSameQuestionsToAllItsPapers()
{
    EngineBench bench;
    bench.reading.traits.batches = true;
    bench.reading.traits.batchLimit = 100;
    bench.set(u"read.workers"_s, u"1"_s);
    readTwo(bench);
    bench.core->setColumns({one, two, three});
    bench.add({u"C"_s, u"D"_s});
    bench.core->start();
    QVERIFY(bench.finish());
    QCOMPARE(bench.summary->done, 4);
    QCOMPARE(bench.reading.asked.value(A), requests({{u"three: Third?"_s}}));
    QCOMPARE(bench.reading.asked.value(u"C"_s), requests({{u"one: First?"_s, u"two: Second?"_s, u"three: Third?"_s}}));
}

void EngineColumns::anotherDocumentIsReadForAllColumns()
{
    EngineBench bench;
    readTwo(bench);
    bench.fetching.contents.insert(A, u"another document"_s);
    bench.core->attachFile(bench.id(A), bench.folder.filePath(u"other.pdf"_s));
    QVERIFY(bench.finish());
    QCOMPARE(bench.reading.asked.value(A), requests({{u"one: First?"_s, u"two: Second?"_s}}));
}

void EngineColumns::thePriceIsThatOfTheChangeAlone()
{
    EngineBench bench;
    bench.reading.traits.free = false;
    bench.reading.usdPerPaper = 0.1;
    readTwo(bench);
    bench.add({u"C"_s});
    bench.core->price({.id = PriceAsker::Editor, .columns = {one, two, three}});
    QVERIFY(bench.wait([&] { return !bench.prices.isEmpty() && bench.prices.last().counted == 2; }));
    const PriceAnswer change = bench.prices.last();
    QCOMPARE(change.id, PriceAsker::Editor);
    QCOMPARE(change.papers, 2);
    QCOMPARE(change.toCome, 1);
    QCOMPARE(change.columns, QStringList{u"three"_s});
    QCOMPARE(change.usdMost, 0.2);
    QVERIFY(!change.free && change.usdLow > 0 && change.usdHigh >= change.usdLow);

    bench.prices.clear();
    bench.core->price({.id = PriceAsker::Proposals, .columns = {two, one}});
    QVERIFY(bench.wait([&] { return !bench.prices.isEmpty(); }));
    QCOMPARE(bench.prices.last().papers, 0);
    QCOMPARE(bench.prices.last().usdMost, 0.0);

    bench.prices.clear();
    bench.core->price({.id = PriceAsker::Again,
                       .columns = {one, two},
                       .again = true,
                       .papers = {bench.id(A)},
                       .againColumns = {u"two"_s}});
    QVERIFY(bench.wait([&] { return !bench.prices.isEmpty() && bench.prices.last().counted == 1; }));
    QCOMPARE(bench.prices.last().columns, QStringList{u"two"_s});
    QCOMPARE(bench.prices.last().usdMost, 0.1);
    QVERIFY(bench.reading.calls.isEmpty());
}

void EngineColumns::thePriceOfChosenPapersIsTheirsAloneReadOrNot()
{
    EngineBench bench;
    bench.reading.traits.free = false;
    bench.reading.usdPerPaper = 0.1;
    readTwo(bench);
    bench.set(u"read.pilot"_s, u"1"_s);
    bench.add({u"C"_s, u"D"_s});
    bench.summary.reset();
    bench.core->start();
    QVERIFY(bench.wait([&] { return bench.hasTrouble(u"read.pilot"_s) && bench.last().blocked; }));
    const QString unread = bench.state(u"C"_s) == State::Done ? u"D"_s : u"C"_s;
    bench.prices.clear();
    bench.core->price({.id = PriceAsker::Pilot,
                       .columns = {one, two},
                       .papers = {bench.id(A), bench.id(unread)},
                       .onlyPapers = true});
    QVERIFY(bench.wait([&] { return !bench.prices.isEmpty() && bench.prices.last().counted == 1; }));
    QCOMPARE(bench.prices.last().papers, 1); // A has answered
    QCOMPARE(bench.prices.last().toCome, 0);
    QCOMPARE(bench.prices.last().usdMost, 0.1);
}

void EngineColumns::aFreeReaderHasNoPrice()
{
    EngineBench bench;
    readTwo(bench);
    bench.core->price({.columns = {one, two, three}});
    QVERIFY(bench.wait([&] { return !bench.prices.isEmpty(); }));
    QVERIFY(bench.prices.last().free);
    QCOMPARE(bench.prices.last().papers, 2);
}

QTEST_GUILESS_MAIN(EngineColumns)
#include "engine_columns.moc"
