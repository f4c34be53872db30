// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proof/table_matcher.h"

#include <algorithm>
#include <map>

namespace sheaf {

namespace {

constexpr int mostWork = 2'000'000;   ///< cells' tokens looked at for one quote: a hostile table could take for ever
constexpr qsizetype mostTokens = 100; ///< of a quote from a table

QStringList tokensOf(const FoldedText& text)
{
    QStringList tokens;
    for (quint32 begin = 0; begin < text.size();) {
        quint32 end = begin + 1;
        while (!text.isBoundary(end))
            ++end;
        tokens.append(text.units.mid(begin, end - begin));
        begin = end;
    }
    return tokens;
}

/** How many units agree from these two places on, cut down to whole tokens on both sides. */
quint32 commonTokens(const FoldedText& a, quint32 i, const FoldedText& b, quint32 j)
{
    quint32 whole = 0;
    for (quint32 n = 0; i + n < a.size() && j + n < b.size(); ++n) {
        const bool alike = a.units[i + n] == b.units[j + n] && (n == 0 || a.starts[i + n] == b.starts[j + n]);
        if (!alike)
            break;
        if (a.isBoundary(i + n + 1) && b.isBoundary(j + n + 1))
            whole = n + 1;
    }
    return whole;
}

} // namespace

/** Covers a quote with pieces of a row's cells and of the headers above them; longest pieces first, with a way back. */
class TableMatcher::Cover
{
public:
    Cover(const Table& table, const Row& base, const FoldedText& quote, int& work)
        : m_table(table), m_base(base), m_quote(quote), m_work(work)
    {
        m_allowed = base.cells;
        for (const Row& row : table.rows) {
            if (&row != &base && row.isHeader)
                m_allowed += row.cells;
        }
    }

    std::vector<WordRef> find()
    {
        if (!coverFrom(0))
            return {};
        std::vector<WordRef> words;
        for (const Piece& piece : m_pieces) {
            const auto& origins = piece.cell->text.origins;
            const auto first = piece.cell->words.begin() + origins[piece.span.begin];
            const auto last = piece.cell->words.begin() + origins[piece.span.end - 1];
            words.insert(words.end(), first, last + 1);
        }
        return words;
    }

private:
    bool coverFrom(quint32 at)
    {
        if (at == m_quote.size())
            return headersBelong();
        std::vector<Piece> pieces;
        for (const Cell* cell : m_allowed) {
            m_work -= int(cell->text.size());
            if (m_work < 0)
                return false;
            for (quint32 j = 0; j < cell->text.size(); ++j) {
                const quint32 length = cell->text.starts[j] ? commonTokens(m_quote, at, cell->text, j) : 0;
                if (length)
                    pieces.push_back({cell, {j, j + length}});
            }
        }
        std::ranges::stable_sort(pieces, std::greater(), [](const Piece& p) { return p.span.end - p.span.begin; });
        for (const Piece& piece : pieces) {
            m_pieces.push_back(piece);
            if (coverFrom(at + piece.span.end - piece.span.begin))
                return true;
            m_pieces.pop_back();
        }
        return false;
    }

    bool headersBelong() const
    {
        return std::ranges::all_of(m_pieces, [this](const Piece& header) {
            return m_base.cells.contains(header.cell) || std::ranges::any_of(m_pieces, [&](const Piece& piece) {
                       return m_base.cells.contains(piece.cell) && isHeaderOf(*header.cell, *piece.cell, m_table);
                   });
        });
    }

    const Table& m_table;
    const Row& m_base;
    const FoldedText& m_quote;
    QVector<const Cell*> m_allowed;
    std::vector<Piece> m_pieces;
    int& m_work; ///< what is left of it
};

TableMatcher::TableMatcher(const QVector<PageWords>& pages)
{
    std::map<int, std::vector<WordRef>> byBlock;
    for (const WordRef ref : orderByPage(pages)) {
        const PageWord& word = pages[ref.page].words[ref.word];
        if (word.block >= 0 && word.row >= 0 && word.cell >= 0)
            byBlock[word.block].push_back(ref);
    }
    for (const auto& [block, words] : byBlock)
        m_tables.push_back(makeTable(pages, words));
}

TableMatcher::Table TableMatcher::makeTable(const QVector<PageWords>& pages, const std::vector<WordRef>& words)
{
    std::map<std::pair<int, int>, Cell> cells;
    for (const WordRef ref : words) {
        const PageWord& word = pages[ref.page].words[ref.word];
        Cell& cell = cells[{word.row, word.cell}];
        const bool joins = !cell.words.empty() && pages[cell.words.back().page].words[cell.words.back().word].joinsNext;
        appendWord(cell.text, word.text, quint32(cell.words.size()), joins);
        cell.words.push_back(ref);
        cell.box |= word.box;
        cell.page = pages[ref.page].page;
        cell.row = word.row;
        cell.number = word.cell;
    }
    Table table;
    for (auto& [place, cell] : cells)
        table.cells.push_back(std::move(cell));
    bool isHead = true; // the head ends where the first numbers are, but the first row is always of it
    for (const Cell& cell : table.cells) {
        if (table.rows.isEmpty() || table.rows.constLast().cells.constFirst()->row != cell.row)
            table.rows.append(Row{});
        table.rows.last().cells.append(&cell);
        for (const QString& token : tokensOf(cell.text))
            table.tokens.insert(token);
    }
    for (Row& row : table.rows) {
        const bool hasNumbers = std::ranges::any_of(row.cells, [](const Cell* cell) {
            return std::ranges::any_of(cell->text.units, [](QChar c) { return c.isDigit(); });
        });
        isHead = isHead && (&row == &table.rows.first() || !hasNumbers);
        row.isHeader = isHead;
    }
    const bool allHead = std::ranges::all_of(table.rows, &Row::isHeader);
    for (qsizetype i = 1; allHead && i < table.rows.size(); ++i)
        table.rows[i].isHeader = false; // a table of words alone
    return table;
}

bool TableMatcher::isHeaderOf(const Cell& header, const Cell& cell, const Table& table)
{
    if (header.row >= cell.row)
        return false;
    const double overlap =
        std::min(header.box.right(), cell.box.right()) - std::max(header.box.left(), cell.box.left());
    if (overlap > 0)
        return true;
    // A header at the left of its column and a number at the right need not overlap.
    const auto cellsIn = [&](int row) { return std::ranges::count(table.cells, row, &Cell::row); };
    return header.number == cell.number && cellsIn(header.row) == cellsIn(cell.row);
}

bool TableMatcher::hasAllTokens(const Table& table, const QStringList& tokens)
{
    return std::ranges::all_of(tokens, [&](const QString& token) { return table.tokens.contains(token); });
}

std::vector<WordRef> TableMatcher::find(const FoldedText& quote, int claimedPage) const
{
    const QStringList tokens = tokensOf(quote);
    if (tokens.isEmpty() || tokens.size() > mostTokens)
        return {};
    std::vector<WordRef> best;
    int bestRank = 3;
    int work = mostWork;
    for (const Table& table : m_tables) {
        if (!hasAllTokens(table, tokens))
            continue;
        for (const Row& row : table.rows) {
            const int rank = pageRank(row.cells.constFirst()->page, claimedPage);
            if (rank >= bestRank)
                continue;
            if (auto words = Cover(table, row, quote, work).find(); !words.empty()) {
                best = std::move(words);
                bestRank = rank;
            }
        }
    }
    return best;
}

} // namespace sheaf
