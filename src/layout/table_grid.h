// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/document_style.h"
#include "layout/table.h"

#include <optional>

/**
 * The words of a table's region → rows, columns and cells. Columns are the strips that no body row covers (and vertical
 * rules); rows are lines of text, put together where a cell goes on in the next line.
 */
namespace sheaf::layout {

struct TableRegion
{
    QRectF box;
    QVector<Stroke> rules;     ///< horizontal, from top to bottom, the outer ones too
    QVector<Stroke> verticals; ///< that stand inside
};

/** Nothing when the region's words do not make a table of at least two rows and two columns. */
std::optional<Table> buildTable(const PageContent& page, const TableRegion& region, const DocumentStyle& style);

} // namespace sheaf::layout
