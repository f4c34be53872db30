// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sinks/service_sink.h"

/** Invented papers with answers, for the tests of sinks. */
namespace sheaf::testing {

inline QVector<Column> someColumns()
{
    return {
        {.id = QStringLiteral("finding"), .name = QStringLiteral("Finding"), .question = QStringLiteral("What?")},
        {.id = QStringLiteral("summary"), .name = QStringLiteral("Summary"), .question = QStringLiteral("In short?")},
        {.id = QStringLiteral("sample"),
         .name = QStringLiteral("Sample size"),
         .question = QStringLiteral("How many?"),
         .type = ColumnType::Number}};
}

inline SinkRecord someRecord(int number)
{
    SinkRecord record;
    ResultRow& row = record.row;
    row.paper.id = number;
    row.paper.ids.doi = QStringLiteral("10.1000/paper.%1").arg(number);
    row.paper.title = QStringLiteral("On the number %1 <and & more>").arg(number);
    row.paper.authors = {{QStringLiteral("van der Walt"), QStringLiteral("Stéfan"), {}},
                         {QStringLiteral("CERN"), {}, {}}};
    row.paper.year = 2019;
    row.paper.venue = QStringLiteral("Journal of Numbers");
    row.paper.type = QStringLiteral("article-journal");
    row.paper.abstractText = QStringLiteral("The list's abstract.");
    row.state = QStringLiteral("done");
    row.success = true;
    row.validationStatus = QStringLiteral("passed");
    row.markdown = QStringLiteral("# On the number\n\nIt works well.");
    row.pages = 3;
    row.converter = QStringLiteral("native");
    row.reader = QStringLiteral("offline");
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000, Qt::UTC);
    const Quote proven{.text = QStringLiteral("It works well"),
                       .state = QuoteState::Proven,
                       .page = 2,
                       .boxes = {{2, QRectF(100, 50, 200, 12)}, {2, QRectF(100, 64, 80, 12)}}};
    const Quote invented{.text = QStringLiteral("never printed"), .state = QuoteState::NotFound};
    row.record = {{.column = QStringLiteral("finding"),
                   .value = QStringLiteral("It works <b>well</b>"),
                   .quotes = {proven, invented},
                   .answeredAt = at},
                  {.column = QStringLiteral("summary"), .value = QStringLiteral("A short summary."), .answeredAt = at},
                  {.column = QStringLiteral("sample"), .value = 40 + number, .answeredAt = at.addSecs(60)}};
    record.pageSizes.insert(2, QSizeF(595, 842));
    return record;
}

inline QVector<SinkRecord> someRecords(int count)
{
    QVector<SinkRecord> records;
    for (int i = 1; i <= count; ++i)
        records.append(someRecord(i));
    return records;
}

} // namespace sheaf::testing
