// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/engine/details.h"
#include "pipeline/engine_bench.h"
#include "servers/metadata_server.h"

using namespace Qt::StringLiterals;
using namespace sheaf;
using namespace sheaf::testing;

namespace {

const QString retracted = u"Who reads the readme?"_s, sound = u"A late version about lakes"_s;

const QVector<MetadataWork> works{
    {u"10.1000/readme"_s, retracted, u"Okonkwo"_s, u"T."_s, 2021, u"journal-article"_s, u"10.1000/retraction"_s},
    {u"10.1000/late"_s, sound, u"Sunde"_s, u"K."_s, 2018},
};

Paper complete(const QString& title, const QString& doi, int year)
{
    Paper paper;
    paper.title = title;
    paper.ids.doi = doi;
    paper.year = year;
    return paper;
}

} // namespace

/** What did not come from the list, after the import: what was filled in, and what became of the work since. */
class EngineFilled : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<MetadataServer> m_server;

    void askCatalogues(EngineBench& bench) const
    {
        bench.set(u"acquire.crossref.url"_s, m_server->crossref());
        bench.set(u"acquire.openalex.url"_s, m_server->openAlex());
        bench.set(u"acquire.email"_s, u"reader@example.org"_s);
    }
    static void add(EngineBench& bench, const ImportPlan& plan)
    {
        bench.core->addPapers(plan);
        QVERIFY(bench.wait([&] { return bench.last().totals.papers == plan.papers.size(); }));
    }
    static PaperDetails details(EngineBench& bench, const QString& title)
    {
        const auto file = StoreReader::open(bench.project());
        return loadDetails(**file, bench.id(title)).value();
    }

private Q_SLOTS:
    void init() { m_server = std::make_unique<MetadataServer>(works); }

    void aRunTellsOfRetractionsOfPapersThatLackNothing()
    {
        EngineBench bench;
        askCatalogues(bench);
        add(bench,
            {.papers = {complete(retracted, u"10.1000/readme"_s, 2021), complete(sound, u"10.1000/late"_s, 2018)}});
        bench.core->start();
        QVERIFY(bench.finish());
        QVERIFY2(bench.row(retracted).notice.contains("10.1000/retraction"_L1),
                 qPrintable(bench.row(retracted).notice));
        QCOMPARE(bench.row(sound).notice, QString());
        QCOMPARE(bench.state(retracted), State::Done); // read all the same
        QCOMPARE(m_server->http().requests().size(), 1);
        bench.core->retryPapers({});
        bench.core->start();
        QVERIFY(bench.finish());
        QCOMPARE(m_server->http().requests().size(), 1); // asked once
        bench.restart();
        QVERIFY(bench.wait([&] { return bench.row(retracted).notice.contains("10.1000/retraction"_L1); }));
    }

    void whatTheImportWasToldIsNotAskedAgain()
    {
        EngineBench bench;
        askCatalogues(bench);
        add(bench, {.papers = {complete(retracted, u"10.1000/readme"_s, 2021)},
                    .notices = {{0, u"Retracted."_s}},
                    .asked = {0}});
        bench.core->start();
        QVERIFY(bench.finish());
        QCOMPARE(bench.row(retracted).notice, u"Retracted."_s);
        QCOMPARE(m_server->http().requests().size(), 0);
    }

    void withoutAnAddressNobodyIsAsked()
    {
        EngineBench bench;
        askCatalogues(bench);
        bench.set(u"acquire.email"_s, QString());
        add(bench, {.papers = {complete(retracted, u"10.1000/readme"_s, 2021)}});
        bench.core->start();
        QVERIFY(bench.finish());
        QCOMPARE(m_server->http().requests().size(), 0);
    }

    void whatACatalogueFilledInIsTakenBack()
    {
        EngineBench bench;
        add(bench,
            {.papers = {complete(sound, u"10.1000/late"_s, 2018)}, .fills = {{0, u"Crossref"_s, true, false, true}}});
        QCOMPARE(details(bench, sound).stored.status.filled,
                 (QVector<FilledField>{{u"doi"_s, u"Crossref"_s}, {u"year"_s, u"Crossref"_s}}));
        bench.core->takeBack(bench.id(sound), u"doi"_s);
        QVERIFY(bench.wait([&] { return bench.row(sound).doi.isEmpty(); }));
        QCOMPARE(bench.row(sound).year, 2018);
        QVERIFY(details(bench, sound).stored.status.filled[0].undone);
        QVERIFY(details(bench, sound).history.last().text.contains("DOI"_L1));
    }

    void whatTheDocumentFilledInStaysTakenBackWhenItIsConvertedAgain()
    {
        EngineBench bench;
        bench.converter->metadata = {{u"title"_s, sound},
                                     {u"issued"_s, QJsonObject{{u"date-parts"_s, QJsonArray{QJsonArray{1999}}}}}};
        Paper paper = complete(sound, {}, 0);
        add(bench, {.papers = {paper}});
        bench.core->start();
        QVERIFY(bench.finish());
        QCOMPARE(bench.row(sound).year, 1999);
        QCOMPARE(details(bench, sound).stored.status.filled, (QVector<FilledField>{{u"year"_s, QString()}}));
        bench.core->takeBack(bench.id(sound), u"year"_s);
        QVERIFY(bench.wait([&] { return bench.row(sound).year == 0; }));
        bench.summary.reset();
        QFile other(bench.folder.filePath(u"other.pdf"_s));
        QVERIFY(other.open(QIODevice::WriteOnly) && other.write("other") == 5);
        other.close();
        bench.core->attachFile(bench.id(sound), other.fileName());
        QVERIFY(bench.finish());
        QCOMPARE(bench.row(sound).year, 0);
    }
};

QTEST_GUILESS_MAIN(EngineFilled)
#include "engine_filled.moc"
