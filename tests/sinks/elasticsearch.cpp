// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "servers/elasticsearch_server.h"
#include "sinks/bulk_write.h"
#include "sinks/result_rows.h"
#include "testing/testing.h"

#include <QCryptographicHash>
#include <QProcess>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace sheaf;
using namespace sheaf::testing;

/** The Elasticsearch sink against a server on a real socket. */
class ElasticsearchTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aPaperBecomesOneDocument();
    void twiceWrittenIsThereOnce();
    void aLostReplyDoublesNothing();
    void itemsThatFailAreTriedAgain();
    void whatFailsForeverIsToldAsBusy();
    void whatTheServerWillNotHaveIsTold();
    void aRequestThatIsTooLargeIsCut();
    void aServerThatIsDownIsToldForAll();
    void aRefusedKeyIsTold();
    void keysAndPasswordsAreSentAsTheServerWantsThem();
    void anIndexOfOtherFieldsIsNotWrittenTo();
    void anIndexOfBeforeGetsTheFieldsItLacks();
    void theTestSaysWhatIsThere();
    void aStopEndsAWaitAtOnce();
    void theVendorsOwnClientReadsWhatWasWritten();
};

namespace {

SecretSource keyIs(const QString& key)
{
    return [key](SecretName name) { return name == SecretName::ElasticsearchKey ? Secret(key) : Secret(); };
}

Settings settingsFor(const ElasticsearchServer& server, const QHash<QString, QString>& more = {})
{
    Settings settings;
    bool ok = settings.set(u"elasticsearch.url"_s, server.url().toString()).has_value();
    for (auto it = more.cbegin(); it != more.cend(); ++it)
        ok = settings.set(it.key(), *it).has_value() && ok;
    Q_ASSERT(ok);
    return settings;
}

std::shared_ptr<ServiceSink> sinkOf(const ElasticsearchServer& server, const QString& key = {},
                                    const QHash<QString, QString>& more = {})
{
    return makeServiceSink(u"elasticsearch"_s, settingsFor(server, more), keyIs(key)).value_or(nullptr);
}

QString idOf(int number)
{
    return QString::fromLatin1(
        QCryptographicHash::hash("10.1000/paper." + QByteArray::number(number), QCryptographicHash::Sha256).toHex());
}

qsizetype succeeded(const QVector<DeliveryOutcome>& outcomes)
{
    return std::ranges::count_if(outcomes, [](const DeliveryOutcome& outcome) { return outcome.has_value(); });
}

/** Without the pauses. */
QVector<Result<void>> bulk(const ElasticsearchServer& server, int count)
{
    const ElasticsearchClient client({.base = server.url(), .firstPause = std::chrono::milliseconds(1)});
    QVector<BulkWrite::Document> documents;
    for (int i = 1; i <= count; ++i)
        documents.append({idOf(i), R"({"n":1})"});
    return BulkWrite(client, u"sheaf"_s, documents).run({});
}

} // namespace

void ElasticsearchTest::aPaperBecomesOneDocument()
{
    ElasticsearchServer server;
    const auto outcomes = sinkOf(server)->write({someRecord(1)}, someColumns(), {});
    QVERIFY(outcomes.first().has_value());
    QCOMPARE(outcomes.first()->remoteId, idOf(1));
    const QJsonObject document = server.documents(u"sheaf"_s).value(idOf(1));
    QCOMPARE(document["doi"_L1].toString(), u"10.1000/paper.1"_s);
    QCOMPARE(document["content"_L1].toString(), someRecord(1).row.markdown);
    QCOMPARE(document["summary"_L1].toString(), u"A short summary."_s);
    QCOMPARE(document["metadata"_L1]["processing_status"_L1].toString(), u"completed"_s);
    QCOMPARE(document["metadata"_L1]["word_count"_L1].toInt(), 7);
    QCOMPARE(document["answers"_L1][0]["quotes"_L1].toArray().size(), 1); // what was not found is shown to nobody
    QCOMPARE(document["answers"_L1][2]["number"_L1].toInt(), 41);
    QCOMPARE(document["created_at"_L1].toString(), u"2023-11-14T22:13:20.000Z"_s);
    const QJsonObject fields = server.properties(u"sheaf"_s);
    QCOMPARE(fields["doi"_L1]["type"_L1].toString(), u"keyword"_s);
    QCOMPARE(fields["content"_L1]["type"_L1].toString(), u"text"_s);
    const auto stored = document.keys();
    for (const QString& field : stored)
        QVERIFY2(fields.contains(field), qPrintable(field));
}

