// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/order/line_groups.h"

/** Puts paragraphs together again that a column, a page or a float parted. */
namespace sheaf::layout {

void joinParagraphs(const LineContext& context, QVector<Group>& groups);

} // namespace sheaf::layout
