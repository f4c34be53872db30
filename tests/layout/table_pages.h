// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/block.h"
#include "page_maker.h"

/** What the tests of tables share. */
namespace sheaf::testing {

/** Running text above and below the place where a table is to stand. */
void surround(PageMaker& maker);
QVector<Block> tablesOf(PageMaker& maker);
/** Cells by rows, as text: "a|b/c|d". */
QString cellsOf(const Block& table);

} // namespace sheaf::testing
