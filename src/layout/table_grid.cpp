// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/table_grid.h"

#include "layout/fragments.h"
#include "layout/table_columns.h"

#include <QSet>

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
        readTurnedHeads();
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
        takeStubHead();
        placeLines();
        placeTurnedHeads();
        spanHeads();
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

    /** Heads that run upwards or aslant, to save width: above the first line of the body. */
    void readTurnedHeads()
    {
        const auto body = std::ranges::find_if(m_lines, [](const TableLine& line) { return !line.header; });
        if (!m_hasHeaderRule || body == m_lines.end())
            return;
        for (int i = 0; i < m_page.text.words.size(); ++i) {
            const Word& word = m_page.text.words[i];
            if (word.is(Word::Turned) && !word.is(Word::Furniture) && word.length > 0 && word.bottom < body->baseline &&
                m_region.box.contains(QPointF(word.x0 + 1, word.middle())))
                m_turnedHeads << i;
        }
    }

    /** The first column's head stands beside all levels of the other heads, its lines between theirs. */
    void takeStubHead()
    {
        const QVector<TableLine> before = m_lines;
        QVector<Fragment> stub;
        int levels = 0;
        bool spans = false;
        for (TableLine& line : m_lines) {
            if (!line.header)
                break;
            for (const Fragment& part : std::as_const(line.parts)) {
                if (columnsOf(part, m_columns) == std::pair(0, 0))
                    stub << part;
            }
            line.parts.removeIf([&](const Fragment& part) { return columnsOf(part, m_columns) == std::pair(0, 0); });
            levels += !line.parts.isEmpty();
            for (const Fragment& part : std::as_const(line.parts)) {
                const auto [from, to] = headedColumns(line, part);
                spans = spans || to > from;
            }
        }
        if (stub.size() < 2 || levels < 2 || !spans) {
            m_lines = before;
            return;
        }
        m_lines.removeIf([](const TableLine& line) { return line.parts.isEmpty(); });
        m_table.cells << GridCell{0, 0, 1, 1, true, stub};
    }

    /** A turned head begins over its column. */
    void placeTurnedHeads()
    {
        int row = 0;
        for (const GridCell& cell : std::as_const(m_table.cells)) {
            if (cell.header)
                row = std::max(row, cell.row);
        }
        for (int index : std::as_const(m_turnedHeads)) {
            const Word& word = m_page.text.words[index];
            Fragment part;
            part.words = {index};
            measure(m_page.text, part);
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
    void spanHeads()
    {
        const bool levels = std::ranges::any_of(
            m_table.cells, [](const GridCell& cell) { return cell.header && cell.row == 0 && cell.columnSpan > 1; });
        if (!m_hasHeaderRule || !levels)
            return;
        int rows = 0;
        for (const GridCell& cell : std::as_const(m_table.cells)) {
            if (cell.header)
                rows = std::max(rows, cell.row + 1);
        }
        for (GridCell& cell : m_table.cells) {
            const bool alone = cell.header && std::ranges::none_of(m_table.cells, [&](const GridCell& other) {
                                   return &other != &cell && other.header &&
                                          other.column < cell.column + cell.columnSpan &&
                                          other.column + other.columnSpan > cell.column;
                               });
            if (alone && cell.columnSpan == 1) {
                cell.row = 0;
                cell.rowSpan = rows;
            }
        }
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

    float centreOf(int column) const { return (m_columns[column].x0 + m_columns[column].x1) / 2; }

    /** The widest run of columns around its own that a label stands over the middle of, none nearer to another. */
    std::pair<int, int> centredColumns(const TableLine& line, const Fragment& part) const
    {
        const auto centre = [](const Fragment& label) { return (label.x0 + label.x1) / 2; };
        const auto isNearest = [&](int column) {
            const float away = std::abs(centreOf(column) - centre(part));
            return std::ranges::none_of(
                line.parts, [&](const Fragment& other) { return std::abs(centreOf(column) - centre(other)) < away; });
        };
        const auto [from, to] = columnsOf(part, m_columns);
        std::pair widest(from, to);
        for (int first = from; first >= 0 && isNearest(first); --first) {
            for (int last = to; last < m_columns.size() && isNearest(last); ++last) {
                const float middle = (m_columns[first].x0 + m_columns[last].x1) / 2;
                if (std::abs(middle - centre(part)) < part.size && last - first > widest.second - widest.first)
                    widest = {first, last};
            }
        }
        return widest;
    }

    /** Labels that stand over the middles of equally many columns each head these. */
    bool headsGroups(const TableLine& line) const
    {
        if (!line.header || line.parts.size() < 2)
            return false;
        QSet<int> widths;
        for (const Fragment& part : line.parts) {
            const auto [from, to] = centredColumns(line, part);
            widths << to - from;
        }
        return widths.size() == 1 && *widths.begin() > 0 && (&line - m_lines.constData()) + 1 < m_lines.size() &&
               (m_lines[&line - m_lines.constData() + 1].header || !m_turnedHeads.isEmpty());
    }

    /** A lone label over the middle of all columns but the first heads them all. */
    std::pair<int, int> headedColumns(const TableLine& line, const Fragment& part) const
    {
        if (headsGroups(line))
            return centredColumns(line, part);
        const std::pair<int, int> own = columnsOf(part, m_columns);
        const bool above = line.header || &line - m_lines.constData() < 3;
        if (!above || line.parts.size() != 1 || own.first == 0 || m_columns.size() < 3)
            return own;
        const float centre = (m_columns[1].x0 + m_columns.last().x1) / 2;
        const float tolerance = std::max(0.8F * part.size, 0.02F * float(m_region.box.width()));
        const bool centred = std::abs((part.x0 + part.x1) / 2 - centre) < tolerance;
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
                const auto [from, to] = headedColumns(line, part);
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
            if (from == 0 && !lower && line.parts.size() < start.parts.size() && hasOwnFont(part, *cell))
                return false; // a label over the next group of rows
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

    bool hasOwnFont(const Fragment& part, const GridCell& cell) const
    {
        const quint16 font = m_page.text.words[part.words.first()].font;
        return std::ranges::none_of(cell.lines, [&](const Fragment& line) {
            return std::ranges::any_of(line.words, [&](int word) { return m_page.text.words[word].font == font; });
        });
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
    QVector<int> m_turnedHeads; ///< words
    bool m_hasHeaderRule = false;
    Table m_table;
};

} // namespace

std::optional<Table> buildTable(const PageContent& page, const TableRegion& region, const DocumentStyle& style)
{
    return GridBuilder(page, region, style).build();
}

} // namespace sheaf::layout
