// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/tables/table.h"
#include "layout/tables/table_lines.h"

#include <optional>

/**
 * The words of a table's region → rows, columns and cells. Columns are the strips that no body row covers (and vertical
 * rules); rows are lines of text, put together where a cell goes on in the next line.
 */
namespace sheaf::layout {

/** Nothing when the region's words do not make a table of at least two rows and two columns. */
std::optional<Table> buildTable(const PageContent& page, const TableRegion& region, const DocumentStyle& style);

} // namespace sheaf::layout
