// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/words/text_model.h"

/**
 * Glyphs → words. Spaces come from geometry, drawn spaces only help; accents drawn beside their letter are put
 * together, ligatures taken apart, doubled glyphs dropped. Invisible text counts only where it is all there is (a scan
 * with recognised text) or lies on a large image; else it repeats or contradicts what a reader of the page sees.
 */
namespace sheaf::layout {

PageText readWords(const Page& page, FontTable& fonts);

} // namespace sheaf::layout
