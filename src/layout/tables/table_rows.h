// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/tables/table.h"
#include "layout/tables/table_lines.h"

/**
 * A table's body: its lines → rows. Where lines stand closer in some places than in others, the wider steps part rows;
 * where all steps are equal, a row goes on in a line whose every part was broken off above it. What labels span is told
 * in label_spans.h.
 */
namespace sheaf::layout {

/** Adds the cells of the lines from `first` on, in rows from `row` on, and returns how many rows there are then. */
int placeRows(const PageText& page, const TableRegion& region, const QVector<TableColumn>& columns,
              const QVector<TableLine>& lines, qsizetype first, int row, Table& table);

} // namespace sheaf::layout
