// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/read/llm_queue.h"

#include <ranges>

namespace sheaf {

void LlmQueue::insert(qint64 place, PaperId paper)
{
    if (m_places.contains(paper))
        return;
    m_waiting.emplace(place, paper);
    m_places.insert(paper, place);
    m_bytes += m_sizes.value(paper);
}

void LlmQueue::add(PaperId paper, qint64 markdownBytes)
{
    if (m_places.contains(paper))
        return;
    m_sizes.insert(paper, markdownBytes);
    insert(m_back++, paper);
}

void LlmQueue::putBack(const QVector<PaperId>& papers)
{
    for (const PaperId paper : papers | std::views::reverse)
        insert(--m_front, paper);
}

QVector<PaperId> LlmQueue::takeFirst(int count, qint64 maxBytes)
{
    QVector<PaperId> taken;
    qint64 bytes = 0;
    while (taken.size() < count && !m_waiting.empty()) {
        const PaperId paper = m_waiting.begin()->second;
        bytes += m_sizes.value(paper);
        if (!taken.isEmpty() && bytes > maxBytes)
            break;
        taken.append(paper);
        remove(paper);
    }
    return taken;
}

QVector<PaperId> LlmQueue::inOrder() const
{
    QVector<PaperId> papers;
    for (const auto& [place, paper] : m_waiting)
        papers.append(paper);
    return papers;
}

bool LlmQueue::remove(PaperId paper)
{
    const auto place = m_places.constFind(paper);
    if (place == m_places.cend())
        return false;
    m_bytes -= m_sizes.value(paper);
    m_waiting.erase(*place);
    m_places.erase(place);
    return true;
}

void LlmQueue::clear()
{
    *this = LlmQueue();
}

} // namespace sheaf
