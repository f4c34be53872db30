// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proof/run_matcher.h"

/**
 * What two nearly equal runs must not differ in: numbers with their sign and the word behind them, be it a unit or what
 * is counted, signs of comparison, words of negation. "p < 0.05" and "p > 0.05" are one edit apart and say the
 * opposite. Pure, any thread.
 */
namespace sheaf {

/** Whether the quote says nothing that the run does not. The run may have numbers that the quote leaves out: citation
 * and footnote marks stand in the middle of sentences. */
bool agreeInHardTokens(const FoldedText& quote, const FoldedText& text, Span run);

/** Whether the word before the run turns what it says: "no differences were found". */
bool isNegatedBefore(const FoldedText& text, Span run);

} // namespace sheaf
