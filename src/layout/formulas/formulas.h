// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/order/line_groups.h"

/** Display formulas: neighbouring groups of mathematical lines put together and marked. */
namespace sheaf::layout {

void findFormulas(const LineContext& context, QVector<Group>& groups);

} // namespace sheaf::layout
