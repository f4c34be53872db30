// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/column.h"
#include "core/error_rate.h"
#include "core/record.h"
#include "core/units.h"
#include "core/words.h"

#include <QLocale>
#include <QTest>

using namespace sheaf;
using namespace Qt::StringLiterals;

class ValuesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void aColumnSurvivesJson()
    {
        for (const Column& column : defaultColumns())
            QCOMPARE(columnFromJson(toJson(column)), std::optional(column));
        QVERIFY(!columnFromJson({{u"id"_s, u"x"_s}, {u"name"_s, u"X"_s}, {u"type"_s, u"riddle"_s}}));
    }

    void aCellSurvivesJson()
    {
        Quote quote{u"28.4 BLEU"_s, 2, QuoteState::Near, 3, {{3, QRectF(10, 20, 30, 5)}}, u"28.4 BLEU,"_s, 0.9};
        const Cell cell{u"result"_s,
                        28.4,
                        {quote},
                        Decision::Accepted,
                        u"m"_s,
                        u"9f3c"_s,
                        QDateTime::fromMSecsSinceEpoch(1'700'000'000'123, Qt::UTC),
                        0.0002,
                        true};
        QCOMPARE(cellFromJson(u"result"_s, toJson(cell)), cell);
    }

    void aCellIsAsGoodAsItsWorstQuote()
    {
        const auto quote = [](QuoteState state) { return Quote{u"x"_s, 0, state, 0, {}, {}, 0}; };
        Cell cell{u"c"_s, u"value"_s, {}, {}, {}, {}, {}, 0, false};
        QCOMPARE(cellState(cell), CellState::NoQuote);
        cell.quotes = {quote(QuoteState::Proven)};
        QCOMPARE(cellState(cell), CellState::Proven);
        cell.quotes = {quote(QuoteState::Proven), quote(QuoteState::Near)};
        QCOMPARE(cellState(cell), CellState::Near);
        cell.quotes.append(quote(QuoteState::NotFound));
        QCOMPARE(cellState(cell), CellState::NotFound);
        cell.value = QJsonValue::Null;
        QCOMPARE(cellState(cell), CellState::Empty);
    }

    void wordsSurvivePackingAndBrokenBytesAreRefused()
    {
        QVector<PageWords> pages{{1,
                                  QSizeF(612, 792),
                                  {{u"transfor-"_s, QRectF(1, 2, 3, 4), 5, 1, 7, -1, -1, true},
                                   {u"mer"_s, QRectF(1, 6, 3, 4), 6, 1, 7, 2, 3, false}}}};
        const QByteArray packed = packWords(pages);
        QCOMPARE(unpackWords(packed), std::optional(pages));
        QVERIFY(!unpackWords(packed.left(packed.size() / 2)));
        QVERIFY(!unpackWords("nonsense"_ba));
        QVERIFY(!unpackWords({}));
    }

    void aSampleBoundsTheShareOfErrors()
    {
        QCOMPARE(errorRate(100, 0, 0).high, 1.0); // nothing is known yet
        QCOMPARE(errorRate(20, 20, 1).low, 0.05);
        QCOMPARE(errorRate(20, 20, 1).high, 0.05);
        // Of a population without end: Newcombe (Stat. Med. 17, 1998), table I, method 3: 15 of 148 and 1 of 29.
        QVERIFY(std::abs(errorRate(100'000'000, 148, 15).low - 0.0624) < 5e-5);
        QVERIFY(std::abs(errorRate(100'000'000, 148, 15).high - 0.1605) < 5e-5);
        QVERIFY(std::abs(errorRate(100'000'000, 29, 1).low - 0.0061) < 5e-5);
        QVERIFY(std::abs(errorRate(100'000'000, 29, 1).high - 0.1718) < 5e-5);
        QVERIFY(errorRate(40, 29, 1).high < errorRate(400, 29, 1).high);
    }

    void checkingMayStopWhenTheLimitIsKept()
    {
        const ErrorRate rate = errorRate(1000, 10, 0);
        const int more = checksUntil(rate, 0.05);
        QVERIFY(errorRate(1000, 10 + more, 0).high <= 0.05);
        QVERIFY(errorRate(1000, 10 + more - 1, 0).high > 0.05);
        QCOMPARE(checksUntil(errorRate(1000, 10 + more, 0), 0.05), 0);
        QCOMPARE(checksUntil(errorRate(10, 4, 3), 0.05), 6);
    }

    void numbersComeWithUnits()
    {
        QCOMPARE(formatBytes(3'400'000), u"3.4 MB"_s);
        QCOMPARE(formatBytes(212'000'000), u"212 MB"_s);
        QCOMPARE(formatClock(6'000), u"0:06"_s);
        QCOMPARE(formatClock(724'000), u"12:04"_s);
        QCOMPARE(formatClock(3'729'000), u"1:02:09"_s);
        QCOMPARE(formatRoughTime(14 * 60'000), u"14 min"_s);
        QCOMPARE(formatUsd(0.62), u"$0.62"_s);
        QCOMPARE(formatUsd(0.0021), u"$0.0021"_s);
    }
};

QTEST_APPLESS_MAIN(ValuesTest)
#include "values.moc"
