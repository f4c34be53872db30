// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/words/small_caps.h"

#include <algorithm>
#include <cmath>

namespace sheaf::layout {

namespace {

constexpr float smallest = 0.66F, largest = 0.88F; ///< of the capitals' size
constexpr float sameSize = 0.1F;                   ///< points
constexpr float nextLine = 1.6F;                   ///< of the capitals' size, from baseline to baseline

bool isSame(float a, float b)
{
    return std::abs(a - b) < sameSize;
}

} // namespace

void SmallCapsReader::startWord(float baseline)
{
    m_sizes.clear();
    m_hasSmall = false;
    m_wordBaseline = baseline;
}

void SmallCapsReader::add(const QString& text, float size)
{
    for (const QChar c : text) {
        m_sizes << (c.isUpper() ? size : 0);
        m_hasSmall = m_hasSmall || c.isLower();
    }
}

/** A large capital, then smaller ones; behind a hyphen another large one. */
bool SmallCapsReader::beginsLarge() const
{
    const float first = m_sizes.isEmpty() ? 0 : m_sizes.first();
    float small = 0;
    for (const float size : m_sizes) {
        if (size == 0 || isSame(size, first))
            continue;
        if (size < smallest * first || size > largest * first || (small > 0 && !isSame(size, small)))
            return false;
        small = size;
    }
    return first > 0 && small > 0;
}

/** Capitals in the size of the small ones before them, on their line or at the next one's begin. */
bool SmallCapsReader::goesOn() const
{
    const auto capitals = m_sizes.size() - std::ranges::count(m_sizes, 0.F);
    const float step = m_wordBaseline - m_baseline;
    const bool sameLine = std::abs(step) < sameSize;
    return m_small > 0 && capitals > (sameLine ? 0 : 1) && step > -sameSize && step < nextLine * m_capital &&
           std::ranges::all_of(m_sizes, [this](float size) { return size == 0 || isSame(size, m_small); });
}

bool SmallCapsReader::finishWord(QString& text, qsizetype begin)
{
    const bool large = !m_hasSmall && beginsLarge();
    if (m_hasSmall || text.size() - begin != m_sizes.size() || (!large && !goesOn())) {
        // A number within the line is no end; in another line it is, and so is a word in common letters.
        if (m_hasSmall || std::abs(m_wordBaseline - m_baseline) >= sameSize)
            m_small = 0;
        return false;
    }
    if (large) {
        m_capital = m_sizes.first();
        m_small = *std::ranges::min_element(m_sizes, {}, [](float size) { return size > 0 ? size : 1e9F; });
    }
    m_baseline = m_wordBaseline;
    for (qsizetype i = 0; i < m_sizes.size(); ++i) {
        if (m_sizes[i] > 0 && isSame(m_sizes[i], m_small))
            text[begin + i] = text[begin + i].toLower();
    }
    return true;
}

} // namespace sheaf::layout
