// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/order/reading_order.h"
#include "layout/tables/table.h"

/**
 * Tables without rules: consecutive lines of a column with wide gaps that line up. Only where a table's caption is
 * near or many cells are numbers, as authors and lists line up too.
 */
namespace sheaf::layout {

/** Puts each found table in the place of its lines. */
void findAlignedTables(const PageContent& page, const DocumentStyle& style, QVector<FlowItem>& items,
                       QVector<Table>& tables);

} // namespace sheaf::layout
