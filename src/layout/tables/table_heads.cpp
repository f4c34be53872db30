// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/tables/table_heads.h"

#include <QSet>

namespace sheaf::layout {

namespace {

using Columns = std::pair<int, int>; ///< first and last

class HeadReader
{
public:
    HeadReader(const PageText& page, const TableRegion& region, const QVector<TableColumn>& columns,
               const TableText& text, Table& table)
        : m_page(page), m_region(region), m_columns(columns), m_text(text), m_table(table)
    {}

    int place()
    {
        for (qsizetype i = 0; i < m_text.headLines(); ++i)
            m_lines << m_text.lines[i];
        const QVector<TableLine> all = m_lines;
        QVector<Fragment> stub = takeStub();
        readSpans();
        // Without levels the first column's label is one of the others.
        if (!stub.isEmpty() && !hasSpans()) {
            m_lines = all;
            stub.clear();
            readSpans();
        }
        placeLines();
        if (!stub.isEmpty())
            m_table.cells << GridCell{0, 0, 1, 1, true, stub};
        placeTurnedHeads();
        spanRows();
        return m_rows;
    }

private:
    /** The first column's label may stand beside all levels of the other heads, its lines between theirs. */
    QVector<Fragment> takeStub()
    {
        QVector<Fragment> stub;
        for (TableLine& line : m_lines) {
            const auto isFirst = [&](const Fragment& part) { return columnsOf(part, m_columns) == Columns(0, 0); };
            for (const Fragment& part : std::as_const(line.parts)) {
                if (isFirst(part))
                    stub << part;
            }
            line.parts.removeIf(isFirst);
        }
        m_lines.removeIf([](const TableLine& line) { return line.parts.isEmpty(); });
        return stub;
    }

    void readSpans()
    {
        m_spans.clear();
        for (qsizetype i = 0; i < m_lines.size(); ++i)
            m_spans << spansOf(i);
    }

    static bool spans(const QVector<Columns>& columns)
    {
        return std::ranges::any_of(columns, [](const Columns& c) { return c.second > c.first; });
    }
    bool hasSpans() const { return m_lines.size() >= 2 && std::ranges::any_of(m_spans, &HeadReader::spans); }

    /** The columns that each part of a line heads. */
    QVector<Columns> spansOf(qsizetype i) const
    {
        const TableLine& line = m_lines[i];
        QVector<Columns> own;
        for (const Fragment& part : line.parts)
            own << columnsOf(part, m_columns);
        if (const QVector<Columns> ruled = underRules(line, own); ruled != own)
            return ruled;
        const QSet<int> below = columnsBelow(i);
        if (const QVector<Columns> centred = underMiddles(i, own, below); centred != own)
            return centred;
        if (const QVector<Columns> leftmost = underStarts(i, own, below); leftmost != own)
            return leftmost;
        if (line.parts.size() == 1)
            own.first() = columnsUnderLabel(m_region, m_columns, line);
        return own;
    }

    /** Columns with a label in a later line of the head. */
    QSet<int> columnsBelow(qsizetype i) const
    {
        QSet<int> below;
        const auto add = [&](int first, int last) {
            for (int column = first; column <= last; ++column)
                below << column;
        };
        for (qsizetype later = i + 1; later < m_lines.size(); ++later) {
            for (const Fragment& part : m_lines[later].parts) {
                const Columns columns = columnsOf(part, m_columns);
                add(columns.first, columns.second);
            }
        }
        if (!m_text.turnedHeads.isEmpty())
            add(0, int(m_columns.size()) - 1);
        return below;
    }

    /** A rule under a label runs over the columns that it heads. */
    QVector<Columns> underRules(const TableLine& line, const QVector<Columns>& own) const
    {
        QVector<Columns> spans = own;
        for (qsizetype p = 0; p < own.size(); ++p) {
            const Fragment& part = line.parts[p];
            for (const Stroke& rule : m_region.rules) {
                const bool under = rule.at > part.baseline && rule.at < part.baseline + 1.3F * part.size &&
                                   rule.from < part.x1 && rule.to > part.x0;
                if (!under || m_region.isFull(rule) || headedBy(rule, line) > 1)
                    continue;
                for (int column = 0; column < m_columns.size(); ++column) {
                    const float middle = centreOf(column);
                    if (middle > rule.from && middle < rule.to && isFree(own, column))
                        spans[p] = {std::min(spans[p].first, column), std::max(spans[p].second, column)};
                }
            }
        }
        return spans;
    }

