// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace sheaf::layout {

/**
 * Small capitals made of smaller capitals: what a reader sees as "Introduction" in small capitals is drawn as "I" and
 * "NTRODUCTION" in a smaller size. Reads a page's glyphs in drawing order and makes the smaller ones lower case.
 */
class SmallCapsReader
{
public:
    /** The glyph's text as it is meant. */
    QString read(const QString& text, bool startsWord, float size, float baseline);

    /** About the word of the last glyph. */
    bool isSmallCaps() const { return m_isSmallCaps; }
    float capitalSize() const { return m_capital; }

private:
    bool isSmaller(float size) const;

    float m_first = 0;        ///< size of the word's first glyph
    bool m_isCapital = false; ///< so far the word has no lower case letter
    bool m_isSmallCaps = false;
    float m_capital = 0, m_small = 0; ///< sizes of the last small capitals
    float m_baseline = 0;             ///< of these
};

} // namespace sheaf::layout
