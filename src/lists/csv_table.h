// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QStringView>

/**
 * Rows of a delimited table by RFC 4180 with what programs make of it: quotes in mid-cell, Excel's ="…", quotes that
 * are never closed. Linear; one pass, one parser; any thread.
 */
namespace sheaf {

struct TableRow
{
    QStringList cells;
    int line = 0;          ///< of its first cell, from 1
    bool repaired = false; ///< a quote in it was not closed
};

class TableParser
{
public:
    /** `text` must outlive the parser. */
    TableParser(QStringView text, QChar delimiter) : m_text(text), m_delimiter(delimiter) {}

    /** With it, a quote that swallows further rows is noticed: they would not have this many cells. */
    void setExpectedCells(qsizetype cells) { m_expected = cells; }
    /** False at the end. */
    bool next(TableRow& row);

private:
    struct Position
    {
        qsizetype at = 0;
        int line = 1;
    };
    Position readRow(Position from, TableRow& row, bool literal) const;
    Position readCell(Position from, TableRow& row, bool literal) const;
    Position readQuoted(Position from, QString& cell) const;
    bool endsCell(qsizetype at) const;

    QStringView m_text;
    QChar m_delimiter;
    Position m_position;
    qsizetype m_expected = 0;
};

} // namespace sheaf
