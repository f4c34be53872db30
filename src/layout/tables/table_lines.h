// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/blocks/document_style.h"
#include "layout/tables/table_columns.h"

/** The words of a table's region → lines of parts side by side, and which of the lines are its head. */
namespace sheaf::layout {

struct TableRegion
{
    QRectF box;
    QVector<Stroke> rules;     ///< horizontal, from top to bottom, the outer ones too
    QVector<Stroke> verticals; ///< that stand inside

    /** It runs over the whole width; a shorter one stands under a head of several columns. */
    bool isFull(const Stroke& rule) const { return rule.length() > 0.85 * box.width(); }
};

struct TableText
{
    QVector<TableLine> lines; ///< from top to bottom; those of the head come first
    QVector<int> turnedHeads; ///< words that run upwards or aslant over their columns
    bool hasHead = false;     ///< of whole lines, by a rule under it or by what stands below

    qsizetype headLines() const;
};

TableText readTableText(const PageContent& page, const TableRegion& region, const DocumentStyle& style);

} // namespace sheaf::layout
