// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "table_pages.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sheaf;
using namespace sheaf::testing;

class Lattices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsWithoutRulesInADrawnGridStayRows()
    {
        PageMaker maker;
        surround(maker);
        maker.grid({50, 120, 200, 400}, {150, 168, 242});
        maker.text(60, 162, u"Term"_s).text(130, 162, u"Kind"_s).text(210, 162, u"Meaning"_s);
        maker.text(60, 180, u"incidence"_s).text(130, 180, u"rate"_s);
        maker.text(210, 180, u"new cases in a population over"_s).text(210, 192, u"a given period"_s);
        maker.text(60, 204, u"prevalence"_s).text(130, 204, u"share"_s);
        maker.text(210, 204, u"all cases in a population at"_s).text(210, 216, u"one point in time"_s);
        maker.text(60, 228, u"lead time"_s).text(130, 228, u"time"_s).text(210, 228, u"gained by screening"_s);
        const QVector<Block> tables = tablesOf(maker);
        QCOMPARE(tables.size(), 1);
        QCOMPARE(cellsOf(tables.first()), u"Term|Kind|Meaning"
                                          "/incidence|rate|new cases in a population over a given period"
                                          "/prevalence|share|all cases in a population at one point in time"
                                          "/lead time|time|gained by screening"_s);
    }

    void eachDrawnCellIsACell()
    {
        PageMaker maker;
        surround(maker);
        maker.grid({50, 150, 250}, {150, 180, 210});
        maker.text(55, 162, u"a broken"_s).text(55, 174, u"cell"_s).text(155, 162, u"second"_s);
        maker.text(55, 192, u"third"_s).text(155, 192, u"fourth"_s);
        const QVector<Block> tables = tablesOf(maker);
        QCOMPARE(tables.size(), 1);
        QCOMPARE(cellsOf(tables.first()), u"a broken cell|second/third|fourth"_s);
    }

    void whereARuleIsMissingACellSpans()
    {
        PageMaker maker;
        surround(maker);
        for (double y : {150.0, 190.0, 210.0})
            maker.rule(50, 350, y);
        maker.rule(150, 350, 170);
        for (double x : {50.0, 150.0, 350.0})
            maker.vertical(x, 150, 210);
        maker.vertical(250, 170, 210);
        maker.text(55, 172, u"Group"_s).text(220, 164, u"Outcome"_s);
        maker.text(155, 184, u"before"_s).text(255, 184, u"after"_s);
        maker.text(55, 204, u"one"_s).text(155, 204, u"1.5"_s).text(255, 204, u"2.5"_s);
        const QVector<Block> tables = tablesOf(maker);
        QCOMPARE(tables.size(), 1);
        QCOMPARE(cellsOf(tables.first()), u"Group|Outcome|/|before|after/one|1.5|2.5"_s);
        const TableCell &group = tables.first().cells[0], &outcome = tables.first().cells[1];
        QCOMPARE(group.rowSpan, 2);
        QCOMPARE(outcome.columnSpan, 2);
        QVERIFY(tables.first().cells[2].header);
        QVERIFY(!tables.first().cells.last().header);
    }

    void shadingPartsRowsWhereNoRuleIs()
    {
        PageMaker maker;
        surround(maker);
        maker.grid({50, 150, 250}, {150, 190, 210}).fill({50, 150, 200, 20});
        maker.text(55, 164, u"Name"_s).text(155, 164, u"Kind"_s);
        maker.text(55, 184, u"first"_s).text(155, 184, u"second"_s);
        maker.text(55, 204, u"third"_s).text(155, 204, u"fourth"_s);
        const QVector<Block> tables = tablesOf(maker);
        QCOMPARE(tables.size(), 1);
        QCOMPARE(cellsOf(tables.first()), u"Name|Kind/first|second/third|fourth"_s);
    }

    void rulesThatPartGroupsLeaveTheRowsToTheText()
    {
        PageMaker maker;
        surround(maker);
        maker.grid({50, 150, 250, 350}, {150, 167, 203, 220});
        maker.text(55, 162, u"Run"_s).text(155, 162, u"Mean"_s).text(255, 162, u"SD"_s);
        for (int i = 0; i < 3; ++i)
            maker.text(55, 178 + 12 * i, u"run %1"_s.arg(i))
                .text(155, 178 + 12 * i, u"1.%1"_s.arg(i))
                .text(255, 178 + 12 * i, u"0.%1"_s.arg(i));
        maker.text(55, 215, u"all"_s).text(155, 215, u"1.1"_s).text(255, 215, u"0.1"_s);
        const QVector<Block> tables = tablesOf(maker);
        QCOMPARE(tables.size(), 1);
        QCOMPARE(cellsOf(tables.first()), u"Run|Mean|SD/run 0|1.0|0.0/run 1|1.1|0.1/run 2|1.2|0.2/all|1.1|0.1"_s);
    }

    void aFrameAroundThePageIsNoTable()
    {
        PageMaker maker;
        surround(maker);
        maker.grid({30, 570}, {30, 770}).grid({50, 150, 250}, {150, 170, 190});
        maker.text(55, 164, u"a"_s).text(155, 164, u"b"_s).text(55, 184, u"c"_s).text(155, 184, u"d"_s);
        const QVector<Block> tables = tablesOf(maker);
        QCOMPARE(tables.size(), 1);
        QCOMPARE(cellsOf(tables.first()), u"a|b/c|d"_s);
    }

    void rulesThroughRunningTextAreNoGrid()
    {
        PageMaker maker;
        maker.grid({50, 150, 250, 350}, {50, 100, 150});
        maker.lines(55, 65, QStringList(7, u"running text that the rules of a drawing cut through"_s));
        QVERIFY(tablesOf(maker).isEmpty());
    }

    void aScriptFromRightToLeftHasItsFirstColumnAtTheRight()
    {
        PageMaker maker;
        maker.grid({50, 150, 250}, {150, 170, 190});
        maker.text(55, 164, u"ب"_s).text(155, 164, u"ا"_s).text(55, 184, u"12"_s).text(155, 184, u"ج"_s);
        const QVector<Block> tables = tablesOf(maker);
        QCOMPARE(tables.size(), 1);
        QCOMPARE(cellsOf(tables.first()), u"ا|ب/ج|12"_s);
    }
};

QTEST_GUILESS_MAIN(Lattices)
#include "lattices.moc"
