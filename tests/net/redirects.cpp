// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "one_call.h"
#include "servers/http_server.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sheaf;
using namespace sheaf::testing;

namespace {

HttpRequest withSecrets(const QUrl& url)
{
    HttpRequest request = onceTo(url);
    request.headers = {{"x-api-key", "k1", true}, {"Authorization", "Bearer k2"}, {"X-Plain", "p"}};
    return request;
}

/** Sends everybody on to where it was told, except from "/end". */
HttpServer::Handler sendingTo(const QUrl& target, int status = 302)
{
    return [=](const ServedRequest& request) {
        return request.path == "/end"_L1 ? ServedReply::text("end") : ServedReply::redirect(target, status);
    };
}

} // namespace

class RedirectsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void secretsStayWithTheirOrigin_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {301, 302, 303, 307, 308})
            QTest::addRow("%d", status) << status;
    }
    void secretsStayWithTheirOrigin()
    {
        QFETCH(int, status);
        HttpServer other([](const ServedRequest&) { return ServedReply::text("other"); });
        HttpServer server(sendingTo(other.url(u"/end"_s), status));
        HttpClient client;
        const auto reply = fetch(client, withSecrets(server.url()));
        QVERIFY(reply);
        QCOMPARE(reply->body, "other"_ba);
        QCOMPARE(reply->url, other.url(u"/end"_s));
        const ServedRequest first = server.requests().first(), second = other.requests().first();
        QCOMPARE(first.header("x-api-key"), "k1"_ba);
        QCOMPARE(first.header("Authorization"), "Bearer k2"_ba);
        QVERIFY(!second.hasHeader("x-api-key"));
        QVERIFY(!second.hasHeader("Authorization"));
        QCOMPARE(second.header("X-Plain"), "p"_ba);
    }

    void anotherNameOfTheSameComputerIsAnotherOrigin()
    {
        QUrl target;
        HttpServer server([&](const ServedRequest& request) {
            return request.path == "/end"_L1 ? ServedReply::text("end") : ServedReply::redirect(target);
        });
        target = server.url(u"/end"_s, u"localhost"_s);
        HttpClient client;
        QVERIFY(fetch(client, withSecrets(server.url())));
        QVERIFY(!server.requests().last().hasHeader("x-api-key"));
    }

    void secretsGoAlongWithinTheOrigin()
    {
        HttpServer server(sendingTo(QUrl(u"/end"_s)));
        HttpClient client;
        const auto reply = fetch(client, withSecrets(server.url(u"/begin"_s)));
        QVERIFY(reply);
        QCOMPARE(reply->url, server.url(u"/end"_s));
        QCOMPARE(server.requests().last().header("x-api-key"), "k1"_ba);
    }

    void aPostBecomesAGetUnlessTheServerSaysOtherwise_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("method");
        QTest::newRow("302") << 302 << "GET"_ba;
        QTest::newRow("303") << 303 << "GET"_ba;
        QTest::newRow("307") << 307 << "POST"_ba;
        QTest::newRow("308") << 308 << "POST"_ba;
    }
    void aPostBecomesAGetUnlessTheServerSaysOtherwise()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, method);
        HttpServer server(sendingTo(QUrl(u"/end"_s), status));
        HttpRequest request = withSecrets(server.url());
        request.method = "POST";
        request.body = "{}";
        HttpClient client;
        QVERIFY(fetch(client, request));
        QCOMPARE(server.requests().last().method, method);
        QCOMPARE(server.requests().last().body, method == "POST" ? "{}"_ba : QByteArray());
    }

    void aBodyDoesNotLeaveItsOrigin()
    {
        HttpServer other([](const ServedRequest&) { return ServedReply(); });
        HttpServer server(sendingTo(other.url(), 307));
        HttpRequest request = withSecrets(server.url());
        request.method = "POST";
        request.body = "the paper's text";
        HttpClient client;
        QCOMPARE(codeOf(fetch(client, request)), u"net.redirect"_s);
        QCOMPARE(other.requests().size(), 0);
    }

    void theNetworkCannotSendUsToAFile_data()
    {
        QTest::addColumn<QUrl>("target");
        QTest::newRow("file") << QUrl(u"file:///etc/passwd"_s);
        QTest::newRow("data") << QUrl(u"data:text/plain,x"_s);
        QTest::newRow("nowhere") << QUrl();
    }
    void theNetworkCannotSendUsToAFile()
    {
        QFETCH(QUrl, target);
        HttpServer server(sendingTo(target));
        HttpClient client;
        QCOMPARE(codeOf(fetch(client, onceTo(server.url()))), u"net.redirect"_s);
    }

    void aCircleEnds()
    {
        HttpServer server(sendingTo(QUrl(u"/again"_s)));
        HttpRequest request = onceTo(server.url());
        request.maxRedirects = 3;
        HttpClient client;
        QCOMPARE(codeOf(fetch(client, request)), u"net.redirect"_s);
        QCOMPARE(server.requests().size(), 4);
    }
};

QTEST_GUILESS_MAIN(RedirectsTest)
#include "redirects.moc"
