// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/anthropic/anthropic_reader.h"
#include "reading.h"
#include "servers/anthropic_server.h"
#include "testing/patience.h"

#include <QDateTime>

using namespace sheaf;
using namespace sheaf::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/** Batches, against a server that is as bad as the test says: each request ends with its reason, nothing is paid twice.
 */
class AnthropicBatches : public QObject
{
    Q_OBJECT

    std::unique_ptr<AnthropicServer> m_server;
    HttpClient m_http;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Reader> m_reader;

    std::unique_ptr<Reader> make(const BatchLimits& limits = {}, const QString& pricesFile = {})
    {
        Settings settings;
        settings.set(u"read.kind"_s, u"anthropic"_s).value();
        settings.set(u"read.url"_s, m_server->url().toString()).value();
        settings.set(u"read.poll.seconds"_s, u"1"_s).value();
        ReaderTuning tuning;
        tuning.timing = {.attempts = 3, .obeyedWaits = 4, .firstDelay = 5ms, .maxDelay = 20ms, .longestWait = 2s};
        tuning.limits = limits;
        tuning.pricesFile = pricesFile;
        if (!pricesFile.isEmpty())
            settings.set(u"read.model"_s, u"small"_s).value();
        tuning.settle = 300ms;
        tuning.cancelWait = 500ms;
        return std::move(AnthropicReader::make({settings, testKey, m_folder->path()}, m_http, tuning).value());
    }

    Ending read(const QVector<ReadRequest>& requests)
    {
        CallWatch watch(m_reader->start(u"call1"_s, requests, ReadMode::Batch));
        return watch.wait();
    }

    bool paidOnceEach(int count)
    {
        const auto paid = m_server->paid();
        return paid.size() == count && std::ranges::all_of(paid, [](int times) { return times == 1; });
    }

