// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/order/fragments.h"

namespace sheaf::layout {

namespace {

constexpr float widestSpace = 0.75F; ///< of the size: wider gaps may be gutters; lines are made whole per column

Fragment single(const PageText& page, int index)
{
    const Word& word = page.words[index];
    Fragment fragment;
    fragment.words = {index};
    fragment.x0 = word.x0;
    fragment.x1 = word.x1;
    fragment.top = word.top;
    fragment.bottom = word.bottom;
    fragment.baseline = word.baseline;
    fragment.size = word.size;
    fragment.font = word.font;
    return fragment;
}

bool follows(const Fragment& left, const Fragment& right)
{
    const float smaller = std::min(left.size, right.size);
    const float gap = right.x0 - left.x1;
    // Where sizes differ, the space is the smaller one's: a heading may stand beside a line of the other column.
    return gap < widestSpace * smaller && gap > -1.2F * smaller && right.x1 > left.x0 + 0.2F * smaller &&
           sharesLine(left, right);
}

void append(const PageText& page, Fragment& into, const Fragment& next)
{
    into.words += next.words;
    into.x0 = std::min(into.x0, next.x0);
    into.x1 = std::max(into.x1, next.x1);
    if (std::abs(next.size - into.size) > 0.1F || std::abs(next.baseline - into.baseline) > 0.1F)
        measure(page, into);
}

QVector<Fragment> inDrawingOrder(const PageText& page)
{
    QVector<Fragment> fragments;
    for (int i = 0; i < page.words.size(); ++i) {
        const Word& word = page.words[i];
        if (word.is(Word::Turned) || word.is(Word::Furniture) || word.length == 0)
            continue;
        const Fragment next = single(page, i);
        if (!fragments.isEmpty() && follows(fragments.last(), next))
            append(page, fragments.last(), next);
        else
            fragments << next;
    }
    return fragments;
}

/** One pass over fragments sorted by baseline; true when something was joined. */
bool joinNeighbours(const PageText& page, QVector<Fragment>& fragments)
{
    bool joined = false;
    QVector<bool> gone(fragments.size(), false);
    for (qsizetype i = 0; i < fragments.size(); ++i) {
        for (qsizetype j = i + 1; j < fragments.size() && !gone[i]; ++j) {
            if (fragments[j].baseline - fragments[i].baseline > std::max(fragments[i].size, fragments[j].size))
                break;
            if (gone[j])
                continue;
            const bool ordered = fragments[i].x0 <= fragments[j].x0;
            Fragment& left = ordered ? fragments[i] : fragments[j];
            Fragment& right = ordered ? fragments[j] : fragments[i];
            if (!follows(left, right))
                continue;
            append(page, left, right);
            if (!ordered)
                std::swap(fragments[i], fragments[j]);
            gone[j] = true;
            joined = true;
        }
    }
    QVector<Fragment> kept;
    kept.reserve(fragments.size());
    for (qsizetype i = 0; i < fragments.size(); ++i) {
        if (!gone[i])
            kept << std::move(fragments[i]);
    }
    fragments = std::move(kept);
    return joined;
}

/** Dots that only lead the eye to a number; they may run under the label before it. */
bool isLeader(const PageText& page, const Fragment& fragment)
{
    qsizetype dots = 0;
    for (int word : fragment.words) {
        for (QChar c : page.textOf(page.words[word])) {
            if (c != u'.' && c != u'·' && c != u'…')
                return false;
            ++dots;
        }
    }
    return dots >= 5;
}

} // namespace

bool sharesLine(const Fragment& a, const Fragment& b)
{
    const float larger = std::max(a.size, b.size), smaller = std::min(a.size, b.size);
    if (std::abs(a.baseline - b.baseline) < 0.2F * larger)
        return true;
    const float overlap = std::min(a.bottom, b.bottom) - std::max(a.top, b.top);
    return smaller < 0.87F * larger && overlap > 0.4F * smaller;
}

QVector<Fragment> joinFragments(PageText& page)
{
    QVector<Fragment> fragments = inDrawingOrder(page);
    fragments.removeIf([&](const Fragment& fragment) {
        if (!isLeader(page, fragment))
            return false;
        for (int word : fragment.words)
            page.words[word].flags |= Word::Furniture;
        return true;
    });
    for (int pass = 0; pass < 4; ++pass) {
        std::ranges::sort(fragments, {}, &Fragment::baseline);
        if (!joinNeighbours(page, fragments))
            break;
    }
    for (Fragment& fragment : fragments) {
        sortInReadingOrder(page, fragment.words);
        measure(page, fragment);
    }
    return fragments;
}

} // namespace sheaf::layout
