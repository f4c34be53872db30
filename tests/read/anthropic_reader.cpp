// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/anthropic/anthropic_reader.h"
#include "read/prices.h"
#include "reading.h"
#include "servers/anthropic_server.h"
#include "testing/patience.h"

#include <QDir>

using namespace sheaf;
using namespace sheaf::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/** One paper at once, through the courier, against a server that is as bad as the test says. */
class AnthropicMessages : public QObject
{
    Q_OBJECT

    std::unique_ptr<AnthropicServer> m_server;
    HttpClient m_http;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Reader> m_reader;

    static ReaderTuning quick()
    {
        ReaderTuning tuning;
        tuning.timing = {.attempts = 3, .obeyedWaits = 4, .firstDelay = 5ms, .maxDelay = 20ms, .longestWait = 2s};
        return tuning;
    }

    static QJsonObject answerOfTwo()
    {
        const QJsonObject text{{u"value"_s, u"a change"_s}, {u"quotes"_s, QJsonArray()}};
        const QJsonObject list{{u"value"_s, QJsonArray{u"a change"_s}}, {u"quotes"_s, QJsonArray()}};
        return {{u"summary"_s, text}, {u"findings"_s, list}};
    }

    Result<std::unique_ptr<Reader>> make(const QMap<QString, QString>& changed = {}, const SecretSource& key = testKey)
    {
        Settings settings;
        const auto set = [&](const QString& name, const QString& value) { QVERIFY(settings.set(name, value)); };
        set(u"read.kind"_s, u"anthropic"_s);
        set(u"read.url"_s, m_server->url().toString());
        for (auto it = changed.begin(); it != changed.end(); ++it)
            set(it.key(), it.value());
        return AnthropicReader::make({settings, key, m_folder->path()}, m_http, quick());
    }

    Ending read(const QVector<ReadRequest>& requests, const QString& callId = u"call1"_s)
    {
        CallWatch watch(m_reader->start(callId, requests, ReadMode::Single));
        return watch.wait();
    }

