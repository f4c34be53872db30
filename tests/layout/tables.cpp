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
        QCOMPARE(tables.first().cells.first().text, u"Group"_s);
        QCOMPARE(tables.first().cells.first().rowSpan, 2);
        const TableCell& head = tables.first().cells[1];
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

    void aDoubleRuleIsNoFrame()
    {
        PageMaker maker;
        surround(maker);
        maker.rule(50, 400, 150).text(60, 162, u"Group"_s).text(200, 162, u"Mean"_s).rule(50, 400, 167);
        maker.text(60, 180, u"control"_s).text(200, 180, u"1.5"_s).text(60, 192, u"treated"_s).text(200, 192, u"2.5"_s);
        maker.rule(50, 400, 198).rule(50, 400, 200).text(60, 212, u"all"_s).text(200, 212, u"2.0"_s);
        maker.rule(50, 400, 218);
        const QVector<Block> tables = tablesOf(maker);
        QCOMPARE(tables.size(), 1);
        QCOMPARE(cellsOf(tables.first()), u"Group|Mean/control|1.5/treated|2.5/all|2.0"_s);
    }

    void labelsOverTheMiddleOfEquallyManyColumnsHeadThem()
    {
        PageMaker maker;
        surround(maker);
        maker.rule(50, 500, 150).text(197, 162, u"first"_s).text(377, 162, u"other"_s);
        maker.text(60, 177, u"Run"_s).rule(50, 500, 182);
        for (int column = 0; column < 6; ++column)
            maker.text(150 + 60 * column, 177, QString(u"PRF"[column % 3]));
        for (int row = 0; row < 4; ++row) {
            maker.text(60, 195 + 12 * row, u"run %1"_s.arg(row));
            for (int column = 0; column < 6; ++column)
                maker.text(145 + 60 * column, 195 + 12 * row, u"1.%1"_s.arg(row));
        }
        maker.rule(50, 500, 240);
        const QVector<Block> tables = tablesOf(maker);
        QCOMPARE(tables.size(), 1);
        const QVector<TableCell>& cells = tables.first().cells;
        QCOMPARE(cells[0].text, u"Run"_s);
        QCOMPARE(cells[0].rowSpan, 2);
        QCOMPARE(cells[1].text, u"first"_s);
        QCOMPARE(cells[1].columnSpan, 3);
        QCOMPARE(cells[2].column, 4);
        QCOMPARE(cells[2].columnSpan, 3);
    }

    void aDeviationStaysWithItsMean()
    {
        PageMaker maker;
        surround(maker);
        maker.rule(50, 400, 150).text(60, 162, u"Sample"_s).text(200, 162, u"Yield"_s).text(300, 162, u"Loss"_s);
        maker.rule(50, 400, 167);
        for (int row = 0; row < 5; ++row) {
            maker.text(60, 180 + 12 * row, u"plot %1"_s.arg(row));
            for (double x : {200.0, 300.0})
                maker.text(x, 180 + 12 * row, u"1%1.5"_s.arg(row))
                    .text(x + 22.5, 180 + 12 * row, u"±"_s)
                    .text(x + 30, 180 + 12 * row, u"0.%1"_s.arg(row));
        }
        maker.rule(50, 400, 234);
        const QVector<Block> tables = tablesOf(maker);
        QCOMPARE(tables.size(), 1);
        QVERIFY(cellsOf(tables.first()).startsWith(u"Sample|Yield|Loss/plot 0|10.5 ± 0.0|10.5 ± 0.0/"_s));
    }

    void aHeadOfLevelsNeedsNoRuleOverNumbers()
    {
        PageMaker maker;
        surround(maker);
        maker.rule(50, 520, 150).rule(50, 520, 230);
        maker.text(195, 162, u"first corpus"_s).text(375, 162, u"other corpus"_s).text(60, 174, u"Method"_s);
        for (int column = 0; column < 6; ++column)
            maker.text(150 + 60 * column, 174, u"mark %1"_s.arg(QChar(u"PRF"[column % 3])));
        for (int row = 0; row < 4; ++row) {
            maker.text(60, 186 + 12 * row, u"run %1"_s.arg(QChar(u'a' + row)));
            for (int column = 0; column < 6; ++column)
                maker.text(155 + 60 * column, 186 + 12 * row, u"1.%1"_s.arg(row));
        }
        const QVector<Block> tables = tablesOf(maker);
        QCOMPARE(tables.size(), 1);
        QCOMPARE(tables.first().columns, 7);
        const QVector<TableCell>& cells = tables.first().cells;
        QCOMPARE(cells[0].text, u"Method"_s);
        QCOMPARE(cells[1].text, u"first corpus"_s);
        QCOMPARE(cells[1].columnSpan, 3);
        QCOMPARE(cells[2].column, 4);
        QCOMPARE(cells[2].columnSpan, 3);
        QVERIFY(cells[8].header && !cells[9].header);
    }

    void aLabelOfTwoWordsOverSeveralColumnsIsNotTakenApart()
    {
        PageMaker maker;
        surround(maker);
        maker.rule(50, 400, 150).text(220, 162, u"Dry season"_s).rule(150, 340, 166).text(60, 178, u"Species"_s);
        maker.rule(50, 400, 183);
        for (int column = 0; column < 4; ++column)
            maker.text(160 + 45 * column, 178, column % 2 == 0 ? u"n"_s : u"mean"_s);
        for (int row = 0; row < 4; ++row) {
            maker.text(60, 195 + 12 * row, u"bird %1"_s.arg(QChar(u'a' + row)));
            for (int column = 0; column < 4; ++column)
                maker.text(160 + 45 * column, 195 + 12 * row, u"3.%1"_s.arg(row));
        }
        maker.rule(50, 400, 236);
        const QVector<Block> tables = tablesOf(maker);
        QCOMPARE(tables.size(), 1);
        QCOMPARE(tables.first().cells[1].text, u"Dry season"_s);
        QCOMPARE(tables.first().cells[1].columnSpan, 4);
    }

    void rulesUnderNeighbouringLabelsMayTouch()
    {
        PageMaker maker;
        surround(maker);
        maker.rule(50, 400, 150).text(160, 162, u"Newswire"_s).text(270, 162, u"Forums"_s);
        maker.text(60, 178, u"Method"_s).rule(140, 350, 166).rule(50, 400, 183);
        for (int column = 0; column < 4; ++column)
            maker.text(150 + 52 * column, 178, column % 2 == 0 ? u"rec"_s : u"pre"_s);
        for (int row = 0; row < 4; ++row) {
            maker.text(60, 195 + 12 * row, u"run %1"_s.arg(QChar(u'a' + row)));
            for (int column = 0; column < 4; ++column)
                maker.text(150 + 52 * column, 195 + 12 * row, u"0.%1"_s.arg(row));
        }
        maker.rule(50, 400, 236);
        const QVector<Block> tables = tablesOf(maker);
        QCOMPARE(tables.size(), 1);
        const QVector<TableCell>& cells = tables.first().cells;
        QCOMPARE(cells[1].text, u"Newswire"_s);
        QCOMPARE(cells[1].columnSpan, 2);
        QCOMPARE(cells[2].text, u"Forums"_s);
        QCOMPARE(cells[2].columnSpan, 2);
    }

    void aHeadMayBeWiderThanItsColumn()
    {
        PageMaker maker;
        surround(maker);
        maker.rule(50, 400, 150).text(60, 162, u"Item"_s).text(200, 162, u"Strongly To-"_s);
        maker.text(200, 174, u"agree"_s).text(245, 174, u"tal"_s).rule(50, 400, 180);
        for (int row = 0; row < 3; ++row)
            maker.text(60, 195 + 12 * row, u"item %1"_s.arg(row))
                .text(200, 195 + 12 * row, u"8"_s)
                .text(245, 195 + 12 * row, u"38"_s);
        maker.rule(50, 400, 230);
        const QVector<Block> tables = tablesOf(maker);
        QCOMPARE(tables.size(), 1);
        QCOMPARE(cellsOf(tables.first()), u"Item|Strongly agree|Total/item 0|8|38/item 1|8|38/item 2|8|38"_s);
    }

    void aTableWithoutALowerRuleTakesItsHeadFromTheRulesAbove()
    {
        PageMaker maker;
        surround(maker);
        maker.rule(50, 440, 150).text(228, 162, u"Population in thousands"_s);
        maker.text(60, 166, u"Country"_s).text(60, 176, u"or area"_s);
        for (int column = 0; column < 5; ++column)
            maker.text(155 + 60 * column, 176, u"200%1"_s.arg(column));
        maker.rule(150, 440, 182).text(60, 200, u"AFRICA"_s);
        for (int row = 0; row < 5; ++row) {
            maker.text(60, 218 + 12 * row, u"land %1"_s.arg(row));
            for (int column = 0; column < 5; ++column)
                maker.text(155 + 60 * column, 218 + 12 * row, u"1%1.5"_s.arg(row));
        }
        const QVector<Block> tables = tablesOf(maker);
        QCOMPARE(tables.size(), 1);
        const TableCell &stub = tables.first().cells[0], &head = tables.first().cells[1];
        QCOMPARE(tables.first().rows, 8);
        QCOMPARE(stub.text, u"Country or area"_s);
        QCOMPARE(stub.rowSpan, 2);
        QCOMPARE(head.columnSpan, 5);
        QVERIFY(cellsOf(tables.first()).contains(u"/|2000|2001|2002|2003|2004/AFRICA"_s));
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
