// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/import/import.h"

#include "read/prompts/token_estimate.h"
#include "testing/testing.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace sheaf;

namespace {

constexpr auto TwoPapers = R"(
@article{one, title = {The first paper of this list}, author = {Doe, Jane}, year = {2019}, doi = {10.1000/one}, file = {:docs/one.pdf:PDF}}
@article{two, title = {The second paper of this list}, author = {Roe, Richard}, year = {2020}}
)";

class Folder
{
public:
    QString path(const QString& name) const { return m_folder.filePath(name); }
    QString write(const QString& name, const QByteArray& content) const
    {
        QDir(m_folder.path()).mkpath(QFileInfo(path(name)).path());
        QFile file(path(name));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? path(name) : QString();
    }
    QString root() const { return m_folder.path(); }

private:
    QTemporaryDir m_folder;
};

QStringList titles(const ImportPlan& plan)
{
    QStringList all;
    for (const Paper& paper : plan.papers)
        all.append(paper.title);
    return all;
}

const ImportPdf* pdfNamed(const ImportPlan& plan, const QString& name)
{
    const auto found =
        std::ranges::find_if(plan.pdfs, [&name](const ImportPdf& pdf) { return pdf.path.endsWith(name); });
    return found == plan.pdfs.end() ? nullptr : &*found;
}

QByteArray markdownPaper(const QByteArray& title)
{
    return "# " + title + "\n\nJane Doe\n\n## Abstract\n\n" +
           QByteArray("We measured what we measured. ").repeated(80) +
           "\n\n## References\n\n1. Somebody. doi:10.1000/cited\n";
}

} // namespace

class ImportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void printedReferencesAreRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("a line each")
            << u"Lindqvist, A. B., & Moreau, C. (2017). Sediment cores as archives of storms. Journal of Lake "
               "Studies, 12(3), 45-67. https://doi.org/10.1234/jls.2017.045\n"
               "Okonkwo, T. (2021). Who reads the readme? Software Notes, 8, e104.\n"_s;
        QTest::newRow("numbered, over lines")
            << u"References\n\n[1] A. B. Lindqvist and C. Moreau, \u201cSediment cores as archives of\nstorms,\u201d "
               u"J. Lake "
               "Stud., vol. 12, no. 3, pp. 45-67, 2017, doi:\n10.1234/jls.2017.045.\n"
               "[2] T. Okonkwo, \u201cWho reads the readme?,\u201d Softw. Notes,\nvol. 8, p. e104, 2021.\n"_s;
        QTest::newRow("markdown, parted by gaps")
            << u"Lindqvist AB, Moreau C. Sediment cores as archives of storms.\n*Journal of Lake Studies* "
               "2017;12(3):45-67. doi:10.1234/jls.2017.045\n\n"
               "Okonkwo T. Who reads the readme?\n*Software Notes* 2021;8:e104.\n"_s;
    }

    void printedReferencesAreRead()
    {
        QFETCH(QString, text);
        const Folder folder;
        const QString file = folder.write(u"refs.txt"_s, text.toUtf8());
        for (const ImportPlan& plan : {importNow({text}), importNow({file})}) {
            QCOMPARE(titles(plan),
                     (QStringList{u"Sediment cores as archives of storms"_s, u"Who reads the readme?"_s}));
            const Paper& first = plan.papers.first();
            QCOMPARE(first.ids.doi, u"10.1234/jls.2017.045"_s);
            QCOMPARE(first.year, 2017);
            QCOMPARE(first.authors.size(), 2);
            QCOMPARE(first.authors.first().family, u"Lindqvist"_s);
            QCOMPARE(plan.papers.last().year, 2021);
        }
    }

    void proseIsNoListOfReferences()
    {
        const Folder folder;
        const QString notes = folder.write(
            u"notes.txt"_s, "In 2017 we met Dr. Moreau, who showed us the sediment cores of the northern lakes.\n\n"
                            "The storms of 1987 (see Lindqvist, A. B.) are visible in all of them, he said.\n");
        QVERIFY(importNow({notes}).papers.isEmpty());
    }

    void aListGivesItsPapersWithTheFilesThatLieBesideIt()
    {
        const Folder folder;
        const QString pdf = folder.write(u"docs/one.pdf"_s, "%PDF-1.4 broken");
        const QString list = folder.write(u"refs.bib"_s, TwoPapers);
        const ImportPlan plan = importNow({list});
        QCOMPARE(plan.papers.size(), 2);
        QCOMPARE(plan.papers.at(0).files, QStringList{pdf});
        QCOMPARE(plan.papers.at(0).sourceFile, list);
        QCOMPARE(plan.papers.at(0).sourceLine, 2);
        QCOMPARE(plan.sources.size(), 1);
        QCOMPARE(plan.sources.first().format, u"BibTeX"_s);
        QCOMPARE(plan.sources.first().papers, 2);
        QCOMPARE(plan.understood, 2);
        QCOMPARE(plan.withDoi, 1);
        QCOMPARE(plan.dropped, QStringList{u"refs.bib"_s});
        QVERIFY(std::ranges::all_of(plan.papers, [](const Paper& paper) { return paper.id == 0; }));
    }

    void aFileThatTheListNamesAndIsNotThereIsAWarning()
    {
        const Folder folder;
        const ImportPlan plan = importNow({folder.write(u"refs.bib"_s, TwoPapers)});
        QVERIFY(plan.papers.at(0).files.isEmpty());
        QCOMPARE(plan.warnings.size(), 1);
        QCOMPARE(plan.warnings.first().line, 2);
    }

    void equalPapersOfTwoListsBecomeOneWithTheReason()
    {
        const Folder folder;
        const QString bib = folder.write(u"refs.bib"_s, TwoPapers);
        const QString csv =
            folder.write(u"more.csv"_s, "Title,Authors,Year,DOI,Abstract\n"
                                        "Another title,\"Doe, J.\",2019,https://doi.org/10.1000/ONE,From the table\n"
                                        "The Second Paper of This List,\"Roe, Richard\",2020,,\n"
                                        "A third one,\"Poe, E.\",1845,10.1000/three,\n");
        const ImportPlan plan = importNow({bib, csv});
        QCOMPARE(titles(plan), QStringList({u"The first paper of this list"_s, u"The second paper of this list"_s,
                                            u"A third one"_s}));
        QCOMPARE(plan.duplicates.size(), 2);
        QCOMPARE(plan.duplicates.at(0).first, 0);
        QVERIFY(plan.duplicates.at(0).reason.contains("DOI"_L1));
        QCOMPARE(plan.duplicates.at(1).first, 1);
        QVERIFY(plan.duplicates.at(1).reason.contains("title"_L1));
        QCOMPARE(plan.papers.at(0).abstractText, u"From the table"_s);
        QCOMPARE(plan.understood, 5);
    }

    void whatTheProjectHoldsIsADuplicate()
    {
        const Folder folder;
        Paper known;
        known.id = 42;
        known.ids.doi = u"10.1000/one"_s;
        const ImportPlan plan = importNow({folder.write(u"refs.bib"_s, TwoPapers)}, {.papers = {known}});
        QCOMPARE(plan.papers.size(), 1);
        QCOMPARE(plan.duplicates.size(), 1);
        QCOMPARE(plan.duplicates.first().existing, PaperId(42));
        QCOMPARE(plan.duplicates.first().first, -1);
    }

    void aDocumentForAPaperOfTheProjectThatWantsOneIsAttachedToIt()
    {
        const Folder folder;
        ExistingPapers existing;
        for (const QString& title : {u"Measurements of what was measured"_s, u"Storage of what was stored"_s}) {
            Paper paper;
            paper.id = existing.papers.size() + 1;
            paper.title = title;
            paper.authors = {Author{u"Doe"_s, u"Jane"_s}};
            existing.papers.append(paper);
        }
        existing.wantFile = {1};
        const QString wanted = folder.write(u"a.md"_s, markdownPaper("Measurements of what was measured"));
        const QString another = folder.write(u"b.md"_s, markdownPaper("Measurements of what was measured") + "More.\n");
        const QString needless = folder.write(u"c.md"_s, markdownPaper("Storage of what was stored"));
        const ImportPlan plan = importNow({wanted, another, needless}, existing);
        QVERIFY(plan.papers.isEmpty() && !plan.isEmpty());
        QCOMPARE(plan.attached, 1);
        QVERIFY(pdfNamed(plan, u"a.md"_s)->attaches);
        QVERIFY(!pdfNamed(plan, u"b.md"_s)->attaches);
        QCOMPARE(pdfNamed(plan, u"c.md"_s)->existing, PaperId(2));
        QVERIFY(!pdfNamed(plan, u"c.md"_s)->attaches);
        QCOMPARE(pdfNamed(plan, u"c.md"_s)->title, u"Storage of what was stored"_s);
        QCOMPARE(plan.duplicates.first().file, wanted);

        // The document that it had tried before helps no more.
        existing.papers.first().files = {wanted};
        QVERIFY(importNow({wanted}, existing).isEmpty());
    }

    void aDocumentThatWasGivenBeforeAndNotYetLookedIntoIsNoSecondPaper()
    {
        const Folder folder;
        Paper waiting;
        waiting.id = 7;
        waiting.title = u"What a list calls it"_s;
        waiting.files = {
            folder.write(u"paper.md"_s, "# Untitled\n\n" + QByteArray("Words follow words. ").repeated(80))};
        const ImportPlan again = importNow(waiting.files, {.papers = {waiting}});
        QVERIFY(again.papers.isEmpty());
        QCOMPARE(again.duplicates.size(), 1);
        QCOMPARE(again.duplicates.first().existing, PaperId(7));
        // Another document may lie there since the first one was read.
        QCOMPARE(
            importNow(waiting.files, {.papers = {waiting}, .fileHashes = {{"of what lay there", 7}}}).papers.size(), 1);
    }

    void aDocumentThatMayBeAPaperOfTheProjectIsAskedAbout()
    {
        const Folder folder;
        ExistingPapers existing{.wantFile = {7}};
        Paper known;
        known.id = 7;
        known.title = u"Long walks improve memory in old mice"_s;
        known.authors = {Author{u"Zander"_s, u"Zoe"_s}};
        existing.papers = {known};
        const QString paper = folder.write(u"p.md"_s, markdownPaper("Long walks improve memory in young rats"));
        Importer importer;
        QSignalSpy spy(&importer, &Importer::changed);
        const auto plan = [&spy] { return spy.last().at(0).value<std::shared_ptr<const ImportPlan>>(); };
        importer.setExisting(existing);
        importer.add({paper});
        QTRY_VERIFY(!spy.isEmpty() && spy.last().at(1).toBool());
        QVERIFY(plan()->pdfs.first().toConfirm);
        QCOMPARE(plan()->papers.size(), 1);
        spy.clear();
        importer.confirmPdf(paper, true);
        QTRY_VERIFY(!spy.isEmpty());
        QVERIFY(plan()->papers.isEmpty() && plan()->pdfs.first().attaches);
    }

    void aDoiAnArxivIdAndAUrlArePapers()
    {
        const ImportPlan plan = importNow({u"10.1371/journal.pone.0298242"_s, u"arXiv:1706.03762v5"_s, u"2101.01234"_s,
                                           u"https://example.org/paper.pdf"_s});
        QCOMPARE(plan.papers.size(), 4);
        QCOMPARE(plan.papers.at(0).ids.doi, u"10.1371/journal.pone.0298242"_s);
        QCOMPARE(plan.papers.at(1).ids.arxiv, u"1706.03762"_s);
        QCOMPARE(plan.papers.at(2).ids.arxiv, u"2101.01234"_s);
        QCOMPARE(plan.papers.at(3).urls, QStringList{u"https://example.org/paper.pdf"_s});
    }

    void whatIsNoFileAndNoIdentifierIsSaid()
    {
        const ImportPlan plan = importNow({u"no/such/refs.bib"_s, u"just words"_s});
        QCOMPARE(plan.papers.size(), 0);
        QCOMPARE(plan.sources.size(), 2);
        QCOMPARE(plan.sources.at(0).failure->code, u"import.missing"_s);
        QCOMPARE(plan.sources.at(1).failure->code, u"import.text"_s);
    }

    void whatIsNoTextIsRefusedWithoutItsBytes()
    {
        const Folder folder;
        const ImportPlan plan = importNow({folder.write(u"papers.zip"_s, "PK\3\4" + QByteArray(500, '\1')),
                                           folder.write(u"notes.txt"_s, "Dear diary, today I read nothing.")});
        QCOMPARE(plan.sources.size(), 2);
        QCOMPARE(plan.sources.at(0).failure->code, u"list.binary"_s);
        QVERIFY(plan.sources.at(0).firstLines.isEmpty());
        QVERIFY(!plan.sources.at(1).firstLines.isEmpty());
    }

    void aMarkdownPaperIsADocumentAndAListOfDoisIsAList()
    {
        const Folder folder;
        const QString paper = folder.write(u"paper.md"_s, markdownPaper("Measurements of what was measured"));
        const QString list =
            folder.write(u"list.md"_s, "# To read\n\n- https://doi.org/10.1000/a1234\n- 10.1000/b1234\n");
        const ImportPlan plan = importNow({paper, list});
        QCOMPARE(plan.papers.size(), 3);
        QCOMPARE(plan.pdfs.size(), 1);
        QVERIFY(plan.pdfs.first().isNew);
        QCOMPARE(plan.papers.at(plan.pdfs.first().paper).title, u"Measurements of what was measured"_s);
        QCOMPARE(plan.papers.at(plan.pdfs.first().paper).files, QStringList{paper});
        QCOMPARE(plan.lengths().papers, 3);
        QCOMPARE(plan.lengths().counted, 1);
        const QByteArray whole = markdownPaper("Measurements of what was measured");
        QCOMPARE(plan.lengths().countedTokens, estimateTokens(QString::fromUtf8(whole)));
    }

    void aDocumentIsMatchedToItsEntry()
    {
        const Folder folder;
        const QString list = folder.write(u"refs.bib"_s, TwoPapers);
        const QString paper = folder.write(u"unnamed.md"_s, markdownPaper("The first paper of this list"));
        const ImportPlan plan = importNow({list, paper});
        QCOMPARE(plan.papers.size(), 2);
        const ImportPdf* pdf = pdfNamed(plan, u"unnamed.md"_s);
        QVERIFY(pdf && pdf->paper == 0 && !pdf->isNew && !pdf->reason.isEmpty());
        QCOMPARE(plan.papers.at(0).files, QStringList{paper});
    }

    void aFolderIsSearchedAndTheSameFileTwiceIsOnePaper()
    {
        const Folder folder;
        folder.write(u"in/refs.bib"_s, TwoPapers);
        folder.write(u"in/a/paper.md"_s, markdownPaper("A paper in a folder of a folder"));
        folder.write(u"in/b/copy.md"_s, markdownPaper("A paper in a folder of a folder"));
        folder.write(u"in/b/README.md"_s, "# About this folder\n\nNothing to read here.\n");
        folder.write(u"in/b/notes.json"_s, "{\"colour\": 3}");
        const ImportPlan plan = importNow({folder.path(u"in"_s)});
        QCOMPARE(plan.papers.size(), 3);
        QCOMPARE(plan.pdfs.size(), 2);
        QCOMPARE(plan.duplicates.size(), 1);
        QVERIFY(plan.duplicates.first().reason.contains("file"_L1));
        QCOMPARE(plan.sources.size(), 1);
    }

    void aBrokenPdfStaysAPaperWithItsFile()
    {
        const Folder folder;
        const QString broken = folder.write(u"broken.pdf"_s, "this is no PDF");
        const QString empty = folder.write(u"empty.pdf"_s, {});
        const ImportPlan plan = importNow({broken, empty});
        QCOMPARE(plan.papers.size(), 2);
        QCOMPARE(plan.papers.at(0).files, QStringList{broken});
        QCOMPARE(plan.papers.at(0).title, u"broken"_s);
        QCOMPARE(plan.papers.at(1).files, QStringList{empty});
        QVERIFY(plan.pdfs.at(0).failure && !plan.pdfs.at(0).failure->message.isEmpty());
    }

    void realPdfsAreMatchedByWhatTheyPrint()
    {
        SHEAF_REQUIRE_SHARED(u"data/jats"_s);
        if (!QFile::exists(testing::builtProgram(u"sheaf-page-worker"_s)))
            QSKIP("the page worker is not built here");
        const QStringList files =
            QDir(testing::sharedFile(u"data/jats"_s)).entryList({u"*.pdf"_s}, QDir::Files, QDir::Name).mid(0, 3);
        QStringList paths;
        for (const QString& file : files)
            paths.append(testing::sharedFile(u"data/jats/"_s + file));
        const ImportPlan alone = importNow(paths);
        QCOMPARE(alone.pdfs.size(), paths.size());
        for (const ImportPdf& pdf : alone.pdfs)
            QVERIFY2(!pdf.failure && pdf.isNew && pdf.sha256.size() == 64, qPrintable(pdf.path));
        QCOMPARE(alone.lengths().counted, int(paths.size()));
        for (const ImportPdf& pdf : alone.pdfs) {
            QFile truth(QFileInfo(pdf.path).path() + u'/' + QFileInfo(pdf.path).completeBaseName() + u".gt.md"_s);
            QVERIFY(truth.open(QIODevice::ReadOnly));
            const auto share = double(pdf.tokens) / double(estimateTokens(QString::fromUtf8(truth.readAll())));
            QVERIFY2(share > 0.5 && share < 2, qPrintable(pdf.path + u": %1"_s.arg(share)));
        }
        // A list of the same papers by DOI takes them in.
        QStringList dois;
        for (const Paper& paper : alone.papers)
            if (!paper.ids.doi.isEmpty())
                dois.append(paper.ids.doi);
        QVERIFY(!dois.isEmpty());
        const ImportPlan joined = importNow(QStringList{dois.join('\n'_L1)} + paths);
        QCOMPARE(joined.papers.size(), paths.size());
    }

    void theImporterReportsUntilItHasFinished()
    {
        const Folder folder;
        Importer importer;
        QSignalSpy spy(&importer, &Importer::changed);
        importer.add(
            {folder.write(u"refs.bib"_s, TwoPapers), folder.write(u"paper.md"_s, markdownPaper("A paper of its own"))});
        importer.addText(u"10.1000/pasted"_s);
        const auto last = [&spy] { return spy.isEmpty() ? QVariantList() : spy.last(); };
        QTRY_VERIFY(!last().isEmpty() && last().at(1).toBool());
        const auto plan = last().at(0).value<std::shared_ptr<const ImportPlan>>();
        QCOMPARE(plan->papers.size(), 4);
        QCOMPARE(plan->dropped.size(), 3);

        importer.clear();
        QCOMPARE(last().at(0).value<std::shared_ptr<const ImportPlan>>()->papers.size(), 0);
    }

    void aTableChoiceIsReadAgain()
    {
        const Folder folder;
        const QString path = folder.write(u"odd.csv"_s, "a;b\nThe title of the paper;2001\n");
        Importer importer;
        QSignalSpy spy(&importer, &Importer::changed);
        const auto plan = [&spy] { return spy.last().at(0).value<std::shared_ptr<const ImportPlan>>(); };
        importer.add({path});
        QTRY_VERIFY(!spy.isEmpty() && spy.last().at(1).toBool());
        spy.clear();
        importer.setTableChoice(path,
                                {.delimiter = u';', .headerLine = 1, .fields = {{0, u"title"_s}, {1, u"year"_s}}});
        QTRY_VERIFY(!spy.isEmpty() && spy.last().at(1).toBool());
        QCOMPARE(titles(*plan()), QStringList{u"The title of the paper"_s});
        QCOMPARE(plan()->papers.first().year, 2001);
        QCOMPARE(plan()->sources.first().table->fields.value(0), u"title"_s);
    }

    void aDocumentThatTheUserRefusesIsAPaperOfItsOwn()
    {
        const Folder folder;
        // Half of the title and none of the authors: it has to be asked.
        const QString list =
            folder.write(u"refs.bib"_s,
                         "@article{x, title={Long walks improve memory in old mice}, author={Zander, Zoe}, year=2001}");
        const QString paper = folder.write(u"p.md"_s, markdownPaper("Long walks improve memory in young rats"));
        Importer importer;
        QSignalSpy spy(&importer, &Importer::changed);
        const auto plan = [&spy] { return spy.last().at(0).value<std::shared_ptr<const ImportPlan>>(); };
        importer.add({list, paper});
        QTRY_VERIFY(!spy.isEmpty() && spy.last().at(1).toBool());
        // Unanswered it is not lost: a paper of its own, beside the one that it may be.
        QCOMPARE(plan()->papers.size(), 2);
        QVERIFY(plan()->pdfs.first().toConfirm && !plan()->pdfs.first().confirmed);
        QCOMPARE(plan()->pdfs.first().title, u"Long walks improve memory in old mice"_s);
        QVERIFY(plan()->papers.at(0).files.isEmpty());
        QCOMPARE(plan()->papers.at(1).files, QStringList{paper});

        spy.clear();
        importer.confirmPdf(paper, false);
        QTRY_VERIFY(!spy.isEmpty());
        QCOMPARE(plan()->papers.size(), 2);
        QCOMPARE(plan()->papers.at(1).files, QStringList{paper});
        QCOMPARE(plan()->pdfs.first().confirmed, std::optional(false));
        QCOMPARE(plan()->pdfs.first().title, u"Long walks improve memory in young rats"_s);

        spy.clear();
        importer.confirmPdf(paper, true);
        QTRY_VERIFY(!spy.isEmpty());
        QCOMPARE(plan()->papers.size(), 1);
        QCOMPARE(plan()->papers.first().files, QStringList{paper});
        // Nobody answers on the command line: nothing is lost, nothing is mixed up.
        QCOMPARE(importNow({list, paper}).papers.size(), 2);
    }

    void destroyingTheImporterStopsIt()
    {
        SHEAF_REQUIRE_SHARED(u"data/nasty"_s);
        auto importer = std::make_unique<Importer>();
        int heard = 0;
        connect(importer.get(), &Importer::changed, this, [&heard] { ++heard; });
        importer->add({testing::sharedFile(u"data/nasty"_s), testing::sharedFile(u"data/lists"_s)});
        QCoreApplication::processEvents();
        importer.reset();
        const int atEnd = heard;
        QCoreApplication::processEvents();
        QCOMPARE(heard, atEnd);
    }
};

QTEST_GUILESS_MAIN(ImportTest)
#include "import.moc"
