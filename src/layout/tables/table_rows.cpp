// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/tables/table_rows.h"

#include "layout/tables/label_spans.h"
#include "layout/tables/table_heads.h"

#include <optional>

namespace sheaf::layout {

namespace {

class RowReader
{
public:
    RowReader(const PageText& page, const TableRegion& region, const QVector<TableColumn>& columns,
              const QVector<TableLine>& lines, qsizetype first, int row, Table& table)
        : m_page(page), m_region(region), m_columns(columns), m_lines(lines), m_first(first), m_firstRow(row),
          m_table(table)
    {}

    int place()
    {
        findLabelsBetweenRows();
        m_rowStep = rowStep();
        findGroupLabels();
        int row = m_firstRow - 1;
        const TableLine* start = nullptr;
        const TableLine* above = nullptr;
        for (qsizetype i = m_first; i < m_lines.size(); ++i) {
            const TableLine& line = m_lines[i];
            if (m_isBetween[i - m_first])
                continue;
            if (!above || startsRow(row, *start, *above, line)) {
                ++row;
                start = &line;
                m_rows << RowExtent{};
            }
            above = &line;
            RowExtent& extent = m_rows.last();
            extent.interval = line.interval;
            for (const Fragment& part : line.parts) {
                extent.top = std::min(extent.top, part.top);
                extent.bottom = std::max(extent.bottom, part.bottom);
                placePart(row, part, headedColumns(i, part));
            }
        }
        placeLabelsBetweenRows();
        spanLabels(m_page, int(m_columns.size()), m_firstRow, m_rows, m_table);
        return row + 1;
    }

private:
    static bool overlaps(const TableLine& above, const TableLine& line)
    {
        return line.baseline - 0.78F * line.size < above.baseline + 0.05F * above.size;
    }

    std::pair<int, int> columnsOf(const Fragment& part) const { return layout::columnsOf(part, m_columns); }

    /** Without a rule under the head its lines are among the first ones. */
    std::pair<int, int> headedColumns(qsizetype i, const Fragment& part) const
    {
        return m_firstRow == 0 && i < 3 && m_lines[i].parts.size() == 1
                   ? columnsUnderLabel(m_region, m_columns, m_lines[i])
                   : columnsOf(part);
    }

    bool sharesColumn(const TableLine& a, const TableLine& b) const
    {
        return std::ranges::any_of(a.parts, [&](const Fragment& part) {
            return std::ranges::any_of(b.parts, [&](const Fragment& other) {
                const auto [from, to] = columnsOf(part);
                const auto [otherFrom, otherTo] = columnsOf(other);
                return from <= otherTo && otherFrom <= to;
            });
        });
    }

    /** A label at the middle of an even number of rows stands between two of their lines. */
    void findLabelsBetweenRows()
    {
        m_isBetween = QVector<bool>(m_lines.size() - m_first, false);
        const float richStep = stepOfRichLines();
        for (qsizetype i = m_first + 1; i + 1 < m_lines.size(); ++i) {
            const TableLine &above = m_lines[i - 1], &line = m_lines[i], &below = m_lines[i + 1];
            // Rows with much white between them do not touch the label; one with a row of its own would part them.
            const bool midway = std::abs(above.baseline + below.baseline - 2 * line.baseline) < 0.3F * line.size &&
                                below.baseline - above.baseline < 1.3F * richStep;
            const bool near = (overlaps(above, line) && overlaps(line, below) && !overlaps(above, below)) || midway;
            if (!near || above.interval != line.interval || below.interval != line.interval || line.parts.size() != 1 ||
                sharesColumn(line, above) || sharesColumn(line, below))
                continue;
            const bool isPoorer = above.parts.size() > 1 && below.parts.size() > 1;
            const bool isTie = above.parts.size() == 1 && below.parts.size() == 1 && !goesOn(above, below);
            m_isBetween[i - m_first] = isPoorer || isTie;
        }
    }

    /** The smallest step between neighbouring lines of several parts; 0 where there are none. */
    float stepOfRichLines() const
    {
        float step = 0;
        for (qsizetype i = m_first + 1; i < m_lines.size(); ++i) {
            const TableLine &above = m_lines[i - 1], &line = m_lines[i];
            if (above.parts.size() < 2 || line.parts.size() < 2 || overlaps(above, line))
                continue;
            const float own = line.baseline - above.baseline;
            step = step == 0 ? own : std::min(step, own);
        }
        return step;
    }

    bool goesOn(const TableLine& above, const TableLine& below) const
    {
        return std::ranges::all_of(below.parts, [&](const Fragment& part) {
            const auto over = std::ranges::find_if(
                above.parts, [&](const Fragment& other) { return columnsOf(other).first == columnsOf(part).first; });
            return over != above.parts.end() && isBroken(*over, part);
        });
    }

