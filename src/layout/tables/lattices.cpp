// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/tables/lattices.h"

#include "layout/order/fragments.h"
#include "layout/tables/rule_grids.h"

namespace sheaf::layout {

namespace {

constexpr float columnGap = 1.2F; ///< of the size: a gap in a line that parts columns

/** A cell of the grid: places in both directions, from the first to before the last. */
struct LatticeCell
{
    int row = 0, column = 0, rowEnd = 0, columnEnd = 0;
    QVector<Fragment> lines;
};

class LatticeReader
{
public:
    LatticeReader(const PageContent& page, const DocumentStyle& style, const RuleGrid& grid)
        : m_page(page), m_style(style), m_grid(grid), m_xs(grid.xs()), m_ys(grid.ys())
    {}

    std::optional<Table> read()
    {
        constexpr qsizetype most = 200;
        if (m_xs.size() < 3 || m_ys.size() < 3 || m_xs.size() > most || m_ys.size() > most)
            return std::nullopt;
        joinPlaces();
        fill();
        if (strikesText() || !partsItsText() || isPageDesign())
            return std::nullopt;
        return table();
    }

private:
    /** Most of the stretch is drawn. */
    static bool isDrawn(const QVector<Stroke>& rules, float at, float from, float to)
    {
        float drawn = 0;
        for (const Stroke& rule : rules) {
            if (rule.at >= at - 0.1F && rule.at <= at + touchingRules + 0.1F)
                drawn += std::max(0.F, std::min(rule.to, to) - std::max(rule.from, from));
        }
        return drawn > 0.5F * (to - from);
    }
    bool isParted(int row, int column) const // from the place at its left
    {
        return isDrawn(m_grid.verticals, m_xs[column], m_ys[row], m_ys[row + 1]);
    }
    bool isUnderlined(int row, int column) const // from the place below
    {
        return isDrawn(m_grid.horizontals, m_ys[row + 1], m_xs[column], m_xs[column + 1]);
    }

    void joinPlaces()
    {
        const int rows = int(m_ys.size()) - 1, columns = int(m_xs.size()) - 1;
        m_cellAt = QVector<int>(qsizetype(rows) * columns, -1);
        for (int row = 0; row < rows; ++row) {
            for (int column = 0; column < columns; ++column) {
                if (m_cellAt[row * columns + column] >= 0)
                    continue;
                LatticeCell cell{row, column, row + 1, column + 1, {}};
                while (cell.columnEnd < columns && m_cellAt[row * columns + cell.columnEnd] < 0 &&
                       !isParted(row, cell.columnEnd))
                    ++cell.columnEnd;
                while (cell.rowEnd < rows && goesOnBelow(cell))
                    ++cell.rowEnd;
                for (int r = cell.row; r < cell.rowEnd; ++r) {
                    for (int c = cell.column; c < cell.columnEnd; ++c)
                        m_cellAt[r * columns + c] = int(m_cells.size());
                }
                m_cells << cell;
            }
        }
    }

    bool goesOnBelow(const LatticeCell& cell) const
    {
        for (int column = cell.column; column < cell.columnEnd; ++column) {
            const bool parted = column > cell.column && isParted(cell.rowEnd, column);
            if (parted || isUnderlined(cell.rowEnd - 1, column))
                return false;
        }
        return true;
    }

    int cellOf(float x, float y) const
    {
        const auto column = std::ranges::upper_bound(m_xs, x) - m_xs.begin() - 1;
        const auto row = std::ranges::upper_bound(m_ys, y) - m_ys.begin() - 1;
        if (column < 0 || row < 0 || column + 1 >= m_xs.size() || row + 1 >= m_ys.size())
            return -1;
        return m_cellAt[row * (m_xs.size() - 1) + column];
    }

    void fill()
    {
        for (const Fragment& fragment : m_page.fragments) {
            QVector<int> run;
            int open = -1;
            for (int index : fragment.words) {
                const Word& word = m_page.text.words[index];
                const int cell = cellOf(word.centre(), word.middle());
                if (cell != open)
                    addLine(open, std::exchange(run, {}));
                open = cell;
                run << index;
            }
            addLine(open, run);
        }
        addTurnedWords();
    }

    void addLine(int cell, const QVector<int>& words)
    {
        if (cell < 0 || words.isEmpty())
            return;
        Fragment line;
        line.words = words;
        measure(m_page.text, line);
        QVector<Fragment>& lines = m_cells[cell].lines;
        const auto same = std::ranges::find_if(lines, [&](const Fragment& other) { return sharesLine(other, line); });
        if (same == lines.end()) {
            lines << line;
            return;
        }
        same->words += words;
        sortInReadingOrder(m_page.text, same->words);
        measure(m_page.text, *same);
    }