    QStringList spooled() const { return QDir(m_folder->path()).entryList(QDir::Files); }

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<AnthropicServer>();
        m_folder = std::make_unique<QTemporaryDir>();
        auto reader = make();
        QVERIFY2(reader, reader ? "" : qPrintable(reader.error().message));
        m_reader = std::move(*reader);
    }

    void aPaperIsReadWithItsCostAndEvidence()
    {
        const Ending ending = read({paper(u"one"_s)});
        const ReadOutcome& outcome = ending.of(u"r-one"_s);
        QVERIFY2(outcome.record, outcome.record ? "" : qPrintable(outcome.record.error().code));
        QCOMPARE(outcome.record->size(), 2);
        QVERIFY(outcome.record->first().value.toString().startsWith(u"We measured"_s));
        QCOMPARE(outcome.model, u"claude-haiku-5-5"_s);
        QVERIFY(outcome.usage.inputTokens > 300);
        QCOMPARE(outcome.usage.cachedTokens, 200);
        QCOMPARE(outcome.usage.cacheWriteTokens, 100);
        QVERIFY(outcome.usage.costUsd > 0);
        QCOMPARE(outcome.promptHash, promptHash(paper(u"one"_s).columns, {}));
        QCOMPARE(m_server->paid().value(u"one"_s), 1);
    }

    void theRequestHoldsTheDocumentFirstAndNoSamplingParameters()
    {
        read({paper(u"form"_s)});
        const QJsonObject body = m_server->http().requests().first().json();
        const QJsonArray content = body.value(u"messages"_s)[0][u"content"_s].toArray();
        QCOMPARE(content.size(), 2);
        QVERIFY(content[0][u"text"_s].toString().startsWith(u"<document "_s));
        QVERIFY(content[0][u"text"_s].toString().contains(u"[page 2]"_s));
        QVERIFY(content[1][u"text"_s].toString().contains(u"\"summary\""_s));
        for (const QString& key : {u"temperature"_s, u"top_p"_s, u"top_k"_s})
            QVERIFY(!body.contains(key));
        QCOMPARE(m_server->http().requests().first().header("anthropic-version"), "2023-06-01"_ba);
    }

    void theDocumentIsLeftInTheVendorsCacheAndItsPriceCounted()
    {
        m_server->behave({.cachesAll = true});
        const ReadRequest request = paper(u"cached"_s, 60);
        const Ending ending = read({request});
        const QJsonObject body = m_server->http().requests().last().json();
        const QJsonValue content = body.value(u"messages"_s)[0][u"content"_s];
        QCOMPARE(content[0][u"cache_control"_s].toObject(), (QJsonObject{{u"type"_s, u"ephemeral"_s}}));
        QVERIFY(!content[1].toObject().contains(u"cache_control"_s)); // the questions differ from time to time
        const ReadUsage usage = ending.outcomes.first().usage;
        QVERIFY(usage.cacheWriteTokens > 1000);
        ReadUsage plain = usage;
        plain.cacheWriteTokens = 0;
        const auto price = Prices::load({})->find(u"claude-haiku-5-5"_s);
        QVERIFY(usage.costUsd > price->cost(plain, ReadMode::Single));
        QVERIFY(usage.costUsd < m_reader->estimate(request, ReadMode::Single).usdHigh);
    }

    void aModelWhoseCacheHasNoKnownPriceIsNotCached()
    {
        m_reader = std::move(
            *make({{u"read.model"_s, u"new-model"_s}, {u"read.price.in"_s, u"1"_s}, {u"read.price.out"_s, u"5"_s}}));
        read({paper(u"plain"_s)});
        QVERIFY(!m_server->http().requests().last().body.contains("cache_control"));
    }

    void theSpoolHoldsTheReplyUntilItIsForgottenAndNeverTheKey()
    {
        read({paper(u"spool"_s)}, u"call7"_s);
        QVERIFY(!spooled().filter(u"call7."_s).isEmpty());
        for (const QString& name : spooled()) {
            QFile file(m_folder->filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY(!file.readAll().contains("sk-test"));
        }
        m_reader->forget(u"call7"_s);
        QCOMPARE(spooled(), QStringList());
    }

    void anAnswerThatDoesNotFitIsRepairedOnce()
    {
        m_server->behave({.texts = {u"I think so."_s}});
        const Ending ending = read({paper(u"repair"_s)});
        QVERIFY(ending.allAnswered());
        QVERIFY(ending.outcomes.first().warning.contains(u"repaired"_s));
        QCOMPARE(m_server->paid().value(u"repair"_s), 2);
        const QString second = QString::fromUtf8(m_server->http().requests().last().body);
        QVERIFY(second.contains(u"An earlier answer to this was refused"_s));
    }

    void twoAnswersThatDoNotFitAreAFailureWithItsReasonAndCost()
    {
        m_server->behave({.texts = {u"I think so."_s, u"{\"summary\":1}"_s}});
        const Ending ending = read({paper(u"schema"_s)});
        QCOMPARE(ending.code(u"r-schema"_s), u"read.schema"_s);
        QVERIFY(ending.of(u"r-schema"_s).usage.costUsd > 0);
        QVERIFY(!ending.stageWide);
        QVERIFY(ending.of(u"r-schema"_s).record.error().detail.contains(u"missing"_s));
        QCOMPARE(m_server->paid().value(u"schema"_s), 2);
    }

    void aStopThatMakesTheAnswerSuspectIsAFailure_data()
    {
        QTest::addColumn<QString>("stop");
        QTest::addColumn<QString>("code");
        QTest::newRow("length") << u"max_tokens"_s << u"read.truncated"_s;
        QTest::newRow("refusal") << u"refusal"_s << u"read.refused"_s;
        QTest::newRow("window") << u"model_context_window_exceeded"_s << u"read.too-long"_s;
    }
    void aStopThatMakesTheAnswerSuspectIsAFailure()
    {
        QFETCH(QString, stop);
        QFETCH(QString, code);
        m_server->behave({.stopReason = stop});
        const Ending ending = read({paper(u"stop"_s)});
        QCOMPARE(ending.code(u"r-stop"_s), code);
        QVERIFY(ending.of(u"r-stop"_s).usage.costUsd > 0);
    }

    void aFailureThatHitsEverybodyStopsTheStageAtOnce_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("code");
        QTest::newRow("key") << 401 << u"authentication_error"_s << u"no"_s << u"read.key"_s;
        QTest::newRow("permission") << 403 << u"permission_error"_s << u"no"_s << u"read.key"_s;
        QTest::newRow("credit") << 402 << u"billing_error"_s << u"no"_s << u"read.credit"_s;
        QTest::newRow("credit as 400") << 400 << u"invalid_request_error"_s << u"Your credit balance is too low"_s
                                       << u"read.credit"_s;
        QTest::newRow("model") << 404 << u"not_found_error"_s << u"model: claude-x"_s << u"read.model"_s;
    }
    void aFailureThatHitsEverybodyStopsTheStageAtOnce()
    {
        QFETCH(int, status);
        QFETCH(QString, type);
        QFETCH(QString, message);
        QFETCH(QString, code);
        m_server->behave({.messageRefusals = {anthropicError(status, type, message)}});
        const Ending ending = read({paper(u"a"_s), paper(u"b"_s)});
        QVERIFY(ending.stageWide);
        QCOMPARE(ending.stageWide->code, code);
        QVERIFY(isStageWide(*ending.stageWide));
        QCOMPARE(ending.outcomes.size(), 2);
        QCOMPARE(ending.code(u"r-b"_s), code);
        QCOMPARE(m_server->http().requests().size(), 1); // not asked again
    }

    void aTransientFailureIsTriedAgain()
    {
        m_server->behave(
            {.messageRefusals = {anthropicError(529, u"overloaded_error"_s), anthropicError(500, u"api_error"_s)}});
        QVERIFY(read({paper(u"again"_s)}).allAnswered());
        QCOMPARE(m_server->paid().value(u"again"_s), 1);
    }

    void aServiceThatStaysDownStopsTheStage()
    {
        const ServedReply down = anthropicError(529, u"overloaded_error"_s);
        m_server->behave({.messageRefusals = {down, down, down, down, down}});
        const Ending ending = read({paper(u"down"_s)});
        QVERIFY(ending.stageWide);
        QCOMPARE(ending.stageWide->code, u"read.service"_s);
        QCOMPARE(m_server->http().requests().size(), 3);
    }

    void aWaitThatTheServiceAsksForIsObeyed()
    {
        const ServedReply wait =
            anthropicError(429, u"rate_limit_error"_s, u"slow down"_s, {{"retry-after-ms", "120"}});
        m_server->behave({.messageRefusals = {wait, wait, wait}}); // more often than it is tried unasked
        QVERIFY(read({paper(u"wait"_s)}).allAnswered());
        const QVector<ServedRequest> requests = m_server->http().requests();
        QCOMPARE(requests.size(), 4);
        QVERIFY(requests.at(1).at - requests.at(0).at >= 120);
    }

    void aSpendingLimitIsNoRateLimit()
    {
        const ServedReply cap =
            anthropicError(429, u"rate_limit_error"_s, u"You have reached your specified API usage limits"_s);
        m_server->behave({.messageRefusals = {cap, cap, cap}});
        const Ending ending = read({paper(u"cap"_s)});
        QVERIFY(ending.stageWide);
        QCOMPARE(ending.stageWide->code, u"read.cap"_s);
    }

    void aRateLimitWithoutEndStopsTheStage()
    {
        const ServedReply limit = anthropicError(429, u"rate_limit_error"_s, u"slow down"_s);
        m_server->behave({.messageRefusals = {limit, limit, limit}});
        const Ending ending = read({paper(u"limit"_s)});
        QVERIFY(ending.stageWide);
        QCOMPARE(ending.stageWide->code, u"http.429"_s);
    }

    void theServicesWordOnTryingAgainGoesBeforeItsStatus()
    {
        m_server->behave(
            {.messageRefusals = {anthropicError(500, u"api_error"_s, u"no"_s, {{"x-should-retry", "false"}})}});
        const Ending ending = read({paper(u"word"_s)});
        QCOMPARE(ending.code(u"r-word"_s), u"http.500"_s);
        QVERIFY(!ending.stageWide);
        QCOMPARE(m_server->http().requests().size(), 1);
    }

    void aLostAnswerIsReportedAsDoubtfulAndNotSentAgain()
    {
        m_server->behave({.loseMessages = 1});
        const Ending ending = read({paper(u"lost"_s)});
        QCOMPARE(ending.code(u"r-lost"_s), u"read.in-doubt"_s);
        QVERIFY(ending.of(u"r-lost"_s).record.error().retryable);
        const double most = m_reader->estimate(paper(u"lost"_s), ReadMode::Single).usdHigh;
        QVERIFY(ending.of(u"r-lost"_s).usage.costUsd > 0);
        QVERIFY(ending.of(u"r-lost"_s).usage.costUsd <= most);
        QCOMPARE(m_server->paid().value(u"lost"_s), 1);
    }

    void aGatewaysErrorLeavesDoubtToo()
    {
        m_server->behave({.messageRefusals = {ServedReply::text("<html>Bad Gateway</html>", "text/html", 502)}});
        const Ending ending = read({paper(u"gate"_s)});
        QCOMPARE(ending.code(u"r-gate"_s), u"read.in-doubt"_s);
        QCOMPARE(m_server->http().requests().size(), 1);
    }

    void aTruncatedReplyIsDoubtfulToo()
    {
        ServedReply cut = ServedReply::text("{\"type\":\"message\",\"content\":[{\"type\":\"te");
        cut.manner = ServedReply::Manner::DropMidBody;
        m_server->behave({.messageRefusals = {cut}});
        QCOMPARE(read({paper(u"cut"_s)}).code(u"r-cut"_s), u"read.in-doubt"_s);
    }

    void aReplyThatMakesNoSenseMayHaveBeenPaid_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("half an object") << "{\"type\":\"message\",\"content\":[{\"type\":\"te"_ba;
        QTest::newRow("wrong types") << R"({"type":"message","content":7,"usage":"none"})"_ba;
        QTest::newRow("nothing") << ""_ba;
        QTest::newRow("a page") << "<html>Welcome</html>"_ba;
    }
    void aReplyThatMakesNoSenseMayHaveBeenPaid()
    {
        QFETCH(QByteArray, body);
        m_server->behave({.messageRefusals = {ServedReply::text(body, "application/json")}});
        const ReadRequest request = paper(u"odd"_s);
        const Ending ending = read({request});
        QCOMPARE(ending.code(u"r-odd"_s), u"read.reply"_s);
        QVERIFY(ending.outcomes.first().record.error().retryable);
        QVERIFY(ending.outcomes.first().usage.costUsd > m_reader->estimate(request, ReadMode::Single).usdLow);
        QVERIFY(ending.outcomes.first().usage.costUsd <= m_reader->estimate(request, ReadMode::Single).usdHigh);
        QVERIFY(m_server->paid().isEmpty()); // it was not sent again
    }

    void anAnswerThatDoesNotSayWhatItUsedCountsWithTheMost()
    {
        const ReadRequest request = paper(u"mute"_s);
        const QString text = QString::fromUtf8(QJsonDocument(answerOfTwo()).toJson());
        m_server->behave({.messageRefusals = {ServedReply::json(
                              {{u"type"_s, u"message"_s},
                               {u"content"_s, QJsonArray{QJsonObject{{u"type"_s, u"text"_s}, {u"text"_s, text}}}},
                               {u"stop_reason"_s, u"end_turn"_s},
                               {u"usage"_s, QJsonObject{{u"input_tokens"_s, u"many"_s}}}})}});
        const Ending ending = read({request});
        QVERIFY(ending.allAnswered());
        QVERIFY(ending.outcomes.first().usage.costUsd > m_reader->estimate(request, ReadMode::Single).usdLow);
    }

    void aReplyThatDripsIsWaitedFor()
    {
        m_server->behave({.dripBytes = 40, .dripPace = 10ms});
        QVERIFY(read({paper(u"slow"_s)}).allAnswered());
        QCOMPARE(m_server->paid().value(u"slow"_s), 1);
    }

    void neitherKeyNorPaperFollowsARedirectToAnotherHost()
    {
        AnthropicServer other;
        m_server->behave(
            {.messageRefusals = {ServedReply::redirect(other.http().url(u"/v1/messages"_s, u"localhost"_s), 307)}});
        const Ending ending = read({paper(u"away"_s)});
        QVERIFY(!ending.allAnswered());
        QCOMPARE(other.http().connections(), 0);
    }

    void aServiceThatIsNotThereStopsTheStage()
    {
        m_server->http().goDown();
        const Ending ending = read({paper(u"none"_s)});
        QVERIFY(ending.stageWide);
        QCOMPARE(ending.stageWide->code, u"read.service"_s);
        QCOMPARE(ending.of(u"r-none"_s).usage.costUsd, 0.0);
    }

    void stoppingEndsAtOnceAndCountsWhatMayBePaid()
    {
        m_server->behave({.messageDelay = 2s});
        CallWatch watch(m_reader->start(u"call1"_s, {paper(u"stop"_s), paper(u"next"_s)}, ReadMode::Single));
        QVERIFY(QTest::qWaitFor([&] { return !m_server->http().requests().isEmpty(); }, patience));
        watch.call()->cancel();
        const Ending ending = watch.wait();
        QCOMPARE(ending.code(u"r-stop"_s), u"stopped"_s);
        QCOMPARE(ending.code(u"r-next"_s), u"stopped"_s);
        QVERIFY(ending.of(u"r-stop"_s).usage.costUsd > 0);
        QCOMPARE(ending.of(u"r-next"_s).usage.costUsd, 0.0);
        QCOMPARE(watch.ends, 1);
    }

    void nothingIsEmittedBeforeTheEventLoop()
    {
        CallWatch watch(m_reader->start(u"call1"_s, {paper(u"later"_s)}, ReadMode::Single));
        QCOMPARE(watch.remoteIds.size(), 0);
        QCOMPARE(watch.ends, 0);
        watch.wait();
    }

    void aPaperBeyondTheWindowIsReadInPartsAndMerged()
    {
        QFile table(m_folder->filePath(u"prices.json"_s));
        QVERIFY(table.open(QIODevice::WriteOnly));
        table.write("{\"models\":[{\"model\":\"small\",\"in\":1,\"out\":1,\"context\":6000}]}");
        table.close();
        Settings settings;
        QVERIFY(settings.set(u"read.kind"_s, u"anthropic"_s) && settings.set(u"read.model"_s, u"small"_s) &&
                settings.set(u"read.url"_s, m_server->url().toString()));
        ReaderTuning tuning = quick();
        tuning.pricesFile = table.fileName();
        auto reader = AnthropicReader::make({settings, testKey, m_folder->path()}, m_http, tuning);
        QVERIFY(reader);
        m_reader = std::move(*reader);
        const ReadRequest longPaper = paper(u"long"_s, 300);
        const Ending ending = read({longPaper});
        QVERIFY2(ending.allAnswered(), qPrintable(ending.code(u"r-long"_s)));
        const int parts = m_server->paid().value(u"long"_s) + m_server->paid().value(QString());
        QVERIFY2(parts > 1, qPrintable(QString::number(parts)));
        QCOMPARE(m_server->http().requests().size(), parts);
        QVERIFY(ending.outcomes.first().warning.contains(u"parts"_s));
        QVERIFY(ending.outcomes.first().record->at(1).value.toArray().size() > 1); // lists of all parts
        QString sent;
        for (const ServedRequest& request : m_server->http().requests())
            sent += request.json().value(u"messages"_s)[0][u"content"_s][0][u"text"_s].toString();
        for (int i = 0; i < 300; ++i)
            QVERIFY2(sent.contains(u"sample %1 "_s.arg(i)), qPrintable(QString::number(i))); // nothing is cut
    }

    void whatIsMissingBeforeARunIsSaidBeforeARun()
    {
        QCOMPARE(make({{u"read.url"_s, u"ftp://x"_s}}).error().code, u"read.url"_s);
        QCOMPARE(make({{u"read.url"_s, u"https://api.example.org"_s}, {u"read.model"_s, u"new-model"_s}}).error().code,
                 u"read.price"_s);
        const auto noKey = [](SecretName) { return Secret(); };
        QCOMPARE(make({{u"read.url"_s, u"https://api.example.org"_s}}, noKey).error().code, u"read.key"_s);
        QCOMPARE(make({{u"read.url"_s, u"http://api.example.org"_s}}).error().code, u"read.url"_s); // key in the clear
        QVERIFY(make({{u"read.url"_s, u"https://api.example.org"_s},
                      {u"read.model"_s, u"new-model"_s},
                      {u"read.price.in"_s, u"1"_s},
                      {u"read.price.out"_s, u"2"_s}}));
    }

    void testingTheConnectionSaysWhatIsThere()
    {
        std::optional<Result<QString>> answer;
        m_reader->test(this, [&](const Result<QString>& result) { answer = result; });
        QVERIFY(QTest::qWaitFor([&] { return answer.has_value(); }, patience));
        QVERIFY(*answer);
        QVERIFY((*answer)->contains(u"claude-haiku-5-5"_s));
        auto wrong = make({}, [](SecretName) { return Secret(u"wrong"_s); });
        answer.reset();
        (*wrong)->test(this, [&](const Result<QString>& result) { answer = result; });
        QVERIFY(QTest::qWaitFor([&] { return answer.has_value(); }, patience));
        QCOMPARE(answer->error().code, u"read.key"_s);
    }
};

QTEST_GUILESS_MAIN(AnthropicMessages)
#include "anthropic_reader.moc"
