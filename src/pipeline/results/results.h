// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agreement.h"
#include "pipeline/results/export_choice.h"
#include "sinks/sink.h"
#include "store/store.h"

/** A project's results as rows for the sinks, and written by them. Blocks while reading the file; any thread. */
namespace sheaf {

ResultRow resultRow(const StoredPaper& stored, const PaperReadings& readings, const QVector<Column>& columns);
/** In list order; `most` < 0 = all of the chosen. */
QVector<ResultRow> resultRows(const StoreReader& store, const ExportChoice& choice = {}, int most = -1);
QVector<Column> chosenColumns(const StoreReader& store, const ExportChoice& choice);

/** How often the two readers say the same about one column. */
struct ColumnAgreement
{
    Column column;
    AgreementTally tally;
};
/** Of the columns that a second reader answered. */
QVector<ColumnAgreement> columnAgreements(const StoreReader& store);

/** Failures: export.format (no such format), and those of the store. */
Result<QByteArray> exportBytes(const StoreReader& store, const ExportChoice& choice);
/** `format` empty = by the path's suffix; a folder, or "bundle": see markdown_bundle.h. */
Result<void> exportFile(const QString& project, const QString& path, const ExportChoice& choice);

struct ExportFormat
{
    QString format; ///< "csv"
    QString suffix; ///< ".csv"; empty = a folder
    QString label;  ///< translated
};
/** What may be written, the most usual first. */
QVector<ExportFormat> exportFormats();
/** "csv, xlsx, …", for sentences. */
QString exportFormatNames(const QString& between);
bool isExportFormat(const QString& formatOrSuffix);

} // namespace sheaf
