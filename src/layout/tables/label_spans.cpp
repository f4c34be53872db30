// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/tables/label_spans.h"

namespace sheaf::layout {

namespace {

float middleOf(const GridCell& cell)
{
    float top = 1e9F, bottom = -1e9F;
    for (const Fragment& line : cell.lines) {
        top = std::min(top, line.top);
        bottom = std::max(bottom, line.bottom);
    }
    return (top + bottom) / 2;
}

class LabelSpanner
{
public:
    LabelSpanner(const PageText& page, int columns, int firstRow, const QVector<RowExtent>& rows, Table& table)
        : m_page(page), m_columns(columns), m_firstRow(firstRow), m_rows(rows), m_table(table)
    {}

    void span()
    {
        spanCentredLabels();
        spanStubs();
        spanGroupLabels();
    }

private:
    /** Labels at the middles of runs of rows that follow each other without a rest span these. */
    void spanCentredLabels()
    {
        for (int column = 0; column < m_columns; ++column) {
            for (int first = isFullHead() ? 1 : 0; first < m_rows.size();) {
                int end = first + 1;
                while (end < m_rows.size() && m_rows[end].interval == m_rows[first].interval)
                    ++end;
                spanCentredLabels(column, first, end);
                first = end;
            }
        }
    }

    /** The first row heads all columns, though nothing parts it from the others. */
    bool isFullHead() const
    {
        return m_firstRow == 0 && std::ranges::count(m_table.cells, 0, &GridCell::row) == m_columns;
    }

    void spanCentredLabels(int column, int first, int end)
    {
        QVector<GridCell*> labels;
        for (GridCell& cell : m_table.cells) {
            const int row = cell.row - m_firstRow;
            if (cell.column == column && row >= first && row < end && !cell.header) {
                if (cell.columnSpan > 1 || cell.lines.isEmpty() ||
                    !hasLetters(plainText(m_page, cell.lines.first().words)))
                    return;
                labels << &cell;
            }
        }
        if (labels.isEmpty() || labels.size() == end - first)
            return;
        std::ranges::sort(labels, {}, [](const GridCell* cell) { return middleOf(*cell); });
        // Labels of which the first stands in the first row stand at the heads of their rows.
        if (std::abs(middleOf(*labels.first()) - m_rows[first].middle()) < 1)
            return;
        QVector<std::pair<int, int>> runs;
        int begin = first;
        bool centred = false;
        for (const GridCell* label : std::as_const(labels)) {
            const int last = lastRowAround(begin, end, middleOf(*label));
            if (last < 0 || (last > begin && !haveEntries(column, begin, last)))
                return;
            runs.emplaceBack(begin, last);
            centred = centred || last > begin;
            begin = last + 1;
        }
        if (begin != end || !centred)
            return;
        for (qsizetype i = 0; i < labels.size(); ++i) {
            labels[i]->row = m_firstRow + runs[i].first;
            labels[i]->rowSpan = runs[i].second - runs[i].first + 1;
        }
    }

    /** Each of the rows has something right of the column. */
    bool haveEntries(int column, int first, int last) const
    {
        for (int row = first; row <= last; ++row) {
            if (std::ranges::none_of(m_table.cells, [&](const GridCell& cell) {
                    return cell.row == m_firstRow + row && cell.column > column;
                }))
                return false;
        }
        return true;
    }

    /** The last of the rows from `begin` on whose middle this is; below 0 where there is none. */
    int lastRowAround(int begin, int end, float middle) const
    {
        for (int last = begin; last < end; ++last) {
            const float own = (m_rows[begin].top + m_rows[last].bottom) / 2;
            const float height = m_rows[last].bottom - m_rows[last].top;
            if (std::abs(own - middle) < 0.3F * height)
                return last;
        }
        return -1;
    }

    /** Labels in the first column with rows below them that are full but for it span these, where a second column of
     * labels names each row: without one, what has no label goes with the row above, such as a deviation. */
    void spanStubs()
    {
        const int begin = m_firstRow + (isFullHead() ? 1 : 0), end = m_firstRow + int(m_rows.size());
        if (m_columns < 3 || end - begin < 3)
            return;
        QVector<int> filled(end - begin, 0);
        QVector<GridCell*> labels;
        for (GridCell& cell : m_table.cells) {
            if (cell.row < begin || cell.row >= end)
                continue;
            if (cell.columnSpan > 1 || cell.rowSpan > 1 || cell.lines.isEmpty() ||
                (cell.column < 2 && !hasLetters(plainText(m_page, cell.lines.first().words))))
                return;
            filled[cell.row - begin] += cell.column > 0;
            if (cell.column == 0)
                labels << &cell;
        }
        const bool full = std::ranges::all_of(filled, [&](int n) { return n + 1 == m_columns; });
        std::ranges::sort(labels, {}, &GridCell::row);
        if (!full || labels.size() < 2 || labels.size() == filled.size() || labels.first()->row != begin)
            return;
        for (qsizetype i = 0; i < labels.size(); ++i)
            labels[i]->rowSpan = (i + 1 < labels.size() ? labels[i + 1]->row : end) - labels[i]->row;
    }

    /** A label that runs on over its column's end heads the rows below it: it and its like span the table. */
    void spanGroupLabels()
    {
        const auto isLone = [&](const GridCell& cell) {
            return !cell.header && cell.column == 0 && cell.rowSpan == 1 &&
                   std::ranges::none_of(m_table.cells, [&](const GridCell& other) {
                       return &other != &cell && other.row <= cell.row && other.row + other.rowSpan > cell.row;
                   });
        };
        const bool wide = std::ranges::any_of(
            m_table.cells, [&](const GridCell& cell) { return cell.columnSpan > 1 && isLone(cell); });
        if (!wide)
            return;
        for (GridCell& cell : m_table.cells) {
            if (isLone(cell))
                cell.columnSpan = m_columns;
        }
    }

    const PageText& m_page;
    const int m_columns;
    const int m_firstRow;
    const QVector<RowExtent>& m_rows;
    Table& m_table;
};

} // namespace

void spanLabels(const PageText& page, int columns, int firstRow, const QVector<RowExtent>& rows, Table& table)
{
    LabelSpanner(page, columns, firstRow, rows, table).span();
}

} // namespace sheaf::layout
