// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sinks/file_sinks.h"
#include "sinks/result_text.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

/** Results as JSON: an array, or one object a line (JSON Lines). Names are stable: programs read them. */
namespace sheaf {

namespace {

QJsonValue orNull(const QString& text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue failureToJson(const std::optional<Failure>& failure)
{
    if (!failure)
        return QJsonValue::Null;
    return QJsonObject{{u"stage"_s, stageName(failure->stage)},
                       {u"code"_s, failure->code},
                       {u"message"_s, failure->message},
                       {u"retryable"_s, failure->retryable}};
}

QJsonArray authorsToJson(const QVector<Author>& authors)
{
    QJsonArray names;
    for (const Author& author : authors)
        names.append(author.display());
    return names;
}

QJsonObject recordToJson(const ResultRow& row, const QVector<Column>& columns)
{
    QJsonObject record;
    for (const Column& column : columns)
        if (const Cell* cell = cellOf(row, column)) {
            QJsonObject answer = toJson(*cell);
            if (const Cell* second = secondCellOf(row, column)) {
                answer.insert(u"second"_s, toJson(*second));
                answer.insert(u"agreement"_s, agreementText(row, column));
            }
            record.insert(column.id, answer);
        }
    return record;
}

QJsonObject secondsToJson(const ResultRow& row)
{
    return {{u"acquire"_s, double(row.acquireMs) / 1000},
            {u"convert"_s, double(row.convertMs) / 1000},
            {u"read"_s, double(row.readMs) / 1000}};
}

class JsonSink final : public FileSink
{
public:
    QString format() const override { return u"json"_s; }
    QString suffix() const override { return u".json"_s; }
    QString label() const override { return QCoreApplication::translate("sinks", "Everything for programs (JSON)"); }
    Result<QByteArray> write(const QVector<ResultRow>& rows, const QVector<Column>& columns,
                             const WriteOptions&) const override
    {
        QJsonArray results;
        for (const ResultRow& row : rows)
            results.append(resultToJson(row, columns));
        return QJsonDocument(results).toJson();
    }
};

class JsonLinesSink final : public FileSink
{
public:
    QString format() const override { return u"jsonl"_s; }
    QString suffix() const override { return u".jsonl"_s; }
    QString label() const override { return QCoreApplication::translate("sinks", "One paper a line (JSON Lines)"); }
    Result<QByteArray> write(const QVector<ResultRow>& rows, const QVector<Column>& columns,
                             const WriteOptions&) const override
    {
        QByteArray bytes;
        for (const ResultRow& row : rows)
            bytes += QJsonDocument(resultToJson(row, columns)).toJson(QJsonDocument::Compact) + '\n';
        return bytes;
    }
};

} // namespace

QJsonObject resultToJson(const ResultRow& row, const QVector<Column>& columns)
{
    const Paper& paper = row.paper;
    QJsonObject result{{u"id"_s, paper.id},
                       {u"doi"_s, orNull(paper.ids.doi)},
                       {u"title"_s, paper.title},
                       {u"authors"_s, authorsToJson(paper.authors)},
                       {u"year"_s, paper.year > 0 ? QJsonValue(paper.year) : QJsonValue()},
                       {u"venue"_s, orNull(paper.venue)},
                       {u"state"_s, row.state},
                       {u"success"_s, row.success},
                       {u"validation_status"_s, row.validationStatus},
                       {u"source_basis"_s, orNull(textBasisName(row.basis))},
                       {u"es_record_id"_s, orNull(row.esRecordId)},
                       {u"zotero_key"_s, orNull(row.zoteroKey)},
                       {u"failure"_s, failureToJson(row.failure)},
                       {u"record"_s, recordToJson(row, columns)},
                       {u"pages"_s, row.pages},
                       {u"converter"_s, orNull(row.converter)},
                       {u"reader"_s, orNull(row.reader)},
                       {u"cost_usd"_s, row.costUsd},
                       {u"seconds"_s, secondsToJson(row)}};
    if (!paper.ids.arxiv.isEmpty())
        result.insert(u"arxiv"_s, paper.ids.arxiv);
    if (!paper.ids.pmid.isEmpty())
        result.insert(u"pmid"_s, paper.ids.pmid);
    if (row.duplicateOf != 0)
        result.insert(u"duplicate_of"_s, row.duplicateOf);
    if (!row.secondReader.isEmpty())
        result.insert(u"second_reader"_s, row.secondReader);
    if (row.secondFailure)
        result.insert(u"second_failure"_s, failureToJson(row.secondFailure));
    return result;
}

const FileSink& jsonSink()
{
    static const JsonSink sink;
    return sink;
}

const FileSink& jsonLinesSink()
{
    static const JsonLinesSink sink;
    return sink;
}

} // namespace sheaf
