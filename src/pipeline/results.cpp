// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/results.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

ResultRow resultRow(const StoredPaper& stored, const Record& record)
{
    const PaperStatus& s = stored.status;
    ResultRow row;
    row.paper = stored.paper;
    row.state = stateName(s.state);
    row.success = s.state == State::Done;
    row.validationStatus = s.validation.isEmpty() ? u"none"_s : s.validation;
    row.esRecordId = s.esRecordId;
    row.zoteroKey = s.zoteroKey;
    row.failure = s.failure;
    row.duplicateOf = s.duplicateOf;
    row.record = record;
    row.pages = s.pages;
    row.converter = s.converter;
    row.reader = s.reader;
    row.costUsd = s.costUsd;
    row.acquireMs = s.acquireMs;
    row.convertMs = s.convertMs;
    row.readMs = s.readMs;
    return row;
}

} // namespace

QVector<ResultRow> resultRows(const StoreReader& store)
{
    QVector<ResultRow> rows;
    const QHash<PaperId, Record> records = store.records();
    for (const StoredPaper& stored : store.papers())
        rows.append(resultRow(stored, records.value(stored.paper.id)));
    return rows;
}

Result<QByteArray> exportBytes(const StoreReader& store, const QString& formatOrSuffix)
{
    const FileSink* sink = fileSink(formatOrSuffix);
    if (!sink)
        return fail(Stage::Write, u"export.format"_s,
                    QCoreApplication::translate("pipeline", "There is no export format “%1”; there are: %2.")
                        .arg(formatOrSuffix, exportFormatNames(u", "_s)));
    return sink->write(resultRows(store), store.columns());
}

Result<void> exportFile(const QString& project, const QString& path, const QString& format)
{
    const auto store = StoreReader::open(project);
    if (!store)
        return std::unexpected(store.error());
    const auto bytes = exportBytes(**store, format.isEmpty() ? u'.' + QFileInfo(path).suffix() : format);
    if (!bytes)
        return std::unexpected(bytes.error());
    return writeFile(path, *bytes);
}

QVector<ExportFormat> exportFormats()
{
    QVector<ExportFormat> formats;
    for (const QString& name : fileSinkFormats()) {
        const FileSink* sink = fileSink(name);
        formats.append({name, sink->suffix(), sink->label()});
    }
    return formats;
}

QString exportFormatNames(const QString& between)
{
    return fileSinkFormats().join(between);
}

bool isExportFormat(const QString& formatOrSuffix)
{
    return fileSink(formatOrSuffix) != nullptr;
}

} // namespace sheaf
