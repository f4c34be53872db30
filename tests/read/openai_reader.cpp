// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/openai/openai_reader.h"
#include "reading.h"
#include "servers/openai_server.h"
#include "testing/patience.h"

#include <QDir>
#include <QJsonArray>

using namespace sheaf;
using namespace sheaf::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Flavour = OpenAiBehaviour::Flavour;

class OpenAiChats : public QObject
{
    Q_OBJECT

    std::unique_ptr<sheaf::testing::OpenAiServer> m_server;
    HttpClient m_http;
    std::unique_ptr<QTemporaryDir> m_folder;

    Result<std::unique_ptr<Reader>> tryMake(const QMap<QString, QString>& changed, const SecretSource& key = testKey)
    {
        Settings settings;
        settings.set(u"read.kind"_s, u"openai"_s).value();
        settings.set(u"read.url"_s, m_server->url().toString()).value();
        settings.set(u"read.max.tokens"_s, u"256"_s).value();
        for (auto it = changed.begin(); it != changed.end(); ++it)
            settings.set(it.key(), it.value()).value();
        const RetryTiming timing{.attempts = 3, .firstDelay = 5ms, .maxDelay = 20ms};
        return OpenAiReader::make({settings, key, m_folder->path()}, m_http, {.timing = timing});
    }

    std::unique_ptr<Reader> make(const QMap<QString, QString>& changed = {})
    {
        return std::move(tryMake(changed).value());
    }

    Ending read(Reader& reader, const ReadRequest& request)
    {
        CallWatch watch(reader.start(u"call1"_s, {request}, ReadMode::Single));
        return watch.wait();
    }

