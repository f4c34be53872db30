// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/author_list.h"

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

QStringList trimmedParts(const QString& text, const QString& separator)
{
    QStringList parts = text.split(separator, Qt::SkipEmptyParts);
    for (QString& part : parts)
        part = part.trimmed();
    parts.removeAll(QString());
    return parts;
}

/** "J.", "J.-P.", "JP", "J. P." */
bool isInitials(const QString& text)
{
    int letters = 0;
    for (const QChar c : text) {
        if (c.isLetter())
            letters += c.isUpper() || c.isTitleCase() ? 1 : 9;
        else if (c != '.'_L1 && c != '-'_L1 && c != ' '_L1 && c != u'’' && c != '\''_L1)
            return false;
    }
    return letters > 0 && letters <= 4;
}

/** "J. A. Jr." without what follows it. */
QString withoutSuffix(const QString& text)
{
    const qsizetype blank = text.lastIndexOf(' '_L1);
    return blank > 0 && isNameSuffix(QStringView(text).mid(blank + 1)) ? text.left(blank) : text;
}

/** Family, given, family, given …: "Smith, J., Doe, A." */
bool alternates(const QStringList& parts)
{
    if (parts.size() < 2 || parts.size() % 2 != 0)
        return false;
    for (qsizetype i = 0; i < parts.size(); i += 2)
        if (isInitials(parts.at(i)) || !isInitials(withoutSuffix(parts.at(i + 1))))
            return false;
    return true;
}

/** One name with a comma and nothing else: "Smith, John" or "van der Berg, Anna Maria". */
bool isOneInvertedName(const QStringList& parts)
{
    return parts.size() == 2 && !parts.first().contains(' '_L1) && !isInitials(parts.first());
}

QVector<Author> fromCommas(const QString& text)
{
    QStringList parts = trimmedParts(text, u","_s);
    // "Barrow W.C., Jr.": the suffix goes back to its name.
    for (qsizetype i = parts.size() - 1; i > 0; --i)
        if (isNameSuffix(parts.at(i))) {
            parts[i - 1] += ' '_L1 + parts.at(i);
            parts.removeAt(i);
        }
    QVector<Author> authors;
    if (alternates(parts)) {
        for (qsizetype i = 0; i < parts.size(); i += 2)
            authors.append(authorFromParts(parts.at(i), parts.at(i + 1)));
        return authors;
    }
    if (isOneInvertedName(parts))
        return {authorFromName(text)};
    for (const QString& part : parts)
        authors.append(authorFromName(part));
    return authors;
}

QVector<Author> fromParts(const QStringList& names)
{
    QVector<Author> authors;
    for (const QString& name : names)
        authors.append(authorFromName(name));
    return authors;
}

} // namespace

QVector<Author> authorsFromText(QStringView text)
{
    QString names = text.trimmed().toString();
    while (names.endsWith(';'_L1) || names.endsWith(','_L1))
        names = names.chopped(1).trimmed();
    if (names.isEmpty())
        return {};
    if (names.contains(';'_L1))
        return fromParts(trimmedParts(names, u";"_s));
    if (names.contains("||"_L1))
        return fromParts(trimmedParts(names, u"||"_s));
    if (names.contains('|'_L1))
        return fromParts(trimmedParts(names, u"|"_s));
    if (names.contains('\n'_L1))
        return fromParts(trimmedParts(names, u"\n"_s));
    names.replace(" & "_L1, " and "_L1).replace(", and "_L1, " and "_L1);
    if (names.contains(" and "_L1)) {
        const QStringList parts = trimmedParts(names, u" and "_s);
        QVector<Author> authors;
        for (const QString& part : parts) {
            // "A. One, B. Two and C. Three": commas part the names too when the last one has none.
            const auto commas = part.count(','_L1);
            const bool several = commas > 1 || (commas == 1 && !parts.last().contains(','_L1));
            authors += several ? fromCommas(part) : QVector<Author>{authorFromName(part)};
        }
        return authors;
    }
    return names.contains(','_L1) ? fromCommas(names) : QVector<Author>{authorFromName(names)};
}

} // namespace sheaf
