// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/tables/table_grid.h"

#include "layout/tables/table_heads.h"
#include "layout/tables/table_rows.h"

namespace sheaf::layout {

namespace {

class GridBuilder
{
public:
    GridBuilder(const PageContent& page, const TableRegion& region, const DocumentStyle& style)
        : m_page(page), m_region(region), m_text(readTableText(page, region, style))
    {}

    std::optional<Table> build()
    {
        if (m_text.lines.size() < 2)
            return std::nullopt;
        QVector<float> verticals;
        for (const Stroke& rule : m_region.verticals)
            verticals << rule.at;
        m_columns = tableColumns(m_page.text, m_text.lines, verticals, m_region.box);
        if (m_columns.size() < 2 || isRunningText())
            return std::nullopt;
        joinSignColumns();
        joinHeadColumns();
        splitAtColumns(m_page.text, m_columns, m_region.rules, m_text.lines);
        if (m_columns.size() < 2)
            return std::nullopt;
        m_table.box = m_region.box;
        m_table.columns = int(m_columns.size());
        placeLines();
        std::ranges::stable_sort(m_table.cells, [](const GridCell& a, const GridCell& b) {
            return std::pair(a.row, a.column) < std::pair(b.row, b.column);
        });
        dropEmptyColumns();
        qsizetype filled = 0;
        for (const GridCell& cell : std::as_const(m_table.cells))
            filled += qsizetype(cell.rowSpan) * cell.columnSpan;
        const qsizetype places = qsizetype(m_table.rows) * m_table.columns;
        if (m_table.rows < 2 || m_table.columns < 2 || filled * 4 < places)
            return std::nullopt;
        return std::move(m_table);
    }

private:
    void placeLines()
    {
        qsizetype first = 0;
        int row = 0;
        if (m_text.hasHead) {
            first = m_text.headLines();
            row = placeHeads(m_page.text, m_region, m_columns, m_text, m_table);
        }
        m_table.rows = placeRows(m_page.text, m_region, m_columns, m_text.lines, first, row, m_table);
        if (!m_text.hasHead) {
            for (GridCell& cell : m_table.cells)
                cell.header = cell.row == 0;
        }
    }

    void dropEmptyColumns()
    {
        for (int column = m_table.columns - 1; column >= 0; --column) {
            const bool used = std::ranges::any_of(m_table.cells, [&](const GridCell& cell) {
                return cell.column <= column && cell.column + cell.columnSpan > column &&
                       (cell.columnSpan == 1 || cell.column == column);
            });
            if (used)
                continue;
            for (GridCell& cell : m_table.cells) {
                if (cell.column > column)
                    --cell.column;
                else if (cell.column + cell.columnSpan > column)
                    --cell.columnSpan;
            }
            --m_table.columns;
        }
    }

    /** Two columns of a page between two rules are no table: their lines are full and long. */
    bool isRunningText() const
    {
        int full = 0, parts = 0;
        for (const TableLine& line : m_text.lines) {
            for (const Fragment& part : line.parts) {
                const auto [from, to] = columnsOf(part, m_columns);
                const float width = m_columns[to].x1 - m_columns[from].x0;
                ++parts;
                full += part.width() > 0.85F * width && part.words.size() >= 5 && part.width() > 14 * part.size;
            }
        }
        return parts > 10 && full * 2 > parts;
    }

    /** A column of currency signs or bullets is the beginning of the next column's text. */
    void joinSignColumns()
    {
        for (int i = int(m_columns.size()) - 2; i >= 0; --i) {
            int signs = 0, others = 0;
            for (const TableLine& line : std::as_const(m_text.lines)) {
                for (const Fragment& part : line.parts) {
                    if (columnsOf(part, m_columns) != std::pair(i, i))
                        continue;
                    const QString text = plainText(m_page.text, part.words);
                    ++(text.size() == 1 && QStringView(u"$€£¥•◦▪●○■□").contains(text[0]) ? signs : others);
                }
            }
            if (signs > 0 && others == 0) {
                m_columns[i + 1].x0 = m_columns[i].x0;
                m_columns[i + 1].from = m_columns[i].from;
                m_columns.remove(i);
            }
        }
    }

    /** A label set left over numbers set right seems to have a column of its own. */
    void joinHeadColumns()
    {
        for (int i = int(m_columns.size()) - 2; i >= 0; --i) {
            bool together = false;
            int left = 0, right = 0, leftBody = 0, rightBody = 0;
            for (const TableLine& line : std::as_const(m_text.lines)) {
                const auto has = [&](int column) {
                    return std::ranges::any_of(line.parts, [&](const Fragment& part) {
                        return columnsOf(part, m_columns) == std::pair(column, column);
                    });
                };
                const bool head = line.header || &line == m_text.lines.constData();
                left += has(i);
                right += has(i + 1);
                leftBody += has(i) && !head;
                rightBody += has(i + 1) && !head;
                together = together || (has(i) && has(i + 1));
            }
            const bool oneIsHead = (leftBody == 0 && left > 0) != (rightBody == 0 && right > 0);
            if (!together && oneIsHead && left > 0 && right > 0) {
                m_columns[i].x1 = m_columns[i + 1].x1;
                m_columns[i].to = m_columns[i + 1].to;
                m_columns.remove(i + 1);
            }
        }
    }

    const PageContent& m_page;
    const TableRegion& m_region;
    TableText m_text;
    QVector<TableColumn> m_columns;
    Table m_table;
};

} // namespace

std::optional<Table> buildTable(const PageContent& page, const TableRegion& region, const DocumentStyle& style)
{
    return GridBuilder(page, region, style).build();
}

} // namespace sheaf::layout
