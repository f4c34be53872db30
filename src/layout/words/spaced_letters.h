// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/words/text_model.h"

namespace sheaf::layout {

/** "A B S T R A C T" → "ABSTRACT": letters of one line set apart by the same small white become a word; a wider white
 * stays a space. Of a page's words in drawing order, before anything refers to them. */
void joinSpacedLetters(PageText& page, const FontTable& fonts);

} // namespace sheaf::layout
