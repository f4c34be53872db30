// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/blocks/document_style.h"
#include "layout/tables/table.h"

/**
 * Tables whose cells are drawn: rules that cross or touch each other make one grid, and where a rule between two places
 * of the grid is missing, one cell spans both. A table inside a cell of another has its own grid and stays text of that
 * cell. Grids that only frame a page or a paragraph, and those whose rules part groups of rows and not the rows, are
 * none; GridBuilder reads the latter by their text.
 */
namespace sheaf::layout {

QVector<Table> findLattices(const PageContent& page, const DocumentStyle& style);

} // namespace sheaf::layout
