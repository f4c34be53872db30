// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/bibtex_files.h"

#include <QVector>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

/** Splits at ";" into files and at ":" into parts; "\:", "\;" and "\\" stand for themselves. */
QVector<QStringList> splitField(const QString& raw)
{
    QVector<QStringList> files{{QString()}};
    for (qsizetype i = 0; i < raw.size(); ++i) {
        const QChar c = raw.at(i);
        const QChar next = i + 1 < raw.size() ? raw.at(i + 1) : QChar();
        if (c == '\\'_L1 && u":;\\_&%{}#$"_s.contains(next)) {
            files.last().last() += next;
            ++i;
        } else if (c == ';'_L1) {
            files.append(QStringList{QString()});
        } else if (c == ':'_L1) {
            files.last().append(QString());
        } else {
            files.last().last() += c;
        }
    }
    return files;
}

bool isDrive(const QString& part)
{
    return part.size() == 1 && part.front().isLetter();
}

bool isType(const QString& part)
{
    return part.isEmpty() || part.contains("application/"_L1) || part.contains("text/"_L1) ||
           (part.size() <= 12 && !part.contains('.'_L1) && !part.contains('/'_L1) && !part.contains('\\'_L1));
}

QString pathOf(QStringList parts)
{
    const bool startsWithPath = parts.size() > 1 && (isDrive(parts.first()) || parts.first().startsWith("http"_L1));
    if (parts.size() > 1 && isType(parts.last()))
        parts.removeLast();
    if (parts.size() > 1 && !startsWithPath)
        parts.removeFirst(); // the description
    return parts.join(':'_L1).trimmed();
}

} // namespace

QStringList filesOfField(const QString& raw)
{
    QString text = raw.trimmed();
    text.replace("$\\backslash$"_L1, "\\"_L1).replace("{\\_}"_L1, "_"_L1);
    QStringList paths;
    for (const QStringList& parts : splitField(text))
        if (const QString path = pathOf(parts); !path.isEmpty())
            paths.append(path);
    return paths;
}

} // namespace sheaf
