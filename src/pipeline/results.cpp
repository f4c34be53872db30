// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/results.h"

#include "pipeline/paper_book.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

const Cell* cellIn(const Record& record, const QString& column)
{
    const auto found = std::ranges::find(record, column, &Cell::column);
    return found == record.cend() ? nullptr : &*found;
}

QSet<QString> differingColumns(const PaperReadings& readings, const QVector<Column>& columns)
{
    QSet<QString> differing;
    for (const Column& column : columns) {
        const Cell *first = cellIn(readings.first, column.id), *second = cellIn(readings.second, column.id);
        if (first && second && !answersAgree(first->value, second->value, column))
            differing.insert(column.id);
    }
    return differing;
}

ResultRow resultRow(const StoredPaper& stored, const PaperReadings& readings, const QVector<Column>& columns)
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
    row.record = readings.shown;
    row.second = readings.second;
    row.differing = differingColumns(readings, columns);
    row.secondReader = s.secondReader;
    row.secondFailure = s.secondFailure;
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
    const QHash<PaperId, PaperReadings> readings = store.readings();
    const QVector<Column> columns = store.columns();
    for (const StoredPaper& stored : store.papers())
        rows.append(resultRow(stored, readings.value(stored.paper.id), columns));
    return rows;
}

QVector<ColumnAgreement> columnAgreements(const StoreReader& store)
{
    const QHash<PaperId, PaperReadings> readings = store.readings();
    QVector<ColumnAgreement> agreements;
    for (const Column& column : store.columns()) {
        ColumnAgreement agreement{column, {}};
        for (const PaperReadings& paper : readings) {
            const Cell *first = cellIn(paper.first, column.id), *second = cellIn(paper.second, column.id);
            if (first && second)
                agreement.tally.add(answersAgree(first->value, second->value, column), cellLine(first->value, column),
                                    cellLine(second->value, column));
        }
        if (agreement.tally.compared() > 0)
            agreements.append(agreement);
    }
    return agreements;
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
