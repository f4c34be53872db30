// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sinks/result_table.h"

#include "sinks/result_text.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

ResultCell textCell(const QString& text)
{
    return {text, QJsonValue::Undefined, {}};
}

/** Empty for 0, which stands for "unknown" in catalogue data. */
ResultCell countCell(qint64 number)
{
    return number > 0 ? ResultCell{QString::number(number), double(number), {}} : ResultCell();
}

ResultCell secondsCell(qint64 milliseconds)
{
    const double seconds = double(milliseconds) / 1000;
    return milliseconds > 0 ? ResultCell{QString::number(seconds, 'f', 3), seconds, {}} : ResultCell();
}

QString doiLink(const QString& doi)
{
    return doi.isEmpty() ? QString() : u"https://doi.org/"_s + QString::fromLatin1(QUrl::toPercentEncoding(doi, "/"));
}

/** The page of the paper's own file, else of a copy on the web: PDF viewers and browsers know "#page=". */
QString pageLink(const Paper& paper, int page)
{
    const auto isPdf = [](const QString& place) { return place.endsWith(".pdf"_L1, Qt::CaseInsensitive); };
    const QString fragment = u"#page=%1"_s.arg(page);
    if (const auto file = std::ranges::find_if(paper.files, isPdf); file != paper.files.end())
        return QUrl::fromLocalFile(*file).toString(QUrl::FullyEncoded) + fragment;
    if (const auto url = std::ranges::find_if(paper.urls, isPdf); url != paper.urls.end())
        return *url + fragment;
    return doiLink(paper.ids.doi);
}

ResultCell valueCell(const QJsonValue& value)
{
    const bool typed = value.isDouble() || value.isBool();
    return {valueText(value), typed ? value : QJsonValue(QJsonValue::Undefined), {}};
}

QVector<ResultCell> answerCells(const Paper& paper, const Cell* cell)
{
    if (!cell)
        return QVector<ResultCell>(5);
    QStringList quotes, pages, states;
    int firstPage = 0;
    for (const Quote& quote : cell->quotes) {
        quotes.append(shownQuote(quote));
        pages.append(quote.page > 0 ? QString::number(quote.page) : QString());
        states.append(quoteStateName(quote.state));
        if (firstPage == 0)
            firstPage = quote.page;
    }
    const auto lines = [](const QStringList& list) { return textCell(list.join('\n'_L1)); };
    ResultCell page = cell->quotes.size() == 1 ? countCell(firstPage) : lines(pages);
    if (firstPage > 0)
        page.link = pageLink(paper, firstPage);
    return {valueCell(cell->value), textCell(cellStateText(*cell)), lines(quotes), page, lines(states)};
}

} // namespace

ResultTable resultTable(const QVector<ResultRow>& rows, const QVector<Column>& columns)
{
    ResultTable table{.columns = columns};
    for (const ResultRow& row : rows) {
        for (const Cell& cell : row.second)
            table.second.insert(cell.column);
        table.secondReader |= !row.second.isEmpty() || row.secondFailure;
    }
    return table;
}

QStringList resultHeader(const ResultTable& table)
{
    QStringList names{u"id"_s,
                      u"doi"_s,
                      u"arxiv"_s,
                      u"pmid"_s,
                      u"title"_s,
                      u"authors"_s,
                      u"year"_s,
                      u"venue"_s,
                      u"state"_s,
                      u"success"_s,
                      u"validation_status"_s,
                      u"source_basis"_s};
    const auto answer = [&names](const QString& name) {
        names << name << name + u": state"_s << name + u": quotes"_s << name + u": pages"_s
              << name + u": quote states"_s;
    };
    for (const Column& column : table.columns) {
        answer(column.name);
        if (!table.second.contains(column.id))
            continue;
        answer(column.name + u" (second reader)"_s);
        names << column.name + u": agreement"_s;
    }
    names << u"failure_stage"_s << u"failure_code"_s << u"failure_message"_s << u"duplicate_of"_s << u"pages"_s
          << u"converter"_s << u"reader"_s << u"cost_usd"_s << u"seconds_acquire"_s << u"seconds_convert"_s
          << u"seconds_read"_s << u"es_record_id"_s << u"zotero_key"_s;
    if (table.secondReader)
        names << u"second_reader"_s << u"second_failure_code"_s;
    return names;
}

QVector<ResultCell> resultCells(const ResultRow& row, const ResultTable& table)
{
    const Paper& paper = row.paper;
    QVector<ResultCell> cells{countCell(paper.id),
                              {paper.ids.doi, QJsonValue::Undefined, doiLink(paper.ids.doi)},
                              textCell(paper.ids.arxiv),
                              textCell(paper.ids.pmid),
                              textCell(paper.title),
                              textCell(authorsText(paper.authors)),
                              countCell(paper.year),
                              textCell(paper.venue),
                              textCell(row.state),
                              {row.success ? u"true"_s : u"false"_s, row.success, {}},
                              textCell(row.validationStatus),
                              textCell(textBasisName(row.basis))};
    for (const Column& column : table.columns) {
        cells += answerCells(paper, cellOf(row, column));
        if (table.second.contains(column.id))
            cells += answerCells(paper, secondCellOf(row, column)) << textCell(agreementText(row, column));
    }
    const Failure failure = row.failure.value_or(Failure());
    cells << textCell(row.failure ? stageName(failure.stage) : QString()) << textCell(failure.code)
          << textCell(failure.message) << countCell(row.duplicateOf) << countCell(row.pages) << textCell(row.converter)
          << textCell(row.reader) << ResultCell{QString::number(row.costUsd, 'f', 6), row.costUsd, {}}
          << secondsCell(row.acquireMs) << secondsCell(row.convertMs) << secondsCell(row.readMs)
          << textCell(row.esRecordId) << textCell(row.zoteroKey);
    if (table.secondReader)
        cells << textCell(row.secondReader) << textCell(row.secondFailure.value_or(Failure()).code);
    return cells;
}

} // namespace sheaf