    /** Heads that run upwards, to save width. */
    void addTurnedWords()
    {
        QVector<QVector<int>> turned(m_cells.size());
        for (int i = 0; i < m_page.text.words.size(); ++i) {
            const Word& word = m_page.text.words[i];
            if (!word.is(Word::Turned) || word.is(Word::Furniture) || word.length == 0)
                continue;
            if (const int cell = cellOf(word.centre(), word.middle()); cell >= 0)
                turned[cell] << i;
        }
        for (int cell = 0; cell < m_cells.size(); ++cell) {
            if (turned[cell].isEmpty() || !m_cells[cell].lines.isEmpty())
                continue;
            for (int word : std::as_const(turned[cell])) { // in the order in which they were drawn
                Fragment line;
                line.words = {word};
                measure(m_page.text, line);
                m_cells[cell].lines << line;
            }
        }
    }

    /** No cell holds what looks like several: columns of words, or rows that go on in the cell beside it. */
    bool partsItsText() const
    {
        int filled = 0, columns = 0;
        qsizetype lines = 0, gappedLines = 0;
        for (const LatticeCell& cell : m_cells) {
            filled += !cell.lines.isEmpty();
            lines += cell.lines.size();
            const auto gapped = std::ranges::count_if(
                cell.lines, [&](const Fragment& line) { return widestGap(line) > columnGap * line.size; });
            const bool holdsColumns = gapped >= 2 && gapped * 2 >= cell.lines.size();
            columns += holdsColumns;
            gappedLines += holdsColumns ? gapped : 0;
        }
        return filled >= 2 && columns * 4 < filled && columns < 3 && gappedLines * 3 < lines && !holdsUnruledRows();
    }

    float widestGap(const Fragment& line) const
    {
        float widest = 0;
        for (qsizetype i = 1; i < line.words.size(); ++i) {
            const Word& left = m_page.text.words[line.words[i - 1]];
            const Word& right = m_page.text.words[line.words[i]];
            widest = std::max(widest, std::max(right.x0 - left.x1, left.x0 - right.x1));
        }
        return widest;
    }

    /** Lines that end early although the next one's first word would have fitted are entries, not broken text; so are
     * numbers. */
    bool holdsEntries(const LatticeCell& cell) const
    {
        if (cell.lines.size() < 2)
            return false;
        const float right = m_xs[cell.columnEnd] - 0.5F * m_style.bodySize;
        int early = 0, numbers = 0;
        for (qsizetype i = 0; i < cell.lines.size(); ++i) {
            const QString text = plainText(m_page.text, cell.lines[i].words);
            numbers += !hasLetters(text);
            if (QStringView(u"•◦▪●○■□").contains(text[0]))
                return false; // a list
            if (i == 0)
                continue;
            const Word& next = m_page.text.words[cell.lines[i].words.first()];
            early += cell.lines[i - 1].x1 + next.width() + 0.5F * next.size < right;
        }
        return numbers * 3 >= 2 * cell.lines.size() ||
               (cell.lines.size() >= 3 && early * 3 >= 2 * (cell.lines.size() - 1));
    }

    static int sharedBaselines(const LatticeCell& a, const LatticeCell& b)
    {
        return int(std::ranges::count_if(a.lines, [&](const Fragment& line) {
            return std::ranges::any_of(b.lines, [&](const Fragment& other) {
                return std::abs(line.baseline - other.baseline) < 0.25F * line.size;
            });
        }));
    }

    /** Entries that stand line by line with entries of a cell beside them. */
    bool holdsUnruledRows() const
    {
        return std::ranges::any_of(m_cells,
                                   [&](const LatticeCell& cell) {
                                       return holdsEntries(cell) &&
                                              std::ranges::any_of(m_cells, [&](const LatticeCell& other) {
                                                  return &other != &cell && other.row == cell.row &&
                                                         other.lines.size() >= 2 &&
                                                         sharedBaselines(cell, other) * 5 >=
                                                             4 * std::max(cell.lines.size(), other.lines.size());
                                              });
                                   }) ||
               isOneRow();
    }

    /** All that stands below the head has no rule between its rows: the same lines, or first ones of the same rows,
     * in every cell of one row of the grid. A cell's own lines follow each other; entries leave room for those beside
     * them that take more lines. */
    bool isOneRow() const
    {
        const LatticeCell* largest = nullptr;
        qsizetype all = 0;
        for (const LatticeCell& cell : m_cells) {
            all += cell.lines.size();
            if (!largest || cell.lines.size() > largest->lines.size())
                largest = &cell;
        }
        if (!largest || largest->lines.size() < 4)
            return false;
        qsizetype own = 0, cells = 0, parted = 0, level = 0;
        for (const LatticeCell& cell : m_cells) {
            if (cell.row != largest->row || cell.lines.isEmpty())
                continue;
            own += cell.lines.size();
            ++cells;
            level += sharedBaselines(cell, *largest) == cell.lines.size() &&
                     cell.lines.size() * 5 >= 4 * largest->lines.size();
            parted += leavesLinesOut(cell, *largest);
        }
        return cells >= 2 && own * 5 >= 3 * all && (level == cells || parted >= 1);
    }

    /** Its lines are on those of the other, but for at least two places where lines of the other have none beside. */
    static bool leavesLinesOut(const LatticeCell& cell, const LatticeCell& other)
    {
        if (cell.lines.size() < 3 || sharedBaselines(cell, other) < cell.lines.size())
            return false;
        float tight = 1e9F;
        for (qsizetype i = 1; i < other.lines.size(); ++i)
            tight = std::min(tight, other.lines[i].baseline - other.lines[i - 1].baseline);
        int places = 0;
        for (qsizetype i = 1; i < cell.lines.size(); ++i)
            places += cell.lines[i].baseline - cell.lines[i - 1].baseline > 1.6F * tight;
        return places >= 2;
    }

