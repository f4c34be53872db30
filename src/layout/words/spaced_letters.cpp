// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/words/spaced_letters.h"

#include <algorithm>

namespace sheaf::layout {

namespace {

constexpr qsizetype fewest = 5;     ///< letters: fewer may be variables or initials
constexpr float widestApart = 0.8F; ///< of the size, between letters of a word
constexpr float widestSpace = 2.5F; ///< of the size, between words
constexpr float spaceRatio = 1.5F;  ///< a space is so much wider than the white between letters

bool isLetter(const PageText& page, const Word& word)
{
    const QChar c = word.length == 1 ? page.textOf(word).front() : QChar();
    return (c.isUpper() || c.isLower()) && !word.is(Word::Turned);
}

bool goesOn(const PageText& page, const Word& word, const Word& next)
{
    const float gap = next.x0 - word.x1;
    return isLetter(page, next) && next.font == word.font && next.begin == word.begin + word.length &&
           std::abs(next.size - word.size) < 0.1F && std::abs(next.baseline - word.baseline) < 0.1F * word.size &&
           gap > 0 && gap < widestSpace * word.size;
}

/** The usual white between a run's letters, 0 where it is no spaced word. */
float usualGap(const QVector<Word>& words, qsizetype begin, qsizetype end)
{
    QVector<float> gaps;
    for (qsizetype i = begin + 1; i < end; ++i)
        gaps << words[i].x0 - words[i - 1].x1;
    std::ranges::sort(gaps);
    const float usual = gaps[gaps.size() / 2];
    const bool even = std::ranges::all_of(
        gaps, [&](float gap) { return std::abs(gap - usual) < 0.12F * words[begin].size || gap > spaceRatio * usual; });
    return even && usual < widestApart * words[begin].size ? usual : 0;
}

} // namespace

void joinSpacedLetters(PageText& page, const FontTable& fonts)
{
    QVector<Word>& words = page.words;
    qsizetype kept = 0;
    for (qsizetype begin = 0; begin < words.size();) {
        qsizetype end = begin + 1;
        while (isLetter(page, words[begin]) && end < words.size() && goesOn(page, words[end - 1], words[end]))
            ++end;
        const bool isText = end - begin >= fewest && !fonts[words[begin].font].math;
        const float usual = isText ? usualGap(words, begin, end) : 0;
        for (qsizetype i = begin; i < end; ++i) {
            const Word word = words[i];
            const bool joins = usual > 0 && i > begin && word.x0 - words[kept - 1].x1 < spaceRatio * usual;
            if (!joins) {
                words[kept++] = word;
                continue;
            }
            words[kept - 1].length += word.length;
            words[kept - 1].x1 = word.x1;
        }
        begin = end;
    }
    words.resize(kept);
}

} // namespace sheaf::layout