    QString allSent() const
    {
        QString sent;
        for (const ServedRequest& request : m_server->http().requests(u"/v1/chat"_s))
            sent += request.json().value(u"messages"_s)[1][u"content"_s].toString();
        return sent;
    }

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<sheaf::testing::OpenAiServer>();
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void aLocalServerReadsForFreeAndLeavesNothingOnDisk()
    {
        const auto reader = make();
        QVERIFY(reader->traits().free);
        QVERIFY(!reader->traits().batches);
        const Ending ending = read(*reader, paper(u"one"_s));
        QVERIFY2(ending.allAnswered(), qPrintable(ending.code(u"r-one"_s)));
        QCOMPARE(ending.outcomes.first().model, u"gemma-test"_s); // the first that can read
        QCOMPARE(reader->traits().model, u"gemma-test"_s);
        QCOMPARE(ending.outcomes.first().usage.costUsd, 0.0);
        QVERIFY(ending.outcomes.first().usage.inputTokens > 0);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), 0);
        CallWatch recovered(reader->recover(u"call1"_s, {}, {paper(u"one"_s)}, ReadMode::Single));
        QCOMPARE(recovered.wait().code(u"r-one"_s), u"read.not-sent"_s);
    }

    void theRequestFitsAllServers()
    {
        const auto reader = make();
        read(*reader, paper(u"form"_s));
        const ServedRequest request = m_server->http().requests(u"/v1/chat"_s).last();
        QCOMPARE(request.header("authorization"), "Bearer sk-test"_ba);
        const QJsonObject body = request.json();
        const QJsonValue format = body.value(u"response_format"_s);
        QCOMPARE(format[u"type"_s].toString(), u"json_schema"_s);
        QCOMPARE(format[u"json_schema"_s][u"strict"_s].toBool(), true);
        QVERIFY(format[u"json_schema"_s][u"schema"_s].isObject());
        QCOMPARE(body.value(u"max_tokens"_s).toInt(), 256);
        const QString user = body.value(u"messages"_s)[1][u"content"_s].toString();
        QVERIFY(user.startsWith(u"<document "_s));
        QVERIFY(user.contains(u"JSON schema"_s));
    }

    void theContextSizeIsAskedWhereverAServerTellsIt_data()
    {
        QTest::addColumn<Flavour>("flavour");
        QTest::newRow("llama.cpp") << Flavour::LlamaCpp;
        QTest::newRow("vLLM") << Flavour::Vllm;
        QTest::newRow("Ollama") << Flavour::Ollama;
    }
    void theContextSizeIsAskedWhereverAServerTellsIt()
    {
        QFETCH(Flavour, flavour);
        m_server->behave({.flavour = flavour, .contextTokens = 4000});
        const auto reader = make();
        const Ending ending = read(*reader, paper(u"long"_s, 260));
        QVERIFY2(ending.allAnswered(), qPrintable(ending.code(u"r-long"_s)));
        QVERIFY(ending.outcomes.first().warning.contains(u"parts"_s));
        const QString sent = allSent();
        for (int i = 0; i < 260; ++i)
            QVERIFY2(sent.contains(u"sample %1 "_s.arg(i)), qPrintable(QString::number(i)));
        for (const ServedRequest& request : m_server->http().requests(u"/v1/chat"_s))
            QVERIFY(request.body.size() / 4 + 256 < 4000 * 1.3); // a quarter of the characters: the fake's own count
    }

    void onlyLlamaCppIsGivenBoundsInTheSchema()
    {
        const auto boundsSent = [this] {
            read(*make(), paper(u"bounds"_s));
            return m_server->http().requests(u"/v1/chat"_s).last().body.contains("maxItems");
        };
        QVERIFY(!boundsSent());
        m_server->behave({.flavour = Flavour::LlamaCpp, .contextTokens = 8000});
        QVERIFY(boundsSent());
    }

    void llamaCppsGrammarSparesThePromptTheSchema()
    {
        m_server->behave({.flavour = Flavour::LlamaCpp, .contextTokens = 8000});
        QVERIFY(read(*make(), paper(u"brief"_s)).allAnswered());
        QVERIFY(!allSent().contains(u"JSON schema"_s));
    }

    void llamaCppIsAskedNoMoreAtOnceThanItHasSlots()
    {
        m_server->behave({.flavour = Flavour::LlamaCpp, .contextTokens = 8000, .slots = 1, .chatDelay = 20ms});
        const auto reader = make();
        QVERIFY(read(*reader, paper(u"first"_s)).allAnswered());
        CallWatch one(reader->start(u"call2"_s, {paper(u"one"_s)}, ReadMode::Single));
        CallWatch two(reader->start(u"call3"_s, {paper(u"two"_s)}, ReadMode::Single));
        CallWatch three(reader->start(u"call4"_s, {paper(u"three"_s)}, ReadMode::Single));
        QVERIFY(one.wait().allAnswered() && two.wait().allAnswered() && three.wait().allAnswered());
        QCOMPARE(m_server->http().mostAtOnce(), 1);
    }

    void aServerNearbyIsWaitedForAsLongAsItIsNotSilent()
    {
        const Wire wire{&m_http, Spool(m_folder->path()), {}};
        const OpenAiService near({.base = m_server->url(), .key = {}, .longestSilence = 600s}, wire, u"m"_s, 0);
        const HttpRequest streamed = near.request(Prompt());
        QCOMPARE(QJsonDocument::fromJson(streamed.body)[u"stream"_s].toBool(), true);
        QCOMPARE(streamed.inactivity, 600s);
        QVERIFY(streamed.deadline > 3600s);
        const OpenAiService far({.base = QUrl(u"https://llm.example.org/v1"_s), .key = {}, .longestSilence = 600s},
                                wire, u"m"_s, 0);
        QVERIFY(!far.request(Prompt()).body.contains("stream"));
        QCOMPARE(far.request(Prompt()).deadline, 600s);
    }

    void aServerThatDoesNotStreamIsAskedWithout()
    {
        m_server->behave({.knowsStream = false});
        const auto reader = make();
        QVERIFY(read(*reader, paper(u"whole"_s)).allAnswered());
        QVERIFY(read(*reader, paper(u"whole"_s)).allAnswered()); // remembered
        QCOMPARE(m_server->http().requests(u"/v1/chat"_s).size(), 3);
    }

    void aStreamThatEndsBeforeItsAnswerIsAFailure()
    {
        m_server->behave({.cutsStream = true});
        QCOMPARE(read(*make(), paper(u"half"_s)).code(u"r-half"_s), u"read.reply"_s);
    }

    void anErrorThatIsNullIsNone()
    {
        const QString answer =
            u"{\\\"summary\\\":{\\\"value\\\":\\\"x\\\",\\\"quotes\\\":[]},\\\"findings\\\":{\\\"value\\\":null,\\\"quotes\\\":[]}}"_s;
        const QByteArray event = "data: {\"error\":null,\"choices\":[{\"delta\":{\"content\":\"" + answer.toUtf8() +
                                 "\"},\"finish_reason\":\"stop\"}]}\n\n";
        m_server->behave({.refusals = {ServedReply::text(event, "text/event-stream")}});
        QVERIFY(read(*make(), paper(u"null"_s)).allAnswered());
    }

    void anErrorInsideAStreamIsTheServersWord()
    {
        ServedReply stream = ServedReply::text("data: {\"choices\":[{\"delta\":{\"content\":\"{\"}}]}\n\n"
                                               "data: {\"error\":{\"code\":500,\"message\":\"out of memory\","
                                               "\"type\":\"server_error\"}}\n\n",
                                               "text/event-stream");
        m_server->behave({.refusals = {stream}});
        const Ending ending = read(*make(), paper(u"broken"_s));
        QCOMPARE(ending.code(u"r-broken"_s), u"read.errored"_s);
        QVERIFY(ending.of(u"r-broken"_s).record.error().detail.contains(u"out of memory"_s));
    }

    void whatTheServiceSaysItHasLeftIsWaitedForBeforeItRefuses()
    {
        m_server->behave({.chatHeaders = {{"x-ratelimit-limit-requests", "60"},
                                          {"x-ratelimit-remaining-requests", "0"},
                                          {"x-ratelimit-reset-requests", "18s"}}}); // 300 ms for one
        const auto reader = make();
        QVERIFY(read(*reader, paper(u"first"_s)).allAnswered());
        QVERIFY(read(*reader, paper(u"second"_s)).allAnswered());
        const QVector<ServedRequest> chats = m_server->http().requests(u"/v1/chat"_s);
        QCOMPARE(chats.size(), 2);
        QVERIFY2(chats.at(1).at - chats.at(0).at >= 290, qPrintable(QString::number(chats.at(1).at - chats.at(0).at)));
    }

    void anOllamaModelThatIsNotLoadedHasTheWindowOfItsFile()
    {
        m_server->behave({.flavour = Flavour::Ollama, .contextTokens = 3000, .modelLoaded = false});
        const auto reader = make();
        const Ending ending = read(*reader, paper(u"long"_s, 260));
        QVERIFY(ending.allAnswered());
        QVERIFY(ending.outcomes.first().warning.contains(u"parts"_s));
    }

    void llamaCppsOwnCountDecidesWhetherAPaperFits()
    {
        // By estimate it would not fit, by the server's count it does.
        const ReadRequest request = paper(u"fits"_s, 100);
        const auto tokens = int(request.markdown.size() / 4);
        m_server->behave({.flavour = Flavour::LlamaCpp, .contextTokens = tokens + 256 + 1900});
        const auto reader = make();
        const Ending ending = read(*reader, request);
        QVERIFY(ending.allAnswered());
        QVERIFY2(!ending.outcomes.first().warning.contains(u"parts"_s), qPrintable(ending.outcomes.first().warning));
        QCOMPARE(m_server->http().requests(u"/tokenize"_s).size(), 1);
    }

    void aServerThatCutsThePromptIsFoundOut()
    {
        m_server->behave({.promptTokens = 200});
        const auto reader = make();
        QCOMPARE(read(*reader, paper(u"cut"_s, 100)).code(u"r-cut"_s), u"read.too-long"_s);
    }

    void aWindowTooSmallForTheQuestionsIsSaid()
    {
        m_server->behave({.flavour = Flavour::LlamaCpp, .contextTokens = 512});
        const auto reader = make();
        QCOMPARE(read(*reader, paper(u"tiny"_s)).code(u"r-tiny"_s), u"read.too-long"_s);
        QCOMPARE(m_server->answered().size(), 0);
    }

    void aServerWithoutSchemasIsAskedInALooserForm()
    {
        const QString answer = u"Sure! ```json\n{\"summary\":{\"value\":\"x\",\"quotes\":[]},"
                               "\"findings\":{\"value\":null,\"quotes\":[]}}\n```"_s;
        m_server->behave({.knowsSchema = false, .texts = {answer, answer}});
        const auto reader = make();
        QVERIFY(read(*reader, paper(u"loose"_s)).allAnswered());
        QCOMPARE(m_server->http().requests(u"/v1/chat"_s).size(), 2);
        QVERIFY(read(*reader, paper(u"loose"_s)).allAnswered()); // remembered
        QCOMPARE(m_server->http().requests(u"/v1/chat"_s).size(), 3);
    }

    void aCutAnswerIsAFailure()
    {
        m_server->behave({.finishReason = u"length"_s});
        const auto reader = make();
        QCOMPARE(read(*reader, paper(u"cut"_s)).code(u"r-cut"_s), u"read.truncated"_s);
    }

    void aDroppedConnectionToAFreeServerIsTriedAgain()
    {
        m_server->behave({.loseChats = 1});
        const auto reader = make();
        QVERIFY(read(*reader, paper(u"drop"_s)).allAnswered());
        QCOMPARE(m_server->answered().value(u"drop"_s), 2);
    }

    void aPaidServerIsAskedThroughACourier()
    {
        m_server->behave({.loseChats = 1});
        const auto reader = make({{u"read.price.in"_s, u"1"_s}, {u"read.price.out"_s, u"2"_s}});
        QVERIFY(!reader->traits().free);
        QCOMPARE(read(*reader, paper(u"paid"_s)).code(u"r-paid"_s), u"read.in-doubt"_s);
        QCOMPARE(m_server->answered().value(u"paid"_s), 1);
        reader->forget(u"call1"_s);
        const Ending ending = read(*reader, paper(u"paid"_s));
        QVERIFY(ending.allAnswered());
        QVERIFY(ending.outcomes.first().usage.costUsd > 0);
    }

    void whatLiesInTheSpoolIsUsedWithoutTheService()
    {
        const QMap<QString, QString> prices{{u"read.price.in"_s, u"1"_s}, {u"read.price.out"_s, u"2"_s}};
        QVERIFY(read(*make(prices), paper(u"kept"_s)).allAnswered());
        m_server->http().goDown();
        const auto later = make(prices);
        CallWatch watch(later->recover(u"call1"_s, {}, {paper(u"other"_s), paper(u"kept"_s)}, ReadMode::Single));
        const Ending ending = watch.wait();
        QCOMPARE(ending.code(u"r-other"_s), u"read.not-sent"_s);
        QCOMPARE(ending.code(u"r-kept"_s), QString());
    }

    void quotaAndKeyStopTheStage()
    {
        ServedReply quota = ServedReply::json({{u"error"_s, QJsonObject{{u"message"_s, u"You exceeded your quota"_s},
                                                                        {u"code"_s, u"insufficient_quota"_s}}}},
                                              429);
        m_server->behave({.refusals = {quota}});
        const auto reader = make();
        Ending ending = read(*reader, paper(u"quota"_s));
        QVERIFY(ending.stageWide);
        QCOMPARE(ending.stageWide->code, u"read.credit"_s);
        QCOMPARE(m_server->http().requests(u"/v1/chat"_s).size(), 1);
        m_server->behave({.refusals = {ServedReply::json({{u"error"_s, u"unauthorized"_s}}, 401)}});
        ending = read(*reader, paper(u"key"_s));
        QVERIFY(ending.stageWide);
        QCOMPARE(ending.stageWide->code, u"read.key"_s);
    }

    void aServerWithoutModelsIsSaid()
    {
        m_server->behave({.models = {}});
        const auto reader = make();
        const Ending ending = read(*reader, paper(u"none"_s));
        QVERIFY(ending.stageWide);
        QCOMPARE(ending.stageWide->code, u"read.model"_s);
    }

    void aServerThatComesUpLaterIsAskedAgain()
    {
        const auto reader = make();
        m_server->http().goDown();
        const Ending ending = read(*reader, paper(u"down"_s));
        QVERIFY(ending.stageWide);
        QCOMPARE(ending.stageWide->code, u"read.service"_s);
        m_server->http().comeBack();
        QVERIFY(read(*reader, paper(u"up"_s)).allAnswered());
    }

    void testingTheConnectionNamesModelAndWindow()
    {
        m_server->behave({.flavour = Flavour::LlamaCpp, .contextTokens = 8192});
        const auto reader = make();
        std::optional<Result<QString>> answer;
        reader->test(this, [&](const Result<QString>& result) { answer = result; });
        QVERIFY(QTest::qWaitFor([&] { return answer.has_value(); }, patience));
        QVERIFY(*answer);
        QVERIFY((*answer)->contains(u"gemma-test"_s));
        QVERIFY((*answer)->contains(QLocale().toString(8192)));
    }

    void aDistantServiceNeedsAModelAPriceAndAKey()
    {
        const QString far = u"https://llm.example.org/v1"_s;
        QCOMPARE(tryMake({{u"read.url"_s, far}}).error().code, u"read.model"_s);
        QCOMPARE(tryMake({{u"read.url"_s, far}, {u"read.model"_s, u"m"_s}}).error().code, u"read.price"_s);
        const QMap<QString, QString> free{{u"read.url"_s, far},
                                          {u"read.model"_s, u"m"_s},
                                          {u"read.price.in"_s, u"0"_s},
                                          {u"read.price.out"_s, u"0"_s}};
        QCOMPARE(tryMake(free, [](SecretName) { return Secret(); }).error().code, u"read.key"_s);
        QVERIFY((*tryMake(free))->traits().free);
    }
};

QTEST_GUILESS_MAIN(OpenAiChats)
#include "openai_reader.moc"
