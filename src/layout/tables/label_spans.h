// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/tables/table.h"

/**
 * Labels that stand for several rows or for the whole width of a table's body: one at the middle of its rows, one in
 * the first of them before a second column of labels that names each, one that runs on over its column's end.
 */
namespace sheaf::layout {

/** A row of a table's body: its lines' extent and the interval between rules in which it stands. */
struct RowExtent
{
    float top = 1e9F, bottom = -1e9F;
    int interval = 0;

    float middle() const { return (top + bottom) / 2; }
};

/** Sets the spans of labels in the rows from `firstRow` on, whose cells are placed; `columns` are the table's. */
void spanLabels(const PageText& page, int columns, int firstRow, const QVector<RowExtent>& rows, Table& table);

} // namespace sheaf::layout
