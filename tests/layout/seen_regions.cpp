// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/layout.h"
#include "page_maker.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sheaf;
using sheaf::testing::PageMaker;

namespace {

using Kind = PageRegion::Kind;

const QRectF chart(150, 100, 300, 200);

/** A line chart between running text, with the labels of its axes as large as the text. */
Page pageWithChart()
{
    PageMaker maker;
    const QStringList prose(6, u"running text that goes on and on through the whole line of the page and ends here"_s);
    maker.lines(50, 400, prose).lines(50, 600, prose);
    maker.text(160, 110, u"score"_s).text(160, 150, u"0.5"_s).text(160, 200, u"0.4"_s);
    maker.text(200, 290, u"0 10 20 30 40"_s).text(400, 290, u"time"_s);
    maker.text(260, 312, u"Hours of practice"_s); // beside what was seen
    maker.text(50, 340, u"Figure 1: How the score grew with time."_s);
    return maker.take();
}

Layout layoutOf(Page page, const QVector<PageRegion>& regions)
{
    LayoutEngine engine;
    const int number = page.number;
    engine.addPage(std::move(page));
    engine.setRegions(0, {{Kind::Figure, QRectF(0, 0, 600, 800), 1}}); // of no page of this document
    engine.setRegions(number, regions);
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

bool isInText(const Layout& layout, const QString& words)
{
    return std::ranges::any_of(layout.blocks, [&](const Block& block) {
        return block.kind != BlockKind::Figure && block.text.contains(words);
    });
}

/** Running text with one short line between its paragraphs, bold or not. */
Page pageWithLine(const QString& line, bool bold = true)
{
    PageMaker maker;
    const QStringList prose(8, u"running text that goes on and on through the whole line of the page and ends here"_s);
    maker.font(u"Serif"_s).lines(50, 114, prose);
    maker.font(bold ? u"Serif-Bold"_s : u"Serif"_s, bold).text(50, 210, line);
    maker.font(u"Serif"_s).lines(50, 222, prose);
    return maker.take();
}

QStringList headingsWhereSeen(const QString& line, double score, bool bold = true)
{
    const QRectF box(50, 201, PageMaker::width(line), 11);
    return texts(layoutOf(pageWithLine(line, bold), {{Kind::Title, box, score}}), BlockKind::Heading);
}

} // namespace

class SeenRegions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aChartsLabelsAreNoText()
    {
        QVERIFY(isInText(layoutOf(pageWithChart(), {}), u"time"_s)); // rules see words like others
        const Layout layout = layoutOf(
            pageWithChart(), {{Kind::Figure, chart, 0.9}, {Kind::FigureCaption, QRectF(255, 300, 100, 15), 0.8}});
        for (const QString& label : {u"0.5"_s, u"0.4"_s, u"30 40"_s, u"Hours"_s})
            QVERIFY2(!isInText(layout, label), qPrintable(label));
        QCOMPARE(texts(layout, BlockKind::Figure).size(), 1);
        QCOMPARE(texts(layout, BlockKind::Caption), QStringList(u"Figure 1: How the score grew with time."_s));
        QCOMPARE(texts(layout, BlockKind::Paragraph).size(), 2);
    }

    void anUnsureFigureIsNone()
    {
        QVERIFY(isInText(layoutOf(pageWithChart(), {{Kind::Figure, chart, 0.7}}), u"time"_s));
    }

    void aFigureEndsWhereItsCaptionBegins()
    {
        const Layout layout = layoutOf(pageWithChart(), {{Kind::Figure, chart.adjusted(-120, 0, 100, 60), 0.9}});
        QCOMPARE(texts(layout, BlockKind::Caption), QStringList(u"Figure 1: How the score grew with time."_s));
    }

    void theCaptionOfAFiguresPartIsNoLabel()
    {
        PageMaker maker;
        const QStringList prose(6, u"running text that goes on and on through the whole line of the page"_s);
        maker.lines(50, 400, prose).text(160, 110, u"score"_s).text(200, 290, u"(a) After practice."_s);
        const Layout layout = layoutOf(maker.take(), {{Kind::Figure, chart, 0.9}});
        QVERIFY(isInText(layout, u"After practice."_s));
        QVERIFY(!isInText(layout, u"score"_s));
    }

