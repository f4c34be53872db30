// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/paper.h"

#include <QCoreApplication>
#include <QSet>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

/** Particles that belong to the family name and are written in lower case. */
const QSet<QString>& particles()
{
    static const QSet<QString> words{u"af"_s,  u"al"_s,  u"av"_s,  u"ben"_s,   u"bin"_s,    u"da"_s,  u"dal"_s,
                                     u"das"_s, u"de"_s,  u"del"_s, u"della"_s, u"den"_s,    u"der"_s, u"des"_s,
                                     u"di"_s,  u"do"_s,  u"dos"_s, u"du"_s,    u"el"_s,     u"ibn"_s, u"la"_s,
                                     u"le"_s,  u"ter"_s, u"van"_s, u"vande"_s, u"vander"_s, u"von"_s, u"vom"_s,
                                     u"zu"_s,  u"zum"_s, u"zur"_s, u"y"_s};
    return words;
}

/** Takes the last word off `name` where it is a suffix and something stays; empty if it is none. */
QString takeSuffix(QString& name)
{
    const qsizetype blank = name.lastIndexOf(' '_L1);
    if (blank <= 0 || !isNameSuffix(QStringView(name).mid(blank + 1)))
        return {};
    const QString suffix = name.mid(blank + 1);
    name = name.left(blank).trimmed();
    if (name.endsWith(','_L1))
        name.chop(1);
    return suffix;
}

/** "KM", "A.B.": initials after the family name, as PubMed and Vancouver style write them. */
bool areInitials(const QString& word)
{
    QString letters = word;
    letters.remove('.'_L1).remove('-'_L1);
    return !letters.isEmpty() && letters.size() <= 3 && letters == letters.toUpper() && letters.front().isLetter();
}

/** A name without commas: "First van Last", "Last FM". */
Author authorFromWords(const QString& name)
{
    const QStringList words = name.split(' '_L1, Qt::SkipEmptyParts);
    if (words.size() < 2)
        return {name, {}, {}};
    if (areInitials(words.last()) && !areInitials(words.first()))
        return {words.mid(0, words.size() - 1).join(' '_L1), words.last(), {}};
    qsizetype start = words.size() - 1;
    while (start > 1 && particles().contains(words.at(start - 1)))
        --start;
    return {words.mid(start).join(' '_L1), words.mid(0, start).join(' '_L1), {}};
}

} // namespace

QString Author::display() const
{
    const qsizetype comma = given.indexOf(", "_L1);
    if (comma > 0 && isNameSuffix(QStringView(given).mid(comma + 2)))
        return given.left(comma) + ' '_L1 + family + given.mid(comma);
    return given.isEmpty() ? family : given + ' '_L1 + family;
}

bool isNameSuffix(QStringView word)
{
    static const QSet<QString> words{u"jr"_s,  u"jr."_s, u"sr"_s,  u"sr."_s, u"ii"_s,
                                     u"iii"_s, u"iv"_s,  u"2nd"_s, u"3rd"_s, u"4th"_s};
    return words.contains(word.trimmed().toString().toLower());
}

Author authorFromParts(QString family, QString given, const QString& suffix)
{
    QString after = suffix;
    if (!given.isEmpty()) {
        for (QString* name : {&given, &family})
            if (const QString taken = takeSuffix(*name); after.isEmpty())
                after = taken;
    }
    if (!after.isEmpty())
        given += (given.isEmpty() ? u""_s : u", "_s) + after;
    return {family, given, {}};
}

Author authorFromName(QStringView name)
{
    QString text = name.toString().simplified();
    if (text.startsWith('{'_L1) && text.endsWith('}'_L1))
        return {text.mid(1, text.size() - 2).trimmed(), {}, {}};

    QStringList parts = text.split(','_L1);
    for (QString& part : parts)
        part = part.trimmed();
    parts.removeAll(QString());
    QString suffix; // "Last, Jr., First", "Last, First, Jr.", "First Last, Jr."
    for (qsizetype i = parts.size() - 1; i > 0 && suffix.isEmpty(); --i)
        if (isNameSuffix(parts.at(i)))
            suffix = parts.takeAt(i);
    if (parts.size() >= 2)
        return authorFromParts(parts.at(0), parts.mid(1).join(u", "_s), suffix);

    QString words = parts.isEmpty() ? text : parts.first();
    // "Yi II" may be a name with initials; with three words it is none.
    if (suffix.isEmpty() && words.count(' '_L1) > 1)
        suffix = takeSuffix(words);
    const Author author = authorFromWords(words);
    return suffix.isEmpty() ? author : authorFromParts(author.family, author.given, suffix);
}

QString shortAuthors(const QVector<Author>& authors)
{
    if (authors.isEmpty())
        return {};
    if (authors.size() == 1)
        return authors.first().family;
    if (authors.size() == 2)
        return authors.at(0).family + u", "_s + authors.at(1).family;
    return QCoreApplication::translate("Paper", "%1 et al.").arg(authors.first().family);
}

} // namespace sheaf
