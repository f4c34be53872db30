// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proof/quote_search.h"

#include "proof/hard_tokens.h"
#include "proof/markup.h"

namespace sheaf {

namespace {

constexpr double leastSimilarity = 0.85;
constexpr quint32 leastNearUnits = 12;     ///< shorter quotes are there or not
constexpr quint32 leastPartTokens = 2;     ///< "The … effect" could be made of any page
constexpr quint32 mostUnitsLeftOut = 2000; ///< about a column of text
constexpr qsizetype mostParts = 8;
constexpr qsizetype mostFirstRuns = 64;

/** A run that may be evidence. */
struct Candidate
{
    Span span;
    double similarity = 1;
    int rank = 0;
};

QVector<Candidate> exactCandidates(const RunMatcher& matcher, const FoldedText& quote, const RunJudge& judge)
{
    QVector<Candidate> candidates;
    for (const Span span : matcher.exact(quote)) {
        const auto rank = judge(span);
        if (rank && matcher.partsDigitsAlike(quote, span) && !isNegatedBefore(matcher.text(), span))
            candidates.append({span, 1, *rank});
    }
    return candidates;
}

QVector<Candidate> nearCandidates(const RunMatcher& matcher, const FoldedText& quote, const RunJudge& judge)
{
    const double most = 1 - 1.0 / quote.size(); // what equals 1 is proven
    QVector<Candidate> candidates;
    for (const Span span : matcher.exact(quote)) { // not parted alike or cut behind a "not", or it would be proven
        if (const auto rank = judge(span))
            candidates.append({span, most, *rank});
    }
    if (quote.size() < leastNearUnits)
        return candidates;
    for (const NearSpan& near : matcher.near(quote, leastSimilarity)) {
        const auto rank = judge(near.span);
        if (rank && agreeInHardTokens(quote, matcher.text(), near.span))
            candidates.append({near.span, std::min(near.similarity, most), *rank});
    }
    return candidates;
}

/** The runs that follow `first` in order, each not far from the one before; empty where one is missing. */
QVector<Candidate> chainFrom(const Candidate& first, const QVector<QVector<Candidate>>& parts)
{
    QVector<Candidate> chain{first};
    for (qsizetype i = 1; i < parts.size(); ++i) {
        const quint32 from = chain.constLast().span.end;
        const auto next = std::ranges::find_if(parts[i], [from](const Candidate& c) {
            return c.span.begin >= from && c.span.begin - from <= mostUnitsLeftOut;
        });
        if (next == parts[i].end())
            return {};
        chain.append(*next);
    }
    return chain;
}

QVector<Candidate> bestChain(const QVector<QVector<Candidate>>& parts)
{
    QVector<Candidate> best;
    for (const Candidate& first : parts.constFirst().first(std::min(parts.constFirst().size(), mostFirstRuns))) {
        const QVector<Candidate> chain = chainFrom(first, parts);
        if (!chain.isEmpty() && (best.isEmpty() || chain.constFirst().rank < best.constFirst().rank))
            best = chain;
    }
    return best;
}

QuoteMatch matchOf(const QVector<Candidate>& chain, QuoteState state)
{
    QuoteMatch match{state, {}, 1};
    for (const Candidate& c : chain) {
        match.runs.append(c.span);
        match.similarity = std::min(match.similarity, c.similarity);
    }
    return match;
}

} // namespace

FoldedQuote foldQuote(const QString& text)
{
    const QString plain = withoutMarkup(text);
    FoldedQuote quote{foldText(plain), {}};
    for (const QString& part : partsAroundEllipses(plain)) {
        FoldedText folded = foldText(part);
        if (folded.size())
            quote.parts.append(std::move(folded));
    }
    const bool allLongEnough =
        std::ranges::all_of(quote.parts, [](const FoldedText& part) { return part.tokenCount() >= leastPartTokens; });
    if (quote.parts.size() < 2 || quote.parts.size() > mostParts || !allLongEnough)
        quote.parts.clear();
    return quote;
}

std::optional<QuoteMatch> findProven(const RunMatcher& matcher, const FoldedQuote& quote, const RunJudge& judge)
{
    const auto runs = exactCandidates(matcher, quote.whole, judge);
    if (const auto best = std::ranges::min_element(runs, {}, &Candidate::rank); best != runs.end())
        return matchOf({*best}, QuoteState::Proven);
    if (quote.parts.isEmpty())
        return std::nullopt;

    QVector<QVector<Candidate>> parts;
    for (const FoldedText& part : quote.parts)
        parts.append(exactCandidates(matcher, part, judge));
    const auto chain = bestChain(parts);
    return chain.isEmpty() ? std::nullopt : std::optional(matchOf(chain, QuoteState::Proven));
}

std::optional<QuoteMatch> findNear(const RunMatcher& matcher, const FoldedQuote& quote, const RunJudge& judge)
{
    const auto runs = nearCandidates(matcher, quote.whole, judge);
    const auto better = [](const Candidate& a, const Candidate& b) {
        return a.similarity != b.similarity ? a.similarity > b.similarity : a.rank < b.rank;
    };
    if (const auto best = std::ranges::min_element(runs, better); best != runs.end())
        return matchOf({*best}, QuoteState::Near);
    if (quote.parts.isEmpty())
        return std::nullopt;

    QVector<QVector<Candidate>> parts;
    for (const FoldedText& part : quote.parts) {
        auto candidates = exactCandidates(matcher, part, judge);
        parts.append(candidates.isEmpty() ? nearCandidates(matcher, part, judge) : candidates);
    }
    const auto chain = bestChain(parts);
    return chain.isEmpty() ? std::nullopt : std::optional(matchOf(chain, QuoteState::Near));
}

} // namespace sheaf
