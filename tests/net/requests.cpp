// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "one_call.h"
#include "servers/http_server.h"

#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace sheaf;
using namespace sheaf::testing;

class RequestsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aFormArrivesAsItWasSent()
    {
        HttpServer server([](const ServedRequest&) { return ServedReply(); });
        HttpRequest request = onceTo(server.url());
        request.method = "POST";
        QByteArray all(256, '\0');
        for (int i = 0; i < 256; ++i)
            all[i] = char(i);
        setMultipart(request, {{"force_ocr", "true", {}, {}},
                               {"file", "%PDF-1.4\r\n--sheaf\r\n" + all, "a \"b\".pdf", "application/pdf"}});
        HttpClient client;
        QVERIFY(fetch(client, request));
        const auto parts = multipartParts(server.requests().first());
        QCOMPARE(parts.size(), 2);
        QCOMPARE(parts[0].name, "force_ocr"_ba);
        QCOMPARE(parts[0].data, "true"_ba);
        QCOMPARE(parts[1].fileName, "a %22b%22.pdf"_ba);
        QCOMPARE(parts[1].contentType, "application/pdf"_ba);
        QCOMPARE(parts[1].data, "%PDF-1.4\r\n--sheaf\r\n" + all);
    }

    void anyMethodAndALargeBodyGoThrough_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<bool>("resendable");
        for (const QByteArray& method : {"POST"_ba, "PUT"_ba, "PATCH"_ba, "DELETE"_ba}) {
            QTest::addRow("%s", method.constData()) << method << true;
            QTest::addRow("%s, once", method.constData()) << method << false;
        }
    }
    void anyMethodAndALargeBodyGoThrough()
    {
        QFETCH(QByteArray, method);
        QFETCH(bool, resendable);
        HttpServer server([](const ServedRequest&) { return ServedReply(); });
        HttpRequest request = onceTo(server.url());
        request.method = method;
        request.resendable = resendable;
        request.headers = {{"Content-Type", "application/octet-stream"}};
        request.body = QByteArray(3'000'000, 'b');
        HttpClient client;
        QVERIFY(fetch(client, request));
        const ServedRequest seen = server.requests().first();
        QCOMPARE(seen.method, method);
        QCOMPARE(seen.body.size(), request.body.size());
        QVERIFY(seen.body == request.body);
    }

    void whatIsLoggedCarriesNoKey_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("shown");
        QTest::newRow("plain") << u"https://a.org/x?page=2"_s << u"https://a.org/x?page=2"_s;
        QTest::newRow("user") << u"https://me:pw@a.org/x"_s << u"https://a.org/x"_s;
        QTest::newRow("key") << u"https://a.org/x?api_key=K1&page=2"_s << u"https://a.org/x?api_key=…&page=2"_s;
        QTest::newRow("signed") << u"https://a.org/x?X-Amz-Signature=K1"_s << u"https://a.org/x?X-Amz-Signature=…"_s;
        QTest::newRow("address") << u"https://a.org/v2/10.1/x?email=a@b.org"_s << u"https://a.org/v2/10.1/x?email=…"_s;
    }
    void whatIsLoggedCarriesNoKey()
    {
        QFETCH(QString, url);
        QFETCH(QString, shown);
        QCOMPARE(redacted(QUrl(url)), shown);
    }

    void aFailureCarriesNoKey()
    {
        HttpServer server([](const ServedRequest&) { return ServedReply(); });
        server.goDown();
        QUrl url = server.url(u"/x?key=K1"_s);
        url.setUserInfo(u"me:K2"_s);
        HttpRequest request = onceTo(url);
        request.headers = {{"x-api-key", "K3", true}};
        HttpClient client;
        const auto reply = fetch(client, request);
        QVERIFY(!reply);
        for (const QString& text : {reply.error().message, reply.error().detail}) {
            for (const QString& key : {u"K1"_s, u"K2"_s, u"K3"_s})
                QVERIFY2(!text.contains(key), qPrintable(text));
        }
        QCOMPARE(reply.error().stage, Stage::Acquire);
    }

    void aFailureBelongsToTheStageOfItsRequest()
    {
        HttpRequest request = onceTo(QUrl(u"file:///x"_s));
        request.stage = Stage::Read;
        HttpClient client;
        const auto reply = fetch(client, request);
        QVERIFY(!reply);
        QCOMPARE(reply.error().stage, Stage::Read);
    }

    void aWorkerThreadMayWait()
    {
        HttpServer server([](const ServedRequest&) { return ServedReply::text("hello"); });
        Result<HttpReply> outcome;
        std::jthread([&](std::stop_token stop) { outcome = sendAndWait(onceTo(server.url()), stop); }).join();
        QVERIFY(outcome);
        QCOMPARE(outcome->body, "hello"_ba);
    }

    void aWaitingWorkerStops()
    {
        HttpServer server([](const ServedRequest&) { return ServedReply{.manner = ServedReply::Manner::NeverAnswer}; });
        Result<HttpReply> outcome;
        std::jthread worker([&](std::stop_token stop) { outcome = sendAndWait(onceTo(server.url()), stop); });
        QTRY_COMPARE(server.requests().size(), 1);
        worker.request_stop();
        worker.join();
        QCOMPARE(codeOf(outcome), u"stopped"_s);
    }

    void aStoppedWorkerSendsNothing()
    {
        HttpServer server([](const ServedRequest&) { return ServedReply(); });
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(codeOf(sendAndWait(onceTo(server.url()), stop.get_token())), u"stopped"_s);
        QCOMPARE(server.requests().size(), 0);
    }
};

QTEST_GUILESS_MAIN(RequestsTest)
#include "requests.moc"
