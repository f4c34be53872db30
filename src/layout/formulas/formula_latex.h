// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/words/text_model.h"

/**
 * A display formula's glyphs → LaTeX, from where they stand: fractions by their bars, roots, scripts by size and
 * baseline, limits above and below big operators. Empty when a glyph has no Unicode: then the text is kept with a flag.
 */
namespace sheaf::layout {

QString formulaLatex(const PageText& page, const FontTable& fonts, const QVector<int>& words);

} // namespace sheaf::layout
