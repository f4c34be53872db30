// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/results/export_preview.h"

#include "pipeline/convert/markdown_bundle.h"
#include "pipeline/results/results.h"
#include "pipeline/results/sink_records.h"
#include "sinks/result_markdown.h"
#include "sinks/result_table.h"

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

constexpr int ShownPapers = 12;
constexpr int ShownLines = 200;

bool isService(const QString& format)
{
    return std::ranges::find(serviceKinds(), format, &ServiceKind::name) != serviceKinds().cend();
}

void showTable(ExportPreview& preview, const QVector<ResultRow>& rows, const QVector<Column>& columns)
{
    const ResultTable table = resultTable(rows, columns);
    preview.header = resultHeader(table);
    for (const ResultRow& row : rows) {
        QStringList texts;
        for (const ResultCell& cell : resultCells(row, table))
            texts.append(cell.text);
        preview.rows.append(texts);
    }
}

QString firstLines(const QString& text)
{
    const QStringList lines = text.split('\n'_L1);
    return lines.size() <= ShownLines ? text : lines.mid(0, ShownLines).join('\n'_L1) + u"\n…"_s;
}

/** What goes to a service: papers that were read. */
int countPapers(const StoreReader& store, const ExportChoice& choice)
{
    const QSet<PaperId> wanted(choice.papers.cbegin(), choice.papers.cend());
    int count = 0;
    for (const StoredPaper& stored : store.papers())
        count += (wanted.isEmpty() || wanted.contains(stored.paper.id)) &&
                 (!isService(choice.format) || stored.status.state == State::Done);
    return count;
}

QString serviceText(const StoreReader& store, const ExportChoice& choice, const QVector<ResultRow>& rows)
{
    const auto read = std::ranges::find(rows, true, &ResultRow::success);
    if (read == rows.cend())
        return {};
    const QVector<SinkRecord> records = sinkRecords(store, {read->paper.id}, {}, true);
    return records.isEmpty() ? QString() : serviceRecordText(choice.format, records.first(), store.columns());
}

} // namespace

Result<ExportPreview> previewExport(const QString& project, const ExportChoice& choice)
{
    const auto store = StoreReader::open(project);
    if (!store)
        return std::unexpected(store.error());
    ExportPreview preview{.papers = countPapers(**store, choice)};
    const QVector<ResultRow> rows = resultRows(**store, choice, ShownPapers);
    const QVector<Column> columns = chosenColumns(**store, choice);
    if (choice.format == "csv"_L1 || choice.format == "xlsx"_L1) {
        showTable(preview, rows, columns);
    } else if (isService(choice.format)) {
        preview.text = firstLines(serviceText(**store, choice, rows));
    } else if (isBundleFormat(choice.format)) {
        preview.text = firstLines(u"index.md\n\n"_s + markdownOverview(rows, {}));
    } else if (const FileSink* sink = fileSink(choice.format)) {
        const auto bytes = sink->write(rows, columns, {choice.forSpreadsheets});
        if (!bytes)
            return std::unexpected(bytes.error());
        preview.text = firstLines(QString::fromUtf8(*bytes));
    }
    return preview;
}

} // namespace sheaf
