// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "convert/markdown_blocks.h"
#include "pipeline/convert/text_basis_check.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sheaf;

namespace {

/** So many words in sentences, each time others. */
QString prose(int words, const QString& seed)
{
    QStringList text;
    for (int i = 0; i < words; ++i)
        text.append(i % 12 == 11 ? u"%1%2."_s.arg(seed).arg(i) : u"%1%2"_s.arg(seed).arg(i));
    return text.join(u' ') + u"."_s;
}

Conversion document(const QString& markdown, int pages)
{
    Conversion made;
    made.markdown = markdown;
    made.blocks = markdownBlocks(markdown);
    made.pages = pages;
    return made;
}

const QString head = u"# Sleep and memory in older adults\n\nA. Writer, B. Author\n\n"_s;
const QString abstractPart = u"## Abstract\n\n"_s + prose(180, u"short"_s) + u"\n\n"_s;

} // namespace

class TextBasisTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsOnlyAnAbstractIsToldFromAPaper_data()
    {
        QTest::addColumn<QString>("markdown");
        QTest::addColumn<int>("pages");
        QTest::addColumn<QString>("named"); // pages, by the list
        QTest::addColumn<bool>("abstractOnly");
        const auto row = [](const char* name, const QString& text, int pages, const QString& named, bool only) {
            QTest::newRow(name) << text << pages << named << only;
        };
        const QString body = u"## 1 Introduction\n\n"_s + prose(900, u"long"_s) + u"\n\n"_s;
        const QString references = u"## References\n\n1. Somebody, A paper, 2001.\n\n2. Another, More, 2002.\n\n"
                                   "3. A third, Again, 2003.\n"_s;
        row("an abstract", head + abstractPart, 1, {}, true);
        row("an abstract as markdown", head + abstractPart, 0, {}, true);
        row("with keywords and a licence", head + abstractPart + u"Keywords: "_s + prose(60, u"key"_s), 1, {}, true);
        row("a structured one",
            head + u"## Abstract\n\n### Background\n\n"_s + prose(60, u"a"_s) + u"\n\n### Methods\n\n"_s +
                prose(60, u"b"_s) + u"\n\n### Results\n\n"_s + prose(60, u"c"_s),
            1, {}, true);
        row("in German", head + u"## Zusammenfassung\n\n"_s + prose(120, u"kurz"_s), 1, {}, true);
        row("a first page that breaks off",
            head + abstractPart + u"## Introduction\n\n"_s + prose(200, u"begun"_s).chopped(1) + u" and the"_s, 1, {},
            true);
        row("a page that sells the paper",
            head + abstractPart +
                u"This is a preview of subscription content, log in via an institution.\n\nBuy article PDF\n\n"_s +
                references,
            2, {}, true);
        row("one of thirteen pages", head + abstractPart + u"## Introduction\n\n"_s + prose(300, u"begun"_s), 1,
            u"1204–1216"_s, true);

        row("a short paper", head + abstractPart + body + references, 3, {}, false);
        row("a long one", head + abstractPart + body + references, 12, u"1-12"_s, false);
        row("without references", head + abstractPart + body, 2, {}, false);
        row("a page that ends with its last sentence",
            head + abstractPart + u"## Introduction\n\n"_s + prose(200, u"whole"_s), 1, {}, false);
        row("a first page that cites what it does not list",
            head + abstractPart + u"## Introduction\n\n"_s + prose(200, u"whole"_s) +
                u" So it was found before (Ungar, 1997; Smith et al., 2001), and by Jones et al. (2003)."_s,
            1, {}, true);
        row("a letter", head + prose(300, u"letter"_s), 1, {}, false);
        row("a page of a page", head + prose(300, u"letter"_s), 1, u"331"_s, false);
        row("two of three pages", head + abstractPart + body, 2, u"331-3"_s, false);
        row("one page with its references", head + abstractPart + prose(40, u"more"_s) + u"\n\n"_s + references, 1, {},
            false);
        row("a paper whose sections are called so",
            head + u"## Summary\n\n"_s + prose(100, u"s"_s) + u"\n\n## Background\n\n"_s + prose(400, u"t"_s) +
                u"\n\n## Results\n\n"_s + prose(400, u"u"_s),
            3, {}, false);
    }

    void whatIsOnlyAnAbstractIsToldFromAPaper()
    {
        QFETCH(const QString, markdown);
        QFETCH(const int, pages);
        QFETCH(const QString, named);
        QFETCH(const bool, abstractOnly);
        Paper paper;
        paper.pages = named;
        const BasisVerdict verdict = checkTextBasis(document(markdown, pages), paper);
        QCOMPARE(verdict.basis, abstractOnly ? TextBasis::AbstractOnly : TextBasis::FullText);
        QCOMPARE(!verdict.reason.isEmpty(), abstractOnly);
    }

    void theListsAbstractIsKnownAgainWithoutItsHeading()
    {
        Paper paper;
        paper.abstractText = prose(150, u"known"_s);
        const Conversion printed = document(head + prose(150, u"known"_s), 1);
        QCOMPARE(checkTextBasis(printed, paper).basis, TextBasis::AbstractOnly);
        QCOMPARE(checkTextBasis(printed, {}).basis, TextBasis::FullText);
    }

    void pageRangesAreRead()
    {
        QCOMPARE(pagesNamed(u"1204–1219"_s), 16);
        QCOMPARE(pagesNamed(u"331-9"_s), 9);
        QCOMPARE(pagesNamed(u"e12-e20"_s), 9);
        QCOMPARE(pagesNamed(u"1998--2003"_s), 6);
        QCOMPARE(pagesNamed(u"e0123456"_s), 0);
        QCOMPARE(pagesNamed(u"20-10"_s), 0);
        QCOMPARE(pagesNamed({}), 0);
    }

    void aListsAbstractIsADocumentOfItsOwn()
    {
        Paper paper;
        paper.title = u"Sleep  and memory"_s;
        QVERIFY(!abstractDocument(paper));
        paper.abstractText = u"No abstract available."_s;
        QVERIFY(!abstractDocument(paper));
        paper.abstractText = prose(120, u"known"_s);
        const auto made = abstractDocument(paper);
        QVERIFY(made);
        QCOMPARE(made->pages, 0);
        QVERIFY(made->markdown.contains(u"# Sleep and memory\n"_s) && made->markdown.contains(paper.abstractText));
        QCOMPARE(checkTextBasis(*made, paper).basis, TextBasis::AbstractOnly);
    }
};

QTEST_GUILESS_MAIN(TextBasisTest)
#include "text_basis.moc"
