// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/answers/answer_parser.h"

#include "read/answers/answer_schema.h"
#include "read/answers/value_forms.h"
#include "read/prompts/document_text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

constexpr qsizetype mostQuotes = 20;
constexpr qsizetype longestQuote = 4000;

/** The JSON object in `text`, itself perhaps in a fence, in prose or twice encoded. */
std::optional<QJsonObject> objectIn(const QString& text, int depth = 0)
{
    if (depth > 2)
        return std::nullopt;
    // A bare string is no JSON document for Qt: inside an array it is.
    const QJsonDocument wrapped = QJsonDocument::fromJson('[' + text.toUtf8() + ']');
    if (const QJsonArray items = wrapped.array(); items.size() == 1) {
        if (items.first().isObject())
            return items.first().toObject();
        if (items.first().isString())
            return objectIn(items.first().toString(), depth + 1);
        if (const QJsonArray inner = items.first().toArray(); inner.size() == 1 && inner.first().isObject())
            return inner.first().toObject();
    }
    const qsizetype begin = text.indexOf(u'{');
    const qsizetype end = text.lastIndexOf(u'}');
    if (begin < 0 || end <= begin || (begin == 0 && end == text.size() - 1))
        return std::nullopt;
    return objectIn(text.sliced(begin, end - begin + 1), depth + 1);
}

QString withoutThinking(const QString& text)
{
    const qsizetype end = text.lastIndexOf(u"</think>");
    return (end < 0 ? text : text.sliced(end + 8)).trimmed();
}

QJsonValue tidyPage(const QJsonValue& page)
{
    if (page.isDouble())
        return page.toDouble() >= 1 && page.toDouble() < 1e6 ? QJsonValue(int(page.toDouble())) : QJsonValue();
    static const QRegularExpression digits(u"\\d{1,6}"_s);
    const QString number = digits.match(page.toString()).captured();
    return number.isEmpty() ? QJsonValue() : QJsonValue(number.toInt());
}

std::optional<QJsonObject> tidyQuote(const QJsonValue& quote)
{
    const QString text = quote.isString() ? quote.toString() : quote.toObject().value(u"text"_s).toString();
    const QString bare = withoutMarks(text);
    if (bare.isEmpty() || bare.size() > longestQuote)
        return std::nullopt;
    return QJsonObject{{u"text"_s, bare}, {u"page"_s, tidyPage(quote.toObject().value(u"page"_s))}};
}

QJsonArray tidyQuotes(const QJsonValue& quotes, QStringList& notes)
{
    const QJsonArray given = quotes.isArray()                         ? quotes.toArray()
                             : quotes.isObject() || quotes.isString() ? QJsonArray{quotes}
                                                                      : QJsonArray();
    QJsonArray tidy;
    for (const QJsonValue& quote : given) {
        if (tidy.size() == mostQuotes)
            break;
        if (const auto kept = tidyQuote(quote); kept && !tidy.contains(*kept))
            tidy.append(*kept);
    }
    if (tidy.size() != given.size())
        notes.append(u"%1 quotes left out"_s.arg(given.size() - tidy.size()));
    return tidy;
}

/** {value, quotes} as the schema wants it, as far as the meaning of what is there is certain. */
QJsonObject tidyAnswer(const QJsonValue& answer, const Column& column, QStringList& notes)
{
    const bool bare = !answer.isObject() || !answer.toObject().contains(u"value"_s);
    if (bare)
        notes.append(u"%1: no {value, quotes}"_s.arg(column.id));
    const QJsonValue value = bare ? (answer.isObject() ? QJsonValue() : answer) : answer.toObject().value(u"value"_s);
    const QJsonValue tidy = tidyValue(value, column);
    if (tidy != value)
        notes.append(u"%1: value put into form"_s.arg(column.id));
    return {{u"value"_s, tidy}, {u"quotes"_s, tidyQuotes(answer.toObject().value(u"quotes"_s), notes)}};
}

Cell cellOf(const Column& column, const QJsonObject& answer)
{
    Cell cell{.column = column.id, .value = answer.value(u"value"_s)};
    const QJsonArray quotes = answer.value(u"quotes"_s).toArray();
    for (const QJsonValue& quote : quotes)
        cell.quotes.append({.text = quote[u"text"_s].toString(), .claimedPage = quote[u"page"_s].toInt(0)});
    return cell;
}

} // namespace

std::expected<ParsedAnswer, QString> parseAnswer(const QString& text, const QVector<Column>& columns)
{
    const QString bare = withoutThinking(text);
    const auto object = objectIn(bare);
    if (!object)
        return std::unexpected(bare.isEmpty() ? u"the answer is empty"_s : u"the answer is not one JSON object"_s);
    ParsedAnswer parsed;
    QStringList notes;
    QJsonObject tidy;
    for (const Column& column : columns) {
        if (!object->contains(column.id))
            return std::unexpected(u"the property \"%1\" is missing"_s.arg(column.id));
        const QJsonObject answer = tidyAnswer(object->value(column.id), column, notes);
        if (const QString wrong = valueComplaint(answer.value(u"value"_s), column); !wrong.isEmpty())
            return std::unexpected(wrong);
        tidy.insert(column.id, answer);
        parsed.record.append(cellOf(column, answer));
    }
    if (object->size() > columns.size())
        notes.append(u"%1 unknown properties left out"_s.arg(object->size() - columns.size()));
    if (const QString wrong = schemaComplaint(tidy, answerSchema(columns)); !wrong.isEmpty())
        return std::unexpected(wrong);
    parsed.warning = notes.join(u"; ");
    return parsed;
}

} // namespace sheaf
