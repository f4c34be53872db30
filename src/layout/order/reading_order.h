// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/blocks/document_style.h"

/**
 * Columns and reading order of a page. A gutter is a tall strip without text that has lines of text on both sides; the
 * page is cut at its best gutter into what is above, left, right and below, and each part again, until no gutter is
 * left. Whatever crosses the strip (a spanning head, a wide table or figure) ends the gutter, so spanning parts keep
 * their place. Narrow columns of small text beside the main one are margins and come after it.
 */
namespace sheaf::layout {

/** Something that takes part in the order as a whole: a table or figure. */
struct Obstacle
{
    QRectF box;
    int table = -1, figure = -1;
};

struct FlowItem
{
    int table = -1, figure = -1; ///< else a line
    bool margin = false;
    int column = 0;
    Line line;
    QRectF box;
};

QVector<FlowItem> readingOrder(const PageContent& page, int pageIndex, const QVector<Obstacle>& obstacles,
                               const DocumentStyle& style);

} // namespace sheaf::layout
