// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/paper.h"

#include <deque>

/**
 * The first queue: papers whose document waits for conversion. Bounded by papers and by bytes, because PDFs are large;
 * one paper larger than the byte limit passes when the queue is empty. First in, first out. Engine thread.
 */
namespace sheaf {

class MarkerQueue
{
public:
    struct Item
    {
        PaperId paper = 0;
        qint64 bytes = 0;
    };

    void setLimits(int papers, qint64 bytes);
    int paperLimit() const { return m_paperLimit; }
    qint64 byteLimit() const { return m_byteLimit; }

    bool hasRoomFor(qint64 bytes) const;
    void add(const Item& item);
    /** A paper whose conversion did not happen: first again, whatever the limits say. */
    void putBack(const Item& item);
    Item takeFirst();
    bool remove(PaperId paper);
    void clear();

    bool isEmpty() const { return m_items.empty(); }
    int papers() const { return int(m_items.size()); }
    qint64 bytes() const { return m_bytes; }

private:
    std::deque<Item> m_items;
    qint64 m_bytes = 0;
    int m_paperLimit = 8;
    qint64 m_byteLimit = qint64(400) << 20;
};

} // namespace sheaf