    /** Rules under neighbouring labels may touch and look like one: it tells of neither. */
    static qsizetype headedBy(const Stroke& rule, const TableLine& line)
    {
        return std::ranges::count_if(line.parts, [&](const Fragment& part) {
            const float middle = (part.x0 + part.x1) / 2;
            return middle > rule.from && middle < rule.to;
        });
    }

    float centreOf(int column) const { return (m_columns[column].x0 + m_columns[column].x1) / 2; }

    static bool isFree(const QVector<Columns>& own, int column)
    {
        return std::ranges::none_of(own, [&](const Columns& c) { return column >= c.first && column <= c.second; });
    }

    /** Labels over the middles of runs of columns that have none of their own; all such columns but the first must be
     * headed. */
    QVector<Columns> underMiddles(qsizetype i, const QVector<Columns>& own, const QSet<int>& below) const
    {
        const TableLine& line = m_lines[i];
        QVector<Columns> spans = own;
        const QVector<TableColumn> columns = columnsWithLabels(m_columns, m_lines, i + 1);
        for (qsizetype p = 0; p < own.size(); ++p) {
            const Fragment& part = line.parts[p];
            const auto isOpen = [&](int column) {
                return (column >= own[p].first && column <= own[p].second) ||
                       (isFree(own, column) && below.contains(column));
            };
            for (int first = own[p].first; first >= 0 && isOpen(first); --first) {
                for (int last = own[p].second; last < m_columns.size() && isOpen(last); ++last) {
                    const float middle = (columns[first].x0 + columns[last].x1) / 2;
                    const bool centred = std::abs(middle - (part.x0 + part.x1) / 2) < part.size;
                    if (centred && last - first > spans[p].second - spans[p].first)
                        spans[p] = {first, last};
                }
            }
        }
        return headsAll(spans, below) && !isBrokenLabel(line, spans, below) ? spans : own;
    }

    /** A label that is broken off, or that heads one column and goes on below, is one of several lines: no level. */
    bool isBrokenLabel(const TableLine& line, const QVector<Columns>& spans, const QSet<int>& below) const
    {
        for (qsizetype p = 0; p < spans.size(); ++p) {
            const auto [first, last] = spans[p];
            if ((first == last && first > 0 && below.contains(first)) ||
                plainText(m_page, line.parts[p].words).endsWith(u'-'))
                return true;
        }
        return false;
    }

    static bool headsAll(const QVector<Columns>& spans, const QSet<int>& below)
    {
        const int first = std::ranges::min(spans, {}, &Columns::first).first;
        for (int column : below) {
            if (column > first && isFree(spans, column))
                return false;
        }
        for (qsizetype p = 1; p < spans.size(); ++p) {
            if (spans[p].first <= spans[p - 1].second)
                return false;
        }
        return true;
    }

    /** Labels set left over the first of their columns: told from a label of several lines by labels below that come
     * again, or by a label that has nothing below. */
    QVector<Columns> underStarts(qsizetype i, const QVector<Columns>& own, const QSet<int>& below) const
    {
        if (i + 1 >= m_lines.size() || below.isEmpty())
            return own;
        const TableLine &line = m_lines[i], &next = m_lines[i + 1];
        QVector<Columns> spans = own;
        bool lone = false;
        for (qsizetype p = 0; p < own.size(); ++p) {
            int last = own[p].second;
            while (last + 1 < m_columns.size() && isFree(own, last + 1) && below.contains(last + 1))
                ++last;
            const auto under = std::ranges::find_if(
                next.parts, [&](const Fragment& other) { return columnsOf(other, m_columns).first == own[p].first; });
            lone = lone || under == next.parts.end();
            const bool aligned =
                under != next.parts.end() && std::abs(under->x0 - line.parts[p].x0) < 0.5F * under->size;
            if (aligned)
                spans[p].second = last;
        }
        return headsAll(spans, below) && (lone || repeats(next)) ? spans : own;
    }

    /** The same labels come again. */
    bool repeats(const TableLine& line) const
    {
        QSet<QString> labels;
        for (const Fragment& part : line.parts)
            labels << plainText(m_page, part.words);
        return line.parts.size() >= 4 && labels.size() * 2 <= line.parts.size() + 1;
    }

