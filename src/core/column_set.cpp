// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/column_set.h"

#include "core/question.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

constexpr qsizetype longestId = 40, mostColumns = 200;

std::unexpected<Failure> notColumns(const QString& reason)
{
    return fail(Stage::Load, u"columns.json"_s,
                QCoreApplication::translate("Columns", "The columns cannot be read: %1").arg(reason));
}

QStringList idsOf(const QVector<Column>& columns)
{
    QStringList ids;
    for (const Column& column : columns)
        ids.append(column.id);
    return ids;
}

Result<Column> columnOf(QJsonObject object, int number, const QStringList& taken)
{
    const QString name = object.value(u"name"_s).toString().trimmed();
    static const QRegularExpression form(u"^[a-z0-9_]{1,40}$"_s);
    const QString id = object.value(u"id"_s).toString();
    if (!form.match(id).hasMatch() || taken.contains(id))
        object.insert(u"id"_s, newColumnId(name, taken));
    const auto column = columnFromJson(object);
    const QString problem =
        column ? columnProblem(*column) : QCoreApplication::translate("Columns", "It has no name, or an unknown type.");
    if (!problem.isEmpty())
        return notColumns(QCoreApplication::translate("Columns", "column %1: %2").arg(number).arg(problem));
    return *column;
}

} // namespace

QString columnProblem(const Column& column)
{
    if (column.name.trimmed().isEmpty())
        return QCoreApplication::translate("Columns", "It has no name.");
    const bool choice = column.type == ColumnType::OneOf || column.type == ColumnType::SeveralOf;
    if (choice && column.choices.size() < 2)
        return QCoreApplication::translate("Columns", "“%1” needs two choices at least.").arg(column.name);
    return {};
}

QByteArray columnSetJson(const ColumnSet& set)
{
    QJsonArray columns;
    for (const Column& column : set.columns)
        columns.append(toJson(column));
    return QJsonDocument(QJsonObject{{u"name"_s, set.name}, {u"about"_s, set.about}, {u"columns"_s, columns}}).toJson();
}

Result<ColumnSet> columnSetFromJson(const QByteArray& json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (document.isNull())
        return notColumns(QCoreApplication::translate("Columns", "no JSON at byte %1 (%2).")
                              .arg(error.offset)
                              .arg(error.errorString()));
    const QJsonArray columns = document.isArray() ? document.array() : document[u"columns"_s].toArray();
    if (columns.isEmpty() || columns.size() > mostColumns)
        return notColumns(
            QCoreApplication::translate("Columns", "there must be 1 to %1 of them in “columns”.").arg(mostColumns));
    ColumnSet set{document[u"name"_s].toString(), document[u"about"_s].toString(), {}};
    for (const QJsonValue& value : columns) {
        auto column = columnOf(value.toObject(), int(set.columns.size()) + 1, idsOf(set.columns));
        if (!column)
            return std::unexpected(column.error());
        set.columns.append(*std::move(column));
    }
    return set;
}

QVector<ColumnSet> readyMadeColumnSets()
{
    QVector<ColumnSet> sets{{QCoreApplication::translate("Columns", "Key findings"),
                             QCoreApplication::translate("Columns", "the default record"), defaultColumns()}};
    for (const char* name : {"pico", "methods", "risk_of_bias", "software"}) {
        QFile file(u":/sheaf/columns/%1.json"_s.arg(QLatin1StringView(name)));
        const bool there = file.open(QIODevice::ReadOnly);
        const auto set = there ? columnSetFromJson(file.readAll()) : notColumns({});
        Q_ASSERT(set); // a test reads them all
        if (set)
            sets.append(*set);
    }
    return sets;
}

QString newColumnId(const QString& name, const QStringList& taken)
{
    QString base;
    const QString plain = name.normalized(QString::NormalizationForm_KD).toLower();
    for (const QChar c : plain) {
        if (c.unicode() < 0x80 && c.isLetterOrNumber())
            base += c;
        else if (!c.isMark() && !base.isEmpty() && !base.endsWith(u'_'))
            base += u'_';
    }
    base = base.first(std::min(base.size(), longestId - 4));
    while (base.endsWith(u'_'))
        base.chop(1);
    if (base.isEmpty())
        base = u"column"_s;
    QString id = base;
    for (int i = 2; taken.contains(id); ++i)
        id = u"%1_%2"_s.arg(base).arg(i);
    return id;
}

QVector<Column> withMissing(QVector<Column> columns, const QVector<Column>& more)
{
    for (Column column : more) {
        const bool there = std::ranges::any_of(
            columns, [&, stamp = questionStamp(column)](const Column& c) { return questionStamp(c) == stamp; });
        if (there)
            continue;
        const QStringList taken = idsOf(columns);
        if (taken.contains(column.id))
            column.id = newColumnId(column.name, taken);
        columns.append(column);
    }
    return columns;
}

} // namespace sheaf
