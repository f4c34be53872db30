// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/engine_bench.h"

#include <QFile>
#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace sheaf;
using namespace sheaf::testing;

class EngineRun : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyPaperEndsDoneWithItsQuotesProven();
    void theSumsOfEverySnapshotAgree();
    void aFullMarkerQueueHoldsAcquisitionBack();
    void onlyAsManyWorkersWorkAsTheSettingsSay();
    void onePapersFailureTouchesNoOther();
    void theSameFileTwiceIsReadOnce();
    void whatNeedsTheUserIsHeldAndRunsOnWithAFile();
    void papersWaitForASourceAsLongAsTheRunHasOtherWork();
    void aDocumentThatAnImportBringsGoesToThePaperThatWantsOne();
    void aServiceThatIsDownPausesItsStageAndGoesOn();
    void aRefusedKeyLosesNoPaper();
    void theCapIsNeverPassed();
    void aBurstIsReadAsOneBatchAndTheRestShared();
    void aConverterThatFailedStandsInThePapersHistory();
    void aFinishedConversionComesFromTheCache();
    void whatTheListLeftOutIsFilledInFromTheDocument();
    void resultsAreExported();
    void aBundleHoldsFullTextsWithTheirAnswers();
};

namespace {

QStringList titles(int count)
{
    QStringList all;
    for (int i = 1; i <= count; ++i)
        all.append(u"Paper %1"_s.arg(i));
    return all;
}

} // namespace

void EngineRun::everyPaperEndsDoneWithItsQuotesProven()
{
    EngineBench bench;
    bench.add(titles(6));
    bench.core->start();
    QVERIFY(bench.finish());
    QCOMPARE(bench.summary->done, 6);
    QVERIFY(!bench.summary->stopped);
    const PaperRow row = bench.row(u"Paper 3"_s);
    QCOMPARE(row.state, State::Done);
    QCOMPARE(row.validation, u"passed"_s);
    QCOMPARE(row.quotesProven, int(defaultColumns().size()));
    QCOMPARE(row.quotesTotal, row.quotesProven);
    QCOMPARE(row.cellStates.value(u"methodology"_s), CellState::Proven);
    QCOMPARE(bench.last().run, RunState::Idle);
}

void EngineRun::theSumsOfEverySnapshotAgree()
{
    EngineBench bench;
    bench.fetching.failures.insert(u"Paper 2"_s, {Stage::Acquire, u"http.500"_s, u"No."_s, {}, true});
    bench.add(titles(30));
    bench.core->start();
    QVERIFY(bench.finish());
    QCOMPARE(bench.sumsWrong(), 0);
    QCOMPARE(bench.last().strip.papers, 30);
    QCOMPARE(bench.last().strip.finished, 30);
}

void EngineRun::aFullMarkerQueueHoldsAcquisitionBack()
{
    EngineBench bench;
    bench.set(u"queue.marker.papers"_s, u"2"_s);
    bench.set(u"convert.workers"_s, u"1"_s);
    bench.set(u"acquire.parallel"_s, u"3"_s);
    bench.converter->hold(true);
    bench.add(titles(20));
    bench.core->start();
    // One is converted, two wait, three are fetched and held back; nobody fetches more.
    QVERIFY(bench.wait([&] { return bench.fetching.started == 6 && bench.last().strip.heldBack; }));
    QTest::qWait(50);
    QCOMPARE(bench.fetching.started, 6);
    QCOMPARE(bench.last().strip.markerPapers, 2);
    bench.converter->hold(false);
    QVERIFY(bench.finish());
    QCOMPARE(bench.summary->done, 20);
    QCOMPARE(bench.mostMarkerPapers, 2);
    QVERIFY(bench.fetching.most <= 3);
}

void EngineRun::onlyAsManyWorkersWorkAsTheSettingsSay()
{
    EngineBench bench;
    bench.set(u"convert.workers"_s, u"3"_s);
    bench.converter->hold(true);
    bench.add(titles(12));
    bench.core->start();
    QVERIFY(bench.wait([&] { return bench.converter->running == 3; }));
    bench.set(u"convert.workers"_s, u"5"_s); // takes effect while running
    QVERIFY(bench.wait([&] { return bench.converter->running == 5; }));
    QVERIFY(bench.wait([&] { return bench.count(State::Converting) == 5; }));
    bench.converter->hold(false);
    QVERIFY(bench.finish());
    QCOMPARE(bench.converter->most.load(), 5);
}

