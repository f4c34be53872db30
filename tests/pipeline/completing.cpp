// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/import/import.h"

#include "servers/metadata_server.h"
#include "testing/testing.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace sheaf;
using sheaf::testing::MetadataServer;
using sheaf::testing::MetadataWork;
using sheaf::testing::ServedReply;

namespace {

const QVector<MetadataWork> works{
    {u"10.1000/cores"_s, u"Sediment cores as archives of storms"_s, u"Lindqvist"_s, u"Anna B."_s, 2017},
    {u"10.1000/cores.fig1"_s, u"Sediment cores as archives of storms"_s, u"Lindqvist"_s, u"Anna B."_s, 2017,
     u"component"_s},
    {u"10.1000/cores-ii"_s, u"Sediment cores as archives of storms II"_s, u"Lindqvist"_s, u"Anna B."_s, 2018},
    {u"10.1000/readme"_s, u"Who reads the readme?"_s, u"Okonkwo"_s, u"T."_s, 2021, u"journal-article"_s,
     u"10.1000/readme.retraction"_s},
    {u"10.1000/twin.a"_s, u"Notes on measuring lakes"_s, u"Varga"_s, u"P."_s, 2010},
    {u"10.1000/twin.b"_s, u"Notes on measuring lakes"_s, u"Varga"_s, u"P."_s, 2010},
    {u"10.1101/early"_s,
     u"An early version of lakes"_s,
     u"Sunde"_s,
     u"K."_s,
     2015,
     u"posted-content"_s,
     {},
     u"10.1000/late"_s},
    {u"10.1000/late"_s, u"A late version about lakes"_s, u"Sunde"_s, u"K."_s, 2018},
    {u"10.1000/alex"_s, u"Only one catalogue knows this"_s, u"Ibarra"_s, u"L."_s, 2012, u"article"_s, {}, {}, false},
};

QByteArray entry(const char* title, const char* author, int year, const char* doi = "")
{
    return QByteArray("@article{k, title={") + title + "}, author={" + author + "}" +
           (year ? ", year={" + QByteArray::number(year) + "}" : QByteArray()) +
           (*doi ? QByteArray(", doi={") + doi + "}" : QByteArray()) + "}\n";
}

} // namespace

class CompletingTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<MetadataServer> m_server;

    Settings settings() const
    {
        Settings all;
        for (const auto& [key, value] : {std::pair{u"acquire.email"_s, u"reader@example.org"_s},
                                         {u"acquire.crossref.url"_s, m_server->crossref()},
                                         {u"acquire.openalex.url"_s, m_server->openAlex()}})
            if (!all.set(key, value))
                qFatal("no setting");
        return all;
    }
    QString list(const QByteArray& bibtex) const
    {
        const QString path = m_folder.filePath(u"refs.bib"_s);
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(bibtex) == bibtex.size() ? path : QString();
    }
    ImportPlan complete(const QByteArray& bibtex) const
    {
        return importNow({list(bibtex)}, {}, {}, CompletionWish{settings()});
    }

