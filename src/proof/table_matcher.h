// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proof/reading.h"

#include <QSet>

/**
 * A table's cells as evidence: a quote made up of cells of one row, each with or without the header above it, in any
 * order ("Accuracy | Method B | 92.3"). A value beside a header or label that is not its own proves nothing. Immutable
 * after construction: any thread.
 */
namespace sheaf {

class TableMatcher
{
public:
    explicit TableMatcher(const QVector<PageWords>& pages);

    /** The cells' words in the quote's order; empty where no row of any table says this. */
    std::vector<WordRef> find(const FoldedText& quote, int claimedPage) const;

private:
    struct Cell
    {
        int row = 0, number = 0, page = 0;
        QRectF box;
        FoldedText text; ///< origins count the words
        std::vector<WordRef> words;
    };
    struct Row
    {
        QVector<const Cell*> cells;
        bool isHeader = false;
    };
    /** A run of a cell that stands for a run of the quote. */
    struct Piece
    {
        const Cell* cell = nullptr;
        Span span; ///< of the cell
    };
    struct Table
    {
        std::vector<Cell> cells; ///< never moved after it was filled
        QVector<Row> rows;
        QSet<QString> tokens;
    };
    class Cover;

    static Table makeTable(const QVector<PageWords>& pages, const std::vector<WordRef>& words);
    static bool isHeaderOf(const Cell& header, const Cell& cell, const Table& table);
    static bool hasAllTokens(const Table& table, const QStringList& tokens);

    std::vector<Table> m_tables;
};

} // namespace sheaf
