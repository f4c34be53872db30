// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/layout.h"
#include "table_pages.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sheaf;
using namespace sheaf::testing;

namespace {

/** One line of a table: a text at each of the places, none where it is empty. */
void line(PageMaker& maker, double y, const QVector<double>& xs, const QStringList& texts)
{
    for (qsizetype i = 0; i < texts.size(); ++i) {
        if (!texts[i].isEmpty())
            maker.text(xs[i], y, texts[i]);
    }
}

} // namespace

class TableRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRowMayGoOnInAllOfItsColumns()
    {
        PageMaker maker;
        surround(maker);
        const QVector<double> xs{60, 180, 320};
        maker.rule(50, 480, 150);
        line(maker, 162, xs, {u"Scale"_s, u"Construct"_s, u"Items"_s});
        maker.rule(50, 480, 167);
        line(maker, 180, xs, {u"Perceived Stress"_s, u"Degree to which the"_s, u"Ten items on a scale"_s});
        line(maker, 192, xs, {u"Scale"_s, u"situations are taken"_s, u"of five points each"_s});
        line(maker, 204, xs, {u"Brief Resilience"_s, u"Ability to recover"_s, u"Six items of which"_s});
        line(maker, 216, xs, {u"Scale"_s, u"from adverse events"_s, u"three are reversed"_s});
        maker.rule(50, 480, 222);
        const QVector<Block> tables = tablesOf(maker);
        QCOMPARE(tables.size(), 1);
        QCOMPARE(
            cellsOf(tables.first()),
            u"Scale|Construct|Items"
            "/Perceived Stress Scale|Degree to which the situations are taken|Ten items on a scale of five points each"
            "/Brief Resilience Scale|Ability to recover from adverse events|Six items of which three are reversed"_s);
    }

    void widerStepsPartRowsOfSeveralLines()
    {
        PageMaker maker;
        surround(maker);
        const QVector<double> xs{60, 200};
        maker.rule(50, 400, 150);
        line(maker, 162, xs, {u"Group"_s, u"Remark"_s});
        maker.rule(50, 400, 167);
        line(maker, 180, xs, {u"one"_s, u"A remark that is long"_s});
        line(maker, 191, xs, {{}, u"enough for two lines"_s});
        line(maker, 206, xs, {u"two"_s, u"A remark that is again"_s});
        line(maker, 217, xs, {{}, u"too long for its cell"_s});
        line(maker, 232, xs, {u"three"_s, u"Short"_s});
        maker.rule(50, 400, 238);
        const QVector<Block> tables = tablesOf(maker);
        QCOMPARE(tables.size(), 1);
        QCOMPARE(cellsOf(tables.first()), u"Group|Remark/one|A remark that is long enough for two lines"
                                          "/two|A remark that is again too long for its cell/three|Short"_s);
    }

    void aLabelUnderAFullLineBeginsAGroupLikeTheOthers()
    {
        PageMaker maker;
        surround(maker);
        const QVector<double> xs{60, 220, 320};
        maker.rule(50, 400, 150);
        line(maker, 162, xs, {u"Characteristic"_s, u"Treated"_s, u"Control"_s});
        maker.rule(50, 400, 167);
        line(maker, 180, xs, {u"Age at the first visit"_s, u"66.5"_s, u"65.9"_s});
        line(maker, 192, xs, {u"Sex"_s});
        line(maker, 204, xs, {u"Female"_s, u"61"_s, u"58"_s});
        line(maker, 216, xs, {u"Male"_s, u"59"_s, u"60"_s});
        line(maker, 228, xs, {u"Smoking"_s});
        line(maker, 240, xs, {u"Never"_s, u"70"_s, u"66"_s});
        maker.rule(50, 400, 246);
        const QVector<Block> tables = tablesOf(maker);
        QCOMPARE(tables.size(), 1);
        QCOMPARE(cellsOf(tables.first()), u"Characteristic|Treated|Control/Age at the first visit|66.5|65.9/Sex||"
                                          "/Female|61|58/Male|59|60/Smoking||/Never|70|66"_s);
    }

    void numbersUnderNarrowLabelsAreTheFirstRow()
    {
        PageMaker maker;
        surround(maker);
        const QVector<double> xs{60, 140, 230, 310};
        maker.text(50, 150, u"Table 1. Sites of the survey."_s, 9);
        line(maker, 170, xs, {u"Region"_s, u"Site"_s, u"Depth (m)"_s, u"Count"_s});
        line(maker, 182, xs, {{}, u"Aberdeen"_s, u"21.2"_s, u"88"_s});
        line(maker, 194, xs, {u"North"_s, u"Basel"_s, u"9.7"_s, u"280"_s});
        line(maker, 206, xs, {{}, u"Cork"_s, u"13.9"_s, u"117"_s});
        line(maker, 218, xs, {u"West"_s, u"Delft"_s, u"31.7"_s, u"391"_s});
        const QVector<Block> tables = tablesOf(maker);
        QCOMPARE(tables.size(), 1);
        QCOMPARE(cellsOf(tables.first()), u"Region|Site|Depth (m)|Count/North|Aberdeen|21.2|88/|Basel|9.7|280"
                                          "/|Cork|13.9|117/West|Delft|31.7|391"_s);
        QCOMPARE(tables.first().cells[4].rowSpan, 3);
    }

    void aLabelOverRowsNamedByASecondOneSpansThem()
    {
        PageMaker maker;
        surround(maker);
        const QVector<double> xs{60, 140, 230};
        maker.rule(50, 400, 150);
        line(maker, 162, xs, {u"Region"_s, u"Site"_s, u"Count"_s});
        maker.rule(50, 400, 167);
        line(maker, 180, xs, {u"North"_s, u"Aberdeen"_s, u"88"_s});
        line(maker, 192, xs, {{}, u"Basel"_s, u"280"_s});
        line(maker, 204, xs, {{}, u"Cork"_s, u"117"_s});
        line(maker, 216, xs, {u"South"_s, u"Delft"_s, u"391"_s});
        line(maker, 228, xs, {{}, u"Evora"_s, u"208"_s});
        maker.rule(50, 400, 234);
        const QVector<Block> tables = tablesOf(maker);
        QCOMPARE(tables.size(), 1);
        const QVector<TableCell>& cells = tables.first().cells;
        QCOMPARE(cells[3].text, u"North"_s);
        QCOMPARE(cells[3].rowSpan, 3);
        QCOMPARE(cells[10].text, u"South"_s);
        QCOMPARE(cells[10].rowSpan, 2);
    }

    void deviationsBelowTheirValuesAreNoRowsOfALabel()
    {
        PageMaker maker;
        surround(maker);
        const QVector<double> xs{60, 180, 260};
        maker.rule(50, 400, 150);
        line(maker, 162, xs, {u"Variable"_s, u"first"_s, u"other"_s});
        maker.rule(50, 400, 167);
        for (int i = 0; i < 3; ++i) {
            line(maker, 180 + 24 * i, xs, {u"effect %1"_s.arg(QChar(u'a' + i)), u"1.25"_s, u"0.75"_s});
            line(maker, 192 + 24 * i, xs, {{}, u"(0.31)"_s, u"(0.12)"_s});
        }
        maker.rule(50, 400, 246);
        const QVector<Block> tables = tablesOf(maker);
        QCOMPARE(tables.size(), 1);
        QVERIFY(std::ranges::all_of(tables.first().cells, [](const TableCell& cell) { return cell.rowSpan == 1; }));
    }

    void aLabelMidwayBetweenLooseRowsSpansThem()
    {
        PageMaker maker;
        surround(maker);
        const QVector<double> xs{60, 140, 230};
        maker.rule(50, 400, 150);
        line(maker, 162, xs, {u"Region"_s, u"Site"_s, u"Count"_s});
        maker.rule(50, 400, 167);
        line(maker, 182, xs, {{}, u"Aberdeen"_s, u"88"_s});
        line(maker, 191, xs, {u"North"_s});
        line(maker, 200, xs, {{}, u"Basel"_s, u"280"_s});
        line(maker, 218, xs, {{}, u"Cork"_s, u"117"_s});
        line(maker, 227, xs, {u"South"_s});
        line(maker, 236, xs, {{}, u"Delft"_s, u"391"_s});
        maker.rule(50, 400, 244);
        const QVector<Block> tables = tablesOf(maker);
        QCOMPARE(tables.size(), 1);
        QCOMPARE(cellsOf(tables.first()),
                 u"Region|Site|Count/North|Aberdeen|88/|Basel|280/South|Cork|117/|Delft|391"_s);
        QCOMPARE(tables.first().cells[3].rowSpan, 2);
    }

    void shortEntriesOfTwoColumnsStayRows()
    {
        PageMaker maker;
        surround(maker);
        const QVector<double> xs{60, 160};
        maker.rule(50, 300, 150);
        line(maker, 162, xs, {u"Setting"_s, u"Value"_s});
        maker.rule(50, 300, 167);
        line(maker, 180, xs, {u"Grid spacing"_s, u"0.5 m"_s});
        line(maker, 192, xs, {u"Time step"_s, u"0.01 s"_s});
        line(maker, 204, xs, {u"Viscosity"_s, u"0.1 Pa s"_s});
        maker.rule(50, 300, 210);
        const QVector<Block> tables = tablesOf(maker);
        QCOMPARE(tables.size(), 1);
        QCOMPARE(cellsOf(tables.first()), u"Setting|Value/Grid spacing|0.5 m/Time step|0.01 s/Viscosity|0.1 Pa s"_s);
    }

    void aDeviationBelowItsValueIsARowWhereItHadRoomBeside()
    {
        PageMaker maker;
        surround(maker);
        const QVector<double> xs{60, 200, 300};
        maker.rule(50, 400, 150);
        line(maker, 162, xs, {{}, u"Model 1"_s, u"Model 2"_s});
        maker.rule(50, 400, 167);
        line(maker, 180, xs, {u"Intercept"_s, u"2.31"_s, u"1.98"_s});
        line(maker, 192, xs, {{}, u"(0.21)"_s, u"(0.24)"_s});
        line(maker, 204, xs, {u"Training"_s, u"0.84"_s, u"0.79"_s});
        line(maker, 216, xs, {{}, u"(0.27)"_s, u"(0.29)"_s});
        maker.rule(50, 400, 222);
        const QVector<Block> tables = tablesOf(maker);
        QCOMPARE(tables.size(), 1);
        QCOMPARE(cellsOf(tables.first()),
                 u"|Model 1|Model 2/Intercept|2.31|1.98/|(0.21)|(0.24)/Training|0.84|0.79/|(0.27)|(0.29)"_s);
    }

    void labelsAtTheMiddleOfTheirRowsSpanThem()
    {
        PageMaker maker;
        surround(maker);
        const QVector<double> xs{60, 200, 300};
        maker.rule(50, 400, 150);
        line(maker, 162, xs, {u"Region"_s, u"Site"_s, u"Height"_s});
        maker.rule(50, 400, 167);
        line(maker, 180, xs, {{}, u"Alder"_s, u"412"_s});
        line(maker, 192, xs, {u"North"_s, u"Birch"_s, u"388"_s});
        line(maker, 204, xs, {{}, u"Cold"_s, u"501"_s});
        line(maker, 216, xs, {{}, u"Dry"_s, u"120"_s});
        line(maker, 222, xs, {u"South"_s, {}, {}});
        line(maker, 228, xs, {{}, u"Elm"_s, u"98"_s});
        maker.rule(50, 400, 234);
        const QVector<Block> tables = tablesOf(maker);
        QCOMPARE(tables.size(), 1);
        QCOMPARE(cellsOf(tables.first()),
                 u"Region|Site|Height/North|Alder|412/|Birch|388/|Cold|501/South|Dry|120/|Elm|98"_s);
        const auto spanOf = [&](const QString& text) {
            return std::ranges::find(tables.first().cells, text, &TableCell::text)->rowSpan;
        };
        QCOMPARE(spanOf(u"North"_s), 3);
        QCOMPARE(spanOf(u"South"_s), 2);
    }

    void aGroupsLabelThatRunsOverItsColumnSpansTheTable()
    {
        PageMaker maker;
        surround(maker);
        const QVector<double> xs{60, 130, 200};
        maker.rule(50, 300, 150);
        line(maker, 162, xs, {u"Variable"_s, u"Mean"_s, u"SD"_s});
        maker.rule(50, 300, 167);
        line(maker, 180, xs, {u"Panel A: the small firms"_s, {}, {}});
        line(maker, 192, xs, {u"Assets"_s, u"12.4"_s, u"7.7"_s});
        line(maker, 204, xs, {u"Panel B"_s, {}, {}});
        line(maker, 216, xs, {u"Assets"_s, u"341.0"_s, u"190.2"_s});
        maker.rule(50, 300, 222);
        const QVector<Block> tables = tablesOf(maker);
        QCOMPARE(tables.size(), 1);
        for (const TableCell& cell : tables.first().cells)
            QVERIFY2(cell.columnSpan == (cell.text.startsWith(u"Panel"_s) ? 3 : 1), qPrintable(cell.text));
    }

    void columnsMayStandAsCloseAsWords()
    {
        PageMaker maker;
        surround(maker);
        const QVector<double> xs{60, 123};
        maker.rule(50, 250, 150);
        line(maker, 162, xs, {u"Setting"_s, u"Value"_s});
        maker.rule(50, 250, 167);
        line(maker, 180, xs, {u"Grid spacing"_s, u"half a metre"_s});
        line(maker, 192, xs, {u"Time step"_s, u"one second"_s});
        line(maker, 204, xs, {u"Iterations"_s, u"many"_s});
        line(maker, 216, xs, {u"Boundary"_s, u"periodic"_s});
        maker.rule(50, 250, 222);
        const QVector<Block> tables = tablesOf(maker);
        QCOMPARE(tables.size(), 1);
        QCOMPARE(cellsOf(tables.first()), u"Setting|Value/Grid spacing|half a metre/Time step|one second"
                                          "/Iterations|many/Boundary|periodic"_s);
    }

    void labelsLeftOverColumnsWhoseNamesComeAgainSpanThem()
    {
        PageMaker maker;
        surround(maker);
        const QVector<double> xs{60, 150, 220, 290, 360};
        maker.rule(50, 420, 150);
        line(maker, 162, xs, {u"Method"_s, u"Corpus A"_s, {}, u"Corpus B"_s, {}});
        line(maker, 174, xs, {{}, u"Precision"_s, u"Recall"_s, u"Precision"_s, u"Recall"_s});
        maker.rule(50, 420, 180);
        for (int row = 0; row < 3; ++row)
            line(maker, 195 + 12 * row, xs, {u"Run"_s, u"0.712"_s, u"0.655"_s, u"0.690"_s, u"0.612"_s});
        maker.rule(50, 420, 230);
        const QVector<Block> tables = tablesOf(maker);
        QCOMPARE(tables.size(), 1);
        const QVector<TableCell>& cells = tables.first().cells;
        QCOMPARE(tables.first().rows, 5);
        QCOMPARE(cells[0].rowSpan, 2);
        QCOMPARE(cells[1].text, u"Corpus A"_s);
        QCOMPARE(cells[1].columnSpan, 2);
        QCOMPARE(cells[2].columnSpan, 2);
    }

    void aHeadMayStandAboveTheFirstRule()
    {
        PageMaker maker;
        surround(maker);
        const QVector<double> xs{60, 200, 300};
        line(maker, 145, xs, {u"Gene"_s, u"Forward"_s, u"Size"_s});
        maker.rule(50, 400, 150);
        for (int row = 0; row < 3; ++row)
            line(maker, 162 + 12 * row, xs, {u"act"_s, u"ATGGCTTC"_s, u"214"_s});
        maker.rule(50, 400, 192);
        const QVector<Block> tables = tablesOf(maker);
        QCOMPARE(tables.size(), 1);
        QCOMPARE(cellsOf(tables.first()), u"Gene|Forward|Size/act|ATGGCTTC|214/act|ATGGCTTC|214/act|ATGGCTTC|214"_s);
        QVERIFY(tables.first().cells.first().header);
        QVERIFY(!tables.first().cells.last().header);
    }

    void aTableWithItsCaptionIsNoPartOfTheFigureBelowIt()
    {
        PageMaker maker;
        surround(maker);
        maker.text(60, 142, u"Table 1. Results of the runs."_s, 9);
        const QVector<double> xs{60, 200, 300};
        maker.rule(50, 400, 150);
        line(maker, 162, xs, {u"Run"_s, u"Mean"_s, u"SD"_s});
        maker.rule(50, 400, 167);
        line(maker, 180, xs, {u"one"_s, u"1.5"_s, u"0.2"_s});
        line(maker, 192, xs, {u"two"_s, u"2.5"_s, u"0.3"_s});
        maker.rule(50, 400, 198);
        maker.shape(QRectF(100, 230, 40, 80)).shape(QRectF(180, 250, 40, 60));
        maker.text(60, 330, u"Figure 1. The same as bars."_s, 9);
        const QVector<Block> tables = tablesOf(maker);
        QCOMPARE(tables.size(), 1);
        QCOMPARE(cellsOf(tables.first()), u"Run|Mean|SD/one|1.5|0.2/two|2.5|0.3"_s);
    }
};

QTEST_GUILESS_MAIN(TableRows)
#include "table_rows.moc"
