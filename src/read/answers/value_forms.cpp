// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/answers/value_forms.h"

#include <QDate>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

bool saysNothing(const QString& text)
{
    static const QStringList words{u""_s,          u"null"_s,          u"none"_s,          u"n/a"_s,
                                   u"na"_s,        u"not specified"_s, u"not stated"_s,    u"not reported"_s,
                                   u"not given"_s, u"not mentioned"_s, u"not available"_s, u"unknown"_s};
    QString bare = text.trimmed().toLower();
    while (bare.endsWith(u'.'))
        bare.chop(1);
    return words.contains(bare);
}

QJsonValue tidyNumber(const QString& text)
{
    // With its unit or thousands' commas, but one number only: "1,204 patients" yes, "12-14" no.
    static const QRegularExpression one(
        uR"(^[^\d+\-−.]*([+\-−]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\d.,]*\d)[^\d]*$)"_s);
    QString number = one.match(text).captured(1);
    number.remove(u',').replace(u'−', u'-');
    bool ok = false;
    const double value = number.toDouble(&ok);
    return ok ? QJsonValue(value) : QJsonValue(text);
}

QJsonValue tidyYesNo(const QString& text)
{
    const QString word = text.trimmed().toLower();
    if (word == u"yes"_s || word == u"true"_s)
        return true;
    if (word == u"no"_s || word == u"false"_s)
        return false;
    return text;
}

/** The column's own spelling of a choice. */
QJsonValue tidyChoice(const QJsonValue& value, const QStringList& choices)
{
    for (const QString& choice : choices) {
        if (choice.compare(value.toString().trimmed(), Qt::CaseInsensitive) == 0)
            return choice;
    }
    return value;
}

QJsonValue tidyItem(const QJsonValue& item, const Column& column)
{
    if (column.type == ColumnType::SeveralOf)
        return tidyChoice(item, column.choices);
    if (item.isString())
        return item.toString().trimmed();
    // A model that puts each finding into an object of its own: {"text": …, …} or {"value": …}.
    for (const QString& key : {u"value"_s, u"text"_s}) {
        if (item.isObject() && item[key].isString())
            return item[key];
    }
    return item;
}

QJsonValue tidyList(const QJsonValue& value, const Column& column)
{
    QJsonArray given = value.toArray();
    if (value.isString()) {
        const QJsonDocument inner = QJsonDocument::fromJson(value.toString().toUtf8());
        given = inner.isArray() ? inner.array() : QJsonArray{value};
    }
    QJsonArray tidy;
    for (const QJsonValue& item : std::as_const(given)) {
        const QJsonValue kept = tidyItem(item, column);
        if (!(kept.isString() && saysNothing(kept.toString())) && !tidy.contains(kept))
            tidy.append(kept);
    }
    return tidy;
}

bool isList(ColumnType type)
{
    return type == ColumnType::List || type == ColumnType::SeveralOf;
}

QJsonValue tidyText(const QString& text, const Column& column)
{
    switch (column.type) {
    case ColumnType::Number:
        return tidyNumber(text);
    case ColumnType::YesNo:
        return tidyYesNo(text);
    case ColumnType::OneOf:
        return tidyChoice(text, column.choices);
    case ColumnType::Date:
        return isoDate(text).value_or(text);
    default:
        return text.trimmed();
    }
}

} // namespace

QJsonValue tidyValue(const QJsonValue& value, const Column& column)
{
    if (value.isNull() || value.isUndefined())
        return QJsonValue::Null;
    const bool isChoice = value.isString() && column.choices.contains(value.toString());
    if (value.isString() && !isChoice && saysNothing(value.toString()))
        return QJsonValue::Null;
    if (isList(column.type) && (value.isArray() || value.isString()))
        return tidyList(value, column);
    if (value.isString())
        return tidyText(value.toString(), column);
    if (value.isArray() && value.toArray().size() == 1) // one text in a list is that text
        return tidyValue(value.toArray().first(), column);
    if (value.isDouble() && column.type == ColumnType::Date && isoDate(QString::number(value.toDouble(), 'f', 0)))
        return QString::number(value.toDouble(), 'f', 0);
    if (value.isDouble() && column.type == ColumnType::Text)
        return QString::number(value.toDouble(), 'g', 15);
    return value;
}

QString valueComplaint(const QJsonValue& value, const Column& column)
{
    if (column.type == ColumnType::Date && value.isString() && isoDate(value.toString()) != value.toString())
        return u"the value of \"%1\" is no date of the form YYYY-MM-DD, YYYY-MM or YYYY"_s.arg(column.id);
    return {};
}

std::optional<QString> isoDate(const QString& text)
{
    static const QRegularExpression year(u"^(?:1[5-9]|20)\\d\\d$"_s);
    const QString bare = text.trimmed();
    if (year.match(bare).hasMatch())
        return bare;
    const auto parsed = [&](const char* format) {
        const QDate date = QLocale::c().toDate(bare, QString::fromLatin1(format));
        return date.isValid() && date.year() >= 1500 && date.year() < 2100 ? date : QDate();
    };
    for (const char* format :
         {"yyyy-MM-dd", "yyyy/MM/dd", "yyyy.MM.dd", "d MMMM yyyy", "d MMM yyyy", "MMMM d, yyyy", "MMM d, yyyy"}) {
        if (const QDate date = parsed(format); date.isValid())
            return date.toString(Qt::ISODate);
    }
    for (const char* format : {"yyyy-MM", "yyyy/MM", "MMMM yyyy", "MMM yyyy"}) {
        if (const QDate date = parsed(format); date.isValid())
            return date.toString(u"yyyy-MM"_s);
    }
    return std::nullopt;
}

} // namespace sheaf
