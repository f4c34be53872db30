// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/words/text_model.h"

/**
 * Bullets that a file gives no letter for: small shapes drawn beside lines, and lone glyphs without Unicode (of a font
 * of symbols) at the beginning of lines. They become words of one "•". One alone is no list and stays what it is.
 */
namespace sheaf::layout {

void readBullets(PageText& page);

} // namespace sheaf::layout
