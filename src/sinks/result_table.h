// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sinks/sink.h"

/**
 * The results as one table, a paper a row: what the CSV and the XLSX sink write. Beside each value stand its state and
 * its quotes with their pages and states, one line a quote. Pure functions, any thread.
 */
namespace sheaf {

struct ResultCell
{
    QString text;
    QJsonValue value = QJsonValue::Undefined; ///< the number or truth value that the text shows, undefined for text
    QString link;                             ///< where the cell leads: the page of a quote, the paper
};

/** What the table is made of. */
struct ResultTable
{
    QVector<Column> columns;
    QSet<QString> second;      ///< columns that a second reader answered, for any paper
    bool secondReader = false; ///< there was one
};
ResultTable resultTable(const QVector<ResultRow>& rows, const QVector<Column>& columns);

/** Names are stable: programs read them. */
QStringList resultHeader(const ResultTable& table);
QVector<ResultCell> resultCells(const ResultRow& row, const ResultTable& table);

} // namespace sheaf
