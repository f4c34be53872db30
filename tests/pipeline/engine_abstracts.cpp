// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/engine_bench.h"
#include "pipeline/results/results.h"

using namespace Qt::StringLiterals;
using namespace sheaf;
using namespace sheaf::testing;

/** Papers of which there is only an abstract: read where the user wants it, marked, and mixed with no full text. */
class EngineAbstracts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void withoutTheUsersWordItNeedsADocument();
    void aSourceThatGaveNoAnswerIsAskedAgainFirst();
    void withItTheListsAbstractIsRead();
    void papersThatWaitForADocumentAreReadOnceItIsWanted();
    void oneIsReadAtAWord();
    void itIsCountedWithNoFullText();
    void itIsNoPilotsPaper();
    void aPilotOfAbstractsAloneReadsThem();
    void aDocumentTakesItsPlace();
    void anAnswerAboutTheAbstractComesTooLate();
    void aFullTextIsFoundLaterWhereTheUserAsksForIt();
    void itsAnswersStayWhereNoneIsFound();
    void aFirstPageStaysWhereNothingElseIsFound();
    void lookingForAFullTextOutlivesAKillAndCanBeCancelled();
    void itIsKnownAfterARestart();
};

namespace {

const QString A = u"A"_s;
const QString B = u"B"_s;

const Column one{.id = u"one"_s, .name = u"One"_s, .question = u"First?"_s};

/** A has no document and an abstract, B has a document. */
void prepare(EngineBench& bench, bool readAbstracts = true)
{
    bench.set(u"read.abstracts"_s, readAbstracts ? u"true"_s : u"false"_s);
    bench.core->setColumns({one});
    bench.fetching.failures.insert(A,
                                   Failure{Stage::Acquire, u"acquire.no-open-copy"_s, u"No open copy."_s, {}, false});
    ImportPlan plan;
    for (const QString& title : {A, B}) {
        Paper paper;
        paper.title = title;
        paper.abstractText = u"We asked one hundred and twenty people how they slept, and found that those who had "
                             "slept for eight hours remembered more of a list of words than those who had slept for "
                             "four hours or had not slept at all."_s;
        plan.papers.append(paper);
    }
    bench.core->addPapers(plan);
    QVERIFY(bench.wait([&] { return bench.id(B) != 0; }));
}

bool run(EngineBench& bench)
{
    bench.summary.reset();
    bench.core->start();
    return bench.finish();
}

PaperStatus stored(const EngineBench& bench, const QString& title)
{
    const auto file = StoreReader::open(bench.project());
    const auto paper = file ? (*file)->paper(bench.id(title)) : std::nullopt;
    return paper ? paper->status : PaperStatus();
}

} // namespace

void EngineAbstracts::withoutTheUsersWordItNeedsADocument()
{
    EngineBench bench;
    prepare(bench, false);
    QVERIFY(run(bench));
    QCOMPARE(bench.state(A), State::NeedsAttention);
    QVERIFY(!bench.reading.asked.contains(A));
}

void EngineAbstracts::aSourceThatGaveNoAnswerIsAskedAgainFirst()
{
    EngineBench bench;
    prepare(bench);
    bench.fetching.failures[A].retryable = true;
    QVERIFY(run(bench));
    QCOMPARE(bench.state(A), State::NeedsAttention);
    bench.fetching.failures[A].retryable = false;
    bench.summary.reset();
    bench.core->retryPapers({});
    QVERIFY(bench.finish());
    QVERIFY(bench.row(A).isAbstractOnly());
}

void EngineAbstracts::withItTheListsAbstractIsRead()
{
    EngineBench bench;
    prepare(bench);
    QVERIFY(run(bench));
    QCOMPARE(bench.state(A), State::Done);
    QVERIFY(bench.row(A).isAbstractOnly());
    QVERIFY(!bench.row(A).failure);
    QVERIFY(bench.row(A).values.value(u"one"_s).contains(u"one hundred and twenty people"_s));
    QCOMPARE(bench.row(B).basis, TextBasis::FullText);
    const auto file = StoreReader::open(bench.project());
    QVERIFY(std::ranges::any_of((*file)->history(bench.id(A)), [](const HistoryEntry& entry) {
        return entry.text.startsWith(u"No open copy."_s) && entry.text.contains(u"abstract"_s);
    }));
    const QVector<ResultRow> rows = resultRows(**file, {});
    QCOMPARE(rows.at(0).basis, TextBasis::AbstractOnly);
    QCOMPARE(rows.at(1).basis, TextBasis::FullText);
}

