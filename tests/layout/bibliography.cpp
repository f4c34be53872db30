// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/layout.h"
#include "page_maker.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sheaf;
using sheaf::testing::PageMaker;

namespace {

Layout layoutOf(QVector<Page> pages, const DocumentInfo& info = {})
{
    LayoutEngine engine;
    engine.setInfo(info);
    for (Page& page : pages)
        engine.addPage(std::move(page));
    return engine.finish();
}

/** A page of running text from `y` on, in the size of a paper's body. */
void prose(PageMaker& maker, double y, int lines)
{
    for (int i = 0; i < lines; ++i)
        maker.text(50, y + 12 * i,
                   u"the words of a paragraph. It is as long as all the others are and fills its lines w"_s);
}

QStringList names(const QVector<CslName>& people)
{
    QStringList out;
    for (const CslName& name : people)
        out << name.given + u' ' + name.family;
    return out;
}

PageMaker titlePage()
{
    PageMaker maker;
    maker.text(50, 60, u"Counting Kites on Windy Days"_s, 18);
    return maker;
}

} // namespace

class Bibliography : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void italicsAndLinksOfALineReachTheReference()
    {
        PageMaker maker = titlePage();
        prose(maker, 120, 10);
        maker.font(u"Times-Bold"_s, true).text(50, 280, u"References"_s, 12).font(u"Times"_s);
        maker.text(50, 300, u"[1] N. Ivanova and P. Haddad. Routing in a storm."_s);
        maker.font(u"Times-Italic"_s, false, true).text(300, 300, u"Networks of Winter"_s);
        maker.font(u"Times"_s).text(395, 300, u", 14(2):89-104, 2008."_s);
        maker.text(50, 314, u"[2] R. Fontaine. Planning under one umbrella. Tower Press, 2011."_s);
        Page page = maker.take();
        PageLink link;
        link.box = QRectF(50, 290, 300, 14);
        link.uri = u"https://doi.org/10.1234/nw.14.2"_s;
        page.links << link;
        const Layout layout = layoutOf({page});
        QCOMPARE(layout.references.size(), 2);
        QCOMPARE(layout.references[0].label, u"1"_s);
        QCOMPARE(layout.references[0].title, u"Routing in a storm"_s);
        QCOMPARE(layout.references[0].container, u"Networks of Winter"_s);
        QCOMPARE(layout.references[0].doi, u"10.1234/nw.14.2"_s);
        QCOMPARE(layout.references[1].publisher, u"Tower Press"_s);
        QVERIFY(layout.references[1].doi.isEmpty());
    }

    void aBibliographyWithoutItsHeadingIsFoundAtTheEnd()
    {
        PageMaker maker = titlePage();
        prose(maker, 120, 10);
        const QStringList entries{
            u"Abel, A., & Brun, C. (2011). Kites that were seen over towns in the years of the long"_s,
            u"winters. Journal of Lake Studies, 12(3), 45-67."_s,
            u"Dahl, P. (2014). Strings that hold in any of the winds which blow over a lake in a"_s,
            u"summer. Journal of Lake Studies, 15(1), 5-17."_s,
            u"Egede, T. (2015). Winds that turn, and what a child on a shore could say of where they"_s,
            u"come from. Journal of Lake Studies, 16(2), 25-37."_s};
        for (int i = 0; i < entries.size(); ++i)
            maker.text(i % 2 == 0 ? 50 : 70, 280 + 12 * i + 8 * (i / 2), entries[i]);
        const Layout layout = layoutOf({maker.take()});
        QCOMPARE(layout.references.size(), 3);
        QVERIFY(layout.references[1].title.startsWith(u"Strings that hold"_s));
        QCOMPARE(layout.references[2].year, 2015);
    }

    void numbersSetFlushRightBeginEntries()
    {
        PageMaker maker = titlePage();
        prose(maker, 120, 10);
        maker.font(u"Times-Bold"_s, true).text(50, 280, u"References"_s, 12).font(u"Times"_s);
        for (int i = 8; i <= 12; ++i) {
            const double y = 300 + 28 * (i - 8);
            maker.text(i < 10 ? 58 : 50, y,
                       u"[%1] A. Author, Kites number %1, and how they were found in old"_s.arg(i));
            maker.text(76, y + 12, u"houses, J. Kite Res. %1 (2001) 1-9."_s.arg(i));
        }
        const Layout layout = layoutOf({maker.take()});
        QCOMPARE(layout.references.size(), 5);
        QCOMPARE(layout.references[0].label, u"8"_s);
        QCOMPARE(layout.references[4].volume, u"12"_s);
    }

    void authorsFollowTheirMarksToTheirAffiliations()
    {
        PageMaker maker = titlePage();
        maker.text(50, 90, u"Ann B. Abel 1,2, Carl van Dorn 2 and Eva Falk 1"_s);
        maker.text(50, 110, u"1 Institute of Wind, Vestmark"_s, 9);
        maker.text(50, 121, u"2 University of Skerry"_s, 9);
        maker.font(u"Times-Bold"_s, true).text(50, 150, u"Abstract"_s, 12).font(u"Times"_s);
        prose(maker, 166, 5);
        maker.font(u"Times-Bold"_s, true).text(50, 250, u"1 Introduction"_s, 12).font(u"Times"_s);
        prose(maker, 270, 20);
        maker.text(50, 780, u"J. Kite Res. 12 (2019) 34-56 https://doi.org/10.1234/jkr.12.34"_s, 8);
        const PaperMetadata metadata = layoutOf({maker.take()}).metadata;
        QCOMPARE(metadata.work.title, u"Counting Kites on Windy Days"_s);
        QCOMPARE(names(metadata.work.author), (QStringList{u"Ann B. Abel"_s, u"Carl van Dorn"_s, u"Eva Falk"_s}));
        QCOMPARE(metadata.affiliations.value(1), QStringList{u"University of Skerry"_s});
        QCOMPARE(metadata.affiliations.value(0).size(), 2);
        QVERIFY(metadata.abstract.startsWith(u"the words of a paragraph"_s));
        QCOMPARE(metadata.work.doi, u"10.1234/jkr.12.34"_s);
        QCOMPARE(metadata.language, u"en"_s);
    }

    void aFileNameIsNoTitle()
    {
        PageMaker maker;
        prose(maker, 120, 40);
        DocumentInfo info;
        info.title = u"Microsoft Word - final draft 3.docx"_s;
        QVERIFY(layoutOf({maker.take()}, info).metadata.work.title.isEmpty());
    }

    /** Entries in two columns, with their labels in a column of their own. */
    static PageMaker labelledColumns()
    {
        PageMaker maker;
        maker.lines(50, 60, QStringList(20, u"the words of a paragraph that fill it"_s));
        maker.lines(320, 60, QStringList(18, u"the words of a paragraph that fill it"_s));
        maker.font(u"Bold"_s, true).text(320, 300, u"References"_s, 12).font(u"Serif"_s);
        return maker;
    }

    void labelsStayWithTheirColumn()
    {
        PageMaker first = labelledColumns(), second(2);
        for (int i = 1; i <= 9; ++i) {
            first.text(320, 300 + 36 * i, QString::number(i) + u'.', 9);
            first.text(342, 300 + 36 * i, u"Ivan T, Holm K. Kites in wind"_s, 9);
            first.text(342, 312 + 36 * i, u"and rain. J Lakes. 2011;%1:5–9."_s.arg(i), 9);
            for (const int side : {0, 1}) {
                const int number = i + 9 + 9 * side;
                second.text(50 + 270 * side, 30 + 36 * i, QString::number(number) + u'.', 9);
                second.text(72 + 270 * side, 30 + 36 * i, u"Ivan T, Holm K. Kites in wind"_s, 9);
                second.text(72 + 270 * side, 42 + 36 * i, u"and rain. J Lakes. 2011;%1:5–9."_s.arg(number), 9);
            }
        }
        const Layout layout = layoutOf({first.take(), second.take()});
        QCOMPARE(layout.references.size(), 27);
        for (qsizetype i = 0; i < layout.references.size(); ++i) {
            QCOMPARE(layout.references[i].label, QString::number(i + 1));
            QCOMPARE(layout.references[i].volume, QString::number(i + 1));
        }
    }

    void labelledEntriesBelowARuleNeedNoHeading()
    {
        PageMaker maker;
        for (const int x : {40, 320})
            maker.lines(x, 60, QStringList(20, u"the words of a paragraph that fill it all"_s));
        maker.rule(220, 380, 330);
        for (int i = 0; i < 6; ++i) {
            const int x = i < 3 ? 40 : 320, y = 350 + 30 * (i % 3);
            maker.text(x, y, u"[%1]"_s.arg(i + 1), 8).text(x + 18, y, u"T. Ivan and K. Holm, Lakes and Rivers"_s, 8);
            maker.text(x + 18, y + 10, u"Letters %1, 12 (2011)."_s.arg(i + 1), 8);
        }
        const Layout layout = layoutOf({maker.take()});
        QCOMPARE(layout.references.size(), 6);
        QCOMPARE(layout.references[5].label, u"6"_s);
        QCOMPARE(names(layout.references[3].author), (QStringList{u"T. Ivan"_s, u"K. Holm"_s}));
    }

    void figuresInATitleInItalicsDoNotEndIt()
    {
        PageMaker maker = titlePage();
        prose(maker, 120, 10);
        maker.font(u"Times-Bold"_s, true).text(50, 280, u"References"_s, 12).font(u"Times"_s);
        maker.text(50, 300, u"1. T. Ivan and P. Holm,"_s)
            .font(u"Times-Italic"_s, false, true)
            .text(170, 300, u"Waves of the"_s);
        maker.font(u"Times"_s).text(235, 300, u"1s"_s).font(u"Times-Italic"_s, false, true).text(250, 300, u"state"_s);
        maker.font(u"Times"_s).text(275, 300, u", Lake Letters 64 (2001), no. 11, 113."_s);
        maker.text(50, 314, u"2. R. Fontaine. Planning under one umbrella. Tower Press, 2011."_s);
        const Layout layout = layoutOf({maker.take()});
        QCOMPARE(layout.references.size(), 2);
        QCOMPARE(layout.references[0].title, u"Waves of the 1s state"_s);
    }

    void aTitleInCapitalsNoLargerThanTheTextIsOne()
    {
        PageMaker maker;
        maker.font(u"Times-Bold"_s, true).text(163, 60, u"COUNTING KITES ON WINDY DAYS AND NIGHTS"_s);
        maker.font(u"Times"_s).text(220, 90, u"ADA EXAMPLE AND BOB SAMPLE"_s, 9);
        maker.font(u"Times-Bold"_s, true).text(60, 120, u"Abstract."_s, 9).font(u"Times"_s);
        maker.text(110, 120, u"We count kites. Then we count them again and again."_s, 9);
        prose(maker, 160, 40);
        const Layout layout = layoutOf({maker.take()});
        QCOMPARE(layout.metadata.work.title, u"COUNTING KITES ON WINDY DAYS AND NIGHTS"_s);
        QCOMPARE(layout.metadata.work.author.size(), 2);
    }

    void authorsInTwoColumnsAreReadRowByRow()
    {
        PageMaker maker = titlePage();
        const QStringList people{u"Ada Abel"_s, u"Bo Brun"_s, u"Cy Corr"_s, u"Di Dahl"_s};
        for (int i = 0; i < 4; ++i) {
            const int x = i % 2 == 0 ? 110 : 390, y = 90 + 45 * (i / 2);
            maker.text(x, y, people[i], 11).text(x - 20, y + 13, u"University of Somewhere"_s, 9);
        }
        maker.font(u"Times-Bold"_s, true).text(50, 200, u"Abstract"_s, 11).font(u"Times"_s);
        maker.lines(50, 215, QStringList(40, u"the words of a paragraph that fill its line"_s));
        maker.lines(320, 200, QStringList(42, u"the words of a paragraph that fill its line"_s));
        QStringList found;
        for (const QString& name : names(layoutOf({maker.take()}).metadata.work.author))
            found << name;
        QCOMPARE(found, people);
    }

    void namesInCapitalsHaveTheirPlacesBehindThem()
    {
        PageMaker maker = titlePage();
        maker.text(50, 90, u"ADA ABEL, University of Somewhere, Norway"_s);
        maker.text(50, 106, u"BO BRUN, Institute of Texts, Denmark"_s);
        maker.font(u"Times-Bold"_s, true).text(50, 140, u"Abstract"_s, 11).font(u"Times"_s);
        prose(maker, 160, 40);
        QCOMPARE(names(layoutOf({maker.take()}).metadata.work.author), (QStringList{u"ADA ABEL"_s, u"BO BRUN"_s}));
    }
};

QTEST_APPLESS_MAIN(Bibliography)
#include "bibliography.moc"