    /** The upper text could not take the lower one's first word, or the lower one's beginning shows that it goes on. */
    bool isBroken(const Fragment& upper, const Fragment& lower) const
    {
        if (upper.words.isEmpty() || lower.words.isEmpty())
            return false;
        const QString before = plainText(m_page, upper.words), text = plainText(m_page, lower.words);
        if (text.isEmpty())
            return false;
        const TableColumn& column = m_columns[columnsOf(lower).second];
        const float needed = m_page.words[lower.words.first()].width() + 0.4F * lower.size;
        if (text[0] == u'(' && !hasLetters(text)) // a value's own deviation below it, unless there is no room beside
            return upper.x1 + needed > column.to;
        if (text[0].isLower() || text[0] == u'(' || before.endsWith(u'-') || before.endsWith(u','))
            return true;
        return upper.x1 + needed >= column.x1 && hasLetters(before);
    }

    bool beginsLower(const Fragment& part) const
    {
        const QString text = plainText(m_page, part.words);
        return !text.isEmpty() && text[0].isLower();
    }

    /** The step that parts rows where lines of one row stand closer; nothing where steps do not tell. */
    std::optional<float> rowStep()
    {
        QVector<float> steps;
        float tight = 1e9F;
        for (qsizetype i = m_first + 1; i < m_lines.size(); ++i) {
            const TableLine &above = m_lines[i - 1], &line = m_lines[i];
            const bool counts = above.interval == line.interval && !m_isBetween[i - m_first] &&
                                !m_isBetween[i - 1 - m_first] && !overlaps(above, line);
            steps << (counts ? line.baseline - above.baseline : 0);
            if (counts)
                tight = std::min(tight, steps.last());
        }
        m_tightStep = tight;
        const float limit = 1.13F * tight;
        int close = 0, wide = 0, going = 0, lower = 0;
        for (qsizetype k = 0; k < steps.size(); ++k) {
            if (steps[k] == 0)
                continue;
            const bool isClose = steps[k] <= limit;
            close += isClose;
            wide += !isClose;
            const TableLine &above = m_lines[m_first + k], &line = m_lines[m_first + k + 1];
            going += isClose && goesOn(above, line);
            lower +=
                isClose && std::ranges::any_of(line.parts, [&](const Fragment& part) { return beginsLower(part); });
        }
        // Close lines that do not go on are rows; then the wider steps part groups of them.
        if (close == 0 || wide == 0 || going * 4 < close * 3 || lower * 3 < close)
            return std::nullopt;
        return limit;
    }

    /** The line is one label in the first column, with a row below it. */
    bool isLoneLabel(qsizetype i) const
    {
        const TableLine& line = m_lines[i];
        return line.parts.size() == 1 && columnsOf(line.parts.first()).first == 0 && i + 1 < m_lines.size() &&
               m_lines[i + 1].parts.size() > 1 && m_lines[i + 1].interval == line.interval &&
               hasLetters(plainText(m_page, line.parts.first().words)) && !beginsLower(line.parts.first());
    }

    float indentBelow(qsizetype i) const { return m_lines[i + 1].parts.first().x0 - m_lines[i].parts.first().x0; }

    /** Labels that cannot go on with what stands above them, as there was room, show how the table's groups begin. */
    void findGroupLabels()
    {
        for (qsizetype i = m_first + 1; i < m_lines.size(); ++i) {
            const TableLine &above = m_lines[i - 1], &line = m_lines[i];
            if (!isLoneLabel(i) || above.interval != line.interval || columnsOf(above.parts.first()).first != 0 ||
                isBroken(above.parts.first(), line.parts.first()))
                continue;
            m_hasGroupLabels = true;
            m_indentsGroups = m_indentsGroups || indentBelow(i) > 0.3F * line.size;
        }
    }

    /** It looks like the labels that surely begin groups. */
    bool beginsGroup(const TableLine& line) const
    {
        const qsizetype i = &line - m_lines.constData();
        return m_hasGroupLabels && isLoneLabel(i) && (!m_indentsGroups || indentBelow(i) > 0.3F * line.size);
    }

    bool startsRow(int row, const TableLine& start, const TableLine& above, const TableLine& line) const
    {
        if (above.interval != line.interval)
            return true;
        if (overlaps(above, line))
            return false;
        if (m_rowStep)
            return line.baseline - above.baseline > *m_rowStep;
        return !continues(row, start, above, line);
    }

