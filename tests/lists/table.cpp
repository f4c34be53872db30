// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/author_list.h"
#include "lists/list_reader.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sheaf;

namespace {

ParsedList read(const QByteArray& bytes, const TableMapping& mapping = {})
{
    return readList(bytes, u"list.csv"_s, mapping).value_or(ParsedList());
}

QStringList families(const QString& text)
{
    QStringList names;
    for (const Author& author : authorsFromText(text))
        names.append(author.family);
    return names;
}

} // namespace

class TableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDelimiterIsGuessed_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QChar>("delimiter");
        QTest::newRow("comma") << "Title,Authors,Year\n\"A, b and c\",\"Doe, J.; Roe, R.\",2001\n"_ba << QChar(u',');
        QTest::newRow("semicolon") << "Titel;Autoren;Jahr\nA, b and c;Doe, J.;2001\n"_ba << QChar(u';');
        QTest::newRow("tab") << "TI\tAU\tPY\nA, b and c\tDoe, J.; Roe, R.\t2001\n"_ba << QChar(u'\t');
        QTest::newRow("declared") << "sep=|\nTitle|Authors|Year\nA, b and c|Doe, J.|2001\n"_ba << QChar(u'|');
    }

    void theDelimiterIsGuessed()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QChar, delimiter);
        const ParsedList list = read(bytes);
        QCOMPARE(list.table->delimiter, delimiter);
        QCOMPARE(list.papers.size(), 1);
        QCOMPARE(list.papers.first().title, u"A, b and c"_s);
        QCOMPARE(list.papers.first().year, 2001);
        QCOMPARE(list.papers.first().authors.first().family, u"Doe"_s);
    }

    void embasesFieldsMayStandInRows()
    {
        const ParsedList list =
            read("\"TITLE\",\"A study of \"\"drift\"\", slow\"\n"
                 "\"AUTHOR NAMES\",\"Kim H.-J.\",\"van der Walt S.\"\n"
                 "\"SOURCE\",\"Lancet (2020) 395:10223 (497-506). Date of Publication: 15 Feb 2020\"\n"
                 "\"ABSTRACT\",\"Two\nlines.\"\n\"AUTHOR KEYWORDS\",\"drift\",\"sensor\"\n"
                 "\"MEDLINE PMID\",\"31986264\"\n\"DOI\",\"10.1016/S0140-6736(20)30183-5\"\n"
                 "\"EMBASE LINK\",\"https://www.embase.com/search?id=1\"\n\n"
                 "\"TITLE\",\"Another study\"\n\"SOURCE TITLE\",\"Nature\"\n"
                 "\"PUBLICATION YEAR\",\"2019\"\n\"FIRST PAGE\",\"12\"\n");
        QCOMPARE(list.format, u"Embase CSV (fields by row)"_s);
        QCOMPARE(list.papers.size(), 2);
        const Paper& first = list.papers.first();
        QCOMPARE(first.title, u"A study of \"drift\", slow"_s);
        QCOMPARE(first.authors.size(), 2);
        QCOMPARE(first.authors[0], (Author{u"Kim"_s, u"H.-J."_s, {}}));
        QCOMPARE(first.authors[1].family, u"van der Walt"_s);
        QCOMPARE(first.venue, u"Lancet"_s);
        QCOMPARE(first.year, 2020);
        QCOMPARE((QStringList{first.volume, first.issue, first.pages}),
                 (QStringList{u"395"_s, u"10223"_s, u"497–506"_s}));
        QCOMPARE(first.ids.doi, u"10.1016/s0140-6736(20)30183-5"_s);
        QCOMPARE(first.ids.pmid, u"31986264"_s);
        QCOMPARE(first.keywords, (QStringList{u"drift"_s, u"sensor"_s}));
        QVERIFY(first.urls.isEmpty());
        QCOMPARE(list.papers[1].sourceLine, 11);
        QCOMPARE(list.papers[1].venue, u"Nature"_s);
        QCOMPARE(list.papers[1].year, 2019);
    }

    void cellsMayHoldLinesQuotesAndExcelsSigns()
    {
        const ParsedList list =
            read("Title,Abstract,Year,PMID\r\n\"He said \"\"no\"\"\",\"Line one\r\nline two\",2001,=\"00123\"\r\n"
                 "Next title,,2002,\r\n");
        QCOMPARE(list.papers.size(), 2);
        QCOMPARE(list.papers.at(0).title, u"He said \"no\""_s);
        QCOMPARE(list.papers.at(0).abstractText, u"Line one line two"_s);
        QCOMPARE(list.papers.at(0).ids.pmid, u"00123"_s);
        QCOMPARE(list.papers.at(1).sourceLine, 4);
    }

    void aQuoteThatIsNotClosedCostsItsLineOnly()
    {
        const ParsedList list =
            read("Title,Year,DOI\n\"An open quote,2001,10.1000/one\nThe next title,2002,10.1000/two\n"
                 "\"A quoted title\",2003,10.1000/three\n");
        QCOMPARE(list.papers.size(), 3);
        QCOMPARE(list.papers.at(0).ids.doi, u"10.1000/one"_s);
        QCOMPARE(list.papers.at(2).title, u"A quoted title"_s);
        QVERIFY(!list.warnings.isEmpty());
        QCOMPARE(list.warnings.first().line, 2);
    }

    void aHeaderMayStandBelowOtherLines()
    {
        const ParsedList list = read(
            "\"SEARCH QUERY\",\"dinosaur\"\n-----\n\nTitle,Author Names,Publication Year\nA long title,Doe J.,2001\n");
        QCOMPARE(list.table->headerLine, 4);
        QCOMPARE(list.papers.size(), 1);
        QCOMPARE(list.papers.first().sourceLine, 5);
    }

    void withoutAHeaderTheContentTells()
    {
        const ParsedList list = read("\"Doe, J.; Roe, R.\",A title of several words here,2001,10.1000/one\n"
                                     "\"Poe, E.\",Another title of several words,1999,10.1000/two\n");
        QCOMPARE(list.table->headerLine, 0);
        QCOMPARE(list.papers.size(), 2);
        QCOMPARE(list.papers.at(0).title, u"A title of several words here"_s);
        QCOMPARE(list.papers.at(0).authors.size(), 2);
        QCOMPARE(list.papers.at(1).year, 1999);
        QCOMPARE(list.papers.at(1).ids.doi, u"10.1000/two"_s);
        QCOMPARE(list.table->unsure.size(), 4);
    }

    void theToolIsToldByItsColumns_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("format");
        // Quotes are single ones here.
        const auto row = [](const char* tool, const QByteArray& header, const QByteArray& cells,
                            const QString& format) {
            QTest::newRow(tool) << QByteArray(header + "\n" + cells + "\n").replace('\'', '"') << format;
        };
        row("Scopus", "Authors,Author full names,Title,Year,Source title,Volume,Issue,Page start,Page end,DOI,Link,EID",
            "'Doe J.; Roe R.','Doe, Jane (1); Roe, Rick (2)',A study of things,2019,Things,3,2,11,19,10.1000/one,,2-s2",
            u"Scopus CSV"_s);
        row("Embase",
            "'Title','Author Names','AiP/IP Entry Date','Source title','Publication Year','Volume','Issue','First "
            "Page','Last Page','DOI'",
            "'A study of things','Doe J., Roe R.','2019-01-01','Things','2019','3','2','11','19','10.1000/one'",
            u"Embase CSV"_s);
        row("IEEE",
            "'Document Title',Authors,'Publication Title','Publication Year','Volume','Issue','Start Page','End "
            "Page','DOI',PDF Link",
            "'A study of things','J. Doe; R. "
            "Roe','Things','2019','3','2','11','19','10.1000/one',https://example.org/1",
            u"IEEE Xplore CSV"_s);
        row("Covidence", "Title,Authors,Published Year,Journal,Volume,Issue,Pages,DOI,Covidence #",
            "A study of things,'Doe, J.; Roe, R.',2019,Things,3,2,11-19,10.1000/one,#12", u"Covidence CSV"_s);
        row("Rayyan", "key,title,year,journal,volume,issue,pages,authors,doi,pubmed_id,pmc_id",
            "rayyan-1,A study of things,2019,Things,3,2,11-19,'Doe, J. and Roe, R.',10.1000/one,,", u"Rayyan CSV"_s);
        row("Publish or Perish",
            "Cites,Authors,Title,Year,Source,Publisher,ArticleURL,GSRank,DOI,Volume,Issue,StartPage,EndPage",
            "5,'J Doe, R Roe',A study of things,2019,Things,Pub,https://example.org/1,1,10.1000/one,3,2,11,19",
            u"Publish or Perish CSV"_s);
        row("Web of Science", "PT\tAU\tAF\tTI\tSO\tVL\tIS\tBP\tEP\tDI\tPY\tUT",
            "J\tDoe, J; Roe, R\tDoe, Jane; Roe, Rick\tA study of "
            "things\tThings\t3\t2\t11\t19\t10.1000/one\t2019\tWOS:1",
            u"Web of Science TSV"_s);
        row("PubMed", "PMID,Title,Authors,Citation,First Author,Journal/Book,Publication Year,NIHMS ID,DOI",
            "'1','A study of things','Doe J, Roe R.','Things. 2019;3(2):11-19.','Doe "
            "J','Things','2019','','10.1000/one'",
            u"PubMed CSV"_s);
        row("Dimensions",
            "'About the data: exported on 2 May 2024'\nRank,Publication ID,DOI,Title,Source "
            "title,PubYear,Volume,Issue,Pagination,Authors",
            "1,pub.1,10.1000/one,A study of things,Things,2019,3,2,11-19,'Doe, Jane; Roe, Rick'", u"Dimensions CSV"_s);
        row("Lens", "Lens ID,Title,Publication Year,Source Title,Author/s,Volume,Issue Number,Start Page,End Page,DOI",
            "1-2,A study of things,2019,Things,Jane Doe; Rick Roe,3,2,11,19,10.1000/one", u"Lens CSV"_s);
    }

    void theToolIsToldByItsColumns()
    {
        QFETCH(QByteArray, bytes);
        const ParsedList list = read(bytes);
        QTEST(list.format, "format");
        QCOMPARE(list.papers.size(), 1);
        const Paper& paper = list.papers.first();
        QCOMPARE(paper.title, u"A study of things"_s);
        QCOMPARE(paper.year, 2019);
        QCOMPARE(paper.ids.doi, u"10.1000/one"_s);
        QCOMPARE(paper.venue, u"Things"_s);
        QCOMPARE(paper.authors.size(), 2);
        QCOMPARE(paper.authors.at(0).family, u"Doe"_s);
        QCOMPARE(paper.authors.at(1).family, u"Roe"_s);
    }

    void theUsersMappingWins()
    {
        const QByteArray bytes = "a;b;c\nThe title;Something else;1999\n";
        const ParsedList list = read(
            bytes, {.delimiter = u';', .headerLine = 1, .fields = {{0, u"ignore"_s}, {1, u"title"_s}, {2, u"year"_s}}});
        QCOMPARE(list.papers.first().title, u"Something else"_s);
        QCOMPARE(list.papers.first().year, 1999);
        QCOMPARE(list.table->fields.value(1), u"title"_s);
        QVERIFY(!list.table->unsure.contains(1));
    }

    void thePreviewShowsTheFirstRows()
    {
        QByteArray bytes = "Title,Year\n";
        for (int i = 0; i < 100; ++i)
            bytes += "Some title here," + QByteArray::number(1900 + i) + "\n";
        const ParsedList list = read(bytes);
        QCOMPARE(list.table->header, QStringList({u"Title"_s, u"Year"_s}));
        QCOMPARE(list.table->rowCount, 100);
        QCOMPARE(list.table->rows.first(), QStringList({u"Some title here"_s, u"1900"_s}));
        QCOMPARE(list.table->lines.first(), 2);
        for (const QString& field : list.table->fields)
            QVERIFY(tableFields().contains(field));
    }

    void rowsWithoutAPaperAreWarnings()
    {
        const ParsedList list = read("Title,Authors,Year\nA title,Doe,2001\n,Nobody,2002\n,,\n");
        QCOMPARE(list.papers.size(), 1);
        QCOMPARE(list.warnings.size(), 1);
        QCOMPARE(list.warnings.first().line, 3);
    }

    void namesAreTakenApartHoweverTheyAreListed_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("semicolons") << u"Smith, J.; Doe, A."_s << QStringList{u"Smith"_s, u"Doe"_s};
        QTest::newRow("PubMed") << u"Griffin DK, Larkin DM, O'Connor RE."_s
                                << QStringList{u"Griffin"_s, u"Larkin"_s, u"O'Connor"_s};
        QTest::newRow("IEEE") << u"Joseph Rottman, Erran Carmel, Mary Lacity"_s
                              << QStringList{u"Rottman"_s, u"Carmel"_s, u"Lacity"_s};
        QTest::newRow("APA") << u"Smith, J., Doe, A. B."_s << QStringList{u"Smith"_s, u"Doe"_s};
        QTest::newRow("APA, and") << u"Smith, J., Jones, K., & Doe, A. B."_s
                                  << QStringList{u"Smith"_s, u"Jones"_s, u"Doe"_s};
        QTest::newRow("BibTeX") << u"Yang, Z. and Jiang, B. and McNamara, M.E."_s
                                << QStringList{u"Yang"_s, u"Jiang"_s, u"McNamara"_s};
        QTest::newRow("prose") << u"Ann Lee, Bob Ray and Cy Poe"_s << QStringList{u"Lee"_s, u"Ray"_s, u"Poe"_s};
        QTest::newRow("one") << u"Smith, John"_s << QStringList{u"Smith"_s};
        QTest::newRow("particles") << u"van der Walt S., de la Cruz M."_s
                                   << QStringList{u"van der Walt"_s, u"de la Cruz"_s};
        QTest::newRow("nobody") << u" ; "_s << QStringList{};
    }

    void namesAreTakenApartHoweverTheyAreListed()
    {
        QFETCH(QString, text);
        QTEST(families(text), "expected");
    }
};

QTEST_GUILESS_MAIN(TableTest)
#include "table.moc"
