// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVector>

namespace sheaf::layout {

/**
 * Small capitals made of smaller capitals: what a reader sees as "Introduction" in small capitals is drawn as "I" and
 * "NTRODUCTION" in a smaller size. Goes through a page's words in drawing order and makes the smaller ones lower case.
 */
class SmallCapsReader
{
public:
    void startWord(float baseline);
    /** What was appended to the word, in this size. */
    void add(const QString& text, float size);
    /** Lowers the small letters of the word that stands in `text` from `begin` on; whether it is set in small capitals.
     */
    bool finishWord(QString& text, qsizetype begin);

    float capitalSize() const { return m_capital; } ///< of the last small capitals

private:
    bool beginsLarge() const;
    bool goesOn() const;

    QVector<float> m_sizes; ///< of the word's letters, one a character; 0 = no capital
    float m_wordBaseline = 0;
    bool m_hasSmall = false; ///< the word has a small letter already

    float m_capital = 0, m_small = 0; ///< sizes of the last small capitals; 0 = the words before are none
    float m_baseline = 0;             ///< of these
};

} // namespace sheaf::layout
