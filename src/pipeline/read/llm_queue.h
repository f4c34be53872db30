// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/paper.h"

#include <QHash>

#include <map>

/**
 * The second queue: converted papers that wait for a reader. Unbounded, because it holds handles only: the markdown
 * lies in the project file until a request is made. First in, first out; every step is logarithmic, so that ten
 * thousand papers may wait. Engine thread.
 */
namespace sheaf {

class LlmQueue
{
public:
    void add(PaperId paper, qint64 markdownBytes);
    /** Papers that could not be sent after all: first again, in their order. */
    void putBack(const QVector<PaperId>& papers);
    /** At most so many papers and bytes of markdown, one at least. */
    QVector<PaperId> takeFirst(int count, qint64 maxBytes);
    /** All that wait, the first one first. */
    QVector<PaperId> inOrder() const;
    qint64 bytesOf(PaperId paper) const { return m_sizes.value(paper); }
    bool remove(PaperId paper);
    void clear();

    bool isEmpty() const { return m_waiting.empty(); }
    int papers() const { return int(m_waiting.size()); }
    qint64 bytes() const { return m_bytes; }

private:
    void insert(qint64 place, PaperId paper);

    std::map<qint64, PaperId> m_waiting; ///< by place in the queue
    QHash<PaperId, qint64> m_places;
    QHash<PaperId, qint64> m_sizes; ///< also of papers that were taken, until they are added again
    qint64 m_bytes = 0;
    qint64 m_front = 0, m_back = 0;
};

} // namespace sheaf
