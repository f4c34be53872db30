// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "acquire/courtesy.h"
#include "acquire/source_catalog.h"
#include "services.h"

using namespace Qt::StringLiterals;
using namespace sheaf;
using namespace sheaf::testing;

class SourcesTest : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<Services> m_of;
    std::unique_ptr<AcquireRig> m_rig;

    /** Only these sources are on, in this order. */
    void ask(const QString& sources) { m_rig->set("acquire.sources", sources); }
    QUrl good(const QString& path = u"/good.pdf"_s) { return m_rig->files.add(path, m_rig->thePdf()); }

    Result<QString> test(const QString& name)
    {
        QEventLoop loop;
        Result<QString> told;
        QObject context;
        testSource(
            name, m_rig->http, m_rig->settings, [this](SecretName) { return Secret(QString::fromLatin1(m_rig->key)); },
            &context,
            [&](const Result<QString>& result) {
                told = result;
                loop.quit();
            });
        loop.exec();
        return told;
    }

private Q_SLOTS:
    void init()
    {
        m_rig = std::make_unique<AcquireRig>();
        m_of = std::make_unique<Services>();
        m_of->serve(*m_rig);
    }
    void cleanup()
    {
        m_rig.reset();
        m_of.reset();
    }

    void theSettingNamesEverySourceInTheRegistrysOrder()
    {
        QStringList known, set;
        for (const SourceFacts& source : knownSources())
            known.append(source.name);
        for (const SourceChoice& choice : sourceChoices(Settings())) {
            QVERIFY(choice.on);
            set.append(choice.name);
        }
        QCOMPARE(set, known);
    }

    void whatTheSettingDoesNotNameIsOffAndLast()
    {
        ask(u"doi, -arxiv nonsense, doi; unpaywall"_s);
        const auto choices = sourceChoices(m_rig->settings);
        QCOMPARE(choices.size(), knownSources().size());
        QCOMPARE(choices.mid(0, 3), QVector<SourceChoice>({{u"doi"_s}, {u"arxiv"_s, false}, {u"unpaywall"_s}}));
        QVERIFY(std::none_of(choices.begin() + 3, choices.end(), [](const SourceChoice& c) { return c.on; }));
        Settings again;
        QVERIFY(again.set(u"acquire.sources"_s, sourceSetting(choices)));
        QCOMPARE(sourceChoices(again), choices);
    }

    void openAlexIsAskedWithItsKey()
    {
        ask(u"openalex"_s);
        m_of->openAlex.add(m_rig->doi, {{good()}});
        QCOMPARE(m_rig->outcome(), u"OpenAlex: publishedVersion, 127.0.0.1"_s);
        QVERIFY(m_of->openAlex.http().requests().first().header("User-Agent").contains("mailto:reader@example.org"));
    }

    void withoutItsKeyASourceIsNotAsked()
    {
        ask(u"openalex, core, semanticscholar"_s);
        m_rig->key.clear();
        m_of->scholar.add(m_rig->doi, {{good()}});
        QVERIFY(m_rig->outcome().startsWith("Semantic Scholar"_L1));
        QCOMPARE(m_of->openAlex.http().requests().size() + m_of->core.http().requests().size(), 0);
        QVERIFY(!m_of->scholar.http().requests().first().hasHeader("x-api-key"));
    }

    void aRefusedKeyIsToldAndNotSentAgain()
    {
        ask(u"openalex"_s);
        m_rig->key = "stale";
        QCOMPARE(m_rig->outcome(), u"acquire.key-refused"_s);
        QCOMPARE(m_rig->outcome(), u"acquire.key-refused"_s);
        QCOMPARE(m_of->openAlex.http().requests().size(), 1);
    }

    void europePmcsOtherResultsAreNotTaken()
    {
        ask(u"europepmc"_s);
        m_of->europePmc.add(m_rig->doi, {{good()}});
        QCOMPARE(m_rig->outcome(), u"Europe PMC: publishedVersion, 127.0.0.1"_s);
        Paper unknown = m_rig->paper();
        unknown.ids.doi = u"10.5555/nowhere"_s;
        QCOMPARE(m_rig->outcomeOf(unknown), u"acquire.no-open-copy"_s);
    }

    void semanticScholarSendsItsKeyAndKnowsArxiv()
    {
        ask(u"semanticscholar"_s);
        m_rig->files.add(u"/pdf/2101.00001"_s, m_rig->thePdf());
        m_of->scholar.add(m_rig->doi,
                          {{m_rig->files.add(u"/gone.pdf"_s, {}, FileManner::NotFound)}, {{}, u"arxiv:2101.00001"_s}});
        QCOMPARE(m_rig->outcome(), u"Semantic Scholar: submittedVersion, 127.0.0.1"_s);
        QCOMPARE(m_of->scholar.http().requests().first().header("x-api-key"), CatalogueServer::key);
    }

    void coresKeyStaysWithCore()
    {
        ask(u"core"_s);
        m_of->core.add(m_rig->doi, {{good()}});
        QCOMPARE(m_rig->outcome(), u"CORE: 127.0.0.1"_s);
        QCOMPARE(m_of->core.http().requests(u"/download/").first().header("Authorization"), "Bearer catalogue-key");
        QVERIFY(!m_rig->files.http().requests().first().hasHeader("Authorization"));
    }

    void biorxivsLastVersionIsFetched_data()
    {
        QTest::addColumn<QString>("server");
        QTest::newRow("bioRxiv") << u"biorxiv"_s;
        QTest::newRow("medRxiv") << u"medrxiv"_s;
    }
    void biorxivsLastVersionIsFetched()
    {
        QFETCH(QString, server);
        ask(u"biorxiv"_s);
        Paper paper = m_rig->paper();
        paper.ids.doi = u"10.1101/2020.01.02.123456"_s;
        m_of->biorxiv.add(paper.ids.doi, {{m_rig->files.http().url(), server}});
        m_rig->files.add("/content/"_L1 + paper.ids.doi + "v2.full.pdf"_L1, m_rig->thePdf());
        QCOMPARE(m_rig->outcomeOf(paper), u"bioRxiv, medRxiv: submittedVersion, 127.0.0.1"_s);
    }

    void aJournalOfColdSpringHarborIsNoPreprint()
    {
        ask(u"biorxiv"_s);
        Paper paper = m_rig->paper();
        paper.ids.doi = u"10.1101/gr.123456.111"_s;
        QCOMPARE(m_rig->outcomeOf(paper), u"acquire.no-open-copy"_s);
        QCOMPARE(m_of->biorxiv.http().requests().size(), 0);
    }

    void theDoiLeadsToAPageThatNamesThePdf()
    {
        ask(u"doi"_s);
        m_of->doi.add(m_rig->doi, {{m_rig->files.add(u"/article"_s, m_rig->thePdf(), FileManner::PageWithPdfLink)}});
        QCOMPARE(m_rig->outcome(), u"127.0.0.1: 127.0.0.1"_s);
    }

    void aPublishersPageThatRobotsAreKeptFromIsLeftToTheUser()
    {
        ask(u"doi"_s);
        m_rig->files.add(u"/robots.txt"_s, "User-agent: *\nDisallow: /article\nAllow: /\n",
                         FileManner::LyingContentType);
        m_of->doi.add(m_rig->doi, {{m_rig->files.add(u"/article"_s, m_rig->thePdf(), FileManner::PageWithPdfLink)}});
        const auto result = m_rig->acquire();
        QVERIFY(!result);
        QCOMPARE(result.error().code, u"acquire.no-open-copy"_s);
        QVERIFY2(result.error().message.contains("browser"_L1), qPrintable(result.error().message));
        QCOMPARE(m_rig->files.http().requests(u"/article").size(), 0);
        QVERIFY(m_rig->outcome().startsWith("acquire."_L1));
        QCOMPARE(m_rig->files.http().requests(u"/robots.txt").size(), 1); // asked once
    }

    void redirectsInACircleEndAsNoOpenCopy()
    {
        ask(u"doi"_s);
        m_of->doi.add(m_rig->doi, {{m_of->doi.http().url(u"/10.5555/there"_s)}});
        m_of->doi.add(u"10.5555/there"_s, {{m_of->doi.http().url(u'/' + m_rig->doi)}});
        QCOMPARE(m_rig->outcome(), u"acquire.no-open-copy"_s);
        QVERIFY(m_of->doi.http().requests(u"/10.5555").size() <= 3);
    }

    void aLinkResolversMenuIsFollowed()
    {
        ask(u"resolver"_s);
        m_of->resolver.add(m_rig->doi,
                           {{m_rig->files.add(u"/article"_s, m_rig->thePdf(), FileManner::PageWithPdfLink)}});
        QVERIFY(m_rig->outcome().startsWith("Link resolver"_L1));
        const ServedRequest asked = m_of->resolver.http().requests(u"/openurl").first();
        QCOMPARE(asked.query.queryItemValue(u"inst"_s), u"42"_s);
        QCOMPARE(asked.query.queryItemValue(u"rft.atitle"_s, QUrl::FullyDecoded), m_rig->title);
        QCOMPARE(asked.query.queryItemValue(u"rft.aulast"_s), u"Lovelace"_s);
    }

    void aRetrievalJobIsSubmittedWatchedAndFetched()
    {
        ask(u"retrieval"_s);
        m_of->retrieval.add(m_rig->doi, m_rig->thePdf());
        m_of->retrieval.setBadLooks(3);
        QVERIFY(m_rig->outcome().startsWith("Retrieval service"_L1));
        const QJsonObject job = m_of->retrieval.http().requests().first().json();
        QCOMPARE(job.value(u"doi"_s).toString(), m_rig->doi);
        QCOMPARE(job.value(u"authors"_s).toArray().size(), 2);
        QCOMPARE(job.value(u"timeout_seconds"_s).toInt(), 420);
    }

    void aRetrievalJobThatFailsSaysWhy_data()
    {
        QTest::addColumn<QString>("how");
        QTest::addColumn<QString>("code");
        QTest::newRow("not found") << QString() << u"acquire.no-open-copy"_s;
        QTest::newRow("kept out") << u"SOURCE_BLOCKED"_s << u"acquire.service"_s;
        QTest::newRow("forgotten") << u"lost"_s << u"http.404"_s;
        QTest::newRow("without end") << u"never"_s << u"acquire.service"_s;
    }
    void aRetrievalJobThatFailsSaysWhy()
    {
        QFETCH(QString, how);
        QFETCH(QString, code);
        ask(u"retrieval"_s);
        m_rig->set("acquire.retrieval.seconds", u"5"_s);
        m_of->retrieval.endAll(how);
        QCOMPARE(m_rig->outcome(), code);
    }

    void aCancelledPaperLeavesItsJobAlone()
    {
        ask(u"retrieval"_s);
        m_of->retrieval.endAll(u"never"_s);
        m_rig->acquirer =
            std::make_unique<Acquirer>(m_rig->http, Acquirer::Options{m_rig->folder.path(), m_rig->settings});
        QString code;
        m_rig->acquirer->acquire(m_rig->paper(), {}, {}, [&](const Result<Acquired>& r) { code = r.error().code; });
        QTRY_VERIFY(m_of->retrieval.http().requests(u"/jobs/").size() > 0);
        m_rig->acquirer->cancel(m_rig->paper().id);
        QTRY_COMPARE(code, u"stopped"_s);
    }

    void thePublishedVersionGoesBeforeAPreprintOfAnEarlierSource()
    {
        ask(u"unpaywall, openalex"_s);
        m_of->unpaywall.add(m_rig->doi,
                            {{m_rig->files.add(u"/preprint.pdf"_s, m_rig->thePdf()), {}, u"submittedVersion"_s}});
        m_of->openAlex.add(m_rig->doi, {{m_rig->files.add(u"/accepted.pdf"_s, m_rig->thePdf()), u"acceptedVersion"_s},
                                        {good(u"/published.pdf"_s)}});
        QCOMPARE(m_rig->outcome(), u"OpenAlex: publishedVersion, 127.0.0.1"_s);
        QCOMPARE(m_rig->files.http().requests().size(), 1);
        m_rig->files.add(u"/published.pdf"_s, {}, FileManner::NotFound);
        QCOMPARE(m_rig->outcome(), u"OpenAlex: acceptedVersion, 127.0.0.1"_s);
        m_rig->files.add(u"/accepted.pdf"_s, {}, FileManner::NotFound);
        QCOMPARE(m_rig->outcome(), u"Unpaywall: submittedVersion, 127.0.0.1"_s);
    }

    void thePreprintGoesBeforeTheRetrievalService()
    {
        ask(u"unpaywall, retrieval"_s);
        m_of->unpaywall.add(m_rig->doi, {{good(), {}, u"submittedVersion"_s}});
        QVERIFY(m_rig->outcome().startsWith("Unpaywall"_L1));
        QCOMPARE(m_of->retrieval.http().requests().size(), 0);
    }

    void theUsersOrderHolds()
    {
        ask(u"europepmc, -unpaywall, openalex"_s);
        m_of->unpaywall.add(m_rig->doi, {{good()}});
        m_of->openAlex.add(m_rig->doi, {{good()}});
        m_of->europePmc.add(m_rig->doi, {{good()}});
        QVERIFY(m_rig->outcome().startsWith("Europe PMC"_L1));
        QCOMPARE(m_of->unpaywall.http().requests().size(), 0);
        QCOMPARE(m_of->openAlex.http().requests().size(), 0);
    }

    void aSourceThatIsDownDoesNotHideTheOthersVerdict()
    {
        ask(u"europepmc, openalex"_s);
        m_of->europePmc.answerAll(ServedReply::text("down", "text/plain", 500));
        const auto result = m_rig->acquire();
        QVERIFY(!result);
        QCOMPARE(result.error().code, u"acquire.no-answer"_s);
        QVERIFY(result.error().retryable);
        QVERIFY2(result.error().message.contains("Europe PMC"_L1), qPrintable(result.error().message));
    }

    void whoCannotBeReachedIsLeftAloneForAWhile()
    {
        ask(u"europepmc, openalex"_s);
        m_of->europePmc.http().goDown();
        QCOMPARE(m_rig->outcome(), u"acquire.no-answer"_s);
        m_of->europePmc.http().comeBack();
        QCOMPARE(m_rig->outcome(), u"acquire.no-answer"_s);
        QCOMPARE(m_of->europePmc.http().requests().size(), 0);
        m_rig->acquirer->setSettings(m_rig->settings);
        QCOMPARE(m_rig->outcome(), u"acquire.no-open-copy"_s);
        QCOMPARE(m_of->europePmc.http().requests().size(), 1);
    }

    void aLongPauseThatIsAskedForIsKept()
    {
        ask(u"europepmc, openalex"_s);
        ServedReply busy = ServedReply::text("slow down", "text/plain", 429);
        busy.headers = {{"Retry-After", "3600"}};
        m_of->europePmc.answerAll(busy);
        QCOMPARE(m_rig->outcome(), u"acquire.no-answer"_s);
        m_of->europePmc.answerAll({});
        m_rig->acquirer->setSettings(m_rig->settings); // forgets our own impressions, not their wish
        QCOMPARE(m_rig->outcome(), u"acquire.no-answer"_s);
        QCOMPARE(m_of->europePmc.http().requests().size(), 1);
    }

    void aHostGetsThePaceThatTheUserSets()
    {
        const auto interval = [](const char* url, const QString& pace) {
            Settings settings;
            return settings.set(u"acquire.pace"_s, pace)
                       ? politePolicy(QUrl(QString::fromLatin1(url)), settings).interval
                       : std::chrono::milliseconds(-1);
        };
        const QString pace = u"127.0.0.1:8080=0.3, other.example.org = 2, arxiv.org=1"_s;
        QCOMPARE(interval("http://127.0.0.1:8080/a", pace), std::chrono::milliseconds(300));
        QCOMPARE(interval("http://127.0.0.1:8081/a", pace), std::chrono::milliseconds(0));
        QCOMPARE(interval("https://other.example.org/a", pace), std::chrono::milliseconds(2000));
        QCOMPARE(interval("https://arxiv.org/a", pace), std::chrono::milliseconds(3000)); // its own wish is longer
    }

    void aHostWhosePaceIsSlowHoldsUpNobodyElse()
    {
        ask(u"list, europepmc"_s);
        m_rig->set("acquire.pace", u"127.0.0.1:%1=3600"_s.arg(m_of->europePmc.http().port()));
        m_rig->outcome();
        Paper next = m_rig->paper();
        next.id = 8;
        m_rig->acquirer->acquire(next, {}, {}, [](const Result<Acquired>&) {}); // an hour later
        Paper other = m_rig->paper();
        other.id = 9;
        other.urls = {good().toString()};
        QVERIFY(m_rig->acquire(other));
        QCOMPARE(m_of->europePmc.http().requests().size(), 1);
    }

    void aTestSaysWhatIsThereOrWhatIsWrong()
    {
        m_of->openAlex.add(u"10.1371/journal.pmed.0020124"_s, {{good()}});
        const auto fine = test(u"openalex"_s);
        QVERIFY2(fine, fine ? "" : qPrintable(fine.error().message));
        m_rig->key = "stale";
        QCOMPARE(test(u"openalex"_s).error().code, u"acquire.key-refused"_s);
        m_rig->key.clear();
        QCOMPARE(test(u"openalex"_s).error().code, u"acquire.not-ready"_s);
        QVERIFY(test(u"retrieval"_s));
        QVERIFY(test(u"resolver"_s));
        QVERIFY(test(u"list"_s));
        QCOMPARE(test(u"doi"_s).error().code, u"http.404"_s); // the handbook's DOI is not known there
        m_of->europePmc.answerAll(ServedReply::text("<html>", "text/html"));
        QCOMPARE(test(u"europepmc"_s).error().code, u"acquire.bad-answer"_s);
        m_rig->set("acquire.email", QString());
        QCOMPARE(test(u"unpaywall"_s).error().code, u"acquire.not-ready"_s);
    }

    void strangeAnswersAreAnswersWithoutPlaces_data()
    {
        QTest::addColumn<QString>("source");
        for (const char* source : {"openalex", "europepmc", "semanticscholar", "core", "biorxiv"})
            QTest::newRow(source) << QString::fromLatin1(source);
    }
    void strangeAnswersAreAnswersWithoutPlaces()
    {
        QFETCH(QString, source);
        ask(source);
        Paper paper = m_rig->paper();
        paper.ids.doi = u"10.1101/2020.01.02.123456"_s;
        for (CatalogueServer* one : std::initializer_list<CatalogueServer*>{
                 &m_of->openAlex, &m_of->europePmc, &m_of->scholar, &m_of->core, &m_of->biorxiv})
            one->answerAll(ServedReply::text(
                R"({"locations": 3, "best_oa_location": [], "resultList": {"result": "x"}, "openAccessPdf": "no",
                    "externalIds": [1], "results": [7, {"doi": 1}], "collection": [{"version": {}}]})"));
        QCOMPARE(m_rig->outcomeOf(paper), u"acquire.no-open-copy"_s);
    }
};

QTEST_GUILESS_MAIN(SourcesTest)
#include "sources.moc"
