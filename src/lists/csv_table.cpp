// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/csv_table.h"

namespace sheaf {

namespace {

/** A longer cell is no cell, but a quote without its end. */
constexpr qsizetype LongestCell = 200'000;

} // namespace

bool TableParser::next(TableRow& row)
{
    if (m_position.at >= m_text.size())
        return false;
    row = {{}, m_position.line, false};
    Position end = readRow(m_position, row, false);
    const bool spansLines = end.line > m_position.line + 1;
    if (spansLines && m_expected > 1 && row.cells.size() != m_expected) {
        TableRow oneLine{{}, m_position.line, true};
        const Position lineEnd = readRow(m_position, oneLine, true);
        if (oneLine.cells.size() == m_expected) {
            row = std::move(oneLine);
            end = lineEnd;
        }
    }
    m_position = end;
    return true;
}

TableParser::Position TableParser::readRow(Position from, TableRow& row, bool literal) const
{
    for (;;) {
        from = readCell(from, row, literal);
        if (from.at >= m_text.size())
            return from;
        const bool rowEnds = m_text[from.at] == u'\n';
        ++from.at;
        if (rowEnds) {
            ++from.line;
            return from;
        }
    }
}

bool TableParser::endsCell(qsizetype at) const
{
    return at >= m_text.size() || m_text[at] == m_delimiter || m_text[at] == u'\n';
}

TableParser::Position TableParser::readCell(Position from, TableRow& row, bool literal) const
{
    QString& cell = row.cells.emplaceBack();
    qsizetype at = from.at;
    while (at < m_text.size() && m_text[at] == u' ' && m_delimiter != u' ')
        ++at;
    if (at + 1 < m_text.size() && m_text[at] == u'=' && m_text[at + 1] == u'"')
        ++at; // Excel's way to keep "007" a text
    const bool isQuoted = at < m_text.size() && m_text[at] == u'"';
    if (isQuoted && !literal) {
        const Position end = readQuoted({at, from.line}, cell);
        if (end.at >= 0)
            return end;
        row.repaired = true;
    }
    qsizetype end = at;
    while (!endsCell(end))
        ++end;
    cell = m_text.mid(at, end - at).trimmed().toString();
    if (isQuoted)
        cell = cell.mid(1, cell.size() - (cell.size() > 1 && cell.endsWith(u'"') ? 2 : 1));
    return {end, from.line};
}

/** Behind the closing quote; at = -1 when there is none. A quote that does not end the cell is part of its text. */
TableParser::Position TableParser::readQuoted(Position from, QString& cell) const
{
    const qsizetype limit = std::min(m_text.size(), from.at + LongestCell);
    qsizetype begin = ++from.at;
    const int firstLine = from.line;
    for (; from.at < limit; ++from.at) {
        const QChar c = m_text[from.at];
        if (c == u'\n')
            ++from.line;
        if (c != u'"')
            continue;
        if (from.at + 1 < m_text.size() && m_text[from.at + 1] == u'"') {
            cell += m_text.mid(begin, from.at + 1 - begin);
            begin = from.at + 2;
            ++from.at;
            continue;
        }
        qsizetype after = from.at + 1;
        while (after < m_text.size() && m_text[after] == u' ')
            ++after;
        if (endsCell(after)) {
            cell += m_text.mid(begin, from.at - begin);
            return {after, from.line};
        }
        // A quote at the start of a later cell: this one's end was forgotten.
        const QChar before = m_text[from.at - 1];
        if (from.line > firstLine && (before == u'\n' || before == m_delimiter))
            break;
    }
    return {-1, from.line};
}

} // namespace sheaf
