// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/layout.h"
#include "page_maker.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sheaf;
using sheaf::testing::PageMaker;

namespace {

/** Lines of running text, equally long so that they fill their column. */
QStringList prose(int lines, const QString& word = u"text"_s)
{
    QStringList out;
    for (int i = 0; i < lines; ++i)
        out << QStringList(8, word).join(u' ').left(39);
    return out;
}

Layout layoutOf(QVector<Page> pages, const DocumentInfo& info = {})
{
    LayoutEngine engine;
    engine.setInfo(info);
    for (Page& page : pages)
        engine.addPage(std::move(page));
    return engine.finish();
}

QStringList texts(const Layout& layout, BlockKind kind)
{
    QStringList out;
    for (const Block& block : layout.blocks) {
        if (block.kind == kind)
            out << block.text;
    }
    return out;
}

} // namespace

class Blocks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void twoColumnsAreReadOneAfterTheOther()
    {
        PageMaker maker;
        for (int i = 0; i < 10; ++i) { // drawn across both columns, as some programs do
            maker.text(50, 200 + 12 * i, u"left %1 left left left left left left left"_s.arg(i));
            maker.text(310, 200 + 12 * i, u"right %1 right right right right right"_s.arg(i));
        }
        maker.text(50, 170, u"A line that spans both of the columns and so belongs above the two of them"_s);
        const Layout layout = layoutOf({maker.take()});
        QStringList order;
        for (const PageWord& word : layout.words.first().words)
            order << word.text;
        const QString text = order.join(u' ');
        QVERIFY(text.startsWith(u"A line that spans"_s));
        QVERIFY(text.indexOf(u"left 9"_s) < text.indexOf(u"right 0"_s));
        const PageWord& last = layout.words.first().words.last();
        QVERIFY(last.column != layout.words.first().words.first().column);
    }

    void columnsUnderATablesCellsAreStillColumns()
    {
        PageMaker maker(2);
        for (int i = 0; i < 18; ++i) {
            maker.text(60, 80 + 12 * i, u"Authors et al"_s);
            for (const double x : {150.0, 180.0, 210.0, 320.0, 350.0, 380.0, 410.0, 440.0, 470.0})
                maker.text(x, 80 + 12 * i, i % 3 ? u"9.1"_s : u"-"_s);
        }
        for (int i = 0; i < 18; ++i) {
            const double y = 302 + 13.5 * i;
            maker.text(50, y, u"left %1 left left left left left left"_s.arg(i));
            maker.text(310, y, u"right %1 right right right right right"_s.arg(i));
        }
        QStringList order;
        const Layout layout = layoutOf({maker.take()});
        for (const PageWord& word : layout.words.first().words)
            order << word.text;
        const QString text = order.join(u' ');
        QVERIFY(text.indexOf(u"left 17"_s) < text.indexOf(u"right 0"_s));
    }

    void aShortColumnBesideATextIsAColumnWhereTheirLinesStandApart()
    {
        PageMaker maker(2);
        const QStringList history{u"History:"_s, u"Received 3 May"_s, u"Accepted 9 June"_s, u"Keywords:"_s,
                                  u"learning"_s, u"reading"_s,        u"tables"_s,          u"climates"_s};
        for (int i = 0; i < history.size(); ++i)
            maker.text(50, 80 + 10 * i, history.at(i), 8);
        for (int i = 0; i < 8; ++i)
            maker.text(180, 83 + 11.7 * i, u"abstract %1 of text that is far wider than the data beside it"_s.arg(i));
        maker.lines(50, 250, prose(30));
        const Layout layout = layoutOf({maker.take()});
        QStringList order;
        for (const PageWord& word : layout.words.first().words)
            order << word.text;
        QVERIFY(order.join(u' ').contains(u"data beside it abstract 1 of"_s));
    }

    void aFirstPagesMarginIsThePublishersOrText()
    {
        for (const bool publishers : {true, false}) {
            PageMaker maker;
            maker.lines(50, 100, prose(30));
            for (int i = 0; i < 6; ++i)
                maker.text(300, 103 + 10 * i,
                           publishers && i == 0 ? u"Received: 3 May 2020"_s : u"a note beside the text"_s, 7);
            QStringList written;
            for (const Block& block : layoutOf({maker.take()}).blocks)
                written << (block.kind == BlockKind::Furniture ? QString() : block.text);
            QCOMPARE(written.join(u' ').contains(u"a note beside"_s), !publishers);
        }
    }

    void shortLinesAboveALateLargestLineAreText()
    {
        PageMaker maker;
        maker.lines(50, 100, prose(12)).text(50, 260, u"A short paragraph of its own."_s);
        maker.text(50, 320, u"A Heading That Is Largest of All"_s, 16).lines(50, 350, prose(20));
        QVERIFY(texts(layoutOf({maker.take()}), BlockKind::Paragraph).contains(u"A short paragraph of its own."_s));
    }

    void aFiguresCaptionMayReachIntoItsInk()
    {
        PageMaker maker(2);
        maker.lines(50, 80, prose(20));
        maker.image({50, 350, 200, 100}).text(60, 445, u"Figure 2. Format of a packet"_s, 8);
        maker.lines(50, 480, prose(10));
        QCOMPARE(texts(layoutOf({maker.take()}), BlockKind::Caption), QStringList({u"Figure 2. Format of a packet"_s}));
    }

    void aParagraphGoesOnInTheNextColumnAndItsBrokenWordIsWhole()
    {
        PageMaker maker;
        maker.lines(50, 100, prose(9)).text(50, 208, u"text text text text text text the conver-"_s);
        maker.text(310, 100, u"ted words go on here and text text text"_s).lines(310, 112, prose(9));
        const Layout layout = layoutOf({maker.take()});
        const QStringList paragraphs = texts(layout, BlockKind::Paragraph);
        QCOMPARE(paragraphs.size(), 1);
        QVERIFY(paragraphs.first().contains(u"the converted words"_s));
        QCOMPARE(layout.blocks.first().regions.size(), 2);
        const auto broken = std::ranges::find_if(layout.words.first().words,
                                                 [](const PageWord& word) { return word.text == u"conver-"_s; });
        QVERIFY(broken != layout.words.first().words.end());
        QVERIFY(broken->joinsNext);
    }

    void runningHeadsAndFoliosAreFurniture()
    {
        QVector<Page> pages;
        for (int i = 1; i <= 3; ++i) {
            PageMaker maker(i);
            maker.text(50, 40, u"Journal of Examples 12 (2024)"_s, 8).text(300, 770, QString::number(100 + i), 8);
            maker.lines(50, 100, prose(20, u"page%1"_s.arg(i)));
            pages << maker.take();
        }
        const Layout layout = layoutOf(pages);
        for (const Block& block : layout.blocks) {
            QVERIFY(!block.text.contains(u"Journal"_s));
            QVERIFY(!block.text.contains(u"101"_s));
        }
        // Proof still finds them on the page, in no block.
        const QVector<PageWord>& words = layout.words.first().words;
        const auto head = std::ranges::find(words, u"Journal"_s, &PageWord::text);
        QVERIFY(head != words.end());
        QCOMPARE(head->block, -1);
        QCOMPARE(layout.audits.first().coverage, 1.0);
    }

    void runningHeadsThatNameTheSectionAreFurniture()
    {
        QVector<Page> pages;
        const QStringList sections{u"Methods"_s, u"Results of Trials"_s, u"What Follows"_s};
        for (int i = 1; i <= 3; ++i) {
            PageMaker maker(i);
            maker.font(u"Slanted"_s, false, true).text(50, 40, u"%1 %2"_s.arg(i).arg(sections.at(i - 1)));
            maker.font(u"Serif"_s).lines(50, 100, prose(8, u"page%1"_s.arg(i)));
            maker.font(u"Sans"_s, true).text(50, 230, u"%1 %2"_s.arg(i).arg(sections.at(i - 1)), 12);
            maker.font(u"Serif"_s).lines(50, 260, prose(20, u"more%1"_s.arg(i)));
            pages << maker.take();
        }
        const Layout layout = layoutOf(pages);
        QCOMPARE(texts(layout, BlockKind::Heading),
                 QStringList({u"1 Methods"_s, u"2 Results of Trials"_s, u"3 What Follows"_s}));
        for (const Block& block : layout.blocks)
            QVERIFY(block.kind == BlockKind::Heading || !block.text.contains(u"Results of"_s));
    }

    void aHeadingGoesOnUnderItsWordsOrCentred()
    {
        PageMaker maker(2);
        maker.font(u"Bold"_s, true).text(50, 100, u"9.1"_s).text(80, 100, u"A comparison of this with"_s);
        maker.text(80, 112, u"earlier studies"_s);
        maker.font(u"Serif"_s).lines(50, 140, prose(8));
        maker.text(60, 270, u"5. THE ROOTS AND THE CROPS OF TREES"_s);
        maker.text(120, 282, u"AFTER FROST"_s);
        maker.font(u"Serif"_s).lines(50, 310, prose(8, u"more"_s));
        QCOMPARE(texts(layoutOf({maker.take()}), BlockKind::Heading),
                 QStringList({u"9.1 A comparison of this with earlier studies"_s,
                              u"5. THE ROOTS AND THE CROPS OF TREES AFTER FROST"_s}));
    }

    void smallCapitalsAreSmallLetters()
    {
        PageMaker maker(2);
        maker.lines(50, 100, prose(8));
        maker.font(u"Bold"_s, true).text(50, 230, u"4 T"_s).text(65, 230, u"HE"_s, 8);
        maker.text(78, 230, u"T"_s).text(83, 230, u"REES"_s, 8).text(104, 230, u"AND ROOTS"_s, 8);
        maker.font(u"Serif"_s).lines(50, 260, prose(8, u"more"_s));
        QCOMPARE(texts(layoutOf({maker.take()}), BlockKind::Heading), QStringList({u"4 The Trees and roots"_s}));
    }

    void headingsRightBelowEachOtherStayApart()
    {
        PageMaker maker(2);
        maker.font(u"Bold"_s, true).text(50, 100, u"2 Methods"_s, 12).text(50, 115, u"2.1 Participants"_s, 12);
        maker.font(u"Serif"_s).lines(50, 140, prose(8));
        QCOMPARE(texts(layoutOf({maker.take()}), BlockKind::Heading),
                 QStringList({u"2 Methods"_s, u"2.1 Participants"_s}));
    }

    void aNumberedHeadingMayRunIn()
    {
        PageMaker maker;
        maker.lines(50, 100, prose(8));
        maker.font(u"Bold"_s, true).text(50, 230, u"2.1.3. Who took part."_s);
        maker.font(u"Serif"_s).text(50 + PageMaker::width(u"2.1.3. Who took part. "_s), 230, u"Twenty adults and"_s);
        maker.lines(50, 242, prose(5, u"more"_s));
        maker.font(u"Bold"_s, true).text(50, 330, u"Warning."_s);
        maker.font(u"Serif"_s).text(50 + PageMaker::width(u"Warning. "_s), 330, u"Text text text text text text"_s);
        maker.lines(50, 342, prose(5, u"else"_s));
        const Layout layout = layoutOf({maker.take()});
        QCOMPARE(texts(layout, BlockKind::Heading), QStringList({u"2.1.3. Who took part"_s}));
        const auto head = std::ranges::find(layout.blocks, BlockKind::Heading, &Block::kind);
        QCOMPARE(head->level, 4);
        QVERIFY(texts(layout, BlockKind::Paragraph)
                    .contains(u"Twenty adults and "_s + prose(5, u"more"_s).join(u' ').simplified()));
    }

    void aHeadingsFaceIsThatOfItsLetters()
    {
        PageMaker maker;
        maker.lines(50, 100, prose(8));
        maker.text(50, 230, u"3."_s).font(u"SmallCaps"_s).text(65, 230, u"Guidebook Content"_s);
        maker.font(u"Serif"_s).lines(50, 250, prose(8, u"more"_s));
        QCOMPARE(texts(layoutOf({maker.take()}), BlockKind::Heading), QStringList({u"3. Guidebook Content"_s}));
    }

    void chineseLinesAreJoinedWithoutSpaces()
    {
        PageMaker maker(2); // no title page
        const QString line = u"本公司成立于是一家专注于人工智能技术研发的高科技企业本公司成立于是一家专注于"_s;
        maker.lines(50, 100, prose(10)).lines(50, 300, {line, line, line, line + u"。"_s});
        QString all;
        for (const Block& block : layoutOf({maker.take()}).blocks)
            all += block.text + u'|';
        QVERIFY2(all.contains(line + line + line + line), qPrintable(all));
        QVERIFY2(!all.contains(u"texttext"_s), qPrintable(all));
    }

    void copiesOfOneSheetAreNoRunningHeads()
    {
        QVector<Page> pages;
        for (int i = 1; i <= 4; ++i) {
            PageMaker maker(i);
            maker.lines(50, 60, {u"Sheets are bound into volumes by"_s, u"hand in an old workshop"_s, u"by the sea"_s});
            pages << maker.take();
        }
        const Layout layout = layoutOf(pages);
        for (const PageWords& page : layout.words)
            for (const PageWord& word : page.words)
                QVERIFY2(word.block >= 0, qPrintable(word.text));
    }

    void largeLettersBehindTheTextAreFurniture()
    {
        PageMaker maker;
        maker.lines(50, 100, prose(20)).text(60, 160, u"AUTHOR"_s, 40).text(60, 260, u"COPY"_s, 40);
        const QStringList paragraphs = texts(layoutOf({maker.take()}), BlockKind::Paragraph);
        QCOMPARE(paragraphs, QStringList{prose(20).join(u' ')});
    }

    void numbersOfDraftLinesAreFurniture()
    {
        PageMaker maker;
        const QStringList body = prose(20);
        for (int i = 0; i < body.size(); ++i)
            maker.text(20, 100 + 12 * i, QString::number(i + 1).rightJustified(2), 7).text(100, 100 + 12 * i, body[i]);
        const Layout layout = layoutOf({maker.take()});
        QCOMPARE(texts(layout, BlockKind::Paragraph).join(u' ').count(QRegularExpression(u"\\d"_s)), 0);
    }

    void numbersOfDraftLinesStandBesideTheTextAndNotBesideTheMargin()
    {
        PageMaker maker;
        const QStringList body = prose(20);
        for (int i = 0; i < body.size(); ++i)
            maker.text(150, 100 + 12 * i, QString::number(i + 1).rightJustified(2), 7).text(170, 100 + 12 * i, body[i]);
        for (int i = 0; i < 10; ++i)
            maker.text(20, 100 + 15 * i, u"of the margin"_s, 8);
        for (const Block& block : layoutOf({maker.take()}).blocks)
            QVERIFY2(!block.text.contains(QRegularExpression(u"\\d"_s)), qPrintable(block.text));
    }

    void numbersOfEntriesAreNoNumbersOfLines()
    {
        PageMaker maker;
        double y = 100;
        for (int i = 0; i < 10; ++i, y += 12 * (1 + i % 4))
            maker.text(40, y, QString::number(i + 1), 9).lines(60, y, prose(1 + i % 4));
        const Layout layout = layoutOf({maker.take()});
        QString all;
        for (const Block& block : layout.blocks)
            all += block.text + block.marker;
        QVERIFY(all.contains(u"10"_s));
    }

    void shapesBesideLinesAreBullets()
    {
        PageMaker maker;
        maker.lines(50, 60, prose(6));
        for (int i = 0; i < 3; ++i)
            maker.shape({60, 143.0 + 12 * i, 4, 4}).text(75, 150 + 12 * i, u"Item %1 of the list"_s.arg(i));
        const Layout layout = layoutOf({maker.take()});
        QCOMPARE(texts(layout, BlockKind::ListItem).size(), 3);
        QCOMPARE(texts(layout, BlockKind::ListItem).first(), u"Item 0 of the list"_s);
    }

    void glyphsWithoutUnicodeBeforeLinesAreBullets()
    {
        PageMaker maker;
        maker.lines(50, 60, prose(6));
        for (int i = 0; i < 3; ++i)
            maker.font(u"Symbols"_s)
                .text(60, 150 + 12 * i, u"x"_s, 10, Glyph::NoUnicode)
                .font(u"Serif"_s)
                .text(75, 150 + 12 * i, u"Item %1 of the list"_s.arg(i));
        QCOMPARE(texts(layoutOf({maker.take()}), BlockKind::ListItem).size(), 3);
    }

    void aNumberedHeadingAtTheTopOfPagesIsNoRunningHead()
    {
        QVector<Page> pages;
        for (int i = 1; i <= 3; ++i) {
            PageMaker maker(i);
            maker.font(u"Bold"_s, true).text(50, 100, QString::number(i), 14);
            maker.text(80, 100, QStringList{u"Methods"_s, u"Results"_s, u"Discussion"_s}[i - 1], 14);
            maker.font(u"Serif"_s).lines(50, 130, prose(30));
            pages << maker.take();
        }
        QCOMPARE(texts(layoutOf(pages), BlockKind::Heading).size(), 3);
    }

    void aBarBehindAHeadingIsNoFigure()
    {
        PageMaker maker;
        maker.image({50, 80, 240, 30}).font(u"Bold"_s, true).text(60, 100, u"Heading on a bar"_s, 14);
        maker.font(u"Serif"_s).lines(50, 130, prose(8));
        const Layout layout = layoutOf({maker.take()});
        QVERIFY(texts(layout, BlockKind::Figure).isEmpty());
        QCOMPARE(layout.blocks.first().text, u"Heading on a bar"_s);
    }

    void headingsHaveTheLevelOfTheirNumbers()
    {
        PageMaker maker;
        maker.font(u"Bold"_s, true).text(50, 100, u"1 Introduction"_s, 12);
        maker.font(u"Serif"_s).lines(50, 124, prose(5));
        maker.font(u"Bold"_s, true).text(50, 210, u"1.1 Earlier work"_s);
        maker.font(u"Serif"_s).lines(50, 230, prose(5));
        const Layout layout = layoutOf({maker.take()});
        QVector<std::pair<int, QString>> headings;
        for (const Block& block : layout.blocks) {
            if (block.kind == BlockKind::Heading)
                headings.emplaceBack(block.level, block.text);
        }
        const QVector<std::pair<int, QString>> expected{{2, u"1 Introduction"_s}, {3, u"1.1 Earlier work"_s}};
        QCOMPARE(headings, expected);
    }

    void theBoldBeginningOfAParagraphIsNoHeading()
    {
        PageMaker maker;
        maker.lines(50, 100, prose(4));
        maker.font(u"Bold"_s, true).text(50, 170, u"A bold claim that fills all of its line"_s);
        maker.text(50, 182, u"and ends."_s).font(u"Serif"_s).text(100, 182, u"The text goes on with details."_s);
        maker.lines(50, 194, prose(3));
        QCOMPARE(texts(layoutOf({maker.take()}), BlockKind::Heading), QStringList());
    }

    void theTitleBlockIsToldFromTheText()
    {
        PageMaker maker;
        maker.text(100, 80, u"On the reading of many papers"_s, 18);
        maker.text(150, 110, u"Ada Example"_s, 11).text(205, 106, u"1"_s, 7).text(212, 110, u"and Bob Sample"_s, 11);
        maker.text(289, 106, u"2"_s, 7);
        maker.text(100, 130, u"1"_s, 6).text(106, 133, u"University of Somewhere, Department of Texts"_s, 8);
        maker.font(u"Bold"_s, true).text(50, 170, u"Abstract"_s, 11).font(u"Serif"_s);
        maker.lines(50, 190, prose(5));
        const Layout layout = layoutOf({maker.take()});
        QCOMPARE(texts(layout, BlockKind::Title), QStringList{u"On the reading of many papers"_s});
        QCOMPARE(texts(layout, BlockKind::Authors), QStringList{u"Ada Example 1 and Bob Sample 2"_s});
        QCOMPARE(texts(layout, BlockKind::Affiliation),
                 QStringList{u"1 University of Somewhere, Department of Texts"_s});
        QCOMPARE(texts(layout, BlockKind::Heading), QStringList{u"Abstract"_s});
        QCOMPARE(texts(layout, BlockKind::Abstract).size(), 1);
    }

    void listsKeepTheirMarksAndNesting()
    {
        PageMaker maker;
        maker.lines(50, 100, prose(3)).text(60, 150, u"•"_s).text(75, 150, u"first item"_s);
        maker.text(80, 162, u"•"_s)
            .text(95, 162, u"inner item"_s)
            .text(60, 174, u"•"_s)
            .text(75, 174, u"second item"_s);
        maker.lines(50, 200, prose(3));
        QVector<std::pair<int, QString>> items;
        const Layout layout = layoutOf({maker.take()});
        for (const Block& block : layout.blocks) {
            if (block.kind == BlockKind::ListItem)
                items.emplaceBack(block.level, block.text);
        }
        const QVector<std::pair<int, QString>> expected{
            {0, u"first item"_s}, {1, u"inner item"_s}, {0, u"second item"_s}};
        QCOMPARE(items, expected);
    }

    void aCaptionKnowsItsFigure()
    {
        PageMaker maker;
        maker.lines(50, 60, prose(3)).image({60, 110, 180, 120});
        maker.text(60, 250, u"Figure 1: What was seen."_s, 9).lines(50, 290, prose(8));
        const Layout layout = layoutOf({maker.take()});
        const auto caption = std::ranges::find(layout.blocks, BlockKind::Caption, &Block::kind);
        QVERIFY(caption != layout.blocks.end());
        QVERIFY(caption->relates >= 0);
        QCOMPARE(layout.blocks[caption->relates].kind, BlockKind::Figure);
    }

    void referencesAreOneEntryEach()
    {
        PageMaker maker;
        maker.lines(50, 60, prose(12)).font(u"Bold"_s, true).text(50, 230, u"References"_s, 12).font(u"Serif"_s);
        maker.text(50, 250, u"Example, A. (2020). A long title that"_s)
            .text(66, 262, u"goes on. https://doi.org/10.1000/"_s);
        maker.text(66, 274, u"abc.123"_s);
        maker.text(50, 286, u"Sample, B. (2021). Another title that"_s)
            .text(66, 298, u"goes on, too. A Journal, 3, 1-2."_s);
        const QStringList expected{u"Example, A. (2020). A long title that goes on. https://doi.org/10.1000/abc.123"_s,
                                   u"Sample, B. (2021). Another title that goes on, too. A Journal, 3, 1-2."_s};
        QCOMPARE(texts(layoutOf({maker.take()}), BlockKind::Reference), expected);
    }

    void codeKeepsItsLinesAndIndents()
    {
        PageMaker maker;
        maker.lines(50, 60, prose(3)).font(u"Mono"_s, false, false, true);
        maker.text(50, 120, u"for x in y:"_s).text(70, 132, u"print(x)"_s).font(u"Serif"_s).lines(50, 160, prose(3));
        QCOMPARE(texts(layoutOf({maker.take()}), BlockKind::Code), QStringList{u"for x in y:\n    print(x)\n"_s});
    }

    void aFractionBecomesLatex()
    {
        PageMaker maker;
        maker.lines(50, 60, prose(6)).font(u"CMMI10"_s, false, true);
        maker.text(150, 160, u"E"_s).text(160, 160, u"="_s).text(175, 153, u"a"_s).text(175, 167, u"b"_s);
        maker.rule(173, 182, 157.5).text(190, 160, u"+"_s).text(200, 160, u"c"_s).text(205, 156, u"2"_s, 7);
        maker.font(u"Serif"_s).lines(50, 190, prose(6));
        QCOMPARE(texts(layoutOf({maker.take()}), BlockKind::Formula), QStringList{u"$$E = \\frac{a}{b} + c^{2}$$"_s});
    }

    void aRootHangsFromItsBarAndAFractionMayBeNarrow()
    {
        PageMaker maker;
        maker.lines(50, 60, prose(6));
        maker.font(u"CMMI10"_s, false, true);
        maker.text(150, 160, u"y"_s).text(160, 160, u"="_s);
        maker.text(175, 153, u"1"_s, 10).text(175, 167, u"n"_s, 10).rule(174, 181, 157.5);
        maker.font(u"CMSY10"_s).text(190, 152, u"√"_s).rule(195, 203, 152);
        maker.font(u"CMMI10"_s, false, true).text(196, 160, u"x"_s);
        maker.font(u"Serif"_s).lines(50, 200, prose(6));
        QCOMPARE(texts(layoutOf({maker.take()}), BlockKind::Formula), QStringList{u"$$y = \\frac{1}{n} \\sqrt{x}$$"_s});
    }

    void aTitleMayBeAsLargeAsTheText()
    {
        PageMaker maker;
        maker.font(u"Bold"_s, true).text(72, 80, u"A Title in Bold, in the Middle"_s);
        maker.font(u"Serif"_s).text(122, 110, u"Ada Author"_s);
        maker.lines(50, 160, prose(20));
        QCOMPARE(texts(layoutOf({maker.take()}), BlockKind::Title), QStringList{u"A Title in Bold, in the Middle"_s});
    }

    void aScanWithoutTextIsDoubted()
    {
        PageMaker maker;
        maker.image({0, 0, 600, 800});
        const Layout layout = layoutOf({maker.take()});
        QCOMPARE(layout.audits.first().reasons, QStringList{u"no text layer"_s});
        QVERIFY(layout.audits.first().confidence < 0.3);
    }

    void emptyAndHostilePagesMakeNoBlocks()
    {
        Page page;
        page.number = 1;
        page.size = {600, 800};
        Glyph glyph;
        glyph.size = std::numeric_limits<float>::quiet_NaN();
        glyph.textLength = 1;
        page.text = u"x"_s;
        page.glyphs << glyph;
        Page none;
        none.number = 2;
        const Layout layout = layoutOf({page, none});
        QCOMPARE(layout.blocks.size(), 0);
        QCOMPARE(layout.audits.size(), 2);
    }

    void aStopEndsWithAnEmptyLayout()
    {
        LayoutEngine engine;
        engine.addPage(PageMaker().lines(50, 60, prose(5)).take());
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(engine.finish(stop.get_token()).blocks.isEmpty());
    }
};

QTEST_GUILESS_MAIN(Blocks)
#include "blocks.moc"
