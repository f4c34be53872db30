// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/words/text_model.h"

/** A table as found on a page: cells with their lines of words. */
namespace sheaf::layout {

struct GridCell
{
    int row = 0, column = 0;
    int rowSpan = 1, columnSpan = 1;
    bool header = false;
    QVector<Fragment> lines; ///< from top to bottom, each from left to right
};

struct Table
{
    QRectF box;
    int rows = 0, columns = 0;
    QVector<GridCell> cells; ///< by row, then column; empty cells are left out
};

bool hasLetters(const QString& text);

/** A table in a script that runs from right to left has its first column at the right. */
void orderColumns(const PageText& page, Table& table);

} // namespace sheaf::layout
