// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "acquire/robots.h"

#include "net/http_client.h"
#include "servers/http_server.h"
#include "testing/testing.h"

#include <QEventLoop>

using namespace Qt::StringLiterals;
using namespace sheaf;
using namespace sheaf::testing;

class RobotsTest : public QObject
{
    Q_OBJECT
private:
    static bool ask(Robots& robots, const QUrl& url)
    {
        QEventLoop loop;
        QObject context;
        bool answer = false;
        robots.ask(url, &context, [&](bool allowed) {
            answer = allowed;
            loop.quit();
        });
        loop.exec();
        return answer;
    }

private Q_SLOTS:
    void theLongestRuleDecides_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("path");
        QTest::addColumn<bool>("allowed");
        const QByteArray usual = "User-agent: *\nDisallow: /pdf/\nAllow: /pdf/open\nDisallow: /*.ps$\nDisallow:\n";
        QTest::newRow("empty file") << QByteArray() << u"/x"_s << true;
        QTest::newRow("not named") << usual << u"/article/1"_s << true;
        QTest::newRow("named") << usual << u"/pdf/1"_s << false;
        QTest::newRow("longer allow") << usual << u"/pdf/open/1"_s << true;
        QTest::newRow("star and end") << usual << u"/a/b.ps"_s << false;
        QTest::newRow("beyond the end") << usual << u"/a/b.ps?x=1"_s << true;
        QTest::newRow("query") << "User-agent: *\nDisallow: /get?pdf\n"_ba << u"/get?pdf=1"_s << false;
        QTest::newRow("our own group") << "User-agent: Sheaf\nAllow: /\n\nUser-agent: *\nDisallow: /\n"_ba << u"/x"_s
                                       << true;
        QTest::newRow("a shared group")
            << "User-agent: other\nUser-agent: sheaf\nDisallow: /\n\nUser-agent: *\nAllow: /"_ba << u"/x"_s << false;
        QTest::newRow("somebody else's") << "User-agent: GPTBot\nDisallow: /\n"_ba << u"/x"_s << true;
        QTest::newRow("comments, CR, capitals")
            << "# hi\r\nUSER-AGENT: *  # all\r\nDISALLOW: /x # no\r\n"_ba << u"/x/y"_s << false;
        QTest::newRow("a draw") << "User-agent: *\nDisallow: /x\nAllow: /x\n"_ba << u"/x"_s << true;
        QTest::newRow("many stars") << "User-agent: *\nDisallow: /" + "*a"_ba.repeated(2000) + "b\n"
                                    << u'/' + u"a"_s.repeated(4000) << true;
        QTest::newRow("a web page") << "<html><body>Disallow: /</body></html>"_ba << u"/x"_s << true;
    }
    void theLongestRuleDecides()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, path);
        QFETCH(bool, allowed);
        QCOMPARE(RobotsRules(text, "sheaf").allow(QUrl("https://a.org"_L1 + path)), allowed);
    }

    void aHostIsAskedOnceAndItsTroubleIsRespected_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("allowed");
        QTest::newRow("forbids") << 200 << false;
        QTest::newRow("has none") << 404 << true;
        QTest::newRow("forbids the file itself") << 403 << true;
        QTest::newRow("is broken") << 500 << false;
    }
    void aHostIsAskedOnceAndItsTroubleIsRespected()
    {
        QFETCH(int, status);
        QFETCH(bool, allowed);
        HttpServer server([status](const ServedRequest&) {
            return ServedReply::text("User-agent: *\nDisallow: /\n", "text/plain", status);
        });
        HttpClient http;
        Robots robots(http);
        QCOMPARE(ask(robots, server.url(u"/a"_s)), allowed);
        const auto asked = server.requests().size();
        QCOMPARE(ask(robots, server.url(u"/b"_s)), allowed);
        QCOMPARE(server.requests().size(), asked);
        QCOMPARE(server.requests().first().path, u"/robots.txt"_s);
    }
};

QTEST_GUILESS_MAIN(RobotsTest)
#include "robots.moc"
