// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/table_grid.h"

#include "layout/fragments.h"
#include "layout/table_columns.h"

namespace sheaf::layout {

namespace {

constexpr float cellGap = 0.6F; ///< of the size: wider gaps part cells

class GridBuilder
{
public:
    GridBuilder(const PageContent& page, const TableRegion& region, const DocumentStyle& style)
        : m_page(page), m_region(region), m_style(style)
    {}

    std::optional<Table> build()
    {
        readLines();
        if (m_lines.size() < 2)
            return std::nullopt;
        markHeader();
        QVector<float> verticals;
        for (const Stroke& rule : m_region.verticals)
            verticals << rule.at;
        m_columns = tableColumns(m_page.text, m_lines, verticals, m_region.box);
        if (m_columns.size() < 2 || isRunningText())
            return std::nullopt;
        joinSignColumns();
        joinHeadColumns();
        splitAtColumns(m_page.text, m_columns, m_region.rules, m_lines);
        if (m_columns.size() < 2)
            return std::nullopt;
        m_table.box = m_region.box;
        m_table.columns = int(m_columns.size());
        placeLines();
        std::ranges::stable_sort(m_table.cells, [](const GridCell& a, const GridCell& b) {
            return std::pair(a.row, a.column) < std::pair(b.row, b.column);
        });
        dropEmptyColumns();
        const qsizetype places = qsizetype(m_table.rows) * m_table.columns;
        if (m_table.rows < 2 || m_table.columns < 2 || m_table.cells.size() * 4 < places)
            return std::nullopt;
        return std::move(m_table);
    }

private:
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

    void readLines()
    {
        QVector<Fragment> parts;
        for (const Fragment& fragment : m_page.fragments) {
            if (m_region.box.contains(QPointF((fragment.x0 + fragment.x1) / 2, fragment.middle())))
                split(fragment, parts);
        }
        addImages(parts);
        std::ranges::sort(parts, {}, &Fragment::baseline);
        for (const Fragment& part : std::as_const(parts)) {
            TableLine* line = nullptr;
            for (qsizetype i = m_lines.size() - 1; i >= 0 && i >= m_lines.size() - 2 && !line; --i) {
                if (std::abs(m_lines[i].baseline - part.baseline) < 0.35F * std::min(m_lines[i].size, part.size) ||
                    sharesLine(m_lines[i].parts.first(), part))
                    line = &m_lines[i];
            }
            if (!line) {
                m_lines << TableLine{{}, part.baseline, part.size, false, intervalOf(part.middle())};
                line = &m_lines.last();
            }
            line->parts << part;
        }
        for (TableLine& line : m_lines)
            std::ranges::sort(line.parts, {}, &Fragment::x0);
    }

    /** A picture may be a cell: it takes its place, without words. */
    void addImages(QVector<Fragment>& parts) const
    {
        QVector<QRectF> inside;
        for (const QRectF& image : m_page.text.images) {
            if (m_region.box.contains(image.center()) && image.height() > 2 * m_style.bodySize)
                inside << image;
        }
        if (inside.size() < 2)
            return;
        for (const QRectF& image : std::as_const(inside)) {
            Fragment part;
            part.x0 = float(image.left());
            part.x1 = float(image.right());
            part.top = float(image.top());
            part.bottom = part.baseline = float(image.bottom());
            part.size = m_style.bodySize;
            parts << part;
        }
    }

    /** At gaps that are wider than a space, and at vertical rules. */
    void split(const Fragment& fragment, QVector<Fragment>& parts) const
    {
        Fragment open;
        for (int index : fragment.words) {
            const Word& word = m_page.text.words[index];
            if (!open.words.isEmpty()) {
                const Word& last = m_page.text.words[open.words.last()];
                const bool ruled = std::ranges::any_of(m_region.verticals, [&](const Stroke& rule) {
                    return rule.at > last.x1 - 1.5F && rule.at < word.x0 + 1.5F && rule.from < word.bottom &&
                           rule.to > word.top;
                });
                if (word.x0 - last.x1 > cellGap * fragment.size || ruled) {
                    measure(m_page.text, open);
                    parts << open;
                    open = {};
                }
            }
            open.words << index;
        }
        if (!open.words.isEmpty()) {
            measure(m_page.text, open);
            parts << open;
        }
    }

    int intervalOf(float y) const
    {
        int interval = 0;
        for (const Stroke& rule : m_region.rules) {
            if (isFull(rule) && rule.at < y)
                ++interval;
        }
        return interval;
    }

    bool isFull(const Stroke& rule) const { return rule.length() > 0.85 * m_region.box.width(); }

    /** The lines above the first inner rule that has more lines below than above. */
    void markHeader()
    {
        const int first = m_lines.first().interval;
        qsizetype count = 0;
        while (count < m_lines.size() && m_lines[count].interval == first)
            ++count;
        if (count == m_lines.size() || count > 6 || count > m_lines.size() - count + 2) {
            m_lines.first().header = m_lines.size() >= 4 && hasOwnFont(m_lines.first());
            return;
        }
        for (qsizetype i = 0; i < count; ++i)
            m_lines[i].header = true;
        m_hasHeaderRule = true;
    }

    /** A first line in a face that hardly any later line has. */
    bool hasOwnFont(const TableLine& first) const
    {
        const quint16 font = first.parts.first().font;
        if (std::ranges::any_of(first.parts, [&](const Fragment& part) { return part.font != font; }))
            return false;
        int shared = 0;
        for (const TableLine& line : m_lines)
            shared += &line != &first &&
                      std::ranges::any_of(line.parts, [&](const Fragment& part) { return part.font == font; });
        return shared * 4 < m_lines.size();
    }

