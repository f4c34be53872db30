// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/tables/table.h"

/** A table whose first rule stands under its head: the lines right above that look like labels of columns. */
namespace sheaf::layout {

/** Where the head above this rule begins; the rule's own place where there is none. */
float topOfHeadAbove(const PageContent& page, const Stroke& rule);

/** Puts labels that stand right above a table's box over its columns, each over one of them, as a first row. */
void addHeadAbove(const PageContent& page, Table& table);

} // namespace sheaf::layout
