// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proof/run_matcher.h"

#include <QStringMatcher>

#include <algorithm>
#include <bit>
#include <limits>

namespace sheaf {

namespace {

constexpr quint32 mostSeedsOfAPair = 64; ///< a pair as common as "of the" says nothing
constexpr qsizetype mostCandidates = 4;
constexpr quint32 longestNearQuote = 4000;
constexpr quint32 longestQuote = 20'000;
constexpr qint64 mostUnitsCompared = 50'000'000; ///< a page of one letter matches everywhere

/** Calls visit(unit, hash) for each two tokens that follow one another. */
template <typename Visit> void forEachTokenPair(const FoldedText& text, Visit visit)
{
    constexpr quint64 prime = 0x100000001b3;
    constexpr quint64 seed = 0xcbf29ce484222325; // FNV-1a
    quint64 before = 0, current = seed;
    quint32 beforeBegin = 0, currentBegin = 0, tokens = 0;
    const auto finish = [&](quint32 end) {
        if (tokens >= 2)
            visit(beforeBegin, before * prime ^ current);
        before = current;
        beforeBegin = currentBegin;
        current = seed;
        currentBegin = end;
    };
    for (quint32 i = 0; i < text.size(); ++i) {
        if (text.starts[i]) {
            finish(i);
            ++tokens;
        }
        current = (current ^ text.units[i].unicode()) * prime;
    }
    finish(text.size());
}

/** One row of the banded table: the cell at `offset` belongs to the text's unit row + diagonal − band + offset. */
struct Cell
{
    quint32 edits = 0;
    qint64 begin = 0; ///< of the run, in the text
};

} // namespace

RunMatcher::RunMatcher(FoldedText text) : m_text(std::move(text))
{
    buildIndex();
}

void RunMatcher::buildIndex()
{
    const quint32 size = std::bit_ceil(std::max(m_text.tokenCount(), quint32(16)));
    m_buckets.assign(size, 0);
    m_counts.assign(size, 0);
    m_pairs.reserve(m_text.tokenCount());
    forEachTokenPair(m_text, [&](quint32 unit, quint64 hash) {
        const quint32 bucket = quint32(hash >> 20) & (size - 1);
        m_pairs.push_back({unit, m_buckets[bucket]});
        m_buckets[bucket] = quint32(m_pairs.size());
        ++m_counts[bucket];
    });
}

QVector<Span> RunMatcher::exact(const FoldedText& quote) const
{
    QVector<Span> spans;
    if (!quote.size() || quote.size() > longestQuote)
        return spans;
    qint64 compared = 0;
    const QStringMatcher matcher(quote.units, Qt::CaseSensitive);
    for (qsizetype at = matcher.indexIn(m_text.units); at >= 0 && compared < mostUnitsCompared;
         at = matcher.indexIn(m_text.units, at + 1)) {
        compared += quote.size();
        const Span span{quint32(at), quint32(at) + quote.size()};
        if (m_text.isBoundary(span.begin) && m_text.isBoundary(span.end))
            spans.append(span);
    }
    return spans;
}

bool RunMatcher::partsDigitsAlike(const FoldedText& quote, Span span) const
{
    for (quint32 i = 1; i < quote.size(); ++i) {
        const bool betweenDigits = quote.units[i - 1].isDigit() && quote.units[i].isDigit();
        if (betweenDigits && quote.starts[i] != m_text.starts[span.begin + i])
            return false;
    }
    return true;
}

QVector<NearSpan> RunMatcher::near(const FoldedText& quote, double leastSimilarity) const
{
    if (quote.size() > longestNearQuote)
        return {};
    QVector<NearSpan> found;
    const quint32 band = quint32(double(quote.size()) * (1 - leastSimilarity)) + 1;
    for (const qint64 diagonal : diagonals(quote, band)) {
        const NearSpan run = align(quote, diagonal, band);
        if (run.similarity >= leastSimilarity)
            found.append(run);
    }
    std::ranges::stable_sort(found, std::greater(), &NearSpan::similarity);
    return found;
}

/** Where the most pairs of tokens agree: text unit − quote unit, the middle of each cluster, best first. */
QVector<qint64> RunMatcher::diagonals(const FoldedText& quote, quint32 band) const
{
    std::vector<qint64> seeds;
    forEachTokenPair(quote, [&](quint32 unit, quint64 hash) {
        const quint32 bucket = quint32(hash >> 20) & quint32(m_buckets.size() - 1);
        if (m_counts[bucket] > mostSeedsOfAPair)
            return;
        for (quint32 pair = m_buckets[bucket]; pair; pair = m_pairs[pair - 1].next)
            seeds.push_back(qint64(m_pairs[pair - 1].unit) - unit);
    });
    std::ranges::sort(seeds);

    struct Cluster
    {
        qsizetype votes;
        qint64 middle;
    };
    std::vector<Cluster> clusters;
    for (auto first = seeds.begin(); first != seeds.end();) {
        const auto last = std::find_if(first, seeds.end(), [&](qint64 seed) { return seed > *first + band; });
        clusters.push_back({last - first, *(first + (last - first) / 2)});
        first = last;
    }
    std::ranges::stable_sort(clusters, std::greater(), &Cluster::votes);
    QVector<qint64> diagonals;
    for (const Cluster& cluster : clusters) {
        if (diagonals.size() == mostCandidates)
            break;
        diagonals.append(cluster.middle);
    }
    return diagonals;
}

NearSpan RunMatcher::align(const FoldedText& quote, qint64 diagonal, quint32 band) const
{
    const quint32 width = 2 * band + 1;
    constexpr quint32 unreachable = std::numeric_limits<quint32>::max() / 2;
    std::vector<Cell> above(width), row(width);
    const qint64 first = diagonal - band;
    for (quint32 d = 0; d < width; ++d)
        above[d] = {0, first + d}; // a run may begin anywhere

    const qint64 textSize = m_text.size();
    for (quint32 i = 1; i <= quote.size(); ++i) {
        for (quint32 d = 0; d < width; ++d) {
            const qint64 unit = first + i + d - 1; // of the text, compared with the quote's unit i − 1
            const bool inside = unit >= 0 && unit < textSize;
            const bool same = inside && m_text.units[unit] == quote.units[i - 1];
            Cell best{inside ? above[d].edits + (same ? 0 : 1) : unreachable, above[d].begin};
            if (d + 1 < width && above[d + 1].edits + 1 < best.edits) // a unit that only the quote has
                best = {above[d + 1].edits + 1, above[d + 1].begin};
            if (d > 0 && inside && row[d - 1].edits + 1 < best.edits) // a unit that only the text has
                best = {row[d - 1].edits + 1, row[d - 1].begin};
            row[d] = best;
        }
        above.swap(row);
    }
    quint32 best = 0;
    for (quint32 d = 1; d < width; ++d) {
        if (above[d].edits < above[best].edits)
            best = d;
    }
    const qint64 begin = std::clamp<qint64>(above[best].begin, 0, textSize);
    const qint64 end = std::clamp<qint64>(first + quote.size() + best, begin, textSize);
    const double similarity = 1 - double(above[best].edits) / quote.size();
    return {snapped({quint32(begin), quint32(end)}), begin < end ? similarity : 0};
}

/** Widened to whole tokens. */
Span RunMatcher::snapped(Span span) const
{
    while (span.begin > 0 && span.begin < span.end && !m_text.starts[span.begin])
        --span.begin;
    while (!m_text.isBoundary(span.end))
        ++span.end;
    return span;
}

} // namespace sheaf
