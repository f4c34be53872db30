// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/answer_schema.h"

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

QJsonValue bounded(const QJsonValue& value);

QJsonArray bounded(const QJsonArray& array)
{
    QJsonArray all;
    for (const QJsonValue& value : array)
        all.append(bounded(value));
    return all;
}

QJsonValue bounded(const QJsonValue& value)
{
    if (value.isArray())
        return bounded(value.toArray());
    return value.isObject() ? QJsonValue(boundedSchema(value.toObject())) : value;
}

} // namespace

QJsonObject boundedSchema(const QJsonObject& schema)
{
    constexpr int longestList = 5, longestText = 300, mostQuotes = 2;
    QJsonObject all;
    for (auto it = schema.begin(); it != schema.end(); ++it)
        all.insert(it.key(), bounded(it.value()));
    const QString type = schema.value(u"type"_s).toString();
    const bool quotes = schema.value(u"items"_s)[u"type"_s].toString() == u"object"_s;
    if (type == u"array"_s)
        all.insert(u"maxItems"_s, quotes ? mostQuotes : longestList);
    if (type == u"string"_s && !schema.contains(u"enum"_s))
        all.insert(u"maxLength"_s, longestText);
    return all;
}

QJsonObject answerSchema(const QVector<Column>& columns)
{
    QJsonObject properties;
    for (const Column& column : columns)
        properties.insert(column.id, columnSchema(column));
    return object(properties);
}

} // namespace sheaf
