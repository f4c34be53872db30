// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/layout.h"
#include "table_pages.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sheaf;
using namespace sheaf::testing;

class Tables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void threeRulesAndColumnsOfWhiteMakeATable()
    {
        PageMaker maker;
        surround(maker);
        maker.rule(50, 400, 150)
            .text(60, 162, u"Group"_s)
            .text(200, 162, u"Mean"_s)
            .text(300, 162, u"SD"_s)
            .rule(50, 400, 167);
        maker.text(60, 180, u"control"_s).text(200, 180, u"1.5"_s).text(300, 180, u"0.2"_s);
        maker.text(60, 192, u"treated"_s).text(200, 192, u"2.5"_s).text(300, 192, u"0.3"_s).rule(50, 400, 198);
        const QVector<Block> tables = tablesOf(maker);
        QCOMPARE(tables.size(), 1);
        QCOMPARE(cellsOf(tables.first()), u"Group|Mean|SD/control|1.5|0.2/treated|2.5|0.3"_s);
        QVERIFY(tables.first().cells.first().header);
        QVERIFY(!tables.first().cells.last().header);
    }

    void aCellGoesOnInTheNextLine()
    {
        PageMaker maker;
        surround(maker);
        maker.rule(50, 400, 150).text(60, 162, u"Item"_s).text(250, 162, u"Count"_s).rule(50, 400, 167);
        maker.text(60, 180, u"a long description that does"_s)
            .text(250, 180, u"10"_s)
            .text(60, 192, u"not fit on one line"_s);
        maker.text(60, 204, u"another long description of it"_s).text(250, 204, u"20"_s).rule(50, 400, 210);
        const QVector<Block> tables = tablesOf(maker);
        QCOMPARE(tables.size(), 1);
        QCOMPARE(cellsOf(tables.first()),
                 u"Item|Count/a long description that does not fit on one line|10/another long description of it|20"_s);
    }

    void aHeadOverTwoColumnsSpansThem()
    {
        PageMaker maker;
        surround(maker);
        maker.rule(50, 450, 150).text(205, 162, u"Outcome of the test"_s).rule(195, 330, 165);
        maker.text(60, 177, u"Group"_s).text(200, 177, u"before"_s).text(300, 177, u"after"_s).rule(50, 450, 182);
        maker.text(60, 195, u"one"_s).text(200, 195, u"11.1"_s).text(300, 195, u"12.1"_s);
        maker.text(60, 207, u"two"_s).text(200, 207, u"21.1"_s).text(300, 207, u"22.1"_s).rule(50, 450, 212);
        const QVector<Block> tables = tablesOf(maker);
        QCOMPARE(tables.size(), 1);
        const TableCell& head = tables.first().cells.first();
        QCOMPARE(head.text, u"Outcome of the test"_s);
        QCOMPARE(head.column, 1);
        QCOMPARE(head.columnSpan, 2);
    }

    void numbersUnderACaptionMakeATableWithoutRules()
    {
        PageMaker maker;
        surround(maker);
        maker.text(50, 150, u"Table 1. Results of the runs."_s, 9);
        for (int i = 0; i < 4; ++i)
            maker.text(60, 170 + 12 * i, u"run %1"_s.arg(i))
                .text(200, 170 + 12 * i, u"1%1.5"_s.arg(i))
                .text(300, 170 + 12 * i, u"2%1.5"_s.arg(i));
        const QVector<Block> tables = tablesOf(maker);
        QCOMPARE(tables.size(), 1);
        QCOMPARE(cellsOf(tables.first()), u"run 0|10.5|20.5/run 1|11.5|21.5/run 2|12.5|22.5/run 3|13.5|23.5"_s);
    }

    void twoColumnsOfTextBetweenRulesAreNoTable()
    {
        PageMaker maker;
        maker.rule(50, 550, 50).rule(50, 550, 750);
        for (int i = 0; i < 40; ++i) {
            maker.text(50, 70 + 12 * i, u"text of the left column that fills its lines"_s);
            maker.text(310, 70 + 12 * i, u"text of the right column that fills its line"_s);
        }
        QVERIFY(tablesOf(maker).isEmpty());
    }

    void bulletsAreNoColumn()
    {
        PageMaker maker;
        surround(maker);
        for (double y : {150.0, 180.0, 210.0})
            maker.rule(50, 400, y);
        for (int i = 0; i < 4; ++i)
            maker.text(60, 162 + 15 * i, u"•"_s).text(80, 162 + 15 * i, u"an item of the list"_s);
        QVERIFY(tablesOf(maker).isEmpty());
    }

    void wordsOfATableKnowTheirRowAndCell()
    {
        PageMaker maker;
        surround(maker);
        maker.rule(50, 400, 150).text(60, 162, u"Group"_s).text(200, 162, u"Mean"_s).rule(50, 400, 167);
        maker.text(60, 180, u"control"_s).text(200, 180, u"1.5"_s);
        maker.text(60, 192, u"treated"_s).text(200, 192, u"2.5"_s).rule(50, 400, 198);
        LayoutEngine engine;
        engine.addPage(maker.take());
        const Layout layout = engine.finish();
        const QVector<PageWord>& words = layout.words.first().words;
        const auto word = std::ranges::find(words, u"2.5"_s, &PageWord::text);
        QVERIFY(word != words.end());
        QCOMPARE(word->row, 2);
        QCOMPARE(word->cell, 1);
        QCOMPARE(layout.blocks[word->block].kind, BlockKind::Table);
    }
};

QTEST_GUILESS_MAIN(Tables)
#include "tables.moc"