    /** Rules run through words or between words of running text: marks over text, a drawing. */
    bool strikesText() const
    {
        int struck = 0;
        for (const Fragment& fragment : m_page.fragments) {
            for (qsizetype i = 0; i < fragment.words.size(); ++i) {
                const Word& word = m_page.text.words[fragment.words[i]];
                const int cell = cellOf(word.centre(), word.middle());
                const float inset = 0.15F * word.size;
                struck += cell >= 0 && (cellOf(word.x0 + inset, word.middle()) != cell ||
                                        cellOf(word.x1 - inset, word.middle()) != cell);
                if (i == 0)
                    continue;
                const Word& last = m_page.text.words[fragment.words[i - 1]];
                struck += cell >= 0 && word.x0 > last.x1 && word.x0 - last.x1 < 0.35F * word.size &&
                          cellOf(last.centre(), word.middle()) != cell;
            }
        }
        return struck >= 2;
    }

    /** A page's or a box's parts with running text in them. */
    bool isPageDesign() const
    {
        qsizetype filled = 0, running = 0;
        for (const LatticeCell& cell : m_cells) {
            filled += !cell.lines.isEmpty();
            const auto full = std::ranges::count_if(cell.lines, [](const Fragment& line) {
                return line.words.size() >= 6 && line.width() > 18 * line.size;
            });
            running += full >= 8;
        }
        return running > 0 && running * 5 >= filled;
    }

    /** Grid lines that have no text on one of their sides part nothing: they are left out. */
    template <int LatticeCell::*place, int LatticeCell::*end> int renumber(int places)
    {
        QVector<bool> begins(places + 1, false), ends(places + 1, false);
        for (const LatticeCell& cell : std::as_const(m_cells)) {
            if (cell.lines.isEmpty())
                continue;
            begins[cell.*place] = true;
            ends[cell.*end] = true;
        }
        QVector<int> numbers(places + 1, 0);
        int number = 0;
        bool ended = false;
        for (int i = 1; i <= places; ++i) {
            ended = ended || ends[i];
            if (ended && (begins[i] || i == places)) {
                ++number;
                ended = false;
            }
            numbers[i] = number;
        }
        for (LatticeCell& cell : m_cells) {
            cell.*place = numbers[cell.*place];
            cell.*end = std::max(numbers[cell.*end], cell.*place + 1);
        }
        return numbers.last();
    }

    Table table()
    {
        Table table;
        table.box = QRectF(QPointF(m_xs.first() - 1, m_ys.first() - 1), QPointF(m_xs.last() + 1, m_ys.last() + 1));
        table.rows = renumber<&LatticeCell::row, &LatticeCell::rowEnd>(int(m_ys.size()) - 1);
        table.columns = renumber<&LatticeCell::column, &LatticeCell::columnEnd>(int(m_xs.size()) - 1);
        for (const LatticeCell& cell : std::as_const(m_cells)) {
            if (cell.lines.isEmpty())
                continue;
            table.cells << GridCell{cell.row, cell.column, cell.rowEnd - cell.row, cell.columnEnd - cell.column,
                                    false,    cell.lines};
        }
        markHeader(table);
        return table;
    }

    /** The first row, and those that its cells reach into or that part its spanning cells. */
    static void markHeader(Table& table)
    {
        int end = 1;
        bool spans = false;
        for (const GridCell& cell : std::as_const(table.cells)) {
            if (cell.row == 0) {
                end = std::max(end, cell.rowSpan);
                spans = spans || (cell.columnSpan > 1 && cell.columnSpan < table.columns);
            }
        }
        if (spans && end == 1)
            end = 2;
        for (GridCell& cell : table.cells)
            cell.header = cell.row < std::min(end, table.rows - 1);
    }

    const PageContent& m_page;
    const DocumentStyle& m_style;
    const RuleGrid& m_grid;
    QVector<float> m_xs, m_ys;
    QVector<int> m_cellAt; ///< by place, row after row
    QVector<LatticeCell> m_cells;
};

} // namespace

QVector<Table> findLattices(const PageContent& page, const DocumentStyle& style)
{
    QVector<Table> tables;
    for (const RuleGrid& grid : ruleGrids(page.text)) {
        std::optional<Table> table = LatticeReader(page, style, grid).read();
        if (table && table->rows >= 2 && table->columns >= 2)
            tables << *table;
    }
    // A table inside a cell is text of that cell.
    QVector<Table> outer;
    for (const Table& table : std::as_const(tables)) {
        const bool inside = std::ranges::any_of(tables, [&](const Table& other) {
            return &other != &table && other.box.contains(table.box.center()) &&
                   other.box.width() * other.box.height() > table.box.width() * table.box.height();
        });
        if (!inside)
            outer << table;
    }
    return outer;
}

} // namespace sheaf::layout
