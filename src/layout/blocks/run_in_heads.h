// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/order/line_groups.h"

/** Numbered headings that stand at the beginning of their paragraph ("2.1.3. Participants. Twenty …", "1) Training:
 * …"), set in another weight or slant than the text: each becomes a group of its own before it. */
namespace sheaf::layout {

void splitRunInHeads(const LineContext& context, QVector<Group>& groups);

} // namespace sheaf::layout
