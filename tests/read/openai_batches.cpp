// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/openai/openai_reader.h"
#include "reading.h"
#include "servers/openai_batch_server.h"
#include "testing/patience.h"

#include <QDir>
#include <QJsonArray>

using namespace sheaf;
using namespace sheaf::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/** OpenAI's batches, against a server that is as bad as the test says: each request ends with its reason, nothing is
 * paid twice. What they share with Anthropic's is tested there. */
class OpenAiBatchesTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<OpenAiBatchServer> m_server;
    HttpClient m_http;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Reader> m_reader;

    std::unique_ptr<Reader> make(const QMap<QString, QString>& changed = {}, const BatchLimits& limits = {})
    {
        QMap<QString, QString> values{{u"read.kind"_s, u"openai"_s},      {u"read.url"_s, m_server->url().toString()},
                                      {u"read.model"_s, u"batch-test"_s}, {u"read.batch"_s, u"always"_s},
                                      {u"read.price.in"_s, u"1"_s},       {u"read.price.out"_s, u"5"_s},
                                      {u"read.poll.seconds"_s, u"1"_s}};
        values.insert(changed);
        Settings settings;
        for (auto it = values.cbegin(); it != values.cend(); ++it)
            settings.set(it.key(), it.value()).value();
        ReaderTuning tuning;
        tuning.timing = {.attempts = 3, .obeyedWaits = 4, .firstDelay = 5ms, .maxDelay = 20ms, .longestWait = 2s};
        tuning.limits = limits;
        tuning.settle = 300ms;
        tuning.cancelWait = 500ms;
        return std::move(OpenAiReader::make({settings, testKey, m_folder->path()}, m_http, tuning).value());
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

    QVector<ServedRequest> sent(const QByteArray& method, const QString& path)
    {
        auto requests = m_server->http().requests(path);
        requests.removeIf([&](const ServedRequest& r) { return r.method != method || r.path != path; });
        return requests;
    }

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<OpenAiBatchServer>();
        m_folder = std::make_unique<QTemporaryDir>();
        m_reader = make();
    }

    void papersGoUpAsOneFileAndTheirAnswersComeBackByTheirIds()
    {
        m_server->behave({.pollsUntilEnd = 3});
        CallWatch watch(m_reader->start(u"call1"_s, papers(5), ReadMode::Batch));
        const Ending ending = watch.wait();
        QVERIFY(ending.allAnswered());
        QCOMPARE(ending.outcomes.size(), 5);
        QCOMPARE(watch.remoteIds, QStringList{u"batch_0"_s});
        QVERIFY(paidOnceEach(5));
        for (const ReadOutcome& outcome : ending.outcomes) {
            QVERIFY(outcome.record->first().value.toString().contains(u"We measured"_s));
            QVERIFY(outcome.usage.costUsd > 0);
        }
    }

    void theFileAndTheOrderHaveTheVendorsForm()
    {
        read(papers(2));
        const auto uploads = sent("POST", u"/v1/files"_s);
        QCOMPARE(uploads.size(), 1);
        QMap<QByteArray, QByteArray> parts;
        for (const ServedPart& part : multipartParts(uploads.first()))
            parts.insert(part.name, part.data);
        QCOMPARE(parts.value("purpose"), "batch"_ba);
        const QByteArrayList lines = parts.value("file").trimmed().split('\n');
        QCOMPARE(lines.size(), 2);
        const QJsonObject line = QJsonDocument::fromJson(lines.first()).object();
        QCOMPARE(line.value(u"custom_id"_s).toString(), u"r-p0"_s);
        QCOMPARE(line.value(u"method"_s).toString(), u"POST"_s);
        QCOMPARE(line.value(u"url"_s).toString(), u"/v1/chat/completions"_s);
        const QJsonObject body = line.value(u"body"_s).toObject();
        QCOMPARE(body.value(u"model"_s).toString(), u"batch-test"_s);
        QVERIFY(!body.contains(u"stream"_s));
        QVERIFY(body.value(u"response_format"_s)[u"json_schema"_s][u"strict"_s].toBool());
        const QJsonObject order = sent("POST", u"/v1/batches"_s).first().json();
        QCOMPARE(order.value(u"input_file_id"_s).toString(), u"file-in-0"_s);
        QCOMPARE(order.value(u"completion_window"_s).toString(), u"24h"_s);
        QCOMPARE(order.value(u"endpoint"_s).toString(), u"/v1/chat/completions"_s);
        QCOMPARE(order.value(u"metadata"_s)[u"sheaf_call"_s].toString(), u"call1"_s);
    }

    void thePapersDoNotStayOnTheServer()
    {
        QVERIFY(read(papers(2)).allAnswered());
        QVERIFY(QTest::qWaitFor([&] { return m_server->files() == QStringList{u"out-batch_0"_s}; }, patience));
    }

    void bothFilesOfResultsAreRead()
    {
        m_server->behave(
            {.missing = {u"r-p0"_s}, .repeated = {u"r-p1"_s}, .errored = {u"r-p2"_s}, .expired = {u"r-p3"_s}});
        const Ending ending = read(papers(5));
        QCOMPARE(ending.outcomes.size(), 5);
        QCOMPARE(ending.code(u"r-p0"_s), u"read.missing"_s);
        QCOMPARE(ending.code(u"r-p1"_s), QString());
        QCOMPARE(ending.code(u"r-p2"_s), u"read.errored"_s);
        QCOMPARE(ending.code(u"r-p3"_s), u"read.expired"_s);
        QCOMPARE(ending.code(u"r-p4"_s), QString());
        QVERIFY(ending.of(u"r-p0"_s).usage.costUsd > 0); // it may have been answered
        QCOMPARE(ending.of(u"r-p2"_s).usage.costUsd, 0.0);
        QCOMPARE(ending.of(u"r-p3"_s).usage.costUsd, 0.0);
        QVERIFY(!ending.stageWide);
    }

    void anAnswerOfTheWrongFormIsAskedForOnceMore()
    {
        m_server->behave({.texts = {u"{\"summary\": 7}"_s}});
        QVERIFY(read(papers(2)).allAnswered());
        QCOMPARE(sent("POST", u"/v1/chat/completions"_s).size(), 1);
    }

    void resultsThatAreCutAreFetchedAgain()
    {
        m_server->behave({.cutFiles = 1});
        QVERIFY(read(papers(3)).allAnswered());
    }

    void anUploadThatIsLostIsMadeAgain()
    {
        m_server->behave({.loseUploads = 1});
        QVERIFY(read(papers(2)).allAnswered());
        QCOMPARE(m_server->batchCount(), 1);
    }

    void anOrderWhoseReplyIsLostIsFoundByItsCall()
    {
        m_server->addForeignBatch(3); // as large as ours
        m_server->behave({.loseCreates = 1});
        const Ending ending = read(papers(3));
        QVERIFY(ending.allAnswered());
        QCOMPARE(m_server->batchCount(), 2);
        QVERIFY(paidOnceEach(3));
    }

    void aServerThatForgetsWhoseItIsIsAskedForTheResults()
    {
        m_server->addForeignBatch(3);
        m_server->behave({.loseCreates = 1, .keepsMetadata = false});
        CallWatch watch(m_reader->start(u"call1"_s, papers(3), ReadMode::Batch));
        QVERIFY(QTest::qWaitFor([&] { return m_server->batchCount() == 2; }, patience));
        for (const QString& id : {u"batch_0"_s, u"batch_1"_s}) // they end when somebody looks
            QVERIFY(sendAndWait({.url = m_server->url().resolved(QUrl(u"/v1/batches/"_s + id)),
                                 .headers = {{"Authorization", "Bearer sk-test"}}},
                                {}));
        QVERIFY(watch.wait().allAnswered());
        QCOMPARE(watch.remoteIds, QStringList{u"batch_1"_s});
    }

    void aSecondBatchOfOneOrderIsCancelled()
    {
        m_server->behave({.loseCreates = 1, .doubleCreates = 1, .pollsUntilEnd = 3});
        QVERIFY(read(papers(2)).allAnswered());
        QCOMPARE(m_server->batchCount(), 2);
        QVERIFY(QTest::qWaitFor([&] { return m_server->cancelled().size() == 1; }, patience));
    }

    void aServiceWithoutBatchesReadsOneByOneFromThenOn()
    {
        QVERIFY(m_reader->traits().batches);
        m_server->behave({.uploadRefusals = {ServedReply::json({}, 404)}});
        const Ending ending = read(papers(2));
        QCOMPARE(ending.code(u"r-p0"_s), u"read.not-sent"_s);
        QVERIFY(!ending.stageWide);
        QVERIFY(!m_reader->traits().batches);
        QCOMPARE(m_reader->traits().batchLimit, 1);
    }

    void onlyOpenAisOwnServiceIsGivenBatchesUnasked()
    {
        QVERIFY(!make({{u"read.batch"_s, u"auto"_s}})->traits().batches);
        QVERIFY(
            make({{u"read.batch"_s, u"auto"_s}, {u"read.url"_s, u"https://api.openai.com/v1"_s}})->traits().batches);
        QVERIFY(
            !make({{u"read.batch"_s, u"never"_s}, {u"read.url"_s, u"https://api.openai.com/v1"_s}})->traits().batches);
        QVERIFY(
            !make({{u"read.price.in"_s, u"0"_s}, {u"read.price.out"_s, u"0"_s}})->traits().batches); // saves nothing
    }

    void aRefusedFileIsEachPapersFailureAndCostsNothing()
    {
        m_server->behave({.failsWith = u"invalid_json_line"_s});
        const Ending ending = read(papers(2));
        QCOMPARE(ending.code(u"r-p1"_s), u"http.400"_s);
        QCOMPARE(ending.of(u"r-p1"_s).usage.costUsd, 0.0);
        QVERIFY(!ending.stageWide);
    }

    void aFullQueueAtTheVendorIsWaitedFor()
    {
        m_server->behave({.failsWith = u"token_limit_exceeded"_s});
        const Ending ending = read(papers(2));
        QVERIFY(ending.stageWide);
        QCOMPARE(ending.stageWide->code, u"http.429"_s);
    }

    void aBatchThatExpiredGivesWhatItDid()
    {
        m_server->behave({.expiresIn = -10, .expired = {u"r-p1"_s}});
        const Ending ending = read(papers(2));
        QCOMPARE(ending.code(u"r-p0"_s), QString());
        QCOMPARE(ending.code(u"r-p1"_s), u"read.expired"_s);
    }

    void aBatchThatNeverEndsIsCancelledAndThenGivenUp()
    {
        m_server->behave({.neverEnds = true, .ignoresCancel = true, .expiresIn = -7200});
        const Ending ending = read(papers(2));
        QCOMPARE(ending.code(u"r-p0"_s), u"read.expired"_s);
        QVERIFY(ending.of(u"r-p0"_s).usage.costUsd > 0); // it may have been answered
        QCOMPARE(m_server->cancelled(), QStringList{u"batch_0"_s});
    }

    void cancellingEndsTheBatchOnTheServer()
    {
        m_server->behave({.neverEnds = true});
        CallWatch watch(m_reader->start(u"call1"_s, papers(2), ReadMode::Batch));
        QVERIFY(QTest::qWaitFor([&] { return !watch.remoteIds.isEmpty(); }, patience));
        watch.call()->cancel();
        QCOMPARE(watch.wait().code(u"r-p0"_s), u"stopped"_s);
        QCOMPARE(m_server->cancelled(), QStringList{u"batch_0"_s});
    }

    void whatPassesTheLimitsStaysForTheNextBatch()
    {
        m_reader = make({}, {.requests = 2});
        const Ending ending = read(papers(3));
        QCOMPARE(ending.code(u"r-p1"_s), QString());
        QCOMPARE(ending.code(u"r-p2"_s), u"read.not-sent"_s);
    }

    void aCallThatDiedWhileItsBatchWasMadeIsFound()
    {
        CallWatch watch(m_reader->start(u"call1"_s, papers(3), ReadMode::Batch));
        QVERIFY(QTest::qWaitFor([&] { return m_server->batchCount() == 1; }, patience));
        watch.abandon();
        m_reader = make();
        CallWatch again(m_reader->recover(u"call1"_s, {}, papers(3), ReadMode::Batch));
        QVERIFY(again.wait().allAnswered());
        QCOMPARE(m_server->batchCount(), 1);
        QVERIFY(paidOnceEach(3));
    }

    void aCallThatDiedWithARefusedOrderIsNotOrderedFromNothing()
    {
        ServedReply refusal = ServedReply::json({{u"error"_s, QJsonObject{{u"message"_s, u"too fast"_s}}}}, 429);
        refusal.held = true; // until the call has died, which would take the reply otherwise
        m_server->behave({.createRefusals = QVector<ServedReply>(9, refusal)});
        CallWatch watch(m_reader->start(u"call1"_s, papers(2), ReadMode::Batch));
        QVERIFY(QTest::qWaitFor([&] { return !sent("POST", u"/v1/batches"_s).isEmpty(); }, patience));
        watch.abandon();
        m_server->http().release();
        QVERIFY(QTest::qWaitFor(
            [&] { // its courier has written down what it was told
                return !QDir(m_folder->path()).entryList({u"*.reply"_s}).isEmpty();
            },
            patience));
        const auto orders = sent("POST", u"/v1/batches"_s).size();
        m_reader = make();
        CallWatch again(m_reader->recover(u"call1"_s, {}, papers(2), ReadMode::Batch));
        QCOMPARE(again.wait().code(u"r-p0"_s), u"http.429"_s);
        QCOMPARE(sent("POST", u"/v1/batches"_s).size(), orders);
        QCOMPARE(m_server->batchCount(), 0);
    }

    void aCallThatDiedDuringItsUploadWasNotSent()
    {
        m_server->behave({.loseUploads = 100});
        CallWatch watch(m_reader->start(u"call1"_s, papers(2), ReadMode::Batch));
        QVERIFY(QTest::qWaitFor([&] { return !sent("POST", u"/v1/files"_s).isEmpty(); }, patience));
        watch.abandon();
        m_reader = make();
        CallWatch again(m_reader->recover(u"call1"_s, {}, papers(2), ReadMode::Batch));
        QCOMPARE(again.wait().code(u"r-p0"_s), u"read.not-sent"_s);
        QVERIFY(m_server->paid().isEmpty());
    }
};

QTEST_GUILESS_MAIN(OpenAiBatchesTest)
#include "openai_batches.moc"
