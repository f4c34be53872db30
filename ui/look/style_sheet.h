// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/** The style sheet that draws the standard controls in the theme's colours and sizes. Pure function of the theme. */
namespace sheaf {

struct Theme;
QString styleSheet(const Theme& theme);

} // namespace sheaf
