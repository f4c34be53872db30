// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sinks/elasticsearch_record.h"

#include "sinks/result_text.h"
#include "sinks/work_identity.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

QJsonObject ofType(const QString& type)
{
    return {{u"type"_s, type}};
}

QJsonObject object(const QJsonObject& properties)
{
    return {{u"properties"_s, properties}};
}

int wordCount(const QString& text)
{
    int words = 0;
    bool inside = false;
    for (const QChar c : text) {
        words += !c.isSpace() && !inside;
        inside = !c.isSpace();
    }
    return words;
}

QJsonArray quotesOf(const Cell& cell)
{
    QJsonArray quotes;
    for (const Quote& quote : cell.quotes)
        if (const QString words = shownQuote(quote); !words.isEmpty())
            quotes.append(
                QJsonObject{{u"text"_s, words}, {u"page"_s, quote.page}, {u"state"_s, quoteStateName(quote.state)}});
    return quotes;
}

QJsonArray answersOf(const ResultRow& row, const QVector<Column>& columns)
{
    QJsonArray answers;
    for (const Column& column : columns) {
        const Cell* cell = cellOf(row, column);
        if (!cell)
            continue;
        QJsonObject answer{{u"column"_s, column.id},
                           {u"name"_s, column.name},
                           {u"value"_s, valueText(cell->value)},
                           {u"state"_s, cellStateText(*cell)},
                           {u"quotes"_s, quotesOf(*cell)}};
        if (cell->value.isDouble())
            answer.insert(u"number"_s, cell->value);
        answers.append(answer);
    }
    return answers;
}

QString summaryOf(const ResultRow& row)
{
    const auto cell = std::ranges::find(row.record, u"summary"_s, &Cell::column);
    return cell == row.record.cend() || cell->decision == Decision::Rejected ? QString() : valueText(cell->value);
}

QJsonArray authorsOf(const Paper& paper)
{
    QJsonArray names;
    for (const Author& author : paper.authors)
        names.append(author.display());
    return names;
}

} // namespace

QJsonObject indexedDocument(const SinkRecord& record, const QVector<Column>& columns, bool withText)
{
    const ResultRow& row = record.row;
    const Paper& paper = row.paper;
    QJsonObject metadata{{u"title"_s, paper.title},
                         {u"doi"_s, paper.ids.doi},
                         {u"source"_s, record.provenance},
                         {u"processing_status"_s, u"completed"_s},
                         {u"validation_status"_s, row.validationStatus},
                         {u"source_basis"_s, textBasisName(row.basis)},
                         {u"word_count"_s, wordCount(row.markdown)},
                         {u"page_count"_s, row.pages},
                         {u"ocr_method"_s, row.converter},
                         {u"reader"_s, row.reader}};
    QJsonObject document{{u"id"_s, workHash(paper, record.fileHash)},
                         {u"doi"_s, paper.ids.doi},
                         {u"zotero_key"_s, row.zoteroKey},
                         {u"source_type"_s, u"external"_s},
                         {u"title"_s, paper.title},
                         {u"authors"_s, authorsOf(paper)},
                         {u"venue"_s, paper.venue},
                         {u"summary"_s, summaryOf(row)},
                         {u"language_code"_s, paper.language},
                         {u"compression_level"_s, 0},
                         {u"source_ids"_s, QJsonArray()},
                         {u"metadata"_s, metadata},
                         {u"answers"_s, answersOf(row, columns)}};
    if (paper.year > 0)
        document.insert(u"year"_s, paper.year);
    if (withText)
        document.insert(u"content"_s, row.markdown);
    QDateTime first, last;
    for (const Cell& cell : row.record) {
        if (!cell.answeredAt.isValid())
            continue;
        first = first.isValid() ? std::min(first, cell.answeredAt) : cell.answeredAt;
        last = last.isValid() ? std::max(last, cell.answeredAt) : cell.answeredAt;
    }
    if (first.isValid()) {
        document.insert(u"created_at"_s, first.toUTC().toString(Qt::ISODateWithMs));
        document.insert(u"updated_at"_s, last.toUTC().toString(Qt::ISODateWithMs));
    }
    return document;
}

QJsonObject indexedFields()
{
    const QJsonObject keyword = ofType(u"keyword"_s), text = ofType(u"text"_s), date = ofType(u"date"_s),
                      integer = ofType(u"integer"_s);
    const QJsonObject quotes = object({{u"text"_s, text}, {u"page"_s, integer}, {u"state"_s, keyword}});
    QJsonObject answers = object({{u"column"_s, keyword},
                                  {u"name"_s, keyword},
                                  {u"value"_s, text},
                                  {u"number"_s, ofType(u"double"_s)},
                                  {u"state"_s, keyword},
                                  {u"quotes"_s, quotes}});
    answers.insert(u"type"_s, u"nested"_s); // a state belongs to its own answer
    const QJsonObject metadata = object({{u"title"_s, text},
                                         {u"doi"_s, keyword},
                                         {u"source"_s, keyword},
                                         {u"processing_status"_s, keyword},
                                         {u"validation_status"_s, keyword},
                                         {u"source_basis"_s, keyword},
                                         {u"word_count"_s, integer},
                                         {u"page_count"_s, integer},
                                         {u"ocr_method"_s, keyword},
                                         {u"reader"_s, keyword}});
    return {{u"id"_s, keyword},
            {u"doi"_s, keyword},
            {u"zotero_key"_s, keyword},
            {u"source_type"_s, keyword},
            {u"title"_s, text},
            {u"authors"_s, text},
            {u"venue"_s, keyword},
            {u"year"_s, integer},
            {u"content"_s, text},
            {u"summary"_s, text},
            {u"language_code"_s, keyword},
            {u"compression_level"_s, integer},
            {u"source_ids"_s, keyword},
            {u"metadata"_s, metadata},
            {u"answers"_s, answers},
            {u"created_at"_s, date},
            {u"updated_at"_s, date}};
}

QStringList contradictions(const QJsonObject& properties)
{
    static const QHash<QString, QStringList> alike{{u"text"_s, {u"text"_s, u"match_only_text"_s}},
                                                   {u"date"_s, {u"date"_s, u"date_nanos"_s}},
                                                   {u"integer"_s, {u"integer"_s, u"long"_s, u"short"_s}},
                                                   {u"keyword"_s, {u"keyword"_s}},
                                                   {u"nested"_s, {u"nested"_s}}};
    QStringList found;
    const QJsonObject wanted = indexedFields();
    for (auto it = wanted.begin(); it != wanted.end(); ++it) {
        if (!properties.contains(it.key()))
            continue;
        const QString type = it->toObject().value("type"_L1).toString(u"object"_s);
        const QString there = properties.value(it.key()).toObject().value("type"_L1).toString(u"object"_s);
        if (there != type && !alike.value(type).contains(there))
            found.append(u"%1: %2 ≠ %3"_s.arg(it.key(), there, type));
    }
    return found;
}

} // namespace sheaf
