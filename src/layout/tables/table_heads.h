// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/tables/table.h"
#include "layout/tables/table_lines.h"

/**
 * A table's head: its lines → rows of cells that span columns and rows. What a label heads is told by a rule under it,
 * by the columns it stands over the middle of, or by the columns without a label of their own to its right.
 */
namespace sheaf::layout {

/** Adds the cells of the head's lines to the table and returns how many rows they take. */
int placeHeads(const PageText& page, const TableRegion& region, const QVector<TableColumn>& columns,
               const TableText& text, Table& table);

/** Where a lone label stands over the middle of all columns but the first, it heads them all. */
std::pair<int, int> columnsUnderLabel(const TableRegion& region, const QVector<TableColumn>& columns,
                                      const TableLine& line);

} // namespace sheaf::layout
