// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/engine/details.h"

class QPainter;

/** The blocks of a conversion as they lie on the pages and in the markdown: finds one by either, and draws them. A
 * block is its index, −1 = none. */
namespace sheaf {

class BlockLayer
{
public:
    BlockLayer() = default;
    explicit BlockLayer(const QVector<MarkdownBlock>& blocks) : m_blocks(blocks) {}

    bool isEmpty() const { return m_blocks.isEmpty(); }
    const MarkdownBlock& block(int index) const { return m_blocks.at(index); }
    /** The smallest one under a point of a page, in points from its upper left corner. */
    int at(int page, QPointF point) const;
    /** The one that the markdown's character belongs to. */
    int ofCharacter(int position) const;
    /** The first one that begins on a page. */
    int firstOn(int page) const;
    /** The first place of a block, on `page` where it has one there; null = it lies on no page. */
    const PageBox* place(int block, int page) const;
    /** Outlines on the picture of `page`, with `chosen` and `pointed` set off; scale = pixels a point. */
    void paint(QPainter& painter, QPointF origin, double scale, int page, int chosen, int pointed) const;

private:
    QVector<MarkdownBlock> m_blocks;
};

} // namespace sheaf
