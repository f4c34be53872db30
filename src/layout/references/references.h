// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/order/line_groups.h"

/** The bibliography: one group an entry, told apart by their labels, by the hanging indent or by the white between. */
namespace sheaf::layout {

void splitReferences(const LineContext& context, QVector<Group>& groups);

} // namespace sheaf::layout
