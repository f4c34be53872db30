// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/tables/table.h"

namespace sheaf::layout {

bool hasLetters(const QString& text)
{
    return std::ranges::any_of(text, [](QChar c) { return c.isLetter(); });
}

void orderColumns(const PageText& page, Table& table)
{
    int rightToLeft = 0, lettered = 0;
    for (const GridCell& cell : std::as_const(table.cells)) {
        for (const Fragment& line : cell.lines) {
            const QString text = plainText(page, line.words);
            rightToLeft += isRightToLeft(text);
            lettered += hasLetters(text);
        }
    }
    if (rightToLeft * 2 <= lettered)
        return;
    for (GridCell& cell : table.cells)
        cell.column = table.columns - cell.column - cell.columnSpan;
    std::ranges::stable_sort(table.cells, {}, [](const GridCell& cell) { return std::pair(cell.row, cell.column); });
}

} // namespace sheaf::layout
