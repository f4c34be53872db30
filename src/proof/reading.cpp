// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proof/reading.h"

#include <algorithm>

namespace sheaf {

namespace {

constexpr int mostPagesBetween = 2; ///< a page of figures may stand between two pages of text

const PageWord& wordOf(const QVector<PageWords>& pages, WordRef ref)
{
    return pages[ref.page].words[ref.word];
}

FoldedText fold(const QVector<PageWords>& pages, const std::vector<WordRef>& order)
{
    FoldedText text;
    const size_t expected = order.size() * 6;
    text.units.reserve(qsizetype(expected));
    text.starts.reserve(expected);
    text.origins.reserve(expected);
    bool joins = false;
    for (quint32 i = 0; i < order.size(); ++i) {
        const PageWord& word = wordOf(pages, order[i]);
        appendWord(text, word.text, i, joins);
        joins = word.joinsNext;
    }
    return text;
}

/** Side by side: the sign of text that was read across the gap between two columns. */
bool areBeside(const QRectF& a, const QRectF& b)
{
    const double overlap = std::min(a.bottom(), b.bottom()) - std::max(a.top(), b.top());
    return overlap > 0.5 * std::min(a.height(), b.height());
}

bool areInOneTable(const PageWord& a, const PageWord& b)
{
    return a.row >= 0 && b.row >= 0 && a.block == b.block;
}

} // namespace

std::vector<WordRef> orderByPage(const QVector<PageWords>& pages)
{
    std::vector<WordRef> order;
    for (quint32 p = 0; p < pages.size(); ++p) {
        for (quint32 w = 0; w < pages[p].words.size(); ++w)
            order.push_back({p, w});
    }
    return order;
}

std::vector<WordRef> orderByBlock(const QVector<PageWords>& pages)
{
    std::vector<WordRef> order = orderByPage(pages);
    std::erase_if(order, [&](WordRef ref) { return wordOf(pages, ref).block < 0; });
    const auto block = [&](WordRef ref) { return wordOf(pages, ref).block; };
    if (!std::ranges::is_sorted(order, {}, block))
        std::ranges::stable_sort(order, {}, block);
    return order;
}

Reading::Reading(QVector<PageWords> pages, std::vector<WordRef> order)
    : m_pages(std::move(pages)), m_order(std::move(order)), m_matcher(fold(m_pages, m_order))
{}

std::optional<int> Reading::judge(Span span, int claimedPage) const
{
    if (span.begin >= span.end)
        return std::nullopt;
    const quint32 first = m_matcher.text().origins[span.begin];
    const quint32 last = m_matcher.text().origins[span.end - 1];
    bool crossesRows = false;
    for (quint32 i = first; i < last; ++i) {
        if (!goesOn(i))
            return std::nullopt;
        crossesRows |= areInOneTable(wordAt(i), wordAt(i + 1)) && wordAt(i).row != wordAt(i + 1).row;
    }
    // A value at the end of one row and the label of the next say nothing together.
    if (crossesRows && !beginsItsTableRow(first))
        return std::nullopt;
    return pageRank(pageAt(first), claimedPage);
}

std::vector<WordRef> Reading::wordsOf(Span span) const
{
    const quint32 first = m_matcher.text().origins[span.begin];
    const quint32 last = m_matcher.text().origins[span.end - 1];
    return {m_order.begin() + first, m_order.begin() + last + 1};
}

/** Whether the word after this one goes on with it: in the same column, or over a break to the next column or page. */
bool Reading::goesOn(quint32 i) const
{
    const PageWord& word = wordAt(i);
    const PageWord& next = wordAt(i + 1);
    const int pages = pageAt(i + 1) - pageAt(i);
    if (pages != 0)
        return pages > 0 && pages <= mostPagesBetween;
    return word.column == next.column || areInOneTable(word, next) || !areBeside(word.box, next.box);
}

bool Reading::beginsItsTableRow(quint32 i) const
{
    if (wordAt(i).row < 0 || i == 0)
        return true;
    return !areInOneTable(wordAt(i - 1), wordAt(i)) || wordAt(i - 1).row != wordAt(i).row;
}

int pageRank(int page, int claimedPage)
{
    return claimedPage <= 0 ? 2 : std::min(std::abs(page - claimedPage), 2);
}

QVector<PageBox> boxesOf(const QVector<PageWords>& pages, const std::vector<WordRef>& words)
{
    QVector<PageBox> boxes;
    int line = -1;
    for (const WordRef ref : words) {
        const PageWord& word = wordOf(pages, ref);
        const int page = pages[ref.page].page;
        if (!boxes.isEmpty() && word.line >= 0 && word.line == line && boxes.constLast().page == page)
            boxes.last().box |= word.box;
        else
            boxes.append({page, word.box});
        line = word.line;
    }
    return boxes;
}

QString textOf(const QVector<PageWords>& pages, const std::vector<WordRef>& words)
{
    QString text;
    bool joins = true;
    for (const WordRef ref : words) {
        const PageWord& word = wordOf(pages, ref);
        if (!joins)
            text += u' ';
        text += word.text;
        joins = word.joinsNext;
        if (joins && &ref != &words.back())
            text.chop(1); // the hyphen that belongs to no word
    }
    return text;
}

} // namespace sheaf
