// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/http_client.h"

#include "one_call.h"
#include "servers/http_server.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <csignal>
#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace sheaf;
using namespace sheaf::testing;
using Manner = ServedReply::Manner;

namespace {

/** While it lives, no file grows beyond `bytes`, as on a disk that is full. */
class NoRoom
{
public:
    explicit NoRoom(rlim_t bytes) : m_handler(std::signal(SIGXFSZ, SIG_IGN)) // else the process would end
    {
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~NoRoom()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    NoRoom(const NoRoom&) = delete;
    NoRoom& operator=(const NoRoom&) = delete;

private:
    rlimit m_before{};
    void (*m_handler)(int);
};

} // namespace

class HttpClientTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aReplyCarriesStatusHeadersAndBody()
    {
        HttpServer server([](const ServedRequest&) {
            ServedReply reply = ServedReply::text("hello");
            reply.headers = {{"X-Thing", "a"}};
            return reply;
        });
        HttpClient client;
        const auto reply = fetch(client, onceTo(server.url(u"/x?y=1"_s)));
        QVERIFY(reply);
        QCOMPARE(reply->status, 200);
        QVERIFY(reply->ok());
        QCOMPARE(reply->body, "hello"_ba);
        QCOMPARE(reply->header("x-thing"), "a"_ba);
        QCOMPARE(reply->attempts, 1);
        const ServedRequest seen = server.requests().first();
        QCOMPARE(seen.target, "/x?y=1"_ba);
        QCOMPARE(seen.header("User-Agent"), userAgent());
        QVERIFY(seen.header("User-Agent").startsWith("Sheaf/"));
    }

