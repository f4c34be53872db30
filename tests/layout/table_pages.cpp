// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "table_pages.h"

#include "layout/layout.h"

using namespace Qt::StringLiterals;

namespace sheaf::testing {

void surround(PageMaker& maker)
{
    for (int i = 0; i < 5; ++i) {
        maker.text(50, 60 + 12 * i, u"running text that fills its line from one edge to the other one, again"_s);
        maker.text(50, 400 + 12 * i, u"running text that fills its line from one edge to the other one, again"_s);
    }
}

QVector<Block> tablesOf(PageMaker& maker)
{
    LayoutEngine engine;
    engine.addPage(maker.take());
    QVector<Block> tables = engine.finish().blocks;
    tables.removeIf([](const Block& block) { return block.kind != BlockKind::Table; });
    return tables;
}

QString cellsOf(const Block& table)
{
    QVector<QStringList> rows(table.rows, QStringList(table.columns));
    for (const TableCell& cell : table.cells)
        rows[cell.row][cell.column] = cell.text;
    QStringList lines;
    for (const QStringList& row : rows)
        lines << row.join(u'|');
    return lines.join(u'/');
}

} // namespace sheaf::testing
