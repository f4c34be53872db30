// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/words/text_model.h"

/** A line of a table's text: the fragments side by side. */
namespace sheaf::layout {

struct TableLine
{
    QVector<Fragment> parts; ///< from left to right
    float baseline = 0, size = 0;
    bool header = false;
    int interval = 0; ///< between which horizontal rules
};

/** A column's text from left to right, and the band up to the middle of the white on each side. */
struct TableColumn
{
    float x0 = 0, x1 = 0;
    float from = 0, to = 0;
};

/** Columns by the strips that (nearly) no line covers. Headers and lines of one spanning part do not count. */
QVector<TableColumn> tableColumns(const PageText& page, const QVector<TableLine>& lines,
                                  const QVector<float>& verticals, const QRectF& box);

/** Parts that reach over the white between two columns without being one label of both: taken apart there. */
void splitAtColumns(const PageText& page, const QVector<TableColumn>& columns, const QVector<Stroke>& rules,
                    QVector<TableLine>& lines);

/** The columns as wide as their labels in the head's lines from `first` on, which may be wider than what is below. */
QVector<TableColumn> columnsWithLabels(QVector<TableColumn> columns, const QVector<TableLine>& lines, qsizetype first);

/** First and last column that a part stands in. */
std::pair<int, int> columnsOf(const Fragment& part, const QVector<TableColumn>& columns);

} // namespace sheaf::layout
