// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proof/folded_text.h"

#include <QVector>

/**
 * Finds runs of a long text that are, or are nearly, a short one. Built once in time linear in the text; an exact look
 * is linear in the text, a near one in the quote. Immutable after construction: any thread.
 *
 * Near runs are found by seeding and extending, as in sequence search: pairs of tokens that the quote and the text
 * have in common vote for the diagonal on which they lie, and the best diagonals are aligned by a banded edit distance
 * (Ukkonen, "Algorithms for approximate string matching", 1985) whose ends in the text are free.
 */
namespace sheaf {

/** Units of a folded text: begin included, end not. */
struct Span
{
    quint32 begin = 0, end = 0;
    bool operator==(const Span&) const = default;
};

struct NearSpan
{
    Span span;
    double similarity = 0; ///< 1 − edits per unit
};

class RunMatcher
{
public:
    explicit RunMatcher(FoldedText text);

    const FoldedText& text() const { return m_text; }
    /** All runs with the quote's units, from a token's start to a token's end, in order. */
    QVector<Span> exact(const FoldedText& quote) const;
    /** Whether digits are parted as in the quote: "5 10" and "510" have the same units. */
    bool partsDigitsAlike(const FoldedText& quote, Span span) const;
    /** Up to four runs with at least this similarity, best first. */
    QVector<NearSpan> near(const FoldedText& quote, double leastSimilarity) const;

private:
    struct TokenPair
    {
        quint32 unit;
        quint32 next; ///< of the same bucket, towards the text's head
    };

    void buildIndex();
    QVector<qint64> diagonals(const FoldedText& quote, quint32 band) const;
    NearSpan align(const FoldedText& quote, qint64 diagonal, quint32 band) const;
    Span snapped(Span span) const;

    FoldedText m_text;
    std::vector<quint32> m_buckets; ///< 1 + index of the last pair, 0 = none
    std::vector<quint32> m_counts;
    std::vector<TokenPair> m_pairs;
};

} // namespace sheaf
