// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/second_reader.h"

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

QStringList wantedColumns(const Settings& settings)
{
    QStringList wanted;
    for (const QString& name : settings.text(u"second.columns"_s).split(u',', Qt::SkipEmptyParts))
        if (!name.trimmed().isEmpty())
            wanted.append(name.trimmed());
    return wanted;
}

bool isCalled(const Column& column, const QString& name)
{
    return column.id == name || column.name.compare(name, Qt::CaseInsensitive) == 0;
}

} // namespace

bool hasSecondReader(const Settings& settings)
{
    return settings.text(u"second.kind"_s) != "none"_L1;
}

Settings secondReaderSettings(const Settings& settings)
{
    Settings second = settings;
    for (const char* name : {"kind", "url", "model", "batch", "workers", "price.in", "price.out"}) {
        const QString key = QString::fromLatin1(name);
        if (const auto set = second.set(u"read."_s + key, settings.value(u"second."_s + key).toString()); !set)
            second.reset(u"read."_s + key); // only "none", for which no reader is made
    }
    return second;
}

SecretSource secondReaderSecrets(const SecretSource& secrets)
{
    return [secrets](SecretName name) { return secrets(name == SecretName::ReadKey ? SecretName::SecondKey : name); };
}

QVector<Column> secondReaderColumns(const QVector<Column>& columns, const Settings& settings)
{
    if (!hasSecondReader(settings))
        return {};
    const QStringList wanted = wantedColumns(settings);
    if (wanted.isEmpty())
        return columns;
    QVector<Column> chosen;
    for (const Column& column : columns)
        if (std::ranges::any_of(wanted, [&](const QString& name) { return isCalled(column, name); }))
            chosen.append(column);
    return chosen;
}

QStringList unknownSecondColumns(const QVector<Column>& columns, const Settings& settings)
{
    QStringList unknown;
    if (hasSecondReader(settings))
        for (const QString& name : wantedColumns(settings))
            if (std::ranges::none_of(columns, [&](const Column& column) { return isCalled(column, name); }))
                unknown.append(name);
    return unknown;
}

} // namespace sheaf