private Q_SLOTS:
    void init() { m_server = std::make_unique<MetadataServer>(works); }

    void whatIsMissingIsFilledInAndSaysFromWhere()
    {
        const ImportPlan plan =
            complete(entry("Sediment Cores as Archives of Storms", "Lindqvist, A. B.", 2017) +
                     entry("Who reads the readme", "Okonkwo, Tunde", 0) + "@misc{x, doi={10.1000/late}}\n" +
                     entry("Only one catalogue knows this", "Ibarra, Luz", 2012));
        QCOMPARE(plan.papers.size(), 4);
        QCOMPARE(plan.papers[0].ids.doi, u"10.1000/cores"_s);
        QCOMPARE(plan.papers[1].ids.doi, u"10.1000/readme"_s);
        QCOMPARE(plan.papers[1].year, 2021);
        QCOMPARE(plan.papers[2].title, u"A late version about lakes"_s);
        QCOMPARE(plan.papers[3].ids.doi, u"10.1000/alex"_s);
        QCOMPARE(plan.fills.size(), 4);
        QVERIFY(plan.fills[0].doi && !plan.fills[0].year && !plan.fills[0].title);
        QCOMPARE(plan.fills[0].source, u"Crossref"_s);
        QCOMPARE(plan.fills[3].source, u"OpenAlex"_s);
        QVERIFY(plan.warnings.size() == 1 && plan.warnings[0].message.contains("10.1000/readme.retraction"_L1));
    }

    void openAlexGetsTheKeyThatItsSourceGets()
    {
        CompletionWish wish{settings()};
        wish.secrets = [](SecretName name) { return Secret(name == SecretName::OpenAlexKey ? u"kept"_s : QString()); };
        importNow({list(entry("Only one catalogue knows this", "Ibarra, Luz", 2012))}, {}, {}, wish);
        const auto asked = m_server->http().requests(u"/openalex");
        QVERIFY(!asked.isEmpty());
        QCOMPARE(asked.first().query.queryItemValue(u"api_key"_s), u"kept"_s);
    }

    void aDoubtfulMatchFillsNothingIn_data()
    {
        QTest::addColumn<QByteArray>("bibtex");
        QTest::newRow("another year") << entry("Sediment cores as archives of storms", "Lindqvist, A.", 2016);
        QTest::newRow("another author") << entry("Sediment cores as archives of storms", "Moreau, C.", 2017);
        QTest::newRow("another part") << entry("Sediment cores as archives of storms III", "Lindqvist, A.", 2017);
        QTest::newRow("some of the words") << entry("Cores as archives of storms", "Lindqvist, A.", 2017);
        QTest::newRow("two that fit") << entry("Notes on measuring lakes", "Varga, P.", 2010);
        QTest::newRow("no author") << "@misc{a, title={Sediment cores as archives of storms}, year={2017}}\n"_ba;
    }

    void aDoubtfulMatchFillsNothingIn()
    {
        QFETCH(QByteArray, bibtex);
        const ImportPlan plan = complete(bibtex);
        QCOMPARE(plan.papers.size(), 1);
        QVERIFY(plan.papers.first().ids.doi.isEmpty());
        QVERIFY(plan.fills.isEmpty());
    }

    void aRunAsksOnlyForWhatIsMissing()
    {
        const QString refs = list(entry("Who reads the readme", "Okonkwo, Tunde", 2021, "10.1000/readme") +
                                  entry("A late version about lakes", "Sunde, K.", 0, "10.1000/late"));
        const ImportPlan plan = importNow({refs}, {}, {}, CompletionWish{settings(), true});
        QCOMPARE(plan.papers[1].year, 2018);
        QVERIFY(plan.warnings.isEmpty());
    }

    void aDoiThatIsAnotherWorksTeachesNothing()
    {
        const ImportPlan plan = complete(entry("Something entirely different", "Poe, C.", 0, "10.1000/readme"));
        QCOMPARE(plan.papers.first().year, 0);
        QVERIFY(plan.warnings.isEmpty());
    }

    void aPreprintAndItsArticleAreOnePaper()
    {
        const ImportPlan plan = complete(entry("A late version about lakes", "Sunde, K.", 2018, "10.1000/late") +
                                         entry("An early version of lakes", "Sunde, K.", 2015, "10.1101/early"));
        QCOMPARE(plan.papers.size(), 1);
        QCOMPARE(plan.papers.first().ids.doi, u"10.1000/late"_s);
        QCOMPARE(plan.duplicates.size(), 1);
        QCOMPARE(plan.duplicates.first().reason, u"preprint and article"_s);
    }

    void manyDoisAreAskedForAtOnce()
    {
        QByteArray many;
        for (int i = 0; i < 70; ++i)
            many += entry("A title of its own", "Doe, J.", 2001, ("10.1000/n" + QByteArray::number(i)).constData());
        QCOMPARE(complete(many).papers.size(), 70);
        QCOMPARE(m_server->http().requests(u"/crossref").size(), 3);
        QVERIFY(m_server->http().requests().first().header("User-Agent").contains("mailto:reader@example.org"));
    }

    void withoutANetworkNothingIsWaitedFor()
    {
        m_server->http().goDown();
        QByteArray many;
        for (int i = 0; i < 20; ++i)
            many += entry("A title of its own", "Doe, J.", 1990 + i);
        const ImportPlan plan = complete(many);
        QCOMPARE(plan.papers.size(), 20);
        QVERIFY(plan.fills.isEmpty());
    }

    void aCatalogueInTroubleIsAskedNoMoreAndTheOtherOneIs()
    {
        m_server->answerAll(ServedReply::json({{u"status"_s, u"failed"_s}}, 403));
        const ImportPlan plan =
            complete(entry("A title of its own", "Doe, J.", 1990) + entry("Another title of its own", "Doe, J.", 1991));
        QVERIFY(plan.fills.isEmpty());
        QVERIFY(!m_server->http().requests(u"/openalex").isEmpty());
    }

    void withoutAnAddressNobodyIsAsked()
    {
        Settings silent = settings();
        silent.reset(u"acquire.email"_s);
        QVERIFY(importNow({list(entry("Sediment cores as archives of storms", "Lindqvist, A.", 2017))}, {}, {},
                          CompletionWish{silent})
                    .fills.isEmpty());
        Settings off = settings();
        QVERIFY(off.set(u"acquire.metadata"_s, u"false"_s));
        QVERIFY(importNow({list(entry("Sediment cores as archives of storms", "Lindqvist, A.", 2017))}, {}, {},
                          CompletionWish{off})
                    .fills.isEmpty());
        QVERIFY(m_server->http().requests().isEmpty());
    }

    void fillingInIsTakenBack()
    {
        Importer importer;
        importer.setCompletion(settings(), secretFromEnvironment);
        std::shared_ptr<const ImportPlan> plan;
        connect(&importer, &Importer::changed, this,
                [&plan](const std::shared_ptr<const ImportPlan>& made, bool finished) {
                    if (finished && !made->completing)
                        plan = made;
                });
        importer.add({list(entry("Sediment cores as archives of storms", "Lindqvist, A.", 2017))});
        QTRY_VERIFY(plan);
        QCOMPARE(plan->papers.first().ids.doi, u"10.1000/cores"_s);
        plan.reset();
        importer.setFilling(false);
        QTRY_VERIFY(plan);
        QVERIFY(plan->papers.first().ids.doi.isEmpty());
        QVERIFY(plan->fillsUndone);
        plan.reset();
        importer.setFilling(true);
        QTRY_VERIFY(plan);
        QCOMPARE(plan->fills.size(), 1);
    }
};

QTEST_GUILESS_MAIN(CompletingTest)
#include "completing.moc"
