// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/columns/column_sets.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

QDir setsFolder()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/columns"_s);
}

Failure fileFailure(const QString& code, const QString& path, const QString& reason)
{
    return {Stage::Load,
            code,
            QCoreApplication::translate("Columns", "“%1”: %2").arg(QDir::toNativeSeparators(path), reason),
            {},
            true};
}

} // namespace

Result<ColumnSet> readColumnSet(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(fileFailure(u"columns.read"_s, path, file.errorString()));
    auto set = columnSetFromJson(file.readAll());
    if (set && set->name.isEmpty())
        set->name = QFileInfo(path).completeBaseName();
    return set;
}

Result<void> writeColumnSet(const ColumnSet& set, const QString& path)
{
    QSaveFile file(path);
    const QByteArray json = columnSetJson(set);
    if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size() || !file.commit())
        return std::unexpected(fileFailure(u"columns.write"_s, path, file.errorString()));
    return {};
}

QVector<ColumnSet> ownColumnSets()
{
    QVector<ColumnSet> sets;
    const QDir folder = setsFolder();
    for (const QString& name : folder.entryList({u"*.json"_s}, QDir::Files, QDir::Name))
        if (auto set = readColumnSet(folder.filePath(name))) // one that was spoilt by hand is left out of the list
            sets.append(*std::move(set));
    return sets;
}

Result<void> saveColumnSet(const ColumnSet& set)
{
    const QDir folder = setsFolder();
    QDir().mkpath(folder.path());
    return writeColumnSet(set, folder.filePath(newColumnId(set.name, {}) + u".json"_s));
}

} // namespace sheaf
