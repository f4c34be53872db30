// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/layout.h"
#include "table_pages.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sheaf;
using namespace sheaf::testing;

namespace {

constexpr double size = 10;

/** Text that runs up (90) or down (270) from a place on the page, its baseline at `x`. */
void turnedText(Page& page, double x, double y, const QString& text, int angle)
{
    const double ahead = angle == 90 ? -1 : 1;
    double at = y;
    for (QChar c : text) {
        const double next = at + ahead * 0.5 * size;
        if (c != u' ') {
            Glyph glyph;
            glyph.textBegin = quint32(page.text.size());
            glyph.textLength = 1;
            glyph.angle = qint16(angle);
            glyph.x0 = float(x - (angle == 90 ? 0.75 : 0.25) * size);
            glyph.x1 = float(x + (angle == 90 ? 0.25 : 0.75) * size);
            glyph.y0 = float(std::min(at, next));
            glyph.y1 = float(std::max(at, next));
            glyph.baseline = float(x);
            glyph.size = float(size);
            page.text += c;
            page.glyphs << glyph;
        }
        at = next;
    }
}

Page pageWithTurnedTable(int angle, const QList<QStringList>& rows)
{
    PageMaker maker;
    surround(maker);
    const double ahead = angle == 90 ? -1 : 1;
    const double left = angle == 90 ? 200 : 320, foot = angle == 90 ? 380 : 140;
    double x = left - ahead * 12;
    maker.vertical(left, 130, 390).vertical(left - ahead * 18, 130, 390);
    maker.vertical(left - ahead * (24 + 12 * double(rows.size() - 1)), 130, 390);
    Page page = maker.take();
    for (qsizetype row = 0; row < rows.size(); ++row) {
        for (qsizetype column = 0; column < rows[row].size(); ++column)
            turnedText(page, x, foot + ahead * double(column) * 80, rows[row][column], angle);
        x -= ahead * (row == 0 ? 16 : 12);
    }
    return page;
}

} // namespace

class TurnedTables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTableOnItsSideIsReadWhereItsTextRuns_data()
    {
        QTest::addColumn<int>("angle");
        QTest::newRow("upwards") << 90;
        QTest::newRow("downwards") << 270;
    }

    void aTableOnItsSideIsReadWhereItsTextRuns()
    {
        QFETCH(int, angle);
        const QList<QStringList> rows{{u"Group"_s, u"Mean change"_s, u"Range"_s},
                                      {u"Control"_s, u"1.5"_s, u"0.2 to 3.1"_s},
                                      {u"Treated early"_s, u"2.5"_s, u"1.1 to 4.0"_s},
                                      {u"Treated late"_s, u"3.5"_s, u"2.0 to 5.2"_s}};
        LayoutEngine engine;
        engine.addPage(pageWithTurnedTable(angle, rows));
        const Layout layout = engine.finish();
        QVector<Block> tables = layout.blocks;
        tables.removeIf([](const Block& block) { return block.kind != BlockKind::Table; });
        QCOMPARE(tables.size(), 1);
        QCOMPARE(cellsOf(tables.first()), u"Group|Mean change|Range/Control|1.5|0.2 to 3.1/Treated early|2.5|1.1 to 4.0"
                                          "/Treated late|3.5|2.0 to 5.2"_s);
        const QRectF box = tables.first().regions.first().box;
        QVERIFY(box.top() > 120 && box.bottom() < 400 && box.left() > 190 && box.right() < 330);
        // A quote from it is found on the page: its words know the block, row and cell.
        const QVector<PageWord>& words = layout.words.first().words;
        const auto word = std::ranges::find(words, u"late"_s, &PageWord::text);
        QVERIFY(word != words.end());
        QCOMPARE(word->row, 3);
        QCOMPARE(layout.blocks[word->block].kind, BlockKind::Table);
        QVERIFY(box.contains(word->box));
    }

    void labelsOfAnAxisAreNoTable()
    {
        PageMaker maker;
        surround(maker);
        maker.vertical(200, 130, 390).vertical(260, 130, 390);
        Page page = maker.take();
        for (int i = 0; i < 4; ++i)
            turnedText(page, 215 + 12 * i, 380, u"dose %1"_s.arg(i), 90);
        LayoutEngine engine;
        engine.addPage(std::move(page));
        const QVector<Block> blocks = engine.finish().blocks;
        QVERIFY(std::ranges::none_of(blocks, [](const Block& block) { return block.kind == BlockKind::Table; }));
    }
};

QTEST_GUILESS_MAIN(TurnedTables)
#include "turned_tables.moc"
