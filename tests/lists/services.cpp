// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/list_reader.h"

#include <QTest>

#include <memory>

#include <zip.h>

using namespace Qt::StringLiterals;
using namespace sheaf;

namespace {

const QByteArray RdfHead =
    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"\n"
    "  xmlns:z=\"http://www.zotero.org/namespaces/export#\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
    "  xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:bib=\"http://purl.org/net/biblio#\"\n"
    "  xmlns:foaf=\"http://xmlns.com/foaf/0.1/\" xmlns:prism=\"http://prismstandard.org/namespaces/1.2/basic/\">";

ParsedList read(const QByteArray& bytes, const QString& name)
{
    return readList(bytes, name).value_or(ParsedList());
}

using SourcePointer = std::unique_ptr<zip_source_t, decltype(&zip_source_free)>;

QByteArray contentOf(zip_source_t* source)
{
    zip_stat_t stat;
    if (zip_source_stat(source, &stat) != 0 || !(stat.valid & ZIP_STAT_SIZE) || zip_source_open(source) != 0)
        return {};
    QByteArray bytes(qsizetype(stat.size), Qt::Uninitialized);
    const zip_int64_t got = zip_source_read(source, bytes.data(), stat.size);
    zip_source_close(source);
    return got == zip_int64_t(stat.size) ? bytes : QByteArray();
}

struct ZipMember
{
    QString path;
    QByteArray bytes;
};

/** Empty where memory does not suffice. */
QByteArray zipOf(const QVector<ZipMember>& members)
{
    const SourcePointer target(zip_source_buffer_create(nullptr, 0, 0, nullptr), &zip_source_free);
    if (!target)
        return {};
    zip_source_keep(target.get()); // closing the archive frees it once
    zip_t* zip = zip_open_from_source(target.get(), ZIP_TRUNCATE, nullptr);
    if (!zip) {
        zip_source_free(target.get());
        return {};
    }
    for (const ZipMember& member : members) {
        zip_source_t* source = zip_source_buffer(zip, member.bytes.constData(), zip_uint64_t(member.bytes.size()), 0);
        const zip_int64_t index = zip_file_add(zip, member.path.toUtf8().constData(), source, ZIP_FL_ENC_UTF_8);
        if (index < 0) {
            zip_source_free(source);
            zip_discard(zip);
            return {};
        }
        // The same papers make the same bytes: 1980-01-01, the first day that ZIP knows.
        zip_file_set_dostime(zip, zip_uint64_t(index), 0, 0x21, 0);
    }
    if (zip_close(zip) != 0) {
        zip_discard(zip);
        return {};
    }
    return contentOf(target.get());
}

/** A workbook as small as the format allows: numbers, shared and inline text, a row that is left out. */
QByteArray workbook()
{
    const QByteArray sheet =
        "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Notes</t></is></c></row>\n"
        "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>0</v></c><c r=\"B3\" t=\"s\"><v>1</v></c><c r=\"D3\" "
        "t=\"inlineStr\"><is><t>DOI</t></is></c><c r=\"E3\" t=\"inlineStr\"><is><t>Authors</t></is></c></row>\n"
        "<row r=\"4\"><c r=\"A4\" t=\"inlineStr\"><is><r><t>A title </t></r><r><t>\"over\" two "
        "lines</t></r></is></c><c r=\"B4\"><v>2012</v></c><c r=\"D4\" t=\"str\"><v>10.1000/one</v></c><c r=\"E4\" "
        "t=\"inlineStr\"><is><t>Doe, Jane; Roe, Richard</t></is></c></row>\n"
        "</sheetData></worksheet>";
    return zipOf(
        {{u"[Content_Types].xml"_s, "<Types/>"},
         {u"_rels/.rels"_s, "<Relationships><Relationship Id=\"r1\" Target=\"xl/workbook.xml\"/></Relationships>"},
         {u"xl/workbook.xml"_s, "<workbook xmlns:r=\"urn:r\"><sheets><sheet name=\"Empty\" r:id=\"rId1\"/><sheet "
                                "name=\"List\" r:id=\"rId2\"/></sheets></workbook>"},
         {u"xl/_rels/workbook.xml.rels"_s,
          "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" "
          "Target=\"/xl/worksheets/sheet2.xml\"/></Relationships>"},
         {u"xl/sharedStrings.xml"_s, "<sst><si><t>Title</t></si><si><t>Year</t></si></sst>"},
         {u"xl/worksheets/sheet1.xml"_s, "<worksheet><sheetData/></worksheet>"},
         {u"xl/worksheets/sheet2.xml"_s, sheet}});
}

} // namespace

class ServicesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachFormatGivesTheSamePaper_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("format");
        QTest::newRow("OpenAlex") << "{\"meta\":{\"count\":1},\"results\":[{\"id\":\"https://openalex.org/W1\",\n"
                                     "            \"doi\":\"https://doi.org/10.1000/ONE\",\"title\":\"A title over two "
                                     "lines\",\"publication_year\":2012,\n"
                                     "            \"primary_location\":{\"source\":{\"display_name\":\"The "
                                     "journal\"}},\"type\":\"article\",\n"
                                     "            \"authorships\":[{\"author\":{\"display_name\":\"Jane "
                                     "Doe\"}},{\"author\":{\"display_name\":\"Richard Roe\"}}],\n"
                                     "            \"abstract_inverted_index\":{\"It\":[0],\"works\":[1]}}]}"_ba
                                  << u"OpenAlex JSON"_s;
        QTest::newRow("DataCite")
            << "{\"data\":{\"id\":\"10.1000/one\",\"attributes\":{\"doi\":\"10.1000/one\",\"titles\":[\n"
               "            {\"title\":\"A title over two lines\"},{\"title\":\"Ein "
               "Titel\",\"titleType\":\"TranslatedTitle\"}],\n"
               "            \"creators\":[{\"name\":\"Doe, "
               "Jane\",\"nameType\":\"Personal\"},{\"familyName\":\"Roe\",\"givenName\":\"Richard\"}],\n"
               "            \"publicationYear\":2012,\"container\":{\"title\":\"The "
               "journal\"},\"types\":{\"resourceTypeGeneral\":\"JournalArticle\"},\n"
               "            \"descriptions\":[{\"description\":\"It works\",\"descriptionType\":\"Abstract\"}]}}}"_ba
            << u"DataCite JSON"_s;
        QTest::newRow("Zotero JSON")
            << "[{\"key\":\"A\",\"data\":{\"itemType\":\"journalArticle\",\"title\":\"A title over two lines\",\n"
               "            "
               "\"creators\":[{\"creatorType\":\"editor\",\"lastName\":\"Ed\",\"firstName\":\"It\"},{\"creatorType\":"
               "\"author\",\"lastName\":\"Doe\",\n"
               "            "
               "\"firstName\":\"Jane\"},{\"creatorType\":\"author\",\"lastName\":\"Roe\",\"firstName\":\"Richard\"}],"
               "\"date\":\"May 2012\",\n"
               "            \"DOI\":\"10.1000/one\",\"publicationTitle\":\"The journal\",\"abstractNote\":\"It "
               "works\"}},\n"
               "            {\"key\":\"B\",\"data\":{\"itemType\":\"note\",\"note\":\"x\"}}]"_ba
            << u"Zotero JSON"_s;
        QTest::newRow("Crossref JSON")
            << "{\"status\":\"ok\",\"message-type\":\"work\",\"message\":{\"DOI\":\"10.1000/one\",\n"
               "            \"title\":[\"A title\"],\"subtitle\":[\"over two lines\"],\"container-title\":[\"The "
               "journal\"],\"type\":\"journal-article\",\n"
               "            "
               "\"issued\":{\"date-parts\":[[2012]]},\"author\":[{\"family\":\"Doe\",\"given\":\"Jane\"},{\"family\":"
               "\"Roe\",\"given\":\"Richard\"}],\n"
               "            \"abstract\":\"<jats:p>It works</jats:p>\"}}"_ba
            << u"Crossref JSON"_s;
        QTest::newRow("CSL-YAML")
            << "---\nreferences:\n- id: doe2012\n  type: article-journal\n"
               "  title: A title *over* two lines\n  abstract: It works\n  author:\n  - family: Doe\n"
               "    given: Jane\n  - family: Roe\n    given: Richard\n  issued:\n  - year: 2012\n"
               "  container-title: The journal\n  DOI: 10.1000/one\n...\n"_ba
            << u"CSL-YAML"_s;
        QTest::newRow("MODS")
            << "<mods xmlns=\"http://www.loc.gov/mods/v3\"><titleInfo><nonSort>A</nonSort>\n"
               "            <title>title over two lines</title></titleInfo><name type=\"personal\"><namePart "
               "type=\"family\">Doe</namePart>\n"
               "            <namePart type=\"given\">Jane</namePart><role><roleTerm>author</roleTerm></role></name>\n"
               "            <name><namePart>Roe, Richard</namePart></name><abstract>It works</abstract><relatedItem "
               "type=\"host\">\n"
               "            <titleInfo><title>The "
               "journal</title></titleInfo><originInfo><issuance>continuing</issuance></originInfo>\n"
               "            <part><date>2012</date></part></relatedItem><identifier type=\"doi\">10.1000/one</identifier></mods>"_ba
            << u"MODS XML"_s;
        QTest::newRow("Crossref XML")
            << "<doi_records><doi_record><crossref><journal><journal_metadata>\n"
               "            <full_title>The journal</full_title></journal_metadata><journal_article><titles><title>A "
               "title <i>over</i> two\n"
               "            lines</title></titles><contributors><person_name "
               "contributor_role=\"author\"><given_name>Jane</given_name>\n"
               "            <surname>Doe</surname></person_name><person_name "
               "contributor_role=\"author\"><given_name>Richard</given_name>\n"
               "            <surname>Roe</surname></person_name></contributors><abstract><p>It "
               "works</p></abstract><publication_date>\n"
               "            "
               "<year>2012</year></publication_date><doi_data><doi>10.1000/one</doi></doi_data></journal_article></"
               "journal>\n"
               "            </crossref></doi_record></doi_records>"_ba
            << u"Crossref XML"_s;
        QTest::newRow("Zotero RDF")
            << RdfHead +
                   "<bib:Article rdf:about=\"#1\"><z:itemType>journalArticle</z:itemType>\n"
                   "            <dcterms:isPartOf "
                   "rdf:resource=\"urn:issn:1\"/><bib:authors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>Doe\n"
                   "            "
                   "</foaf:surname><foaf:givenName>Jane</foaf:givenName></foaf:Person></rdf:li><rdf:li><foaf:Person>\n"
                   "            "
                   "<foaf:surname>Roe</foaf:surname><foaf:givenName>Richard</foaf:givenName></foaf:Person></rdf:li></"
                   "rdf:Seq>\n"
                   "            </bib:authors><dc:title>A title over two lines</dc:title><dcterms:abstract>It "
                   "works</dcterms:abstract>\n"
                   "            <dc:date>May 2012</dc:date></bib:Article><bib:Journal "
                   "rdf:about=\"urn:issn:1\"><dc:title>The journal</dc:title>\n"
                   "            <dc:identifier>DOI 10.1000/one</dc:identifier></bib:Journal></rdf:RDF>"
            << u"Zotero RDF"_s;
        QTest::newRow("Ovid, tagged")
            << "<1. >\nDB  - Ovid MEDLINE(R)\nAU  - Doe, Jane [Author]\nAU  - Roe, Richard\n"
               "TI  - A title over two lines. [Review]\nSO  - The journal. 28(2):103-106, 2012 Apr.\n"
               "DO  - https://dx.doi.org/10.1000/one\nPT  - Journal Article\nAB  - It works\n"_ba
            << u"Ovid"_s;
        QTest::newRow("Ovid, full names")
            << "<8>\nAuthor\n  Doe, Jane MD 1;  Roe, Richard PhD 2\nTitle\n  A title over two "
               "lines.[Article]\nSource\n  The journal.   28(2):103-106, April 2012.\n"
               "Document Type\n  Journal Article\nAbstract\n  It works\n"
               "DOI Number\n  10.1000/one\n"_ba
            << u"Ovid"_s;
        QTest::newRow("XLSX") << workbook() << u"XLSX"_s;
    }

    void eachFormatGivesTheSamePaper()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, format);
        const ParsedList list = read(bytes, u"export"_s);
        QCOMPARE(list.format, format);
        QCOMPARE(list.papers.size(), 1);
        Paper paper = list.papers.first();
        QCOMPARE(paper.title.remove('"'_L1).remove(':'_L1), u"A title over two lines"_s);
        QCOMPARE(paper.authors.size(), 2);
        QCOMPARE(paper.authors.at(0).display(), u"Jane Doe"_s);
        QCOMPARE(paper.authors.at(1).family, u"Roe"_s);
        QCOMPARE(paper.year, 2012);
        QCOMPARE(paper.ids.doi, u"10.1000/one"_s);
        if (format == "XLSX"_L1) {
            QCOMPARE(paper.sourceLine, 4);
            return;
        }
        QCOMPARE(paper.venue, u"The journal"_s);
        QCOMPARE(paper.type, u"article-journal"_s);
        QCOMPARE(paper.abstractText, u"It works"_s);
    }

    void latexBibliographiesAreRead()
    {
        const ParsedList list = read(
            "\\begin{thebibliography}{9}\n"
            "\\bibitem[Doe(2012)]{doe} J.~Doe and R.~Roe.\n"
            "\\newblock A title over {T}wo lines.\n"
            "\\newblock \\emph{The journal}, 12:\\penalty0 1--9, 2012.\n"
            "\\newblock doi: \\href{https://doi.org/10.1000/one}{10.1000/one}.\n"
            "\n"
            "\\bibitem{poe} % by hand\n"
            "E. A. Poe, ``The raven,'' Evening Mirror \\textbf{3} (1845) 2000.\n"
            "\\bibitem{rev} \\bibinfo{author}{\\bibfnamefont{A.}~\\bibnamefont{Moe}}, \\bibinfo{title}{Named parts},\n"
            " \\bibinfo{journal}{PRL} \\textbf{\\bibinfo{volume}{3}}, \\bibinfo{pages}{1990} (\\bibinfo{year}{2001}).\n"
            "\\end{thebibliography} \\bibliographystyle{plain}",
            u"paper.bbl"_s);
        QCOMPARE(list.format, u"LaTeX bibliography"_s);
        QCOMPARE(list.papers.size(), 3);
        QCOMPARE(list.papers.at(0).title, u"A title over Two lines"_s);
        QCOMPARE(list.papers.at(0).authors.size(), 2);
        QCOMPARE(list.papers.at(0).authors.at(1).family, u"Roe"_s);
        QCOMPARE(list.papers.at(0).year, 2012);
        QCOMPARE(list.papers.at(0).venue, u"The journal"_s);
        QCOMPARE(list.papers.at(0).ids.doi, u"10.1000/one"_s);
        QCOMPARE(list.papers.at(0).citationKey, u"doe"_s);
        QCOMPARE(list.papers.at(1).title, u"The raven"_s);
        QCOMPARE(list.papers.at(1).year, 1845);
        QCOMPARE(list.papers.at(1).sourceLine, 7);
        QCOMPARE(list.papers.at(2).title, u"Named parts"_s);
        QCOMPARE(list.papers.at(2).authors.value(0).display(), u"A. Moe"_s);
        QCOMPARE(list.papers.at(2).year, 2001);
    }

    void aBrokenYamlEntryCostsOnlyItself()
    {
        const ParsedList list =
            read("references:\n- id: a\n  title: One title\n  type: book\n- id: b\n  title: [never closed\n"
                 "- id: c\n  title: Another title\n",
                 u"list.yaml"_s);
        QCOMPARE(list.papers.size(), 2);
        QCOMPARE(list.warnings.size(), 1);
        QVERIFY(list.warnings.first().line >= 5 && list.warnings.first().line <= 7);
    }

    void aZipThatIsNoWorkbookIsRefused()
    {
        const auto other = readList(zipOf({{u"readme.txt"_s, "10.1000/one"}}), u"a.xlsx"_s);
        QVERIFY(!other.has_value());
        QCOMPARE(other.error().code, u"list.binary"_s);
        QVERIFY2(other.error().message.contains("unpack"_L1), qPrintable(other.error().message));
        const auto cut = readList(workbook().left(300), u"a.xlsx"_s);
        QVERIFY(!cut.has_value());
    }
};

QTEST_GUILESS_MAIN(ServicesTest)
#include "services.moc"
