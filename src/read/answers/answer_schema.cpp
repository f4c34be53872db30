// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/answers/answer_schema.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

QJsonObject typed(const QString& type)
{
    return {{u"type"_s, type}};
}

QJsonObject choice(const QStringList& choices)
{
    return {{u"type"_s, u"string"_s}, {u"enum"_s, QJsonArray::fromStringList(choices)}};
}

QJsonObject listOf(const QJsonObject& items)
{
    return {{u"type"_s, u"array"_s}, {u"items"_s, items}};
}

QJsonObject orNull(const QJsonObject& schema)
{
    return {{u"anyOf"_s, QJsonArray{schema, typed(u"null"_s)}}};
}

QJsonObject object(const QJsonObject& properties)
{
    return {{u"type"_s, u"object"_s},
            {u"properties"_s, properties},
            {u"required"_s, QJsonArray::fromStringList(properties.keys())},
            {u"additionalProperties"_s, false}};
}

QJsonObject valueSchema(const Column& column)
{
    switch (column.type) {
    case ColumnType::Text:
    case ColumnType::Date:
        return typed(u"string"_s);
    case ColumnType::Number:
        return typed(u"number"_s);
    case ColumnType::YesNo:
        return typed(u"boolean"_s);
    case ColumnType::OneOf:
        return column.choices.isEmpty() ? typed(u"string"_s) : choice(column.choices);
    case ColumnType::SeveralOf:
        return listOf(column.choices.isEmpty() ? typed(u"string"_s) : choice(column.choices));
    case ColumnType::List:
        return listOf(typed(u"string"_s));
    }
    Q_UNREACHABLE();
}

QJsonObject columnSchema(const Column& column)
{
    const QJsonObject quote = object({{u"text"_s, typed(u"string"_s)}, {u"page"_s, orNull(typed(u"integer"_s))}});
    return object({{u"value"_s, orNull(valueSchema(column))}, {u"quotes"_s, listOf(quote)}});
}

constexpr int longestList = 5, mostQuotes = 2;

int longestListOf(const QJsonObject& schema)
{
    return schema.value(u"items"_s)[u"type"_s].toString() == u"object"_s ? mostQuotes : longestList;
}

/** Of the longest answer that a schema with bounded lists allows. */
struct Extent
{
    int texts = 0;
    int marks = 0; ///< names, brackets and values that are no free text
};

Extent extentOf(const QJsonObject& schema)
{
    const QString type = schema.value(u"type"_s).toString();
    Extent extent{.texts = type == u"string"_s && !schema.contains(u"enum"_s) ? 1 : 0, .marks = 1};
    const auto add = [&extent](const QJsonValue& part, int times) {
        const Extent inner = extentOf(part.toObject());
        extent.texts += inner.texts * times;
        extent.marks += inner.marks * times;
    };
    const QJsonObject properties = schema.value(u"properties"_s).toObject();
    for (const QJsonValue& property : properties)
        add(property, 1);
    const QJsonArray choices = schema.value(u"anyOf"_s).toArray();
    for (const QJsonValue& choice : choices)
        add(choice, 1);
    if (type == u"array"_s)
        add(schema.value(u"items"_s), longestListOf(schema));
    return extent;
}

QJsonValue boundedValue(const QJsonValue& value, int longestText);

QJsonObject boundedObject(const QJsonObject& schema, int longestText)
{
    QJsonObject all;
    for (auto it = schema.begin(); it != schema.end(); ++it)
        all.insert(it.key(), boundedValue(it.value(), longestText));
    const QString type = schema.value(u"type"_s).toString();
    if (type == u"array"_s)
        all.insert(u"maxItems"_s, longestListOf(schema));
    if (type == u"string"_s && !schema.contains(u"enum"_s))
        all.insert(u"maxLength"_s, longestText);
    return all;
}

QJsonValue boundedValue(const QJsonValue& value, int longestText)
{
    if (value.isObject())
        return boundedObject(value.toObject(), longestText);
    if (!value.isArray())
        return value;
    QJsonArray all;
    const QJsonArray array = value.toArray();
    for (const QJsonValue& item : array)
        all.append(boundedValue(item, longestText));
    return all;
}

} // namespace

QJsonObject boundedSchema(const QJsonObject& schema, qint64 answerTokens)
{
    constexpr qint64 tokensPerMark = 6, charsPerToken = 3, shortestText = 60, longestText = 300;
    const Extent extent = extentOf(schema);
    const qint64 chars = (answerTokens - extent.marks * tokensPerMark) * charsPerToken;
    const qint64 text = std::clamp(chars / std::max(extent.texts, 1), shortestText, longestText);
    return boundedObject(schema, int(text));
}

QJsonObject answerSchema(const QVector<Column>& columns)
{
    QJsonObject properties;
    for (const Column& column : columns)
        properties.insert(column.id, columnSchema(column));
    return object(properties);
}

} // namespace sheaf