    void placeLines()
    {
        int row = -1;
        for (qsizetype i = 0; i < m_lines.size(); ++i) {
            row += i == 0 || startsRow(i);
            for (qsizetype p = 0; p < m_lines[i].parts.size(); ++p)
                placePart(row, m_lines[i].parts[p], m_spans[i][p]);
        }
        m_rows = row + 1;
    }

    /** A line with spanning parts, or one under a partial rule, stands for itself. */
    bool startsRow(qsizetype i) const
    {
        if (spans(m_spans[i - 1]) != spans(m_spans[i]))
            return !overlaps(m_lines[i - 1], m_lines[i]);
        return std::ranges::any_of(m_region.rules, [&](const Stroke& rule) {
            return !m_region.isFull(rule) && rule.at > m_lines[i - 1].baseline - 1 && rule.at < m_lines[i].baseline;
        });
    }

    static bool overlaps(const TableLine& above, const TableLine& line)
    {
        return line.baseline - 0.78F * line.size < above.baseline + 0.05F * above.size;
    }

    void placePart(int row, const Fragment& part, Columns columns)
    {
        const auto [from, to] = columns;
        for (GridCell& cell : m_table.cells) {
            if (cell.row == row && cell.column <= to && cell.column + cell.columnSpan > from) {
                const int end = std::max(cell.column + cell.columnSpan, to + 1);
                cell.column = std::min(cell.column, from);
                cell.columnSpan = end - cell.column;
                cell.lines << part;
                return;
            }
        }
        m_table.cells << GridCell{row, from, 1, to - from + 1, true, {part}};
    }

    /** A turned head begins over its column. */
    void placeTurnedHeads()
    {
        const int row = std::max(0, m_rows - 1);
        for (int index : m_text.turnedHeads) {
            const Word& word = m_page.words[index];
            Fragment part;
            part.words = {index};
            measure(m_page, part);
            Fragment foot = part;
            foot.x1 = foot.x0 + std::min(part.width(), word.size);
            const int column = columnsOf(foot, m_columns).first;
            const auto cell = std::ranges::find_if(m_table.cells, [&](const GridCell& c) {
                return c.row == row && c.column <= column && c.column + c.columnSpan > column;
            });
            if (cell == m_table.cells.end())
                m_table.cells << GridCell{row, column, 1, 1, true, {part}};
            else
                cell->lines << part;
        }
    }

    /** In a head of several rows a cell reaches over the places above and below it that are empty. */
    void spanRows()
    {
        if (m_rows < 2)
            return;
        for (GridCell& cell : m_table.cells) {
            const bool alone = std::ranges::none_of(m_table.cells, [&](const GridCell& other) {
                return &other != &cell && other.column < cell.column + cell.columnSpan &&
                       other.column + other.columnSpan > cell.column;
            });
            if (alone && cell.columnSpan == 1) {
                cell.row = 0;
                cell.rowSpan = m_rows;
            }
        }
    }

    const PageText& m_page;
    const TableRegion& m_region;
    const QVector<TableColumn>& m_columns;
    const TableText& m_text;
    Table& m_table;
    QVector<TableLine> m_lines;
    QVector<QVector<Columns>> m_spans; ///< by line and part
    int m_rows = 0;
};

} // namespace

int placeHeads(const PageText& page, const TableRegion& region, const QVector<TableColumn>& columns,
               const TableText& text, Table& table)
{
    return HeadReader(page, region, columns, text, table).place();
}

std::pair<int, int> columnsUnderLabel(const TableRegion& region, const QVector<TableColumn>& columns,
                                      const TableLine& line)
{
    const Fragment& part = line.parts.first();
    const std::pair<int, int> own = columnsOf(part, columns);
    if (line.parts.size() != 1 || own.first == 0 || columns.size() < 3)
        return own;
    const float centre = (columns[1].x0 + columns.last().x1) / 2;
    const float tolerance = std::max(0.8F * part.size, 0.02F * float(region.box.width()));
    const bool centred = std::abs((part.x0 + part.x1) / 2 - centre) < tolerance;
    return centred ? std::pair(1, int(columns.size()) - 1) : own;
}

} // namespace sheaf::layout
