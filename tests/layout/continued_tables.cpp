// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/layout.h"
#include "table_pages.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sheaf;
using namespace sheaf::testing;

namespace {

const QString prose = u"running text that fills its line from one edge to the other one, again"_s;

/** Three rules and `rows` rows of three columns below a head. */
PageMaker& table(PageMaker& maker, double y, int from, int rows, const QString& head = u"Name"_s)
{
    maker.rule(50, 400, y).text(60, y + 12, head).text(200, y + 12, u"Mean"_s).text(300, y + 12, u"SD"_s);
    maker.rule(50, 400, y + 17);
    for (int i = from; i < from + rows; ++i) {
        const double line = y + 30 + 12 * (i - from);
        maker.text(60, line, u"name%1"_s.arg(i)).text(200, line, u"%1.5"_s.arg(i)).text(300, line, u"0.%1"_s.arg(i));
    }
    return maker.rule(50, 400, y + 36 + 12 * (rows - 1));
}

PageMaker firstPage()
{
    PageMaker maker;
    for (int i = 0; i < 40; ++i)
        maker.text(50, 60 + 12 * i, prose);
    maker.text(50, 560, u"Table 2: Means of all names"_s);
    table(maker, 570, 1, 10);
    return maker;
}

PageMaker secondPage(double textAt = 300)
{
    PageMaker maker(2);
    for (int i = 0; i < 30; ++i)
        maker.text(50, textAt + 12 * i, prose);
    return maker;
}

QVector<Block> tablesOf(PageMaker first, PageMaker second)
{
    LayoutEngine engine;
    engine.addPage(first.take());
    engine.addPage(second.take());
    QVector<Block> blocks = engine.finish().blocks;
    blocks.removeIf([](const Block& block) { return block.kind != BlockKind::Table; });
    return blocks;
}

} // namespace

class ContinuedTables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRepeatedHeadRowIsReadOnce()
    {
        PageMaker second = secondPage();
        const QVector<Block> tables = tablesOf(firstPage(), table(second, 60, 11, 10));
        QCOMPARE(tables.size(), 1);
        QCOMPARE(tables.first().rows, 21);
        QCOMPARE(tables.first().regions.size(), 2);
        QVERIFY(cellsOf(tables.first())
                    .endsWith(u"name10|10.5|0.10/name11|11.5|0.11/name12|12.5|0.12/name13|13.5|0.13/"
                              "name14|14.5|0.14/name15|15.5|0.15/name16|16.5|0.16/"
                              "name17|17.5|0.17/name18|18.5|0.18/name19|19.5|0.19/name20|20.5|0.20"_s));
    }

    void aCaptionThatSaysSoContinuesItsTable()
    {
        PageMaker second = secondPage();
        second.text(50, 50, u"Table 2 (continued)"_s);
        QCOMPARE(tablesOf(firstPage(), table(second, 60, 11, 10)).size(), 1);
    }

    void anotherCaptionBeginsAnotherTable()
    {
        PageMaker second = secondPage();
        second.text(50, 50, u"Table 3: Means of other names"_s);
        QCOMPARE(tablesOf(firstPage(), table(second, 60, 11, 10)).size(), 2);
    }

    void textBetweenPartsThem()
    {
        PageMaker second = secondPage();
        second.text(50, 60, prose).text(50, 72, prose).text(50, 84, u"and ends."_s);
        QCOMPARE(tablesOf(firstPage(), table(second, 110, 11, 10)).size(), 2);
    }
};

QTEST_GUILESS_MAIN(ContinuedTables)
#include "continued_tables.moc"