    /** Two columns of a page between two rules are no table: their lines are full and long. */
    bool isRunningText() const
    {
        int full = 0, parts = 0;
        for (const TableLine& line : m_lines) {
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
            for (const TableLine& line : std::as_const(m_lines)) {
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
            for (const TableLine& line : std::as_const(m_lines)) {
                const auto has = [&](int column) {
                    return std::ranges::any_of(line.parts, [&](const Fragment& part) {
                        return columnsOf(part, m_columns) == std::pair(column, column);
                    });
                };
                const bool head = line.header || &line == m_lines.constData();
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

    /** A lone label over the middle of all columns but the first heads them all. */
    std::pair<int, int> headedColumns(const TableLine& line, const Fragment& part) const
    {
        const std::pair<int, int> own = columnsOf(part, m_columns);
        const bool above = line.header || &line - m_lines.constData() < 3;
        if (!above || line.parts.size() != 1 || own.first == 0 || m_columns.size() < 3)
            return own;
        const float centre = (m_columns[1].x0 + m_columns.last().x1) / 2;
        const bool centred = std::abs((part.x0 + part.x1) / 2 - centre) < 0.8F * part.size;
        return centred ? std::pair(1, int(m_columns.size()) - 1) : own;
    }

    void placeLines()
    {
        int row = -1;
        const TableLine* start = nullptr;
        for (qsizetype i = 0; i < m_lines.size(); ++i) {
            const TableLine& line = m_lines[i];
            const TableLine* above = i > 0 ? &m_lines[i - 1] : nullptr;
            const bool overlaps = above && line.baseline - 0.78F * line.size < above->baseline + 0.05F * above->size;
            const bool goesOn =
                above && above->interval == line.interval &&
                (overlaps || (line.header ? !startsHeaderRow(i) : continues(row, *start, *above, line)));
            if (!goesOn) {
                ++row;
                start = &line;
            }
            for (const Fragment& part : line.parts)
                placePart(row, part, line.header, headedColumns(line, part));
        }
        m_table.rows = row + 1;
        if (!m_hasHeaderRule) {
            for (GridCell& cell : m_table.cells)
                cell.header = cell.row == 0;
        }
    }

    void placePart(int row, const Fragment& part, bool header, std::pair<int, int> columns)
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
        m_table.cells << GridCell{row, from, 1, to - from + 1, header, {part}};
    }

    /** In the header a line with spanning parts, or one under a partial rule, stands for itself. */
    bool startsHeaderRow(qsizetype i) const
    {
        const auto spans = [&](const TableLine& line) {
            return std::ranges::any_of(line.parts, [&](const Fragment& part) {
                const auto [from, to] = columnsOf(part, m_columns);
                return to > from;
            });
        };
        if (spans(m_lines[i - 1]) != spans(m_lines[i]))
            return true;
        return std::ranges::any_of(m_region.rules, [&](const Stroke& rule) {
            return !isFull(rule) && rule.at > m_lines[i - 1].baseline - 1 && rule.at < m_lines[i].baseline;
        });
    }

    /** The line goes on with cells of the row above: each of its parts has something above it that was broken there. */
    bool continues(int row, const TableLine& start, const TableLine& above, const TableLine& line) const
    {
        if (line.baseline - above.baseline > 1.38F * std::max(line.size, above.size))
            return false;
        if (line.parts.size() > start.parts.size())
            return false;
        int broken = 0;
        for (const Fragment& part : line.parts) {
            const auto [from, to] = columnsOf(part, m_columns);
            const GridCell* cell = cellAt(row, from);
            if (!cell || cell->lines.isEmpty() || part.words.isEmpty() || cell->lines.last().words.isEmpty())
                return false;
            const QString text = plainText(m_page.text, part.words);
            const Fragment& last = cell->lines.last();
            const QString before = plainText(m_page.text, last.words);
            const bool lower = !text.isEmpty() && (text[0].isLower() || text[0] == u'(');
            const float firstWord = m_page.text.words[part.words.first()].width();
            const bool fitted = last.x1 + firstWord + 0.4F * part.size < m_columns[to].x1;
            if (lower || (!fitted && hasLetters(before)) || before.endsWith(u'-') || before.endsWith(u','))
                ++broken;
            else
                return false;
        }
        // Numbers in every column are a row of their own, whatever stands above.
        return broken > 0 && (line.parts.size() < start.parts.size() || line.parts.size() <= 2);
    }

    static bool hasLetters(const QString& text)
    {
        return std::ranges::any_of(text, [](QChar c) { return c.isLetter(); });
    }

    const GridCell* cellAt(int row, int column) const
    {
        for (const GridCell& cell : m_table.cells) {
            if (cell.row == row && column >= cell.column && column < cell.column + cell.columnSpan)
                return &cell;
        }
        return nullptr;
    }

    const PageContent& m_page;
    const TableRegion& m_region;
    const DocumentStyle& m_style;
    QVector<TableLine> m_lines;
    QVector<TableColumn> m_columns;
    bool m_hasHeaderRule = false;
    Table m_table;
};

} // namespace

std::optional<Table> buildTable(const PageContent& page, const TableRegion& region, const DocumentStyle& style)
{
    return GridBuilder(page, region, style).build();
}

} // namespace sheaf::layout
