// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/order/line_groups.h"

/** The mark in front of a list item: a bullet, "1.", "(a)", "iv)". */
namespace sheaf::layout {

struct ListMarker
{
    QString text;
    int words = 0; ///< how many of the line's words it takes
    bool bullet = false;
};

std::optional<ListMarker> listMarker(const LineContext& context, const Line& line);

} // namespace sheaf::layout