void EngineAbstracts::papersThatWaitForADocumentAreReadOnceItIsWanted()
{
    EngineBench bench;
    prepare(bench, false);
    QVERIFY(run(bench));
    QCOMPARE(bench.state(A), State::NeedsAttention);
    bench.set(u"read.abstracts"_s, u"true"_s);
    QVERIFY(bench.wait([&] { return bench.state(A) == State::QueuedForReading; }));
    QVERIFY(!bench.reading.asked.contains(A)); // nothing is sent before Start
    QVERIFY(run(bench));
    QCOMPARE(bench.state(A), State::Done);
    QVERIFY(bench.row(A).isAbstractOnly() && !bench.row(A).failure);
}

void EngineAbstracts::oneIsReadAtAWord()
{
    EngineBench bench;
    prepare(bench, false);
    QVERIFY(run(bench));
    bench.summary.reset();
    bench.core->readAbstract(bench.id(A)); // a button
    QVERIFY(bench.finish());
    QCOMPARE(bench.state(A), State::Done);
    QVERIFY(bench.row(A).isAbstractOnly() && !bench.row(A).failure);
    bench.core->readAbstract(bench.id(B)); // which has a document
    QCOMPARE(bench.row(B).basis, TextBasis::FullText);
}

void EngineAbstracts::itIsCountedWithNoFullText()
{
    EngineBench bench;
    bench.second.traits.model = u"another"_s;
    bench.set(u"second.kind"_s, u"openai"_s);
    bench.second.values = {{A, u"this"_s}, {B, u"that"_s}};
    bench.reading.values = {{A, u"something"_s}, {B, u"something"_s}};
    prepare(bench);
    QVERIFY(run(bench));
    QVERIFY(bench.wait([&] { return bench.row(A).differs(u"one"_s) && bench.row(B).differs(u"one"_s); }));
    const Totals totals = bench.last().totals;
    QCOMPARE(bench.row(A).valuesTotal, 1); // it has its own
    QCOMPARE(totals.valuesTotal, 1);
    QCOMPARE(totals.valuesProven, 1);
    QCOMPARE(totals.abstractOnly, 1);
    QCOMPARE(totals.compared, 1);
    QCOMPARE(totals.differing, 1);
    QCOMPARE(bench.last().strip.acquired, 1);
    QCOMPARE(bench.last().strip.notFound, 1);
    const auto agreements = columnAgreements(**StoreReader::open(bench.project()));
    QCOMPARE(agreements.first().tally.compared(), 1);
}

void EngineAbstracts::itIsNoPilotsPaper()
{
    EngineBench bench;
    bench.set(u"read.pilot"_s, u"1"_s);
    prepare(bench);
    bench.core->start();
    QVERIFY(bench.wait([&] { return bench.hasTrouble(u"read.pilot"_s) && bench.last().blocked; }));
    QCOMPARE(bench.last().pilot, QVector<PaperId>{bench.id(B)});
    QCOMPARE(bench.state(A), State::QueuedForReading);
    bench.set(u"read.pilot"_s, u"0"_s);
    QVERIFY(bench.finish());
    QCOMPARE(bench.state(A), State::Done);
}

void EngineAbstracts::aPilotOfAbstractsAloneReadsThem()
{
    EngineBench bench;
    bench.set(u"read.pilot"_s, u"1"_s);
    bench.fetching.failures.insert(B, Failure{Stage::Acquire, u"acquire.not-a-pdf"_s, u"A page."_s, {}, false});
    prepare(bench);
    bench.core->start();
    QVERIFY(bench.wait([&] { return bench.hasTrouble(u"read.pilot"_s) && bench.last().blocked; }));
    QCOMPARE(bench.last().pilot.size(), 1);
    QCOMPARE(bench.count(State::Done), 1);
}

void EngineAbstracts::aDocumentTakesItsPlace()
{
    EngineBench bench;
    prepare(bench);
    QVERIFY(run(bench));
    bench.fetching.failures.clear();
    bench.summary.reset();
    bench.core->attachFile(bench.id(A), bench.folder.filePath(u"a.pdf"_s));
    QVERIFY(bench.finish());
    QCOMPARE(bench.row(A).basis, TextBasis::FullText);
    QCOMPARE(bench.reading.asked.value(A).size(), 2);
    QVERIFY(bench.wait([&] { return bench.last().totals.valuesTotal == 2; }));
    QCOMPARE(bench.last().totals.abstractOnly, 0);
}

/** The abstract is being read when the user brings the paper. */
void EngineAbstracts::anAnswerAboutTheAbstractComesTooLate()
{
    EngineBench bench;
    prepare(bench);
    bench.reading.hold = true;
    bench.core->start();
    QVERIFY(bench.wait([&] { return bench.state(A) == State::Reading && bench.state(B) == State::Reading; }));
    bench.fetching.failures.clear();
    bench.core->attachFile(bench.id(A), bench.folder.filePath(u"a.pdf"_s));
    QVERIFY(bench.wait([&] { return bench.row(A).basis == TextBasis::FullText; }));
    bench.reader->release();
    QVERIFY(bench.finish());
    QCOMPARE(bench.state(A), State::Done);
    QCOMPARE(bench.row(A).basis, TextBasis::FullText);
    QCOMPARE(bench.reading.asked.value(A).size(), 2);
    QVERIFY(bench.row(A).values.value(u"one"_s).contains(u"ten samples"_s));
}

