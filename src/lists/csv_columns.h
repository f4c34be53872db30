// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/csv_table.h"
#include "lists/paper_builder.h"

#include <QMap>

/** What a table's columns hold, told by their names in the dialects of many tools, else by what stands in them. */
namespace sheaf {

struct ColumnField
{
    QString name; ///< as in TableMapping::fields
    int rank = 0; ///< where two columns give the same field, the lower rank is the better source
};

/** What a header's name means; empty name if it is not known. */
ColumnField fieldOfHeader(const QString& header);
/** The builder's field for a mapping's name, nothing for "ignore". */
std::optional<PaperField> fieldOfName(const QString& name);
/** How many of a row's cells are known as headers. */
int knownHeaders(const QStringList& cells);

/** The tool that exported a table with these columns: "Scopus"; empty if it is not known. */
QString tableDialect(const QStringList& header);

struct ColumnGuess
{
    QMap<int, QString> fields; ///< one entry a column; "ignore" where nothing is known
    QVector<int> unsure;       ///< told by content
    QVector<int> order;        ///< columns, best source first
};
/** `header` is empty for a table without names. Pure function, any thread. */
ColumnGuess guessColumns(const QStringList& header, const QVector<TableRow>& sample);

} // namespace sheaf
