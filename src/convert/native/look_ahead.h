// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <deque>
#include <functional>
#include <future>

namespace sheaf {

/**
 * Work on the items of a list, taken in order, that is begun before its turn so that nobody waits for it. Belongs to
 * one thread, which waits for what was begun when this goes: a stop has to end the work itself.
 */
template <typename Outcome> class LookAhead
{
public:
    using Begin = std::function<std::future<Outcome>(qsizetype item)>;

    /** Of `items` items at most `most` are under way at once. */
    LookAhead(qsizetype items, qsizetype most, Begin begin) : m_items(items), m_most(most), m_begin(std::move(begin)) {}

    /** The item's outcome. Those behind it are begun, up to the first one that is not sure to be taken. */
    template <typename IsSure> Outcome take(qsizetype item, const IsSure& isSure)
    {
        if (m_begun.empty())
            m_begun.push_back(m_begin(item));
        for (qsizetype next = item + qsizetype(m_begun.size()); next < std::min(item + m_most, m_items) && isSure(next);
             ++next)
            m_begun.push_back(m_begin(next));
        std::future<Outcome> own = std::move(m_begun.front());
        m_begun.pop_front();
        return own.get();
    }

private:
    const qsizetype m_items, m_most;
    const Begin m_begin;
    std::deque<std::future<Outcome>> m_begun; ///< from the item in turn on
};

} // namespace sheaf