void EngineRun::onePapersFailureTouchesNoOther()
{
    EngineBench bench;
    bench.fetching.failures.insert(u"Paper 1"_s, {Stage::Acquire, u"http.404"_s, u"Not there."_s, {}, false});
    bench.reading.failures.insert(u"Paper 2"_s, {Stage::Read, u"read.schema"_s, u"No answer."_s, {}, true});
    bench.add(titles(4));
    bench.core->start();
    QVERIFY(bench.finish());
    QCOMPARE(bench.summary->done, 2);
    QCOMPARE(bench.summary->failed, 2);
    QCOMPARE(bench.row(u"Paper 1"_s).failure->code, u"http.404"_s);
    QCOMPARE(bench.row(u"Paper 2"_s).failure->stage, Stage::Read);

    bench.fetching.failures.clear();
    bench.reading.failures.clear();
    bench.summary.reset();
    bench.core->retryPapers({});
    QVERIFY(bench.finish());
    QCOMPARE(bench.summary->done, 4);
    QVERIFY(!bench.row(u"Paper 1"_s).failure);
    QCOMPARE(bench.converter->calls.load(), 4); // Paper 2 kept its conversion
}

void EngineRun::theSameFileTwiceIsReadOnce()
{
    EngineBench bench;
    bench.fetching.contents = {{u"Paper 1"_s, u"same"_s}, {u"Paper 2"_s, u"same"_s}};
    bench.add(titles(3));
    bench.core->start();
    QVERIFY(bench.finish());
    QCOMPARE(bench.summary->done, 2);
    QCOMPARE(bench.summary->skipped, 1);
    const PaperRow first = bench.row(u"Paper 1"_s), second = bench.row(u"Paper 2"_s);
    const PaperRow& skipped = first.state == State::Skipped ? first : second;
    const PaperRow& kept = first.state == State::Skipped ? second : first;
    QCOMPARE(skipped.duplicateOf, kept.id);
    QVERIFY(!skipped.duplicateReason.isEmpty());
}

void EngineRun::whatNeedsTheUserIsHeldAndRunsOnWithAFile()
{
    EngineBench bench;
    bench.fetching.failures.insert(u"Paper 1"_s,
                                   {Stage::Acquire, u"acquire.no-open-copy"_s, u"No open copy."_s, {}, false});
    bench.add(titles(2));
    bench.core->start();
    QVERIFY(bench.finish());
    QCOMPARE(bench.state(u"Paper 1"_s), State::NeedsAttention);
    QCOMPARE(bench.summary->held, 1);
    bench.fetching.failures.clear();
    bench.summary.reset();
    bench.core->attachFile(bench.id(u"Paper 1"_s), u"/somewhere/paper.pdf"_s);
    QVERIFY(bench.finish());
    QCOMPARE(bench.state(u"Paper 1"_s), State::Done);
}

void EngineRun::papersWaitForASourceAsLongAsTheRunHasOtherWork()
{
    EngineBench bench;
    bench.set(u"acquire.patience.seconds"_s, u"0"_s);
    bench.fetching.failures.insert(u"Paper 1"_s,
                                   {Stage::Acquire, u"acquire.no-answer"_s, u"No copy yet."_s, u"Europe PMC"_s, true});
    bench.converter->hold(true);
    bench.add(titles(3));
    bench.core->start();
    QVERIFY(bench.wait([&] { return bench.hasTrouble(u"acquire.no-answer"_s); }));
    QCOMPARE(bench.state(u"Paper 1"_s), State::Waiting);
    QVERIFY(!bench.last().blocked);
    QVERIFY(!bench.summary);
    bench.core->retryTrouble(); // while there is other work, a try that fails gives nobody up
    QVERIFY(bench.wait([&] { return bench.fetching.started == 4; }));
    QVERIFY(bench.wait([&] { return bench.hasTrouble(u"acquire.no-answer"_s); }));
    QVERIFY(!bench.summary);
    bench.converter->hold(false);
    QVERIFY(bench.finish());
    QCOMPARE(bench.count(State::Done), 2);
    QCOMPARE(bench.state(u"Paper 1"_s), State::NeedsAttention);
    QVERIFY(!bench.hasTrouble(u"acquire.no-answer"_s));
    QCOMPARE(bench.sumsWrong(), 0);
}

