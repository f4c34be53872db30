// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/convert/marker_queue.h"

#include <algorithm>

namespace sheaf {

void MarkerQueue::setLimits(int papers, qint64 bytes)
{
    m_paperLimit = papers;
    m_byteLimit = bytes;
}

bool MarkerQueue::hasRoomFor(qint64 bytes) const
{
    return m_items.empty() || (papers() < m_paperLimit && m_bytes + bytes <= m_byteLimit);
}

void MarkerQueue::add(const Item& item)
{
    m_items.push_back(item);
    m_bytes += item.bytes;
}

void MarkerQueue::putBack(const Item& item)
{
    m_items.push_front(item);
    m_bytes += item.bytes;
}

MarkerQueue::Item MarkerQueue::takeFirst()
{
    const Item first = m_items.front();
    m_items.pop_front();
    m_bytes -= first.bytes;
    return first;
}

bool MarkerQueue::remove(PaperId paper)
{
    const auto found = std::ranges::find(m_items, paper, &Item::paper);
    if (found == m_items.end())
        return false;
    m_bytes -= found->bytes;
    m_items.erase(found);
    return true;
}

void MarkerQueue::clear()
{
    m_items.clear();
    m_bytes = 0;
}

} // namespace sheaf
