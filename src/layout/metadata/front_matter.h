// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/order/line_groups.h"

/** The head of a paper: title, authors, affiliations, abstract, and what the publisher prints beside them. */
namespace sheaf::layout {

void findFrontMatter(const LineContext& context, const DocumentInfo& info, QVector<Group>& groups);

} // namespace sheaf::layout
