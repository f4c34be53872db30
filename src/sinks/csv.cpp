// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sinks/file_sinks.h"
#include "sinks/result_text.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

/**
 * CSV by RFC 4180 that Excel and LibreOffice open as it is: UTF-8 with BOM, CRLF, and no cell that they would run as a
 * formula, since a paper's text is not to be trusted. Beside each value its state, and its quotes with their pages and
 * states, one line a quote.
 */
namespace sheaf {

namespace {

/** Text that a spreadsheet would take for a formula gets an apostrophe, which it hides again. A number stays one. */
QString guarded(const QString& text)
{
    if (text.isEmpty() || !u"=+-@\t\r"_s.contains(text.front()))
        return text;
    bool isNumber = false;
    text.toDouble(&isNumber);
    return isNumber ? text : '\''_L1 + text;
}

QString cellText(const QString& text)
{
    const QString safe = guarded(text);
    const bool plain = std::ranges::none_of(safe, [](QChar c) {
        return c == ','_L1 || c == ';'_L1 || c == '"'_L1 || c == '\n'_L1 || c == '\r'_L1 || c == '\t'_L1;
    });
    return plain ? safe : '"'_L1 + QString(safe).replace('"'_L1, "\"\""_L1) + '"'_L1;
}

QByteArray line(const QStringList& cells)
{
    QStringList texts;
    for (const QString& cell : cells)
        texts.append(cellText(cell));
    return texts.join(','_L1).toUtf8() + "\r\n";
}

QString seconds(qint64 milliseconds)
{
    return milliseconds > 0 ? QString::number(double(milliseconds) / 1000, 'f', 3) : QString();
}

QStringList header(const QVector<Column>& columns)
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
                      u"validation_status"_s};
    for (const Column& column : columns)
        names << column.name << column.name + u": state"_s << column.name + u": quotes"_s << column.name + u": pages"_s
              << column.name + u": quote states"_s;
    return names << u"failure_stage"_s << u"failure_code"_s << u"failure_message"_s << u"duplicate_of"_s << u"pages"_s
                 << u"converter"_s << u"reader"_s << u"cost_usd"_s << u"seconds_acquire"_s << u"seconds_convert"_s
                 << u"seconds_read"_s << u"es_record_id"_s << u"zotero_key"_s;
}

QStringList answerCells(const Cell* cell)
{
    if (!cell)
        return {QString(), QString(), QString(), QString(), QString()};
    QStringList quotes, pages, states;
    for (const Quote& quote : cell->quotes) {
        quotes.append(shownQuote(quote));
        pages.append(quote.page > 0 ? QString::number(quote.page) : QString());
        states.append(quoteStateName(quote.state));
    }
    const auto lines = [](const QStringList& list) { return list.join('\n'_L1); };
    return {valueText(cell->value), cellStateText(*cell), lines(quotes), lines(pages), lines(states)};
}

QStringList rowCells(const ResultRow& row, const QVector<Column>& columns)
{
    const Paper& paper = row.paper;
    QStringList cells{QString::number(paper.id),
                      paper.ids.doi,
                      paper.ids.arxiv,
                      paper.ids.pmid,
                      paper.title,
                      authorsText(paper.authors),
                      paper.year > 0 ? QString::number(paper.year) : QString(),
                      paper.venue,
                      row.state,
                      row.success ? u"true"_s : u"false"_s,
                      row.validationStatus};
    for (const Column& column : columns)
        cells += answerCells(cellOf(row, column));
    const Failure failure = row.failure.value_or(Failure());
    return cells << (row.failure ? stageName(failure.stage) : QString()) << failure.code << failure.message
                 << (row.duplicateOf != 0 ? QString::number(row.duplicateOf) : QString())
                 << (row.pages > 0 ? QString::number(row.pages) : QString()) << row.converter << row.reader
                 << QString::number(row.costUsd, 'f', 6) << seconds(row.acquireMs) << seconds(row.convertMs)
                 << seconds(row.readMs) << row.esRecordId << row.zoteroKey;
}

class CsvSink final : public FileSink
{
public:
    QString format() const override { return u"csv"_s; }
    QString suffix() const override { return u".csv"_s; }
    QString label() const override { return QCoreApplication::translate("sinks", "Table for Excel and others (CSV)"); }
    Result<QByteArray> write(const QVector<ResultRow>& rows, const QVector<Column>& columns) const override
    {
        QByteArray bytes = "\xEF\xBB\xBF" + line(header(columns));
        for (const ResultRow& row : rows)
            bytes += line(rowCells(row, columns));
        return bytes;
    }
};

} // namespace

const FileSink& csvSink()
{
    static const CsvSink sink;
    return sink;
}

} // namespace sheaf
