// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/results/sink_records.h"

#include "pipeline/read/request_builder.h"
#include "pipeline/results/results.h"

namespace sheaf {

namespace {

QSet<int> quotedPages(const Record& record)
{
    QSet<int> pages;
    for (const Cell& cell : record)
        for (const Quote& quote : cell.quotes)
            for (const PageBox& box : quote.boxes)
                pages.insert(box.page);
    return pages;
}

QHash<int, QSizeF> sizesOf(const Conversion& conversion, const QSet<int>& pages)
{
    QHash<int, QSizeF> sizes;
    if (pages.isEmpty())
        return sizes;
    forEachPages(conversion, [&](const QVector<Block>&, const QVector<PageWords>& words) {
        for (const PageWords& page : words)
            if (pages.contains(page.page))
                sizes.insert(page.page, page.size);
    });
    return sizes;
}

} // namespace

QVector<SinkRecord> sinkRecords(const StoreReader& store, const QVector<PaperId>& papers,
                                const QHash<PaperId, QJsonObject>& memos, bool withText)
{
    QVector<SinkRecord> records;
    const QVector<Column> columns = store.columns();
    for (const PaperId paper : papers) {
        const auto stored = store.paper(paper);
        if (!stored)
            continue;
        const PaperStatus& status = stored->status;
        SinkRecord record{.row = resultRow(*stored, store.readings(paper), columns),
                          .filePath = status.filePath,
                          .fileHash = status.fileHash,
                          .provenance = status.provenance,
                          .memo = memos.value(paper)};
        if (const auto conversion = loadConversion(store, status.conversionKey)) {
            record.pageSizes = sizesOf(*conversion, quotedPages(record.row.record));
            if (withText)
                record.row.markdown = conversion->markdown;
        }
        records.append(record);
    }
    return records;
}

} // namespace sheaf
