// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <QVector>

/** A column: one question of the user's, put to every paper. */
namespace sheaf {

enum class ColumnType
{
    Text,
    Number,
    YesNo,
    OneOf,
    SeveralOf,
    List,
    Date
};

QString columnTypeName(ColumnType type);
std::optional<ColumnType> columnTypeFromName(QStringView name);

struct Column
{
    QString id; ///< [a-z0-9_]{1,40}, unique in the file: the property name in schemas and records
    QString name;
    QString question;
    ColumnType type = ColumnType::Text;
    QString unit;        ///< of a Number
    QStringList choices; ///< of OneOf and SeveralOf
    bool quoteRequired = true;

    bool operator==(const Column&) const = default;
};

QJsonObject toJson(const Column& column);
std::optional<Column> columnFromJson(const QJsonObject& object);

/** summary, key_findings, methodology, limitations, future_work, themes, study_design: the default record. */
QVector<Column> defaultColumns();

} // namespace sheaf