void EngineRun::aDocumentThatAnImportBringsGoesToThePaperThatWantsOne()
{
    EngineBench bench;
    bench.fetching.failures.insert(u"Paper 1"_s,
                                   {Stage::Acquire, u"acquire.no-open-copy"_s, u"No open copy."_s, {}, false});
    bench.add(titles(2));
    bench.core->start();
    QVERIFY(bench.finish());
    const auto existing = existingPapers(bench.project());
    QVERIFY(existing);
    QCOMPARE(existing->wantFile, QSet<PaperId>{bench.id(u"Paper 1"_s)});
    bench.fetching.failures.clear();
    bench.summary.reset();
    ImportPlan plan;
    for (const QString& title : titles(2))
        plan.duplicates.append({-1, bench.id(title), Paper(), u"same title"_s, u"/somewhere/"_s + title});
    bench.core->addPapers(plan);
    QVERIFY(bench.finish());
    QCOMPARE(bench.state(u"Paper 1"_s), State::Done);
    QCOMPARE(bench.converter->calls.load(), 2); // Paper 2 keeps the document that it has
    QCOMPARE(bench.last().totals.papers, 2);
}

void EngineRun::aServiceThatIsDownPausesItsStageAndGoesOn()
{
    EngineBench bench;
    bench.converter->failWith(Failure{Stage::Convert, u"convert.service-down"_s, u"It is down."_s, {}, true});
    bench.add(titles(8));
    bench.core->start();
    QVERIFY(bench.wait([&] { return bench.hasTrouble(u"convert.service-down"_s); }));
    QCOMPARE(bench.last().troubles.size(), 1);
    QCOMPARE(bench.count(State::Failed), 0);
    bench.converter->failWith({});
    bench.core->retryTrouble();
    QVERIFY(bench.finish());
    QCOMPARE(bench.summary->done, 8);
    QVERIFY(bench.last().troubles.isEmpty());
}

void EngineRun::aRefusedKeyLosesNoPaper()
{
    EngineBench bench;
    bench.reading.stageWide = Failure{Stage::Read, u"read.key"_s, u"The key was refused."_s, {}, false};
    bench.add(titles(5));
    bench.core->start();
    QVERIFY(bench.wait([&] { return bench.hasTrouble(u"read.key"_s) && bench.count(State::QueuedForReading) == 5; }));
    bench.reading.stageWide.reset();
    bench.set(u"read.max.tokens"_s, u"5000"_s); // any new settings are tried
    QVERIFY(bench.finish());
    QCOMPARE(bench.summary->done, 5);
}

void EngineRun::theCapIsNeverPassed()
{
    EngineBench bench;
    bench.reading.traits.free = false;
    bench.reading.usdPerPaper = 0.4;
    bench.set(u"read.cap.usd"_s, u"1"_s);
    bench.add(titles(5));
    bench.core->start();
    QVERIFY(bench.wait([&] { return bench.count(State::Done) == 2 && bench.hasTrouble(u"read.cap"_s); }));
    QCOMPARE(bench.reading.answered.size(), 2);
    QVERIFY(bench.last().strip.spentUsd + bench.last().strip.committedUsd <= 1.0);
    bench.set(u"read.cap.usd"_s, u"10"_s);
    QVERIFY(bench.finish());
    QCOMPARE(bench.summary->done, 5);
    QCOMPARE(bench.last().strip.spentUsd, 2.0);
    QCOMPARE(bench.last().strip.committedUsd, 0.0);
}

void EngineRun::aBurstIsReadAsOneBatchAndTheRestShared()
{
    EngineBench bench;
    bench.reading.traits.batches = true;
    bench.reading.traits.batchLimit = 100;
    bench.reading.hold = true;
    bench.converter->hold(true);
    bench.fetching.contents.clear();
    bench.add(titles(12));
    bench.core->start();
    QVERIFY(bench.wait([&] { return bench.converter->running == 4; }));
    bench.converter->hold(false);
    QVERIFY(bench.wait([&] { return bench.count(State::Reading) == 12; }));
    QCOMPARE(bench.reading.calls.first(), 1); // the very first one waits for nobody
    QCOMPARE(bench.reading.modes.first(), ReadMode::Single);
    QVERIFY(bench.reading.calls.size() <= 4);
    bench.reader->release();
    QVERIFY(bench.finish());
    QCOMPARE(bench.summary->done, 12);
}

