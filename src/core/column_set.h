// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/column.h"
#include "core/failure.h"

/**
 * Columns that belong together, as people save and share them: one JSON object {"name", "about", "columns": […]}, or
 * the array of columns alone. Values; any thread. Failure: columns.json, saying what is wrong and where.
 */
namespace sheaf {

struct ColumnSet
{
    QString name;
    QString about; ///< a few words
    QVector<Column> columns;

    bool operator==(const ColumnSet&) const = default;
};

QByteArray columnSetJson(const ColumnSet& set);
/** A column without an id gets one from its name; every column ends with an id of its own. */
Result<ColumnSet> columnSetFromJson(const QByteArray& json);

/** The default record, PICO, methods and sample, risk of bias, software and data. */
QVector<ColumnSet> readyMadeColumnSets();

/** [a-z0-9_]{1,40} after a name, and not among `taken`. */
QString newColumnId(const QString& name, const QStringList& taken);
/** `more` after `columns`, without those that are there already; ids that are taken give way. */
QVector<Column> withMissing(QVector<Column> columns, const QVector<Column>& more);
/** What makes the column impossible to ask, as a sentence for the user; empty = nothing. */
QString columnProblem(const Column& column);

} // namespace sheaf
