// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/latex_text.h"
#include "lists/list_reader.h"

#include <QTest>

#include <ctime>

using namespace Qt::StringLiterals;
using namespace sheaf;

namespace {

ParsedList read(const QByteArray& bytes)
{
    return readList(bytes, u"list.bib"_s).value_or(ParsedList());
}

Paper only(const QByteArray& bytes)
{
    const ParsedList list = read(bytes);
    return list.papers.size() == 1 ? list.papers.first() : Paper();
}

} // namespace

class BibtexTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEntryGivesAllThatItSays()
    {
        const Paper paper = only(R"(
@Article{vaswani2017,
  author    = {Vaswani, Ashish and Noam Shazeer and {The Team} and van der Walt, St{\'e}fan and others},
  title     = {Attention {Is} All You Need},
  journal   = "Advances in {NIPS}",
  date      = {2017-06-12/2017-12-06},
  volume    = 30, number = {2}, pages = {5998--6008},
  doi       = {https://doi.org/10.5555/3295222.3295349},
  eprint    = {1706.03762v7}, archiveprefix = {arXiv},
  keywords  = {attention, translation},
  url       = {https://example.org/a_b~c?d=1%20e},
  abstract  = {We propose\par a new \emph{simple} network.},
})");
        QCOMPARE(paper.citationKey, u"vaswani2017"_s);
        QCOMPARE(paper.title, u"Attention Is All You Need"_s);
        QCOMPARE(paper.authors.size(), 4);
        QCOMPARE(paper.authors.at(1).family, u"Shazeer"_s);
        QCOMPARE(paper.authors.at(2).display(), u"The Team"_s);
        QCOMPARE(paper.authors.at(3).family, u"van der Walt"_s);
        QCOMPARE(paper.authors.at(3).given, u"Stéfan"_s);
        QCOMPARE(paper.venue, u"Advances in NIPS"_s);
        QCOMPARE(paper.year, 2017);
        QCOMPARE(paper.volume, u"30"_s);
        QCOMPARE(paper.pages, u"5998–6008"_s);
        QCOMPARE(paper.ids.doi, u"10.5555/3295222.3295349"_s);
        QCOMPARE(paper.ids.arxiv, u"1706.03762"_s);
        QCOMPARE(paper.keywords, QStringList({u"attention"_s, u"translation"_s}));
        QCOMPARE(paper.urls, QStringList{u"https://example.org/a_b~c?d=1%20e"_s});
        QCOMPARE(paper.abstractText, u"We propose a new simple network."_s);
        QCOMPARE(paper.type, u"article-journal"_s);
        QCOMPARE(paper.sourceLine, 2);
    }

    void latexBecomesUnicode_data()
    {
        QTest::addColumn<QString>("latex");
        QTest::addColumn<QString>("text");
        QTest::newRow("accents") << uR"(Erd{\H{o}}s, Kope\v{c}ek, Garc\'{\i}a, Gr\"o{\ss}e, \AA ngstr\"om, fa\c cade)"_s
                                 << u"Erdős, Kopeček, García, Größe, Ångström, façade"_s;
        QTest::newRow("nested") << uR"({\"{U}}ber {{die} {Stra{\ss}e}})"_s << u"Über die Straße"_s;
        QTest::newRow("two marks") << uR"(Nguy\~{\^e}n)"_s << u"Nguyễn"_s;
        QTest::newRow("ligatures") << u"``quoted'' -- a---b"_s << u"“quoted” – a—b"_s;
        QTest::newRow("math") << uR"(CO$_2$ at $10^{-3}$ with $\alpha \leq \beta$)"_s << u"CO₂ at 10⁻³ with α ≤ β"_s;
        QTest::newRow("escapes") << uR"(A \& B, 5\,\% of \$3 \#1 \_x)"_s << u"A & B, 5 % of $3 #1 _x"_s;
        QTest::newRow("formatting") << uR"(\textit{In vivo} \textbf{bold} {\em old} \textsuperscript{13}C)"_s
                                    << u"In vivo bold old ¹³C"_s;
        QTest::newRow("escaped twice") << u"Swe{\\\\i}g, D\\\\'ecoret, M{\\\\\"u}ller, one\\\\two"_s
                                       << u"Sweıg, Décoret, Müller, one two"_s;
        QTest::newRow("unknown") << uR"(\journalname)"_s << u"journalname"_s;
        QTest::newRow("broken") << uR"(an open { and a \)"_s << u"an open and a"_s;
        QTest::newRow("other writing") << u"東京の論文"_s << u"東京の論文"_s;
    }

    void latexBecomesUnicode()
    {
        QFETCH(QString, latex);
        QTEST(latexToText(latex), "text");
    }

    void deepNestingEnds()
    {
        QString nested = u"x"_s;
        for (int i = 0; i < 20'000; ++i)
            nested = u"\\'{"_s + nested + '}'_L1;
        QVERIFY(latexToText(nested).size() < nested.size());
        QVERIFY(latexToText(QString(200'000, '{'_L1)).isEmpty());
    }

    void abbreviationsAreExpandedAndJoined()
    {
        const Paper paper =
            only("@string{pub = {Big } # \"Press\"}\n@STRING(j = {J. of X})\n"
                 "@book{k, title = \"A \" # {B}, publisher = pub, journal = j, year = 2001, month = jan # \"~1\"}");
        QCOMPARE(paper.title, u"A B"_s);
        QCOMPARE(paper.publisher, u"Big Press"_s);
        QCOMPARE(paper.venue, u"J. of X"_s);
    }

    void aChapterIsNotItsBook_data()
    {
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("venue");
        QTest::newRow("named") << "title={The Book}, chapter={Measuring the Things}"_ba << u"Measuring the Things"_s
                               << u"The Book"_s;
        QTest::newRow("numbered") << "title={Measuring the Things}, chapter={12}"_ba << u"Measuring the Things"_s
                                  << QString();
        QTest::newRow("spelled out") << "title={Measuring the Things}, chapter={Chapter Five}"_ba
                                     << u"Measuring the Things"_s << QString();
        QTest::newRow("BibLaTeX") << "title={Measuring the Things}, booktitle={The Book}, chapter={First Part of it}"_ba
                                  << u"Measuring the Things"_s << u"The Book"_s;
    }

    void aChapterIsNotItsBook()
    {
        QFETCH(QByteArray, fields);
        const Paper paper = only("@inbook{a, " + fields + "}");
        QTEST(paper.title, "title");
        QTEST(paper.venue, "venue");
    }

    void crossrefLendsWhatIsMissingButNoIdentity()
    {
        const ParsedList list = read("@inproceedings{child, title={The child}, author={Doe, J.}, crossref={parent}}\n"
                                     "@proceedings{parent, title={The conference}, year=1999, doi={10.1000/parent}}");
        QCOMPARE(list.papers.size(), 2);
        QCOMPARE(list.papers.first().title, u"The child"_s);
        QCOMPARE(list.papers.first().venue, u"The conference"_s);
        QCOMPARE(list.papers.first().year, 1999);
        QVERIFY(list.papers.first().ids.doi.isEmpty());
    }

    void crossrefsInACircleEnd()
    {
        QCOMPARE(
            read("@article{a, title={A title here}, crossref={b}}\n@article{b, title={B title here}, crossref={a}}")
                .papers.size(),
            2);
    }

    void aBrokenEntryCostsOnlyItself()
    {
        const ParsedList list = read("@article{good1, title={One good paper}, year=2001}\n"
                                     "@article{bad,\n  title={An unclosed title,\n  year={2002},\n}\n"
                                     "@article{good2, title={Two good paper}, year=2003}\n");
        QCOMPARE(list.papers.size(), 3);
        QCOMPARE(list.papers.last().title, u"Two good paper"_s);
        QCOMPARE(list.papers.at(1).title, u"An unclosed title"_s);
        QCOMPARE(list.papers.at(1).year, 2002);
        QCOMPARE(list.warnings.size(), 1);
        QCOMPARE(list.warnings.first().line, 2);
    }

    void slipsOfThePenAreForgiven()
    {
        const ParsedList list = read("@article{a, title={No comma behind}\n year={2001}\n}\n"
                                     "@article{b, keywords={one} too many}, title={One brace too many}, year={2002}}\n"
                                     "@article{title = {No key at all}, year = 2003}\n"
                                     "@article(c, title = {Round brackets}, year = 2004)\n"
                                     "@article{d, title = \"Unbraced \\\"Umlaut\", year = 2005}\n"
                                     "% @article{e, title = {Commented out}, year = 2006}\n"
                                     "mail me at someone@example.org\n");
        QStringList titles;
        for (const Paper& paper : list.papers)
            titles.append(u"%1 %2"_s.arg(paper.title).arg(paper.year));
        QCOMPARE(titles, QStringList({u"No comma behind 2001"_s, u"One brace too many 2002"_s, u"No key at all 2003"_s,
                                      u"Round brackets 2004"_s, u"Unbraced Ümlaut 2005"_s}));
    }

    void commentsOfProgramsAreSkipped()
    {
        const ParsedList list = read("@comment{jabref-meta: groupstree:\n0 AllEntriesGroup:;\n1 A\\;0\\;a{b}\\;;}\n"
                                     "@preamble{\"\\newcommand{\\x}[1]{#1}\"}\n@article{a, title={The only entry}}");
        QCOMPARE(list.papers.size(), 1);
        QVERIFY(list.warnings.isEmpty());
    }

    void whatIsNotUnderstoodIsAWarningWithItsLine()
    {
        const ParsedList list = read("@article{a,\n title={In the press},\n year={in press},\n doi={unknown}\n}");
        QCOMPARE(list.papers.size(), 1);
        QCOMPARE(list.warnings.size(), 2);
        QCOMPARE(list.warnings.at(0).line, 3);
        QVERIFY(list.warnings.at(0).message.contains("in press"_L1));
        QCOMPARE(list.warnings.at(1).line, 4);
    }

    void filesAreFoundInEveryProgramsWay_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("path");
        QTest::newRow("JabRef") << "{:papers/a b.pdf:PDF}"_ba << u"papers/a b.pdf"_s;
        QTest::newRow("JabRef, Windows") << R"({A title:C\:\\Users\\x\\a.pdf:PDF})"_ba << uR"(C:\Users\x\a.pdf)"_s;
        QTest::newRow("Zotero") << "{Full Text:/home/x/a.pdf:application/pdf}"_ba << u"/home/x/a.pdf"_s;
        QTest::newRow("Mendeley") << R"({:C$\backslash$:/Users/x/a{\_}b.pdf:pdf})"_ba << u"C:/Users/x/a_b.pdf"_s;
        QTest::newRow("plain") << "{docs/a.pdf}"_ba << u"docs/a.pdf"_s;
    }

    void filesAreFoundInEveryProgramsWay()
    {
        QFETCH(QByteArray, field);
        QFETCH(QString, path);
        QCOMPARE(only("@article{a, title={Some title}, file=" + field + "}").files, QStringList{path});
    }

    void aLargeLibraryIsReadQuickly()
    {
        QByteArray library;
        for (int i = 0; i < 50'000; ++i) {
            const QByteArray n = QByteArray::number(i);
            library += "@article{key" + n +
                       ",\n  author = {M{\\\"u}ller, Anna and Garc{\\'\\i}a-L{\\'o}pez, Juan and Smith, Bob},\n"
                       "  title = {A study of the {Effects} of number " +
                       n +
                       " on everything -- a review},\n"
                       "  journal = {Journal of Things}, year = {2011}, volume = {12}, pages = {1--10},\n"
                       "  doi = {10.1000/x." +
                       n + "},\n  url = {https://example.org/" + n +
                       "},\n"
                       "  abstract = {We studied the effects of many things on many other things and found that some "
                       "of them have "
                       "an effect, while others do not. The remaining ones need more research.}\n}\n\n";
        }
        const std::clock_t begin = std::clock();
        const ParsedList list = read(library);
        qInfo() << "50,000 entries," << library.size() / 1'000'000
                << "MB:" << 1000 * (std::clock() - begin) / CLOCKS_PER_SEC << "ms of one core";
        QCOMPARE(list.papers.size(), 50'000);
        QVERIFY(list.warnings.isEmpty());
    }
};

QTEST_GUILESS_MAIN(BibtexTest)
#include "bibtex.moc"
