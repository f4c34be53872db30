// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/blocks/block_assembly.h"

/**
 * Tables that go on over pages become one. The next page's table belongs to the last one of the page before when its
 * caption says so ("Table 2 (continued)"), or when it has no caption, stands at the page's head and repeats the head
 * row or has the same columns, while nothing but notes stands below the first.
 */
namespace sheaf::layout {

/** After bindCaptions(). The first part's group takes the others as Group::parts. */
void joinTables(const LineContext& context, const QVector<PageFlow>& flows, QVector<Group>& groups);

} // namespace sheaf::layout
