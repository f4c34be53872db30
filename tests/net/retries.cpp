// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "one_call.h"
#include "servers/http_server.h"

#include <QTest>
#include <QTimer>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace sheaf;
using namespace sheaf::testing;
using Manner = ServedReply::Manner;

namespace {

HttpRequest quickRetries(const QUrl& url)
{
    HttpRequest request;
    request.url = url;
    request.retry = {.attempts = 3, .firstDelay = 10ms, .maxDelay = 20ms};
    return request;
}

HttpRequest paid(const QUrl& url)
{
    HttpRequest request = quickRetries(url);
    request.method = "POST";
    request.body = "{\"question\":1}";
    request.headers = {{"Content-Type", "application/json"}};
    request.resendable = false;
    return request;
}

/** The first `failures` answers are bad, the rest good. */
HttpServer::Handler badAtFirst(int failures, ServedReply bad)
{
    return
        [=, count = 0](const ServedRequest&) mutable { return ++count <= failures ? bad : ServedReply::text("good"); };
}

} // namespace

class RetriesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatHealsIsTriedAgain_data()
    {
        QTest::addColumn<ServedReply>("bad");
        for (const int status : {408, 429, 500, 502, 503, 504, 529})
            QTest::addRow("%d", status) << ServedReply{.status = status};
        QTest::newRow("dropped") << ServedReply{.manner = Manner::DropAfterHeaders, .claimedLength = 10};
        QTest::newRow("cut") << ServedReply{.body = QByteArray(100, 'x'), .manner = Manner::DropMidBody};
        QTest::newRow("409, but the server says so")
            << ServedReply{.status = 409, .headers = {{"x-should-retry", "true"}}};
    }
    void whatHealsIsTriedAgain()
    {
        QFETCH(ServedReply, bad);
        HttpServer server(badAtFirst(2, bad));
        HttpClient client;
        const auto reply = fetch(client, quickRetries(server.url()));
        QVERIFY(reply);
        QCOMPARE(reply->body, "good"_ba);
        QCOMPARE(reply->attempts, 3);
        QCOMPARE(server.requests().size(), 3);
    }

    void whatDoesNotHealIsNot_data()
    {
        QTest::addColumn<ServedReply>("bad");
        for (const int status : {400, 401, 403, 404, 409, 422})
            QTest::addRow("%d", status) << ServedReply{.status = status};
        QTest::newRow("500, but the server says no")
            << ServedReply{.status = 500, .headers = {{"x-should-retry", "false"}}};
    }
    void whatDoesNotHealIsNot()
    {
        QFETCH(ServedReply, bad);
        HttpServer server(badAtFirst(1, bad));
        HttpClient client;
        const auto reply = fetch(client, quickRetries(server.url()));
        QVERIFY(reply);
        QCOMPARE(reply->status, bad.status);
        QCOMPARE(server.requests().size(), 1);
    }

    void theLastAnswerIsTheCallers()
    {
        HttpServer server([](const ServedRequest&) { return ServedReply::text("busy", "text/plain", 503); });
        HttpClient client;
        const auto reply = fetch(client, quickRetries(server.url()));
        QVERIFY(reply);
        QCOMPARE(reply->status, 503);
        QCOMPARE(reply->body, "busy"_ba);
        QCOMPARE(reply->attempts, 3);
    }

    void theServersWishForAPauseIsObeyedByAllItsRequests()
    {
        HttpServer server(badAtFirst(1, {.status = 429, .headers = {{"retry-after-ms", "400"}}}));
        HttpClient client;
        client.setHostPolicy(u"127.0.0.1"_s, {.parallel = 1});
        int ended = 0;
        for (int i = 0; i < 2; ++i)
            client.send(quickRetries(server.url()), this, [&](const Result<HttpReply>&) { ++ended; });
        QTRY_COMPARE(ended, 2);
        const auto seen = server.requests();
        QCOMPARE(seen.size(), 3);
        QVERIFY(seen[1].at - seen[0].at >= 350); // a lower bound: it can only be later
    }

    void aWishForAPauseThatIsTooLongIsTheCallers()
    {
        HttpServer server(badAtFirst(1, {.status = 429, .headers = {{"Retry-After", "3600"}}}));
        HttpClient client;
        const auto reply = fetch(client, quickRetries(server.url()));
        QVERIFY(reply);
        QCOMPARE(reply->status, 429);
        QCOMPARE(reply->retryAfter(), 3'600'000ms);
        QCOMPARE(server.requests().size(), 1);
    }

    void retryAfterIsReadInAllItsForms_data()
    {
        QTest::addColumn<QVector<HttpHeader>>("headers");
        QTest::addColumn<qint64>("ms");
        const HttpHeader date{"Date", "Sun, 06 Nov 2033 08:49:00 GMT"};
        QTest::newRow("seconds") << QVector<HttpHeader>{{"Retry-After", "7"}} << 7000LL;
        QTest::newRow("fraction") << QVector<HttpHeader>{{"Retry-After", "0.5"}} << 500LL;
        QTest::newRow("milliseconds first")
            << QVector<HttpHeader>{{"Retry-After", "7"}, {"Retry-After-Ms", "20"}} << 20LL;
        QTest::newRow("date") << QVector<HttpHeader>{date, {"Retry-After", "Sun, 06 Nov 2033 08:49:37 GMT"}}
                              << 37'000LL;
        QTest::newRow("old date") << QVector<HttpHeader>{date, {"Retry-After", "Sunday, 06-Nov-33 08:49:37 GMT"}}
                                  << 37'000LL;
        QTest::newRow("asctime") << QVector<HttpHeader>{date, {"Retry-After", "Sun Nov  6 08:49:37 2033"}} << 37'000LL;
        QTest::newRow("past") << QVector<HttpHeader>{date, {"Retry-After", "Sun, 06 Nov 2033 08:00:00 GMT"}} << 0LL;
        QTest::newRow("none") << QVector<HttpHeader>{} << -1LL;
        QTest::newRow("nonsense") << QVector<HttpHeader>{{"Retry-After", "soon"}} << -1LL;
        QTest::newRow("negative") << QVector<HttpHeader>{{"Retry-After", "-5"}} << -1LL;
    }
    void retryAfterIsReadInAllItsForms()
    {
        QFETCH(QVector<HttpHeader>, headers);
        QFETCH(qint64, ms);
        HttpReply reply;
        reply.headers = headers;
        const auto wish = reply.retryAfter();
        QCOMPARE(wish ? qint64(wish->count()) : -1, ms);
    }

    void aPaidRequestIsDeliveredOnceWhateverHappens_data()
    {
        QTest::addColumn<ServedReply>("bad");
        QTest::newRow("closed before the answer") << ServedReply{.manner = Manner::DropBeforeHeaders};
        QTest::newRow("closed after the headers")
            << ServedReply{.manner = Manner::DropAfterHeaders, .claimedLength = 9};
        QTest::newRow("cut") << ServedReply{.body = QByteArray(100, 'x'), .manner = Manner::DropMidBody};
        QTest::newRow("silence") << ServedReply{.manner = Manner::NeverAnswer};
        QTest::newRow("500") << ServedReply{.status = 500};
        QTest::newRow("504") << ServedReply{.status = 504};
    }
    void aPaidRequestIsDeliveredOnceWhateverHappens()
    {
        QFETCH(ServedReply, bad);
        HttpServer server(badAtFirst(9, bad));
        HttpRequest request = paid(server.url());
        request.inactivity = 300ms;
        HttpClient client;
        const auto reply = fetch(client, request);
        QVERIFY(!reply || reply->status >= 500);
        QTest::qWait(100); // for a second delivery by Qt, were there one
        QCOMPARE(server.requests().size(), 1);
        QCOMPARE(server.requests().first().body, request.body);
    }

    void aPaidRequestWithoutABodyIsDeliveredOnceToo()
    {
        HttpServer server(badAtFirst(9, {.manner = Manner::DropBeforeHeaders}));
        HttpRequest request = paid(server.url());
        request.body.clear();
        HttpClient client;
        QCOMPARE(codeOf(fetch(client, request)), u"net.dropped"_s);
        QCOMPARE(server.requests().size(), 1);
    }

    void aPaidRequestIsDeliveredOnceOnAServerThatKeepsItsConnections()
    {
        HttpServer server([count = 0](const ServedRequest&) mutable {
            return ++count == 1 ? ServedReply::text("good") : ServedReply{.manner = Manner::DropBeforeHeaders};
        });
        HttpClient client;
        QVERIFY(fetch(client, onceTo(server.url())));
        QCOMPARE(codeOf(fetch(client, paid(server.url()))), u"net.dropped"_s);
        QCOMPARE(server.requests().size(), 2);
        QCOMPARE(server.requests()[1].connection, 2); // not the kept one
    }

    void aPaidRequestIsSentAgainWhenTheServerRefusedIt_data()
    {
        QTest::addColumn<ServedReply>("bad");
        QTest::newRow("429") << ServedReply{.status = 429};
        QTest::newRow("529") << ServedReply{.status = 529};
        QTest::newRow("its word") << ServedReply{.status = 500, .headers = {{"x-should-retry", "true"}}};
    }
    void aPaidRequestIsSentAgainWhenTheServerRefusedIt()
    {
        QFETCH(ServedReply, bad);
        HttpServer server(badAtFirst(1, bad));
        HttpClient client;
        const auto reply = fetch(client, paid(server.url()));
        QVERIFY(reply);
        QCOMPARE(reply->body, "good"_ba);
        QCOMPARE(server.requests().size(), 2);
    }

    void aPaidRequestIsSentWhenTheServerComesBack()
    {
        HttpServer server(badAtFirst(0, {}));
        server.goDown();
        HttpRequest request = paid(server.url());
        request.retry = {.attempts = 50, .firstDelay = 20ms, .maxDelay = 20ms};
        HttpClient client;
        Result<HttpReply> outcome;
        bool ended = false;
        client.send(request, this, [&](Result<HttpReply> reply) {
            outcome = std::move(reply);
            ended = true;
        });
        QTimer::singleShot(100, this, [&] { server.comeBack(); });
        QTRY_VERIFY(ended);
        QVERIFY(outcome);
        QVERIFY(outcome->attempts > 1);
        QCOMPARE(server.requests().size(), 1);
    }
};

QTEST_GUILESS_MAIN(RetriesTest)
#include "retries.moc"
