// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/column.h"

#include "core/name_table.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <optional>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

constexpr auto typeNames = nameTable<ColumnType>("text", "number", "yes-no", "one-of", "several-of", "list", "date");

} // namespace

QString columnTypeName(ColumnType type)
{
    return typeNames.name(type);
}

std::optional<ColumnType> columnTypeFromName(QStringView name)
{
    return typeNames.value(name);
}

QJsonObject toJson(const Column& column)
{
    QJsonObject object{{u"id"_s, column.id},
                       {u"name"_s, column.name},
                       {u"question"_s, column.question},
                       {u"type"_s, columnTypeName(column.type)},
                       {u"quote_required"_s, column.quoteRequired}};
    if (!column.unit.isEmpty())
        object.insert(u"unit"_s, column.unit);
    if (!column.choices.isEmpty())
        object.insert(u"choices"_s, QJsonArray::fromStringList(column.choices));
    return object;
}

std::optional<Column> columnFromJson(const QJsonObject& object)
{
    const auto type = columnTypeFromName(object.value(u"type"_s).toString(u"text"_s));
    Column column{.id = object.value(u"id"_s).toString(),
                  .name = object.value(u"name"_s).toString(),
                  .question = object.value(u"question"_s).toString(),
                  .type = type.value_or(ColumnType::Text),
                  .unit = object.value(u"unit"_s).toString(),
                  .choices = object.value(u"choices"_s).toVariant().toStringList(),
                  .quoteRequired = object.value(u"quote_required"_s).toBool(true)};
    if (!type || column.id.isEmpty() || column.name.isEmpty())
        return std::nullopt;
    return column;
}

QVector<Column> defaultColumns()
{
    const auto column = [](const char* id, const QString& name, const QString& question, ColumnType type,
                           bool quote = true) {
        return Column{.id = QString::fromLatin1(id),
                      .name = name,
                      .question = question,
                      .type = type,
                      .unit = {},
                      .choices = {},
                      .quoteRequired = quote};
    };
    QVector<Column> columns{
        column("summary", QCoreApplication::translate("Columns", "Summary"),
               QCoreApplication::translate("Columns", "What does the paper do and find, in two or three sentences?"),
               ColumnType::Text, false),
        column("key_findings", QCoreApplication::translate("Columns", "Key findings"),
               QCoreApplication::translate("Columns", "What are the three to five main findings?"), ColumnType::List),
        column("methodology", QCoreApplication::translate("Columns", "Methods"),
               QCoreApplication::translate("Columns", "How was the work done, in one or two sentences?"),
               ColumnType::Text),
        column("limitations", QCoreApplication::translate("Columns", "Limitations"),
               QCoreApplication::translate("Columns", "Which limitations do the authors name?"), ColumnType::List),
        column("future_work", QCoreApplication::translate("Columns", "Future work"),
               QCoreApplication::translate("Columns", "Which future work do the authors propose?"), ColumnType::List),
        column("themes", QCoreApplication::translate("Columns", "Themes"),
               QCoreApplication::translate("Columns", "Which three to five themes is the paper about?"),
               ColumnType::List, false),
        column("study_design", QCoreApplication::translate("Columns", "Study design"),
               QCoreApplication::translate("Columns", "What kind of study is it?"), ColumnType::OneOf, false),
    };
    columns.last().choices = {u"Empirical"_s, u"Review"_s, u"Modelling"_s, u"Methods or software"_s, u"Other"_s};
    return columns;
}

} // namespace sheaf