    void anErrorStatusIsAReplyWithItsBody_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {400, 401, 402, 403, 404, 409, 413, 422, 429, 500, 503, 529})
            QTest::addRow("%d", status) << status;
    }
    void anErrorStatusIsAReplyWithItsBody()
    {
        QFETCH(int, status);
        HttpServer server([&](const ServedRequest&) { return ServedReply::text("why", "text/plain", status); });
        HttpClient client;
        const auto reply = fetch(client, onceTo(server.url()));
        QVERIFY(reply);
        QCOMPARE(reply->status, status);
        QCOMPARE(reply->body, "why"_ba);
        QCOMPARE(server.requests().size(), 1);
    }

    void aTruncatedBodyIsAFailureAlthoughTheStatusIs200_data()
    {
        QTest::addColumn<bool>("toFile");
        QTest::newRow("in memory") << false;
        QTest::newRow("to a file") << true;
    }
    void aTruncatedBodyIsAFailureAlthoughTheStatusIs200()
    {
        QFETCH(bool, toFile);
        HttpServer server([](const ServedRequest&) {
            ServedReply reply = ServedReply::text(QByteArray(5000, 'x'));
            reply.manner = Manner::DropMidBody;
            return reply;
        });
        const QTemporaryDir folder;
        HttpRequest request = onceTo(server.url());
        if (toFile)
            request.downloadTo = folder.filePath(u"paper.pdf"_s);
        HttpClient client;
        QCOMPARE(codeOf(fetch(client, request)), u"net.dropped"_s);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList());
    }

    void aBodyShorterThanAnnouncedIsAFailure()
    {
        HttpServer server([](const ServedRequest&) {
            ServedReply reply = ServedReply::text(QByteArray(100, 'x'));
            reply.claimedLength = 200;
            return reply;
        });
        HttpClient client;
        QCOMPARE(codeOf(fetch(client, onceTo(server.url()))), u"net.dropped"_s);
    }

    void aDownloadGetsItsNameOnlyWhenComplete()
    {
        HttpServer server([](const ServedRequest&) {
            ServedReply reply = ServedReply::text(QByteArray(100'000, 'p'), "application/pdf");
            reply.chunked = true;
            reply.dripBytes = 50'000;
            reply.dripPace = 100ms;
            return reply;
        });
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"paper.pdf"_s);
        HttpRequest request = onceTo(server.url());
        request.downloadTo = path;
        HttpClient client;
        bool partWasThere = false;
        QTimer look;
        connect(&look, &QTimer::timeout, this, [&] {
            partWasThere = partWasThere || QFileInfo::exists(path + ".part"_L1);
            QVERIFY(!QFileInfo::exists(path) || QFileInfo(path).size() == 100'000);
        });
        look.start(5);
        const auto reply = fetch(client, request);
        QVERIFY(reply);
        QVERIFY(reply->body.isEmpty());
        QVERIFY(partWasThere);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList(u"paper.pdf"_s));
        QCOMPARE(QFileInfo(path).size(), 100'000);
    }

    void anErrorPageIsNotWrittenToTheFile()
    {
        HttpServer server([](const ServedRequest&) { return ServedReply::text("gone", "text/html", 404); });
        const QTemporaryDir folder;
        HttpRequest request = onceTo(server.url());
        request.downloadTo = folder.filePath(u"paper.pdf"_s);
        HttpClient client;
        const auto reply = fetch(client, request);
        QVERIFY(reply);
        QCOMPARE(reply->status, 404);
        QCOMPARE(reply->body, "gone"_ba);
        QVERIFY(!QFileInfo::exists(request.downloadTo));
    }

    void aFolderThatIsNotThereIsADiskFailure()
    {
        HttpServer server([](const ServedRequest&) { return ServedReply::text("x"); });
        HttpRequest request = onceTo(server.url());
        request.downloadTo = u"/nowhere/at/all/paper.pdf"_s;
        HttpClient client;
        QCOMPARE(codeOf(fetch(client, request)), u"net.disk"_s);
    }

    void aFullDiskIsADiskFailure()
    {
        HttpServer server([](const ServedRequest&) { return ServedReply::text(QByteArray(100'000, 'x')); });
        const QTemporaryDir folder;
        HttpRequest request = onceTo(server.url());
        request.downloadTo = folder.filePath(u"paper.pdf"_s);
        HttpClient client;
        const NoRoom noRoom(50'000);
        QCOMPARE(codeOf(fetch(client, request)), u"net.disk"_s);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList());
    }

    void tooMuchIsRefusedWhetherAnnouncedOrNot_data()
    {
        QTest::addColumn<bool>("chunked");
        QTest::newRow("announced") << false;
        QTest::newRow("not announced") << true;
    }
    void tooMuchIsRefusedWhetherAnnouncedOrNot()
    {
        QFETCH(bool, chunked);
        HttpServer server([&](const ServedRequest&) {
            ServedReply reply = ServedReply::text(QByteArray(10'000, 'x'));
            reply.chunked = chunked;
            return reply;
        });
        HttpRequest request = onceTo(server.url());
        request.maxBytes = 9'999;
        HttpClient client;
        QCOMPARE(codeOf(fetch(client, request)), u"net.too-large"_s);
    }

    void whatIsNoWebAddressIsRefusedWithoutSending_data()
    {
        QTest::addColumn<QString>("url");
        QTest::newRow("file") << u"file:///etc/passwd"_s;
        QTest::newRow("ftp") << u"ftp://example.org/x"_s;
        QTest::newRow("data") << u"data:text/plain,x"_s;
        QTest::newRow("no host") << u"http:///x"_s;
        QTest::newRow("relative") << u"paper.pdf"_s;
        QTest::newRow("empty") << QString();
    }
    void whatIsNoWebAddressIsRefusedWithoutSending()
    {
        QFETCH(QString, url);
        HttpClient client;
        QCOMPARE(codeOf(fetch(client, onceTo(QUrl(url)))), u"net.url"_s);
    }

    void aHeaderCannotSmuggleInAnother()
    {
        HttpServer server([](const ServedRequest&) { return ServedReply(); });
        HttpRequest request = onceTo(server.url());
        request.headers = {{"X-Title", "a\r\nX-Evil: 1"}};
        HttpClient client;
        QCOMPARE(codeOf(fetch(client, request)), u"net.url"_s);
        QCOMPARE(server.requests().size(), 0);
    }

    void aServerThatIsDownIsUnreachable()
    {
        HttpServer server([](const ServedRequest&) { return ServedReply(); });
        server.goDown();
        HttpClient client;
        QCOMPARE(codeOf(fetch(client, onceTo(server.url()))), u"net.unreachable"_s);
    }

    void aServerThatSpeaksNoTlsIsATlsFailure()
    {
        HttpServer server([](const ServedRequest&) { return ServedReply(); });
        QUrl url = server.url();
        url.setScheme(u"https"_s);
        HttpClient client;
        const QString code = codeOf(fetch(client, onceTo(url)));
        QVERIFY2(code == "net.tls"_L1 || code == "net.dropped"_L1, qPrintable(code));
    }

    void silenceEndsByInactivity()
    {
        HttpServer server([](const ServedRequest&) { return ServedReply{.manner = Manner::NeverAnswer}; });
        HttpRequest request = onceTo(server.url());
        request.inactivity = 100ms;
        HttpClient client;
        const auto reply = fetch(client, request);
        QCOMPARE(codeOf(reply), u"net.timeout"_s);
        QVERIFY(reply.error().detail.contains("inactivity"_L1));
    }

    void aDripThatIsNeverInactiveEndsByTheDeadline()
    {
        HttpServer server([](const ServedRequest&) {
            ServedReply reply = ServedReply::text(QByteArray(10'000, 'x'));
            reply.dripBytes = 1;
            reply.dripPace = 20ms;
            return reply;
        });
        HttpRequest request = onceTo(server.url());
        request.inactivity = 10s;
        request.deadline = 400ms;
        HttpClient client;
        const auto reply = fetch(client, request);
        QCOMPARE(codeOf(reply), u"net.timeout"_s);
        QVERIFY(reply.error().detail.contains("deadline"_L1));
    }

    void noDeadlineRunsWhileARequestWaitsForItsTurn()
    {
        HttpServer server([](const ServedRequest&) { return ServedReply{.delay = 300ms}; });
        HttpClient client;
        client.setHostPolicy(u"127.0.0.1"_s, {.parallel = 1});
        int ok = 0, ended = 0;
        for (int i = 0; i < 5; ++i) {
            HttpRequest request = onceTo(server.url());
            request.deadline = 1000ms; // all five take 1.5 s
            client.send(request, this, [&](const Result<HttpReply>& reply) {
                ok += reply && reply->ok();
                ++ended;
            });
        }
        QTRY_COMPARE_WITH_TIMEOUT(ended, 5, 10'000);
        QCOMPARE(ok, 5);
        QCOMPARE(server.mostAtOnce(), 1);
    }

    void neverMoreThanTheHostsShareIsInFlight_data()
    {
        QTest::addColumn<int>("parallel");
        QTest::addColumn<int>("most");
        QTest::newRow("three") << 3 << 3;
        QTest::newRow("more than a host can have") << 50 << 6;
    }
    void neverMoreThanTheHostsShareIsInFlight()
    {
        QFETCH(int, parallel);
        QFETCH(int, most);
        HttpServer server([](const ServedRequest&) { return ServedReply{.held = true}; });
        HttpClient client;
        client.setHostPolicy(u"127.0.0.1:%1"_s.arg(server.port()), {.parallel = parallel});
        int ended = 0;
        for (int i = 0; i < 20; ++i)
            client.send(onceTo(server.url()), this, [&](const Result<HttpReply>&) { ++ended; });
        QTRY_COMPARE(server.answersPending(), most);
        server.release(true);
        QTRY_COMPARE(ended, 20);
        QCOMPARE(server.mostAtOnce(), most);
    }

    void hostsDoNotWaitForEachOther()
    {
        HttpServer slow([](const ServedRequest&) { return ServedReply{.held = true}; });
        HttpServer quick([](const ServedRequest&) { return ServedReply(); });
        HttpClient client;
        client.setHostPolicy(u"127.0.0.1"_s, {.parallel = 1});
        client.send(onceTo(slow.url()), this, [](const Result<HttpReply>&) {});
        client.send(onceTo(slow.url()), this, [](const Result<HttpReply>&) {});
        QVERIFY(fetch(client, onceTo(quick.url())));
        QTRY_COMPARE(slow.requests().size(), 1);
    }

    void startsKeepTheHostsInterval()
    {
        HttpServer server([](const ServedRequest&) { return ServedReply(); });
        HttpClient client;
        client.setHostPolicy(u"127.0.0.1"_s, {.parallel = 1, .interval = 200ms});
        int ended = 0;
        for (int i = 0; i < 3; ++i)
            client.send(onceTo(server.url()), this, [&](const Result<HttpReply>&) { ++ended; });
        QTRY_COMPARE(ended, 3);
        const auto seen = server.requests();
        QVERIFY(seen[2].at - seen[0].at >= 350); // a lower bound: it can only be later
    }

    void aCancelledRequestEndsAsStoppedOnceAndFreesItsPlace()
    {
        HttpServer server([](const ServedRequest& request) { return ServedReply{.held = request.path == "/held"_L1}; });
        HttpClient client;
        client.setHostPolicy(u"127.0.0.1"_s, {.parallel = 1});
        QStringList codes;
        const auto note = [&](const Result<HttpReply>& reply) { codes.append(reply ? u"ok"_s : codeOf(reply)); };
        const quint64 inFlight = client.send(onceTo(server.url(u"/held"_s)), this, note);
        const quint64 waiting = client.send(onceTo(server.url(u"/held"_s)), this, note);
        QTRY_COMPARE(server.answersPending(), 1);
        client.cancel(waiting);
        client.cancel(inFlight);
        client.cancel(inFlight);
        QVERIFY(codes.isEmpty()); // never from within the call
        QTRY_COMPARE(codes, QStringList(2, u"stopped"_s));
        client.cancel(999);
        QVERIFY(fetch(client, onceTo(server.url(u"/free"_s))));
        QCOMPARE(codes.size(), 2);
    }

    void nobodyIsToldWhenTheContextIsGone()
    {
        HttpServer server([](const ServedRequest& request) { return ServedReply{.held = request.path == "/held"_L1}; });
        HttpClient client;
        client.setHostPolicy(u"127.0.0.1"_s, {.parallel = 1});
        int told = 0;
        auto context = std::make_unique<QObject>();
        client.send(onceTo(server.url(u"/held"_s)), context.get(), [&](const Result<HttpReply>&) { ++told; });
        QTRY_COMPARE(server.answersPending(), 1);
        context.reset();
        QVERIFY(fetch(client, onceTo(server.url(u"/free"_s)))); // its place is free again
        QCOMPARE(told, 0);
    }

    void theClientMayBeDestroyedFromACallback()
    {
        HttpServer server([](const ServedRequest& request) { return ServedReply{.held = request.path == "/held"_L1}; });
        auto client = std::make_unique<HttpClient>();
        bool told = false;
        client->send(onceTo(server.url(u"/held"_s)), this, [](const Result<HttpReply>&) {});
        client->send(onceTo(server.url()), this, [&](const Result<HttpReply>&) {
            client.reset();
            told = true;
        });
        QTRY_VERIFY(told);
        QTRY_COMPARE(server.answersPending(), 0); // the held one was given up
    }
};

QTEST_GUILESS_MAIN(HttpClientTest)
#include "http_client.moc"