void EngineAbstracts::aFullTextIsFoundLaterWhereTheUserAsksForIt()
{
    EngineBench bench;
    prepare(bench);
    QVERIFY(run(bench));
    bench.fetching.failures.clear();
    bench.reading.hold = true;
    bench.summary.reset();
    bench.core->findFullText({bench.id(A), bench.id(B)});
    QVERIFY(bench.wait([&] { return bench.state(A) == State::Reading; }));
    QVERIFY(bench.row(A).values.value(u"one"_s).contains(u"one hundred and twenty people"_s)); // still
    bench.reader->release();
    QVERIFY(bench.finish());
    QCOMPARE(bench.row(A).basis, TextBasis::FullText);
    QVERIFY(bench.wait([&] { return bench.row(A).values.value(u"one"_s).contains(u"ten samples"_s); }));
    QCOMPARE(bench.reading.asked.value(A).size(), 2);
    QCOMPARE(bench.reading.asked.value(B).size(), 1); // it had one
    QCOMPARE(bench.sumsWrong(), 0);
}

void EngineAbstracts::itsAnswersStayWhereNoneIsFound()
{
    EngineBench bench;
    prepare(bench);
    QVERIFY(run(bench));
    bench.set(u"read.abstracts"_s, u"false"_s); // which is about papers that have not been read
    bench.summary.reset();
    bench.core->findFullText({bench.id(A)});
    QVERIFY(bench.finish());
    QCOMPARE(bench.state(A), State::Done);
    QVERIFY(bench.row(A).isAbstractOnly() && !bench.row(A).failure);
    QVERIFY(bench.row(A).values.value(u"one"_s).contains(u"one hundred and twenty people"_s));
    QCOMPARE(bench.reading.asked.value(A).size(), 1);
    QCOMPARE(bench.fetching.started, 3);
}

void EngineAbstracts::aFirstPageStaysWhereNothingElseIsFound()
{
    EngineBench bench;
    bench.core->setColumns({one});
    ImportPlan plan;
    Paper paper;
    paper.title = A;
    paper.pages = u"1-12"_s; // of which its document has one
    plan.papers = {paper};
    bench.core->addPapers(plan);
    QVERIFY(run(bench));
    QVERIFY(bench.row(A).isAbstractOnly());
    const PaperStatus before = stored(bench, A);
    for (const bool sameAgain : {true, false}) {
        if (!sameAgain)
            bench.fetching.failures.insert(
                A, Failure{Stage::Acquire, u"acquire.no-open-copy"_s, u"No open copy."_s, {}, false});
        bench.summary.reset();
        bench.core->findFullText({bench.id(A)});
        QVERIFY(bench.finish());
        QCOMPARE(bench.state(A), State::Done);
        QVERIFY(bench.row(A).isAbstractOnly() && !bench.row(A).failure);
        QCOMPARE(stored(bench, A).conversionKey, before.conversionKey);
        QCOMPARE(stored(bench, A).filePath, before.filePath);
    }
    QCOMPARE(bench.reading.asked.value(A).size(), 1);
}

void EngineAbstracts::lookingForAFullTextOutlivesAKillAndCanBeCancelled()
{
    EngineBench bench;
    prepare(bench);
    QVERIFY(run(bench));
    bench.fetching.hold = true;
    bench.core->findFullText({bench.id(A)});
    QVERIFY(bench.wait([&] { return bench.state(A) == State::Acquiring; }));
    bench.kill();
    bench.restart();
    QVERIFY(bench.wait([&] { return bench.id(A) != 0; }));
    bench.core->start();
    QVERIFY(bench.wait([&] { return bench.state(A) == State::Acquiring; }));
    QVERIFY(bench.row(A).isAbstractOnly());
    bench.summary.reset();
    bench.core->cancelPapers({bench.id(A)});
    QVERIFY(bench.finish());
    QCOMPARE(bench.state(A), State::Done);
    QVERIFY(bench.row(A).isAbstractOnly());
    QCOMPARE(bench.reading.asked.value(A).size(), 1);
}

void EngineAbstracts::itIsKnownAfterARestart()
{
    EngineBench bench;
    prepare(bench);
    QVERIFY(run(bench));
    QCOMPARE(stored(bench, A).basis, TextBasis::AbstractOnly);
    bench.restart();
    QVERIFY(bench.wait([&] { return bench.row(A).isAbstractOnly() && bench.last().totals.abstractOnly == 1; }));
    QCOMPARE(bench.row(B).basis, TextBasis::FullText);
}

QTEST_GUILESS_MAIN(EngineAbstracts)
#include "engine_abstracts.moc"
