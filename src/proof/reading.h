// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/words.h"
#include "proof/quote_search.h"

#include <vector>

/**
 * All words of a document in one order, as one folded text, with the way back to pages and boxes. Two orders are of
 * use: block by block, in which a paragraph goes on behind the figure, footnote or running head that stands in its way,
 * and page by page with every word. Immutable after construction: any thread.
 */
namespace sheaf {

struct WordRef
{
    quint32 page = 0; ///< index into the pages
    quint32 word = 0; ///< index into the page's words
    bool operator==(const WordRef&) const = default;
};

std::vector<WordRef> orderByBlock(const QVector<PageWords>& pages); ///< words in no block are left out
std::vector<WordRef> orderByPage(const QVector<PageWords>& pages);

class Reading
{
public:
    Reading(QVector<PageWords> pages, std::vector<WordRef> order);

    const RunMatcher& matcher() const { return m_matcher; }
    /** By distance from the page that was named; nothing where the run is not one run of one column. */
    std::optional<int> judge(Span span, int claimedPage) const;
    std::vector<WordRef> wordsOf(Span span) const;

private:
    const PageWord& wordAt(quint32 i) const { return m_pages[m_order[i].page].words[m_order[i].word]; }
    int pageAt(quint32 i) const { return m_pages[m_order[i].page].page; }
    bool goesOn(quint32 i) const;
    bool beginsItsTableRow(quint32 i) const;

    const QVector<PageWords> m_pages;
    const std::vector<WordRef> m_order;
    const RunMatcher m_matcher;
};

/** 0 the page named, 1 beside it, 2 elsewhere. */
int pageRank(int page, int claimedPage);

/** One box a line. */
QVector<PageBox> boxesOf(const QVector<PageWords>& pages, const std::vector<WordRef>& words);
/** The words as the page has them, put together where a line's end parted them. */
QString textOf(const QVector<PageWords>& pages, const std::vector<WordRef>& words);

} // namespace sheaf