    void aPageThatIsSeenAsOneFigureKeepsItsHeadings()
    {
        PageMaker maker(2);
        const QStringList prose(20, u"running text that goes on and on through the whole line of the page"_s);
        maker.lines(50, 100, prose).lines(50, 500, prose);
        maker.font(u"Serif-Bold"_s, true).text(50, 420, u"Permission"_s, 14);
        const QVector<PageRegion> seen{{Kind::Figure, QRectF(40, 80, 500, 680), 0.9}};
        QCOMPARE(texts(layoutOf(maker.take(), seen), BlockKind::Heading), QStringList(u"Permission"_s));
    }

    void runningTextIsNoFigureWhateverWasSeen()
    {
        const Layout layout = layoutOf(pageWithChart(), {{Kind::Figure, QRectF(40, 380, 500, 100), 0.95}});
        QCOMPARE(texts(layout, BlockKind::Figure).size(), 0);
        QVERIFY(isInText(layout, u"running text that goes on"_s));
    }

    void aPictureInATablesCellLeavesTheTable()
    {
        PageMaker maker;
        const QStringList prose(6,
                                u"running text that goes on and on through the whole line of the page and ends here"_s);
        maker.lines(50, 450, prose);
        maker.rule(100, 500, 100).rule(100, 500, 120).rule(100, 500, 300);
        maker.text(120, 114, u"Without it"_s).text(340, 114, u"With it"_s);
        maker.text(120, 140, u"slow"_s).text(340, 140, u"fast"_s).text(120, 160, u"late"_s).text(340, 160, u"soon"_s);
        const Page page = maker.take();
        const QVector<PageRegion> seen{{Kind::Figure, QRectF(102, 122, 396, 176), 0.95}};
        QCOMPARE(texts(layoutOf(page, {}), BlockKind::Table).size(), 1);
        QCOMPARE(texts(layoutOf(page, seen), BlockKind::Table).size(), 1);
    }

    void aHeadingThatRulesDoNotSeeIsSeen()
    {
        const QString line = u"Self-locking nuts"_s;
        QCOMPARE(texts(layoutOf(pageWithLine(line), {}), BlockKind::Heading), QStringList());
        QCOMPARE(headingsWhereSeen(line, 0.8), QStringList(line));
        QCOMPARE(headingsWhereSeen(line, 0.5), QStringList());
        QCOMPARE(headingsWhereSeen(line, 0.8, false), QStringList()); // it looks like the text around it
    }

    void whatReadsLikeASentenceIsNoHeading()
    {
        QCOMPARE(headingsWhereSeen(u"With regards to content we cover:"_s, 0.9), QStringList());
        QCOMPARE(headingsWhereSeen(u"in which the first term vanishes"_s, 0.9), QStringList());
    }

    void inAFigureThereAreNoHeadings()
    {
        PageMaker maker(2);
        const QStringList prose(8,
                                u"running text that goes on and on through the whole line of the page and ends here"_s);
        maker.font(u"Serif"_s).lines(50, 100, prose).lines(50, 500, prose);
        maker.font(u"Serif-Bold"_s, true).text(50, 290, u"Permission"_s, 14);
        maker.font(u"Serif"_s).lines(50, 320, prose.first(3));
        const Page page = maker.take();
        QCOMPARE(texts(layoutOf(page, {}), BlockKind::Heading).size(), 1);
        const QVector<PageRegion> seen{{Kind::Figure, QRectF(40, 280, 500, 100), 0.9}};
        const Layout layout = layoutOf(page, seen);
        QCOMPARE(texts(layout, BlockKind::Heading).size(), 0);
        QVERIFY(isInText(layout, u"Permission"_s));
    }
};

QTEST_GUILESS_MAIN(SeenRegions)
#include "seen_regions.moc"
