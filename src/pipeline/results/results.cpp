// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/results/results.h"

#include "pipeline/convert/markdown_bundle.h"
#include "pipeline/engine/paper_book.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSet>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

const Cell* cellIn(const Record& record, const QString& column)
{
    const auto found = std::ranges::find(record, column, &Cell::column);
    return found == record.cend() ? nullptr : &*found;
}

void compareReaders(ResultRow& row, const PaperReadings& readings, const QVector<Column>& columns)
{
    for (const Column& column : columns) {
        const Cell *first = cellIn(readings.first, column.id), *second = cellIn(readings.second, column.id);
        if (!first || !second)
            continue;
        const auto agree = answersAgree(first->value, second->value, column);
        if (!agree)
            row.uncompared.insert(column.id);
        else if (!*agree)
            row.differing.insert(column.id);
    }
}

} // namespace

ResultRow resultRow(const StoredPaper& stored, const PaperReadings& readings, const QVector<Column>& columns)
{
    const PaperStatus& s = stored.status;
    ResultRow row;
    row.paper = stored.paper;
    row.state = stateName(s.state);
    row.success = s.state == State::Done;
    row.validationStatus = s.validation.isEmpty() ? u"none"_s : s.validation;
    row.basis = s.basis;
    row.esRecordId = s.esRecordId;
    row.zoteroKey = s.zoteroKey;
    row.failure = s.failure;
    row.duplicateOf = s.duplicateOf;
    row.record = readings.shown;
    row.second = readings.second;
    compareReaders(row, readings, columns);
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

QVector<ResultRow> resultRows(const StoreReader& store, const ExportChoice& choice, int most)
{
    QVector<ResultRow> rows;
    const QSet<PaperId> wanted(choice.papers.cbegin(), choice.papers.cend());
    const QHash<PaperId, PaperReadings> readings = most < 0 ? store.readings() : QHash<PaperId, PaperReadings>();
    const QVector<Column> columns = store.columns();
    for (const StoredPaper& stored : store.papers()) {
        const PaperId paper = stored.paper.id;
        if (rows.size() == most)
            break;
        if (wanted.isEmpty() || wanted.contains(paper))
            rows.append(resultRow(stored, most < 0 ? readings.value(paper) : store.readings(paper), columns));
    }
    return rows;
}

QVector<ColumnAgreement> columnAgreements(const StoreReader& store)
{
    QHash<PaperId, PaperReadings> readings = store.readings();
    for (const StoredPaper& stored : store.papers())
        if (stored.status.basis == TextBasis::AbstractOnly)
            readings.remove(stored.paper.id);
    QVector<ColumnAgreement> agreements;
    for (const Column& column : store.columns()) {
        ColumnAgreement agreement{column, {}};
        for (const PaperReadings& paper : readings) {
            const Cell *first = cellIn(paper.first, column.id), *second = cellIn(paper.second, column.id);
            if (!first || !second)
                continue;
            if (const auto agree = answersAgree(first->value, second->value, column))
                agreement.tally.add(*agree, cellLine(first->value, column), cellLine(second->value, column));
            else
                agreement.tally.addUncompared();
        }
        if (agreement.tally.compared() + agreement.tally.uncompared() > 0)
            agreements.append(agreement);
    }
    return agreements;
}

QVector<Column> chosenColumns(const StoreReader& store, const ExportChoice& choice)
{
    QVector<Column> columns = store.columns();
    if (!choice.columns.isEmpty())
        columns.removeIf([&](const Column& column) { return !choice.columns.contains(column.id); });
    return columns;
}

Result<QByteArray> exportBytes(const StoreReader& store, const ExportChoice& choice)
{
    const FileSink* sink = fileSink(choice.format);
    if (!sink)
        return fail(Stage::Write, u"export.format"_s,
                    QCoreApplication::translate("pipeline", "There is no export format “%1”; there are: %2.")
                        .arg(choice.format, exportFormatNames(u", "_s)));
    return sink->write(resultRows(store, choice), chosenColumns(store, choice), {choice.forSpreadsheets});
}

Result<void> exportFile(const QString& project, const QString& path, const ExportChoice& choice)
{
    const auto store = StoreReader::open(project);
    if (!store)
        return std::unexpected(store.error());
    ExportChoice known = choice;
    if (known.format.isEmpty())
        known.format = u'.' + QFileInfo(path).suffix();
    if (isBundleFormat(known.format))
        return writeMarkdownBundle(**store, path, known, {});
    const auto bytes = exportBytes(**store, known);
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
    formats.append({u"bundle"_s, u".zip"_s,
                    QCoreApplication::translate("pipeline", "Full texts with answers and figures (Markdown, ZIP)")});
    formats.append({u"folder"_s, QString(),
                    QCoreApplication::translate("pipeline", "Full texts with answers and figures (Markdown, folder)")});
    return formats;
}

QString exportFormatNames(const QString& between)
{
    return (fileSinkFormats() << u"bundle"_s).join(between);
}

bool isExportFormat(const QString& formatOrSuffix)
{
    return fileSink(formatOrSuffix) != nullptr || isBundleFormat(formatOrSuffix);
}

} // namespace sheaf
