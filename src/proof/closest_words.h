// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proof/run_matcher.h"

#include <optional>

/**
 * Where a text has the most of a quote's words within the quote's length, whatever their order: what is shown beside a
 * quote that was not found. A word counts by how seldom the text has it (Spärck Jones, Journal of Documentation 28,
 * 1972), so that "of the" draws nothing near. Linear in the text. Pure, any thread.
 */
namespace sheaf {

struct ClosestWords
{
    Span span;        ///< with a few words before and behind
    double share = 0; ///< of the weight of the quote's words, 0..1
};

/** Nothing where the text has next to none of its words together. */
std::optional<ClosestWords> closestWords(const FoldedText& text, const FoldedText& quote);

} // namespace sheaf