    /** The line goes on with cells of the row above: each of its parts has something above it that was broken there. */
    bool continues(int row, const TableLine& start, const TableLine& above, const TableLine& line) const
    {
        const float step = line.baseline - above.baseline;
        const bool isSpaced = step > 1.38F * std::max(line.size, above.size);
        if (line.parts.size() > start.parts.size() || (isSpaced && step > 1.05F * m_tightStep) || beginsGroup(line))
            return false;
        bool runsOn = false;
        int numbers = 0;
        for (const Fragment& part : line.parts) {
            const auto [from, to] = columnsOf(part);
            const GridCell* cell = cellAt(row, from);
            if (!cell || cell->lines.isEmpty() || !isBroken(cell->lines.last(), part))
                return false;
            const QString text = plainText(m_page, part.words);
            const bool lower = text[0].isLower() || text[0] == u'(';
            numbers += text[0].isDigit() && !hasLetters(text);
            if (numbers >= 2)
                return false; // text may go on with a number, but not everywhere
            if (from == 0 && !lower && line.parts.size() < start.parts.size() && hasOwnFont(part, *cell))
                return false; // a label over the next group of rows
            // A word in lower case under a full line of a wide column is not the first of a new entry, unless entries
            // begin so there.
            const TableColumn& column = m_columns[to];
            runsOn = runsOn ||
                     (text[0].isLower() && !beginsLower(cell->lines.first()) && column.x1 - column.x0 > 5 * part.size &&
                      cell->lines.last().x1 > column.x0 + 0.5F * (column.x1 - column.x0));
        }
        // Where all lines are far apart, or all columns have text, only a word in lower case tells.
        return runsOn || (!isSpaced && line.parts.size() < start.parts.size());
    }

    bool hasOwnFont(const Fragment& part, const GridCell& cell) const
    {
        const quint16 font = m_page.words[part.words.first()].font;
        return std::ranges::none_of(cell.lines, [&](const Fragment& line) {
            return std::ranges::any_of(line.words, [&](int word) { return m_page.words[word].font == font; });
        });
    }

    const GridCell* cellAt(int row, int column) const
    {
        for (const GridCell& cell : m_table.cells) {
            if (cell.row == row && column >= cell.column && column < cell.column + cell.columnSpan)
                return &cell;
        }
        return nullptr;
    }

    void placePart(int row, const Fragment& part, std::pair<int, int> columns)
    {
        const auto [from, to] = columns;
        for (GridCell& cell : m_table.cells) {
            if (cell.row == row && cell.column <= to && cell.column + cell.columnSpan > from) {
                const int end = std::max(cell.column + cell.columnSpan, to + 1);
                // A wider line of the same cell widens it, unless another cell is in the way.
                if (from == cell.column || cell.columnSpan == 1) {
                    cell.column = std::min(cell.column, from);
                    cell.columnSpan = end - cell.column;
                }
                cell.lines << part;
                return;
            }
        }
        m_table.cells << GridCell{row, from, 1, to - from + 1, false, {part}};
    }

    /** A label between rows stands in the upper one for now; its lines may be several. */
    void placeLabelsBetweenRows()
    {
        for (qsizetype i = m_first; i < m_lines.size(); ++i) {
            if (!m_isBetween[i - m_first])
                continue;
            const Fragment& part = m_lines[i].parts.first();
            int row = 0;
            while (row + 1 < m_rows.size() && m_rows[row + 1].middle() < part.middle())
                ++row;
            const int column = columnsOf(part).first;
            const auto open = std::ranges::find_if(m_table.cells, [&](const GridCell& cell) {
                return cell.column == column && !cell.lines.isEmpty() && cell.row <= m_firstRow + row &&
                       part.baseline - cell.lines.last().baseline < 1.4F * part.size &&
                       part.baseline > cell.lines.last().baseline;
            });
            if (open != m_table.cells.end())
                open->lines << part;
            else
                placePart(m_firstRow + row, part, {column, column});
        }
    }

    const PageText& m_page;
    const TableRegion& m_region;
    const QVector<TableColumn>& m_columns;
    const QVector<TableLine>& m_lines;
    const qsizetype m_first;
    const int m_firstRow;
    Table& m_table;
    QVector<bool> m_isBetween; ///< by line from the first on
    QVector<RowExtent> m_rows;
    float m_tightStep = 0; ///< the smallest one between lines that are not at one height
    std::optional<float> m_rowStep;
    bool m_hasGroupLabels = false, m_indentsGroups = false;
};

} // namespace

int placeRows(const PageText& page, const TableRegion& region, const QVector<TableColumn>& columns,
              const QVector<TableLine>& lines, qsizetype first, int row, Table& table)
{
    return RowReader(page, region, columns, lines, first, row, table).place();
}

} // namespace sheaf::layout
