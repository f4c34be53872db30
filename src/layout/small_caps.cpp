// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/small_caps.h"

#include <cmath>

namespace sheaf::layout {

namespace {

constexpr float smallest = 0.66F, largest = 0.88F; ///< of the capitals' size
constexpr float sameSize = 0.1F;                   ///< points

} // namespace

bool SmallCapsReader::isSmaller(float size) const
{
    return size > smallest * m_first && size < largest * m_first;
}

QString SmallCapsReader::read(const QString& text, bool startsWord, float size, float baseline)
{
    const bool isUpper = text.size() == 1 && text[0].isUpper();
    if (startsWord) {
        // A word without a large letter goes on with those before it on its line, or on the line above.
        const float step = baseline - m_baseline;
        m_isSmallCaps = isUpper && std::abs(size - m_small) < sameSize && step > -sameSize && step < 1.6F * m_capital;
        m_baseline = m_isSmallCaps ? baseline : m_baseline;
        m_isCapital = true;
        m_first = m_isSmallCaps ? m_capital : size;
    } else if (isUpper && m_isCapital && isSmaller(size)) {
        m_isSmallCaps = true;
        m_capital = m_first;
        m_small = size;
        m_baseline = baseline;
    }
    m_isCapital = m_isCapital && text.toUpper() == text;
    return m_isSmallCaps && isUpper && std::abs(size - m_small) < sameSize ? text.toLower() : text;
}

} // namespace sheaf::layout