void ElasticsearchTest::twiceWrittenIsThereOnce()
{
    ElasticsearchServer server;
    QCOMPARE(succeeded(sinkOf(server)->write(someRecords(30), someColumns(), {})), 30);
    const auto first = server.documents(u"sheaf"_s);
    QCOMPARE(succeeded(sinkOf(server)->write(someRecords(30), someColumns(), {})), 30);
    QCOMPARE(first.size(), 30);
    QCOMPARE(server.documents(u"sheaf"_s), first);
}

void ElasticsearchTest::aLostReplyDoublesNothing()
{
    ElasticsearchServer server;
    server.behave({.loseReplies = 1});
    QCOMPARE(succeeded(sinkOf(server)->write(someRecords(3), someColumns(), {})), 3);
    QCOMPARE(server.http().requests(u"/_bulk").size(), 2);
    QCOMPARE(server.documents(u"sheaf"_s).size(), 3);
}

void ElasticsearchTest::itemsThatFailAreTriedAgain()
{
    ElasticsearchServer server;
    server.behave({.failEvery = 5});
    const auto outcomes = bulk(server, 1000);
    QCOMPARE(std::ranges::count_if(outcomes, &Result<void>::has_value), 1000);
    QCOMPARE(server.documents(u"sheaf"_s).size(), 1000);
    QVERIFY(server.http().requests(u"/_bulk").size() > 2);
}

void ElasticsearchTest::whatFailsForeverIsToldAsBusy()
{
    ElasticsearchServer server;
    server.behave({.failEvery = 5, .failForGood = true});
    const auto outcomes = bulk(server, 100);
    int listed = 0;
    for (const Result<void>& outcome : outcomes)
        listed += !outcome && outcome.error().code == "elasticsearch.busy"_L1 && outcome.error().retryable;
    QVERIFY(listed > 0);
    QCOMPARE(server.documents(u"sheaf"_s).size() + listed, 100);
}

void ElasticsearchTest::whatTheServerWillNotHaveIsTold()
{
    ElasticsearchServer server;
    server.behave({.unmappable = {idOf(2)}});
    const auto outcomes = sinkOf(server)->write(someRecords(3), someColumns(), {});
    QCOMPARE(succeeded(outcomes), 2);
    QVERIFY(isRefusal(outcomes[1].error()));
    QVERIFY2(outcomes[1].error().message.contains(u"mapper_parsing_exception"_s),
             qPrintable(outcomes[1].error().message));
    QCOMPARE(server.http().requests(u"/_bulk").size(), 1);
}

void ElasticsearchTest::aRequestThatIsTooLargeIsCut()
{
    ElasticsearchServer server;
    server.behave({.mostBytes = 3000, .breakerItems = 20});
    const auto outcomes = bulk(server, 100);
    QCOMPARE(std::ranges::count_if(outcomes, &Result<void>::has_value), 100);
    QCOMPARE(server.documents(u"sheaf"_s).size(), 100);
}

void ElasticsearchTest::aServerThatIsDownIsToldForAll()
{
    ElasticsearchServer server;
    const auto sink = sinkOf(server);
    server.http().goDown();
    const auto outcomes = sink->write(someRecords(2), someColumns(), {});
    QCOMPARE(outcomes.size(), 2);
    QCOMPARE(outcomes[1].error().code, u"net.unreachable"_s);
    server.http().comeBack();
    QCOMPARE(succeeded(sink->write(someRecords(2), someColumns(), {})), 2);
}

void ElasticsearchTest::aRefusedKeyIsTold()
{
    ElasticsearchServer server;
    server.behave({.authorization = "ApiKey right"});
    const auto outcomes = sinkOf(server, u"wrong"_s)->write(someRecords(2), someColumns(), {});
    QCOMPARE(outcomes[0].error().code, u"elasticsearch.key"_s);
    QCOMPARE(sinkOf(server, u"wrong"_s)->test({}).error().code, u"elasticsearch.key"_s);
    QCOMPARE(server.http().requests(u"/_bulk").size(), 0);
}

void ElasticsearchTest::keysAndPasswordsAreSentAsTheServerWantsThem()
{
    ElasticsearchServer server;
    server.behave({.authorization = "ApiKey aWQ6c2VjcmV0"});
    QVERIFY(sinkOf(server, u"aWQ6c2VjcmV0"_s)->test({}).has_value());
    QVERIFY(sinkOf(server, u"id:secret"_s)->test({}).has_value());
    server.behave({.authorization = "Basic " + QByteArray("ann:pass").toBase64()});
    QVERIFY(sinkOf(server, u"pass"_s, {{u"elasticsearch.user"_s, u"ann"_s}})->test({}).has_value());
}

