// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services.h"

#include <QNetworkProxy>

using namespace Qt::StringLiterals;
using namespace sheaf;
using namespace sheaf::testing;

/** A host that is down, and a network that is away. */
class NetworkTest : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<Services> m_of;
    std::unique_ptr<FileServer> m_publisher;
    std::unique_ptr<AcquireRig> m_rig;

    void cutTheCable()
    {
        for (HttpServer* server : all())
            server->goDown();
    }
    void plugItIn()
    {
        for (HttpServer* server : all())
            server->comeBack();
    }
    QVector<HttpServer*> all()
    {
        return {&m_of->europePmc.http(), &m_of->doi.http(), &m_of->unpaywall.http(), &m_publisher->http(),
                &m_rig->files.http()};
    }

private Q_SLOTS:
    void init()
    {
        m_rig = std::make_unique<AcquireRig>();
        m_of = std::make_unique<Services>();
        m_publisher = std::make_unique<FileServer>();
        m_of->serve(*m_rig);
        m_rig->set("acquire.sources", u"unpaywall, europepmc, doi"_s);
    }
    void cleanup()
    {
        QNetworkProxy::setApplicationProxy(QNetworkProxy::NoProxy);
        m_rig.reset();
        m_of.reset();
        m_publisher.reset();
    }

    void withoutANetworkAPaperIsToldSoAndNobodyIsLeftOutAfterwards()
    {
        m_of->unpaywall.add(m_rig->doi, {{m_rig->files.add(u"/a.pdf"_s, m_rig->thePdf())}});
        cutTheCable();
        const auto away = m_rig->acquire();
        QVERIFY(!away);
        QCOMPARE(away.error().code, u"net.none"_s);
        QVERIFY(away.error().retryable);
        plugItIn();
        QVERIFY(m_rig->outcome().startsWith("Unpaywall"_L1));
        cutTheCable();
        QCOMPARE(m_rig->outcome(), u"net.offline"_s); // an outage: somebody was there
    }

    void aServiceThatIsDownIsNamedWhereOthersAnswer()
    {
        m_of->europePmc.http().goDown();
        const auto there = m_rig->acquire();
        QCOMPARE(there.error().code, u"acquire.no-answer"_s);
        QVERIFY(needsAttention(there.error()));
        QCOMPARE(there.error().detail, u"Europe PMC"_s);
        QVERIFY2(there.error().message.contains("Europe PMC"_L1), qPrintable(there.error().message));
    }

    void aServiceThatFailsForOnePaperIsNotDown()
    {
        m_of->europePmc.answerFor(m_rig->doi, ServedReply::text("down", "text/plain", 500));
        const auto there = m_rig->acquire();
        QCOMPARE(there.error().code, u"acquire.no-open-copy"_s);
        QVERIFY2(there.error().message.contains("Europe PMC"_L1), qPrintable(there.error().message));
        Paper another = m_rig->paper();
        another.ids.doi = u"10.5555/drift.2"_s;
        m_of->europePmc.add(another.ids.doi, {{m_rig->files.add(u"/b.pdf"_s, m_rig->thePdf())}});
        QVERIFY(m_rig->outcomeOf(another).startsWith("Europe PMC"_L1));
    }

    void aServiceThatFailsForEveryPaperIsDown_data()
    {
        QTest::addColumn<ServedReply>("answer");
        QTest::newRow("500") << ServedReply::text("down", "text/plain", 500);
        QTest::newRow("503") << ServedReply{.status = 503};
        QTest::newRow("a page for its users") << ServedReply::text("<html>We are back soon", "text/html");
        QTest::newRow("hangs up") << ServedReply{.manner = ServedReply::Manner::DropBeforeHeaders};
    }
    void aServiceThatFailsForEveryPaperIsDown()
    {
        QFETCH(ServedReply, answer);
        m_of->europePmc.answerAll(answer);
        QCOMPARE(m_rig->outcome(), u"acquire.no-answer"_s);
    }

    void whereASourcesPlacesBeginCanBeDownToo_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("name");
        QTest::newRow("doi.org") << u"doi"_s << u"127.0.0.1"_s;
        QTest::newRow("arXiv") << u"arxiv"_s << u"arXiv"_s;
    }
    void whereASourcesPlacesBeginCanBeDownToo()
    {
        QFETCH(QString, source);
        QFETCH(QString, name);
        m_rig->set("acquire.sources", u"unpaywall, "_s + source);
        m_rig->set("acquire.arxiv.url", m_of->doi.http().url().toString());
        m_of->doi.http().goDown();
        Paper paper = m_rig->paper();
        paper.ids.arxiv = u"2101.01234"_s;
        const auto away = m_rig->acquire(paper);
        QCOMPARE(away.error().code, u"acquire.no-answer"_s);
        QCOMPARE(away.error().detail, name);
    }

    void aRefusedKeyIsTheUsersAndNothingToWaitFor()
    {
        m_rig->set("acquire.sources", u"openalex, unpaywall"_s);
        m_rig->key = "stale";
        for (int i = 0; i < 2; ++i) {
            const auto closed = m_rig->acquire();
            QCOMPARE(closed.error().code, u"acquire.no-open-copy"_s);
            QVERIFY(m_rig->notes.contains(u"OpenAlex: OpenAlex does not accept the key in the settings."_s));
            m_rig->notes.clear();
        }
        QCOMPARE(m_of->openAlex.http().requests().size(), 1);
    }

    void aProxyThatIsDownIsToldByItsName()
    {
        for (const char* service : {"acquire.unpaywall.url", "acquire.europepmc.url", "acquire.doi.url"})
            m_rig->set(service, u"https://example.org"_s); // this computer is reached without a proxy
        m_publisher->http().goDown();
        QNetworkProxy::setApplicationProxy(
            QNetworkProxy(QNetworkProxy::HttpProxy, u"127.0.0.1"_s, m_publisher->http().port()));
        const auto away = m_rig->acquire();
        QCOMPARE(away.error().code, u"net.none"_s);
        QVERIFY2(away.error().message.contains("127.0.0.1:"_L1), qPrintable(away.error().message));
    }

    void aRepositoryThatIsDownIsOnePapersTrouble()
    {
        m_rig->set("acquire.sources", u"unpaywall, doi"_s);
        m_of->unpaywall.add(m_rig->doi, {{m_publisher->add(u"/a.pdf"_s, m_rig->thePdf())}});
        m_publisher->http().goDown();
        QCOMPARE(m_rig->outcome(), u"net.unreachable"_s);
    }

    void aPublisherThatIsDownLeavesTheDoisAlone()
    {
        m_rig->set("acquire.sources", u"doi"_s);
        m_of->doi.add(m_rig->doi, {{m_publisher->add(u"/a.pdf"_s, m_rig->thePdf())}});
        m_publisher->http().goDown();
        QCOMPARE(m_rig->outcome(), u"net.unreachable"_s);
        Paper another = m_rig->paper();
        another.ids.doi = u"10.5555/drift.2"_s;
        m_of->doi.add(another.ids.doi, {{m_rig->files.add(u"/b.pdf"_s, m_rig->thePdf())}});
        QCOMPARE(m_rig->outcomeOf(another), u"127.0.0.1: 127.0.0.1"_s);
    }

    void whatRobotsMayIsAskedAgainWhereNobodyCouldSay()
    {
        m_rig->set("acquire.sources", u"doi"_s);
        m_publisher->add(u"/robots.txt"_s, "User-agent: *\nDisallow: /\n", FileManner::LyingContentType);
        m_of->doi.add(m_rig->doi, {{m_publisher->add(u"/a.pdf"_s, m_rig->thePdf())}});
        m_publisher->http().goDown();
        QCOMPARE(m_rig->outcome(), u"net.unreachable"_s);
        m_publisher->http().comeBack();
        m_rig->acquirer->setSettings(m_rig->settings); // the host rests no more
        QCOMPARE(m_rig->outcome(), u"acquire.no-open-copy"_s);
        QCOMPARE(m_publisher->askedFor(u"/robots.txt"_s), 1);
        QCOMPARE(m_publisher->askedFor(u"/a.pdf"_s), 0);
    }
};

QTEST_GUILESS_MAIN(NetworkTest)
#include "network.moc"
