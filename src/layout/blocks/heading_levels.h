// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/order/line_groups.h"

/**
 * Levels of headings from the whole document: the depth of their numbers where they have numbers, else the rank of
 * their look (size, weight, capitals, slant), checked against the file's outline. The title is level 1.
 */
namespace sheaf::layout {

void setHeadingLevels(const LineContext& context, const DocumentInfo& info, QVector<Group>& groups);

} // namespace sheaf::layout