void EngineRun::whatTheListLeftOutIsFilledInFromTheDocument()
{
    EngineBench bench;
    bench.converter->metadata = {
        {u"id"_s, u"paper"_s},
        {u"type"_s, u"article-journal"_s},
        {u"title"_s, u"Another wording of the title"_s},
        {u"author"_s, QJsonArray{QJsonObject{{u"family"_s, u"Okafor"_s}, {u"given"_s, u"Tobias"_s}}}},
        {u"issued"_s, QJsonObject{{u"date-parts"_s, QJsonArray{QJsonArray{2019}}}}}};
    bench.add(titles(1));
    bench.core->start();
    QVERIFY(bench.finish());
    const PaperRow row = bench.row(u"Paper 1"_s); // the list's own title stays
    QCOMPARE(row.authors, u"Okafor"_s);
    QCOMPARE(row.year, 2019);
    const auto file = StoreReader::open(bench.project());
    QVERIFY(file.has_value());
    const auto notes = (*file)->history(row.id);
    QVERIFY(
        std::ranges::any_of(notes, [](const HistoryEntry& entry) { return entry.text.contains("authors, year"_L1); }));
}

void EngineRun::aConverterThatFailedStandsInThePapersHistory()
{
    EngineBench bench;
    bench.converter->skipped = Failure{Stage::Convert, u"convert.failed"_s, u"It could not."_s, {}, false};
    bench.add(titles(1));
    bench.core->start();
    QVERIFY(bench.finish());
    const auto file = StoreReader::open(bench.project());
    QVERIFY(file.has_value());
    const auto notes = (*file)->history(bench.row(u"Paper 1"_s).id);
    QVERIFY(std::ranges::any_of(
        notes, [](const HistoryEntry& entry) { return entry.text.contains("first: It could not."_L1); }));
}

void EngineRun::aFinishedConversionComesFromTheCache()
{
    EngineBench bench;
    bench.add(titles(3));
    bench.core->start();
    QVERIFY(bench.finish());
    bench.core->removePapers({bench.id(u"Paper 1"_s), bench.id(u"Paper 2"_s), bench.id(u"Paper 3"_s)});
    bench.summary.reset();
    bench.add(titles(3));
    bench.core->start();
    QVERIFY(bench.finish());
    QCOMPARE(bench.summary->done, 3);
    QCOMPARE(bench.converter->calls.load(), 3);
}

void EngineRun::resultsAreExported()
{
    EngineBench bench;
    bench.add(titles(2));
    bench.core->start();
    QVERIFY(bench.finish());
    std::optional<Failure> failure;
    bool exported = false;
    connect(bench.core.get(), &EngineCore::exported, this, [&](const QString&, const std::optional<Failure>& f) {
        failure = f;
        exported = true;
    });
    const QString path = bench.folder.filePath(u"out.csv"_s);
    bench.core->exportTo(path, {});
    QVERIFY(bench.wait([&] { return exported; }));
    QVERIFY(!failure);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("Paper 2"));
    exported = false;
    bench.core->exportTo(bench.folder.filePath(u"out.nonsense"_s), {});
    QVERIFY(bench.wait([&] { return exported; }));
    QCOMPARE(failure->code, u"export.format"_s);
}

void EngineRun::aBundleHoldsFullTextsWithTheirAnswers()
{
    EngineBench bench;
    bench.add(titles(2));
    bench.core->start();
    QVERIFY(bench.finish());
    QStringList done;
    connect(bench.core.get(), &EngineCore::exported, this, [&](const QString& path, const auto& failure) {
        QVERIFY2(!failure, failure ? qPrintable(failure->message) : "");
        done.append(path);
    });
    const QString folder = bench.folder.filePath(u"bundle"_s), zip = bench.folder.filePath(u"bundle.zip"_s);
    bench.core->exportTo(folder, {.format = u"bundle"_s, .papers = {bench.id(u"Paper 2"_s)}});
    bench.core->exportTo(zip, {});
    QVERIFY(bench.wait([&] { return done.size() == 2; }));
    const auto text = [&](const QString& name) {
        QFile file(folder + u'/' + name);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    };
    QVERIFY(text(u"index.md"_s).contains(u"[Paper 2](<papers/0002-paper-2.md>)"_s));
    QVERIFY(!text(u"index.md"_s).contains(u"Paper 1"_s));
    const QString paper = text(u"papers/0002-paper-2.md"_s);
    QVERIFY(paper.contains(u"proven"_s) && paper.contains(u"\n---\n"_s));
    QFile packed(zip);
    QVERIFY(packed.open(QIODevice::ReadOnly));
    const QByteArray bytes = packed.readAll();
    QVERIFY(bytes.startsWith("PK") && bytes.contains("papers/0001-paper-1.md") && bytes.contains("index.md"));
}

QTEST_GUILESS_MAIN(EngineRun)
#include "engine_run.moc"