void ElasticsearchTest::anIndexOfOtherFieldsIsNotWrittenTo()
{
    ElasticsearchServer server;
    server.addIndex(u"sheaf"_s, {{u"doi"_s, QJsonObject{{u"type"_s, u"text"_s}}}});
    const auto outcomes = sinkOf(server)->write(someRecords(1), someColumns(), {});
    QCOMPARE(outcomes[0].error().code, u"elasticsearch.settings"_s);
    QVERIFY2(outcomes[0].error().message.contains(u"doi"_s), qPrintable(outcomes[0].error().message));
    QCOMPARE(server.documents(u"sheaf"_s).size(), 0);
}

void ElasticsearchTest::anIndexOfBeforeGetsTheFieldsItLacks()
{
    ElasticsearchServer server;
    const QJsonObject keyword{{u"type"_s, u"keyword"_s}}, own{{u"type"_s, u"date"_s}};
    server.addIndex(u"sheaf"_s, {{u"doi"_s, keyword},
                                 {u"metadata"_s, QJsonObject{{u"properties"_s, QJsonObject{{u"title"_s, own}}}}}});
    QCOMPARE(succeeded(sinkOf(server)->write(someRecords(1), someColumns(), {})), 1);
    const QJsonObject there = server.properties(u"sheaf"_s);
    QCOMPARE(there["answers"_L1]["type"_L1].toString(), u"nested"_s);
    const QJsonObject metadata = there["metadata"_L1]["properties"_L1].toObject();
    QCOMPARE(metadata["source_basis"_L1].toObject(), keyword);
    QCOMPARE(metadata["title"_L1].toObject(), own); // what is there stays as it is
}

void ElasticsearchTest::theTestSaysWhatIsThere()
{
    ElasticsearchServer server;
    QVERIFY(sinkOf(server)->test({})->contains(u"8.15.2"_s));
    QCOMPARE(server.properties(u"sheaf"_s).size(), 0); // it changes nothing
    server.behave({.openSearch = true});
    QVERIFY(sinkOf(server)->test({})->startsWith(u"OpenSearch"_s));
    HttpServer other([](const ServedRequest&) { return ServedReply::json({{u"hello"_s, 1}}); });
    Settings settings;
    QVERIFY(settings.set(u"elasticsearch.url"_s, other.url().toString()));
    QCOMPARE(makeServiceSink(u"elasticsearch"_s, settings, keyIs({})).value()->test({}).error().code,
             u"elasticsearch.settings"_s);
    QCOMPARE(makeServiceSink(u"elasticsearch"_s, Settings(), keyIs({})).error().code, u"elasticsearch.settings"_s);
}

void ElasticsearchTest::aStopEndsAWaitAtOnce()
{
    ElasticsearchServer server;
    const ServedReply busy{.status = 429, .headers = {{"Retry-After", "100"}}};
    server.behave({.refusals = {busy, busy, busy}});
    std::stop_source stop;
    QVector<DeliveryOutcome> outcomes;
    std::jthread writing([&] { outcomes = sinkOf(server)->write(someRecords(1), someColumns(), stop.get_token()); });
    QTRY_COMPARE(server.http().requests(u"/_bulk").size(), 1);
    stop.request_stop();
    writing.join();
    QCOMPARE(outcomes[0].error().code, u"stopped"_s);
}

/** So that the fake is honest: what is refused or misread by the vendor's client would be by a real server's users. */
void ElasticsearchTest::theVendorsOwnClientReadsWhatWasWritten()
{
    ElasticsearchServer server;
    QCOMPARE(succeeded(sinkOf(server)->write(someRecords(3), someColumns(), {})), 3);
    QProcess python;
    python.start(qEnvironmentVariable("SHEAF_PYTHON", u"python3"_s),
                 {QFINDTESTDATA("elasticsearch_client.py"), server.url().toString(), idOf(2)});
    QVERIFY(python.waitForFinished(60000));
    const QByteArray errors = python.readAllStandardError();
    if (python.exitCode() == 77)
        QSKIP("the elasticsearch package of Python is not installed");
    QVERIFY2(python.exitCode() == 0, errors.constData());
    QCOMPARE(server.documents(u"other"_s).size(), 2); // written by that client
}

QTEST_GUILESS_MAIN(ElasticsearchTest)
#include "elasticsearch.moc"
