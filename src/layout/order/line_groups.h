// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/block.h"
#include "layout/order/reading_order.h"

/**
 * Lines in reading order → groups that stand together: a paragraph's part in one column, a heading, a list item. A
 * group ends where the gap, the indent, the size or the weight changes, where a list item starts, or where a line
 * stops although the next line's first word would still have fitted on it.
 */
namespace sheaf::layout {

/** Where a table goes on: a table of a later page, without the rows that repeat its head. */
struct TablePart
{
    int page = 0, table = 0, skippedRows = 0;
};

/** A group of lines, or a table or figure, on its way to become a block. */
struct Group
{
    QVector<Line> lines; ///< empty for tables and figures
    int table = -1, figure = -1;
    int page = 0, column = 0;
    bool margin = false;
    float gapAbove = 1000; ///< white above it in its column, from baseline to baseline; large at a column's head
    float gapBelow = 1000;
    QRectF box;               ///< of a table or figure
    QVector<TablePart> parts; ///< of a table that goes on, on later pages

    BlockKind kind = BlockKind::Paragraph;
    int level = 0;
    QString marker;
    int markerWords = 0; ///< words of the first line that are the marker
    int relates = -1;    ///< index of another group
    QString label;       ///< of a footnote that is called, as the text writes it: "[^label]"

    bool isText() const { return !lines.isEmpty(); }
    const Line& first() const { return lines.first(); }
    const Line& last() const { return lines.last(); }
};

struct LineContext
{
    const QVector<PageContent>& pages;
    const FontTable& fonts;
    const DocumentStyle& style;

    const PageText& pageOf(const Line& line) const { return pages[line.page].text; }
    QString text(const Line& line) const { return plainText(pageOf(line), line.words); }
    QString text(const Group& group) const; ///< lines joined by spaces
};

/** Sets the font, bold, italic and monospace from the letters of the line's words. */
void readStyle(const LineContext& context, Line& line);

QVector<Group> groupLines(const LineContext& context, const QVector<FlowItem>& items);

} // namespace sheaf::layout
