// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/list_reader.h"

#include <QStringEncoder>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sheaf;

namespace {

ParsedList read(const QByteArray& bytes, const QString& name)
{
    return readList(bytes, name).value_or(ParsedList());
}

QByteArray encoded(const QString& text, const char* encoding)
{
    QStringEncoder encoder(encoding);
    return encoder.encode(text);
}

} // namespace

class FormatsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void risRecordsAreRead()
    {
        const ParsedList list =
            read("TY  - JOUR\r\nAU  - Doe, Jane\r\nA1  - Roe R\r\nTI  - A title that goes\r\non in the next line\r\n"
                 "PY  - 2012///\r\nJF  - Journal\r\nSP  - 10\r\nEP  - 20\r\nDO  - 10.1000/one\r\nUR  - "
                 "https://example.org\r\n"
                 "KW  - one\r\nKW  - two\r\nN1  - arXiv:1706.03762\r\nER  - \r\n",
                 u"a.txt"_s);
        QCOMPARE(list.format, u"RIS"_s);
        const Paper paper = list.papers.value(0);
        QCOMPARE(paper.title, u"A title that goes on in the next line"_s);
        QCOMPARE(paper.authors.size(), 2);
        QCOMPARE(paper.year, 2012);
        QCOMPARE(paper.pages, u"10–20"_s);
        QCOMPARE(paper.ids.arxiv, u"1706.03762"_s);
        QCOMPARE(paper.keywords.size(), 2);
        QCOMPARE(paper.type, u"article-journal"_s);
    }

    void aRisRecordThatIsNotClosedEndsAtTheNext()
    {
        const ParsedList list = read(
            "TY  - JOUR\nTI  - First title\nTY  - BOOK\nTI  - Second title\nER  -\nTI  - Third title\n", u"a.ris"_s);
        QCOMPARE(list.papers.size(), 3);
        QCOMPARE(list.warnings.size(), 3);
        QCOMPARE(list.warnings.first().line, 3);
    }

    void cslJsonIsReadEntryByEntry()
    {
        const ParsedList list = read(R"([
  {"id": "a", "type": "article-journal", "title": "First <i>title</i>", "DOI": "10.1000/one",
   "author": [{"family": "Walt", "given": "S.", "non-dropping-particle": "van der"}, {"literal": "The Team"}],
   "issued": {"date-parts": [["2012", 5]]}, "container-title": "J", "page": "1-10"},
  {"id": "b", "title": broken },
  {"id": "c", "title": "Third", "issued": {"raw": "circa 1999"}}
])",
                                     u"a.json"_s);
        QCOMPARE(list.papers.size(), 2);
        QCOMPARE(list.papers.at(0).title, u"First title"_s);
        QCOMPARE(list.papers.at(0).authors.at(0).family, u"van der Walt"_s);
        QCOMPARE(list.papers.at(0).year, 2012);
        QCOMPARE(list.papers.at(1).year, 1999);
        QCOMPARE(list.warnings.size(), 1);
        QCOMPARE(list.warnings.first().line, 5);
    }

    void crossrefsAnswersAreCslToo()
    {
        const ParsedList list = read(R"({"status":"ok","message":{"items":[{"DOI":"10.1000/one","title":["The title"],
            "container-title":["J"],"published":{"date-parts":[[2020]]},"author":[{"family":"Doe","given":"J."}]}]}})",
                                     u"works.json"_s);
        QCOMPARE(list.papers.size(), 1);
        QCOMPARE(list.papers.first().title, u"The title"_s);
        QCOMPARE(list.papers.first().year, 2020);
    }

    void theDatabasesFormatsAreRead_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("format");
        QTest::newRow("MEDLINE")
            << "PMID- 12345\nDP  - 2012 May\nTI  - A title over\n      two lines\nFAU - Doe, Jane\nAU  - Doe J\n"
               "FAU - Roe, Richard\nAU  - Roe R\nJT  - The journal\nAID - S1 [pii]\nAID - 10.1000/one [doi]\n"_ba
            << u"MEDLINE"_s;
        QTest::newRow("Web of Science") << "FN Clarivate\nVR 1.0\nPT J\nAU Doe, J\n   Roe, R\nAF Doe, Jane\n   Roe, "
                                           "Richard\nTI A title over\n   two lines\n"
                                           "SO The journal\nPY 2012\nDI 10.1000/one\nPM 12345\nER\n\nEF\n"_ba
                                        << u"Web of Science"_s;
        QTest::newRow("RefWorks")
            << "RT Journal Article\nSR Electronic\nA1 Doe, Jane\nA1 Roe, Richard\nT1 A title over two lines\n"
               "JF The journal\nYR 2012\nDO 10.1000/one\n"_ba
            << u"RefWorks"_s;
        QTest::newRow("Refer") << "%0 Journal Article\n%T A title over\ntwo lines\n%A Doe, Jane\n%A Roe, Richard\n%J "
                                  "The journal\n%D 2012\n"
                                  "%R 10.1000/one\n"_ba
                               << u"EndNote (Refer)"_s;
        QTest::newRow("EndNote XML")
            << "<xml><records><record><ref-type name=\"Journal Article\">17</ref-type><contributors><authors>"
               "<author><style face=\"normal\">Doe, Jane</style></author><author>Roe, "
               "Richard</author></authors></contributors>"
               "<titles><title><style face=\"normal\">A title </style><style face=\"italic\">over</style> two "
               "lines</title>"
               "<secondary-title>The journal</secondary-title></titles><dates><year>2012</year></dates>"
               "<electronic-resource-num>10.1000/one</electronic-resource-num></record></records></xml>"_ba
            << u"EndNote XML"_s;
        QTest::newRow("PubMed XML")
            << "<?xml "
               "version=\"1.0\"?><PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>12345</PMID><Article><Journal>"
               "<JournalIssue><PubDate><Year>2012</Year></PubDate></JournalIssue><Title>The journal</Title></Journal>"
               "<ArticleTitle>A title <i>over</i> two lines</ArticleTitle><AuthorList><Author><LastName>Doe</LastName>"
               "<ForeName>Jane</ForeName></Author><Author><LastName>Roe</LastName><Initials>R</Initials></Author></"
               "AuthorList>"
               "</Article></MedlineCitation><PubmedData><ArticleIdList><ArticleId "
               "IdType=\"doi\">10.1000/one</ArticleId></ArticleIdList>"
               "<ReferenceList><Reference><ArticleIdList><ArticleId "
               "IdType=\"doi\">10.1000/cited</ArticleId></ArticleIdList></Reference>"
               "</ReferenceList></PubmedData></PubmedArticle></PubmedArticleSet>"_ba
            << u"PubMed XML"_s;
    }

    void theDatabasesFormatsAreRead()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, format);
        const ParsedList list = read(bytes, u"export.txt"_s);
        QCOMPARE(list.format, format);
        QVERIFY(list.warnings.isEmpty());
        QCOMPARE(list.papers.size(), 1);
        const Paper paper = list.papers.first();
        QCOMPARE(paper.title, u"A title over two lines"_s);
        QCOMPARE(paper.authors.size(), 2);
        QCOMPARE(paper.authors.at(0).display(), u"Jane Doe"_s);
        QCOMPARE(paper.authors.at(1).family, u"Roe"_s);
        QCOMPARE(paper.year, 2012);
        QCOMPARE(paper.venue, u"The journal"_s);
        QCOMPARE(paper.ids.doi, u"10.1000/one"_s);
    }

    void brokenXmlKeepsWhatStoodBefore()
    {
        const ParsedList list =
            read("<xml><records>\n<record><ref-type name=\"Book\"/><titles><title>The first</title></titles></record>\n"
                 "<record><titles><title>The second</titles></record></records></xml>",
                 u"a.xml"_s);
        QCOMPARE(list.papers.value(0).title, u"The first"_s);
        QCOMPARE(list.warnings.last().line, 3);
    }

    void markUpIsNoListOfItsUrls()
    {
        QVERIFY(
            !readList("<?xml version=\"1.0\"?><feed xmlns=\"http://www.w3.org/2005/Atom\"/>", u"a.xml"_s).has_value());
    }

    void identifiersAreFoundInAnyText()
    {
        const ParsedList list =
            read("To read:\n1. Doe 2012, https://doi.org/10.1000/abc.1 (good)\n2. arXiv:1706.03762v5\n"
                 "3. https://example.org/paper.pdf\n4. doi:10.1000/xyz "
                 "https://example.org/xyz.pdf\n10.48550/arXiv.2101.01234\n",
                 u"notes.txt"_s);
        QCOMPARE(list.format, u"plain text"_s);
        QCOMPARE(list.papers.size(), 5);
        QCOMPARE(list.papers.at(0).ids.doi, u"10.1000/abc.1"_s);
        QVERIFY(list.papers.at(0).urls.isEmpty());
        QCOMPARE(list.papers.at(1).ids.arxiv, u"1706.03762"_s);
        QCOMPARE(list.papers.at(2).urls, QStringList{u"https://example.org/paper.pdf"_s});
        QCOMPARE(list.papers.at(3).urls, QStringList{u"https://example.org/xyz.pdf"_s});
        QCOMPARE(list.papers.at(4).ids.arxiv, u"2101.01234"_s);
        QCOMPARE(list.papers.at(4).sourceLine, 6);
    }

    void contentDecidesTheFormatNotTheName()
    {
        QCOMPARE(read("TY  - JOUR\nTI  - A title\nER  - \n", u"wrong.csv"_s).format, u"RIS"_s);
        QCOMPARE(read("@article{a, title={A title}}", u"wrong.txt"_s).format, u"BibTeX"_s);
        QCOMPARE(read("Title,Year,DOI\nA title,2001,10.1000/one\n", u"wrong.bib"_s).format, u"CSV"_s);
    }

    void encodingsAreDetected_data()
    {
        QTest::addColumn<QByteArray>("encoding");
        QTest::addColumn<QString>("text");
        const QString western = u"Müller, Größe, façade, naïve café, Señor Ibáñez, “quoted” – and €5"_s;
        QTest::newRow("UTF-8") << "UTF-8"_ba << western;
        QTest::newRow("Windows-1252") << "windows-1252"_ba << western;
        QTest::newRow("MacRoman") << "macintosh"_ba << u"Müller, Größe, façade, naïve café, Señor Ibáñez"_s;
        QTest::newRow("Latin-1") << "ISO-8859-1"_ba << u"Müller, Größe, façade, naïve café"_s;
        QTest::newRow("one accent") << "windows-1252"_ba << u"A paper by M. Müller on something else"_s;
        QTest::newRow("UTF-16LE without BOM") << "UTF-16LE"_ba << western;
        QTest::newRow("UTF-16BE without BOM") << "UTF-16BE"_ba << western;
        QTest::newRow("Shift-JIS") << "Shift_JIS"_ba
                                   << u"日本語の論文の題名はここにあります。著者は山田太郎と鈴木花子である。"_s;
        QTest::newRow("Windows-1251")
            << "windows-1251"_ba << u"Исследование влияния температуры на рост растений в северных областях России"_s;
        QTest::newRow("GB18030") << "GB18030"_ba << u"这是一篇关于深度学习的论文，作者来自北京大学计算机科学技术系。"_s;
    }

    void encodingsAreDetected()
    {
        QFETCH(QByteArray, encoding);
        QFETCH(QString, text);
        const QString bib = u"@article{a,\n  title = {"_s + text + u"},\n  year = {2001}\n}\n"_s;
        const DecodedText decoded = decodeText(encoded(bib, encoding.constData()));
        QCOMPARE(decoded.text, bib);
    }

    void aDeclaredOrForcedEncodingIsBelieved()
    {
        const QByteArray bytes = "% Encoding: windows-1250\n@article{a, title={\x8A\x8D\x9E}}";
        QCOMPARE(decodeText(bytes).encoding, u"windows-1250"_s);
        QVERIFY(decodeText("caf\xE9", u"ISO-8859-7"_s).text.endsWith(u'ι'));
    }

    void someDamagedBytesDoNotChangeTheEncoding()
    {
        const QByteArray bytes =
            "@article{a, title={" + u"Größe, naïve, façade, Señor, Müller, Ibáñez, übel"_s.toUtf8() + " \xFF }}\n";
        const auto list = readList(bytes, u"a.bib"_s);
        QVERIFY(list.has_value());
        QCOMPARE(list->encoding, u"UTF-8"_s);
        QCOMPARE(list->warnings.size(), 1);
    }

    void lineEndsBecomeOne()
    {
        QCOMPARE(decodeText("a\r\nb\rc\nd").text, u"a\nb\nc\nd"_s);
        const ParsedList list = read("Title,Year\rA title here,2001\r,2002\r", u"mac.csv"_s);
        QCOMPARE(list.papers.size(), 1);
        QCOMPARE(list.warnings.first().line, 3);
    }

    void whatIsNoListIsRefusedWithAReason_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("code");
        QTest::newRow("empty") << ""_ba << u"list.empty"_s;
        QTest::newRow("blank") << " \n\t\n"_ba << u"list.empty"_s;
        QTest::newRow("PDF") << "%PDF-1.4\n"_ba << u"list.binary"_s;
        QTest::newRow("bytes") << QByteArray(1000, '\1') << u"list.binary"_s;
        QTest::newRow("prose") << "Dear diary, today I read nothing."_ba << u"list.unknown"_s;
    }

    void whatIsNoListIsRefusedWithAReason()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, code);
        const auto list = readList(bytes, u"file.txt"_s);
        QVERIFY(!list.has_value());
        QCOMPARE(list.error().code, code);
        QVERIFY(list.error().message.contains("file.txt"_L1));
    }
};

QTEST_GUILESS_MAIN(FormatsTest)
#include "formats.moc"
