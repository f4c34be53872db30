// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/words/text_model.h"

/**
 * Words → fragments: pieces of lines that no column gutter and no table gap can run through. First in drawing order,
 * as files nearly always draw along the line, then by geometry for those that do not.
 */
namespace sheaf::layout {

/** All words that run with the page and are no furniture. Leading dots become furniture. */
QVector<Fragment> joinFragments(PageText& page);

/** The same line of text: close baselines, or a script beside larger letters. */
bool sharesLine(const Fragment& a, const Fragment& b);

} // namespace sheaf::layout
