// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record.h"
#include "proof/run_matcher.h"

/** Finds a quote in a text, as one run or, where the quote leaves something out, as several near each other. Pure, any
 * thread. */
namespace sheaf {

struct FoldedQuote
{
    FoldedText whole;
    QVector<FoldedText> parts; ///< around its ellipses; empty where it has none
};
FoldedQuote foldQuote(const QString& text);

/** How welcome a run is, 0 the most; nothing where it is no evidence, as it mixes columns. */
using RunJudge = std::function<std::optional<int>(Span)>;

struct QuoteMatch
{
    QuoteState state = QuoteState::NotFound;
    QVector<Span> runs; ///< in order
    double similarity = 0;
};

std::optional<QuoteMatch> findProven(const RunMatcher& matcher, const FoldedQuote& quote, const RunJudge& judge);
std::optional<QuoteMatch> findNear(const RunMatcher& matcher, const FoldedQuote& quote, const RunJudge& judge);

} // namespace sheaf
