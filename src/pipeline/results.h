// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agreement.h"
#include "sinks/sink.h"
#include "store/store.h"

/** A project's results as rows for the sinks, and written by them. Blocks while reading the file; any thread. */
namespace sheaf {

QVector<ResultRow> resultRows(const StoreReader& store);

/** How often the two readers say the same about one column. */
struct ColumnAgreement
{
    Column column;
    AgreementTally tally;
};
/** Of the columns that a second reader answered. */
QVector<ColumnAgreement> columnAgreements(const StoreReader& store);
/** Failures: export.format (no such format), and those of the store. */
Result<QByteArray> exportBytes(const StoreReader& store, const QString& formatOrSuffix);
/** `format` empty = by the path's suffix. */
Result<void> exportFile(const QString& project, const QString& path, const QString& format);

struct ExportFormat
{
    QString format; ///< "csv"
    QString suffix; ///< ".csv"
    QString label;  ///< translated
};
/** What may be written, the most usual first. */
QVector<ExportFormat> exportFormats();
/** "csv, xlsx, …", for sentences. */
QString exportFormatNames(const QString& between);
bool isExportFormat(const QString& formatOrSuffix);

} // namespace sheaf