    qsizetype fetches() const
    {
        const auto requests = m_server->http().requests(u"/v1/messages/batches/msgbatch"_s);
        return std::ranges::count_if(requests, [](const auto& r) { return r.path.endsWith(u"/results"_s); });
    }

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<AnthropicServer>();
        m_folder = std::make_unique<QTemporaryDir>();
        m_reader = make();
    }

    void aBatchIsMadePolledAndFetchedOnce()
    {
        m_server->behave({.pollsUntilEnd = 3});
        CallWatch watch(m_reader->start(u"call1"_s, papers(5), ReadMode::Batch));
        const Ending ending = watch.wait();
        QVERIFY(ending.allAnswered());
        QCOMPARE(ending.outcomes.size(), 5);
        QCOMPARE(watch.remoteIds, QStringList{u"msgbatch_0"_s});
        QCOMPARE(m_server->batchCount(), 1);
        QCOMPARE(fetches(), 1);
        for (const ReadOutcome& outcome : ending.outcomes)
            QVERIFY(outcome.record->first().value.toString().contains(u"We measured"_s));
    }

    void aBatchCostsHalf()
    {
        const double batch = read(papers(1)).outcomes.first().usage.costUsd;
        CallWatch single(m_reader->start(u"call2"_s, papers(1), ReadMode::Single));
        QCOMPARE(batch * 2, single.wait().outcomes.first().usage.costUsd);
    }

    void theCostNeverPassesTheEstimate()
    {
        const ReadRequest request = paper(u"p0"_s, 40);
        m_server->behave({.texts = {u"nothing"_s}}); // with a repair
        const Ending ending = read({request});
        QVERIFY(ending.allAnswered());
        QVERIFY(!m_server->http().requests(u"/v1/messages/batches"_s).first().body.contains("cache_control"));
        const ReadEstimate estimate = m_reader->estimate(request, ReadMode::Batch);
        QVERIFY(ending.outcomes.first().usage.costUsd <= estimate.usdHigh);
        QVERIFY(estimate.usdLow < estimate.usdHigh);
    }

    void eachResultThatIsNotAnAnswerHasItsReason()
    {
        m_server->behave({.missing = {u"r-p0"_s},
                          .repeated = {u"r-p1"_s},
                          .errored = {u"r-p2"_s},
                          .expired = {u"r-p3"_s},
                          .canceled = {u"r-p4"_s}});
        const Ending ending = read(papers(6));
        QCOMPARE(ending.outcomes.size(), 6);
        QCOMPARE(ending.code(u"r-p0"_s), u"read.missing"_s);
        QCOMPARE(ending.code(u"r-p1"_s), QString());
        QCOMPARE(ending.code(u"r-p2"_s), u"read.errored"_s);
        QCOMPARE(ending.code(u"r-p3"_s), u"read.expired"_s);
        QCOMPARE(ending.code(u"r-p4"_s), u"read.canceled"_s);
        QCOMPARE(ending.code(u"r-p5"_s), QString());
        QVERIFY(ending.of(u"r-p2"_s).record.error().retryable);
        QVERIFY(!ending.stageWide);
    }

    void aFailureForEverybodyInsideResultsStopsTheStage()
    {
        m_server->behave({.errored = {u"r-p0"_s}, .errorType = u"billing_error"_s});
        const Ending ending = read(papers(2));
        QVERIFY(ending.stageWide);
        QCOMPARE(ending.stageWide->code, u"read.credit"_s);
        QCOMPARE(ending.code(u"r-p1"_s), QString()); // what was answered stays
    }

    void anAnswerOfABatchIsRepairedByASingleRequest()
    {
        m_server->behave({.texts = {u"{}"_s}});
        const Ending ending = read(papers(3));
        QVERIFY(ending.allAnswered());
        QCOMPARE(m_server->http().requests(u"/v1/messages"_s).last().path, u"/v1/messages"_s);
    }

    void aBatchWhoseIdWasLostIsFoundAndNotMadeAgain()
    {
        m_server->addForeignBatch(4);
        m_server->addForeignBatch(2);
        m_server->behave({.loseCreates = 1, .pollsUntilEnd = 1});
        // The server ends batches when it is asked for one: the foreign ones have ended before.
        CallWatch watch(m_reader->start(u"call1"_s, papers(4), ReadMode::Batch));
        QVERIFY(QTest::qWaitFor([&] { return m_server->batchCount() == 3; }, patience));
        m_server->endAll();
        const Ending ending = watch.wait();
        QVERIFY(ending.allAnswered());
        QCOMPARE(watch.remoteIds, QStringList{u"msgbatch_2"_s});
        QCOMPARE(m_server->batchCount(), 3);
        QVERIFY(paidOnceEach(4));
    }

    void aBatchIsFoundOnALaterPageOfTheList()
    {
        m_server->behave({.loseCreates = 1, .pageSize = 2});
        CallWatch watch(m_reader->start(u"call1"_s, papers(3), ReadMode::Batch));
        QVERIFY(QTest::qWaitFor([&] { return m_server->batchCount() == 1; }, patience));
        for (int i = 0; i < 5; ++i)
            m_server->addForeignBatch(7);
        m_server->endAll();
        QVERIFY(watch.wait().allAnswered());
        QVERIFY(paidOnceEach(3));
    }

    void anErrorOnCreationThatMayLieIsLookedUp()
    {
        m_server->behave({.createRefusals = {anthropicError(500, u"api_error"_s)}});
        const Ending ending = read(papers(2));
        QCOMPARE(ending.code(u"r-p0"_s), u"read.not-sent"_s); // the list shows that nothing was made
        QCOMPARE(m_server->batchCount(), 0);
        QVERIFY(!m_server->http().requests(u"/v1/messages/batches"_s).isEmpty());
    }

    void anOverloadedServiceIsAskedAgain()
    {
        m_server->behave({.createRefusals = {anthropicError(529, u"overloaded_error"_s),
                                             anthropicError(429, u"rate_limit_error"_s)}});
        QVERIFY(read(papers(2)).allAnswered());
        QCOMPARE(m_server->batchCount(), 1);
    }

    void aBatchThatWasMadeTwiceIsUsedOnce()
    {
        m_server->behave({.loseCreates = 1, .doubleCreates = 1});
        CallWatch watch(m_reader->start(u"call1"_s, papers(2), ReadMode::Batch));
        QVERIFY(QTest::qWaitFor([&] { return m_server->batchCount() == 2; }, patience));
        m_server->endAll();
        const Ending ending = watch.wait();
        QVERIFY(ending.allAnswered());
        QCOMPARE(ending.outcomes.size(), 2);
        QCOMPARE(m_server->batchCount(), 2);
    }

    void troubleWhileWaitingIsSaidAndWaitedOut()
    {
        const ServedReply down = anthropicError(500, u"api_error"_s);
        m_server->behave({.pollRefusals = {down, down, down, anthropicError(401, u"authentication_error"_s)},
                          .resultsRefusals = {down, down, down}});
        CallWatch watch(m_reader->start(u"call1"_s, papers(2), ReadMode::Batch));
        QVERIFY(watch.wait().allAnswered());
        QVERIFY(watch.troubles.contains(u"read.service"_s));
        QVERIFY(watch.troubles.contains(u"read.key"_s));
        QVERIFY(paidOnceEach(2));
    }

    void resultsThatAreCutAreFetchedAgain()
    {
        m_server->behave({.cutResults = 1});
        QVERIFY(read(papers(3)).allAnswered());
        QCOMPARE(fetches(), 2);
        m_server->behave({.cutResults = 9});
        m_reader->forget(u"call1"_s);
        const Ending ending = read(papers(3));
        QCOMPARE(ending.outcomes.size(), 3);
        QVERIFY(std::ranges::any_of(ending.outcomes, [](const ReadOutcome& o) { return o.record.has_value(); }));
        QVERIFY(!ending.allAnswered());
    }

    void resultsAreNotFetchedFromAnotherHost()
    {
        m_server->behave({.resultsHost = u"localhost"_s});
        QVERIFY(read(papers(1)).allAnswered());
        for (const ServedRequest& request : m_server->http().requests())
            QVERIFY(request.header("host").startsWith("127.0.0.1"));
    }

    void aBatchThatNeverEndsIsGivenUpWhenItsTimeIsOver()
    {
        m_server->behave(
            {.neverEnds = true, .expiresAt = QDateTime::currentDateTimeUtc().addSecs(-7200).toString(Qt::ISODate)});
        const Ending ending = read(papers(2));
        QCOMPARE(ending.code(u"r-p0"_s), u"read.expired"_s);
        QVERIFY(QTest::qWaitFor([&] { return m_server->cancelled() == QStringList{u"msgbatch_0"_s}; }, patience));
        QCOMPARE(ending.of(u"r-p0"_s).usage.costUsd, 0.0); // the server says that it was cancelled unread
    }

    void aLostBatchThatMayBeOneThatNeverEndsMayHaveBeenPaid()
    {
        m_server->behave({.loseCreates = 1,
                          .neverEnds = true,
                          .expiresAt = QDateTime::currentDateTimeUtc().addSecs(-7200).toString(Qt::ISODate)});
        const Ending ending = read(papers(2));
        QCOMPARE(ending.code(u"r-p0"_s), u"read.in-doubt"_s);
        QVERIFY(ending.of(u"r-p0"_s).usage.costUsd > 0);
        QCOMPARE(m_server->batchCount(), 1);
        QCOMPARE(m_server->cancelled(), QStringList()); // it may be somebody else's
    }

    void aBatchThatCannotEvenBeCancelledMayHaveBeenPaid()
    {
        m_server->behave({.neverEnds = true,
                          .ignoresCancel = true,
                          .expiresAt = QDateTime::currentDateTimeUtc().addSecs(-7200).toString(Qt::ISODate)});
        const QVector<ReadRequest> requests = papers(2);
        const Ending ending = read(requests);
        QCOMPARE(ending.code(u"r-p1"_s), u"read.expired"_s);
        QVERIFY(ending.of(u"r-p1"_s).usage.costUsd > 0);
        QVERIFY(ending.of(u"r-p1"_s).usage.costUsd <= m_reader->estimate(requests.at(1), ReadMode::Batch).usdHigh);
    }

    void aStateThatMakesNoSenseIsLookedAtAgain()
    {
        m_server->behave({.pollRefusals = {ServedReply::text("{\"id\":\"msgba"), ServedReply::json({{u"id"_s, 7}})}});
        CallWatch watch(m_reader->start(u"call1"_s, papers(2), ReadMode::Batch));
        QVERIFY(watch.wait().allAnswered());
        QVERIFY(watch.troubles.contains(u"read.service"_s));
    }

    void aLookThatIsSentElsewhereIsNotFollowed()
    {
        HttpServer other([](const ServedRequest&) { return ServedReply::json({}); });
        const ServedReply away = ServedReply::redirect(other.url(u"/v1"_s, u"localhost"_s));
        m_server->behave({.pollRefusals = {away}, .resultsRefusals = {away}});
        QVERIFY(read(papers(2)).allAnswered());
        QCOMPARE(other.connections(), 0);
    }

    void ofAPaperInPartsAllPartsArePaidAlsoWhenOneFails()
    {
        QFile table(m_folder->filePath(u"prices.json"_s));
        QVERIFY(table.open(QIODevice::WriteOnly));
        table.write("{\"models\":[{\"model\":\"small\",\"in\":1,\"out\":1,\"context\":6000}]}");
        table.close();
        m_reader = make({}, table.fileName());
        const ReadRequest request = paper(u"long"_s, 300);
        const double whole = read({request}).outcomes.first().usage.costUsd;
        m_reader->forget(u"call1"_s);
        m_server->behave({.errored = {u"r-long"_s}}); // the first part
        const Ending ending = read({request});
        QCOMPARE(ending.code(u"r-long"_s), u"read.errored"_s);
        const double rest = ending.outcomes.first().usage.costUsd;
        QVERIFY2(rest > 0.5 * whole && rest < whole, qPrintable(u"%1 of %2"_s.arg(rest).arg(whole)));
    }

    void aBatchThatTheServiceNoLongerKnowsIsAFailure()
    {
        m_server->behave({.pollRefusals = {anthropicError(404, u"not_found_error"_s)}});
        QCOMPARE(read(papers(1)).code(u"r-p0"_s), u"read.expired"_s);
    }

    void cancellingKeepsWhatWasAnswered()
    {
        m_server->behave({.neverEnds = true});
        CallWatch watch(m_reader->start(u"call1"_s, papers(2), ReadMode::Batch));
        QVERIFY(QTest::qWaitFor([&] { return !watch.remoteIds.isEmpty(); }, patience));
        watch.call()->cancel();
        const Ending ending = watch.wait();
        QCOMPARE(ending.code(u"r-p0"_s), u"stopped"_s);
        QCOMPARE(m_server->cancelled(), QStringList{u"msgbatch_0"_s});
        QCOMPARE(ending.outcomes.size(), 2);
    }

    void whatPassesTheLimitsStaysForTheNextBatch()
    {
        m_reader = make({.requests = 2});
        const Ending ending = read(papers(3));
        QCOMPARE(ending.code(u"r-p0"_s), QString());
        QCOMPARE(ending.code(u"r-p2"_s), u"read.not-sent"_s);
        m_reader = make({.bytes = 9000});
        m_reader->forget(u"call1"_s);
        const Ending byBytes = read(papers(4));
        QCOMPARE(byBytes.code(u"r-p0"_s), QString());
        QCOMPARE(byBytes.code(u"r-p3"_s), u"read.not-sent"_s);
    }

    void aCallWithARemoteIdIsRecoveredFromTheServer()
    {
        m_server->behave({.neverEnds = true});
        CallWatch watch(m_reader->start(u"call1"_s, papers(3), ReadMode::Batch));
        QVERIFY(QTest::qWaitFor([&] { return !watch.remoteIds.isEmpty(); }, patience));
        const QString remoteId = watch.remoteIds.first();
        watch.abandon();
        m_server->behave({});
        m_reader = make();
        CallWatch again(m_reader->recover(u"call1"_s, remoteId, papers(3), ReadMode::Batch));
        QVERIFY(again.wait().allAnswered());
        QCOMPARE(m_server->batchCount(), 1);
        QVERIFY(paidOnceEach(3));
    }

    void aCallThatDiedWhileItsBatchWasMadeIsRecoveredThroughTheCourier()
    {
        CallWatch watch(m_reader->start(u"call1"_s, papers(3), ReadMode::Batch));
        QVERIFY(QTest::qWaitFor([&] { return m_server->batchCount() == 1; }, patience));
        watch.abandon(); // at the latest now, usually before its id arrives
        m_reader = make();
        CallWatch again(m_reader->recover(u"call1"_s, {}, papers(3), ReadMode::Batch));
        QVERIFY(again.wait().allAnswered());
        QCOMPARE(m_server->batchCount(), 1);
        QCOMPARE(again.remoteIds, QStringList{u"msgbatch_0"_s});
    }

    void aCallThatNeverSentAnythingSaysSo()
    {
        CallWatch watch(m_reader->recover(u"call9"_s, {}, papers(2), ReadMode::Batch));
        const Ending ending = watch.wait();
        QCOMPARE(ending.code(u"r-p0"_s), u"read.not-sent"_s);
        QCOMPARE(ending.code(u"r-p1"_s), u"read.not-sent"_s);
        QCOMPARE(m_server->batchCount(), 0);
    }

    void resultsThatWereFetchedBeforeADeathAreNotFetchedAgain()
    {
        QVERIFY(read(papers(2)).allAnswered()); // and then the program dies before it has written anything down
        m_reader = make();
        CallWatch again(m_reader->recover(u"call1"_s, u"msgbatch_0"_s, papers(2), ReadMode::Batch));
        QVERIFY(again.wait().allAnswered());
        QCOMPARE(fetches(), 1);
    }
};

QTEST_GUILESS_MAIN(AnthropicBatches)
#include "anthropic_batches.moc"
