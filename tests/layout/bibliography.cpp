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
};

QTEST_APPLESS_MAIN(Bibliography)
#include "bibliography.moc"
