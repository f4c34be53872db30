// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/blocks/styled_text.h"

/** Where a title ends and its source begins. Pure functions, any thread. */
namespace sheaf::layout {

/** What parts the people from what follows them. */
enum class CitationJoint
{
    Period,
    Comma,
    Colon,
};

struct TitleRange
{
    qsizetype begin = 0, end = 0;
    qsizetype next = 0; ///< the source begins here

    bool isEmpty() const { return end <= begin; }
};

/**
 * The title at `begin`: what stands in quotation marks; else up to the stop, comma or bracket behind which most looks
 * like a source, by its words and by where italics begin or end. Empty where a journal stands in its place, as in
 * physics; `dated` says that the year was read already, with which no style leaves titles out.
 */
TitleRange findTitle(const StyledText& text, qsizetype begin, CitationJoint joint, bool dated);

} // namespace sheaf::layout
