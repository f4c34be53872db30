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

bool isSuffix(const QString& word)
{
    static const QSet<QString> words{u"jr"_s, u"jr."_s, u"sr"_s, u"sr."_s, u"ii"_s, u"iii"_s, u"iv"_s};
    return words.contains(word.toLower());
}

/** "KM", "A.B.": initials after the family name, as PubMed and Vancouver style write them. */
bool areInitials(const QString& word)
{
    QString letters = word;
    letters.remove('.'_L1).remove('-'_L1);
    return !letters.isEmpty() && letters.size() <= 3 && letters == letters.toUpper() && letters.front().isLetter();
}

} // namespace

QString Author::display() const
{
    return given.isEmpty() ? family : given + ' '_L1 + family;
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
    if (parts.size() == 3 && isSuffix(parts.at(1))) // "Last, Jr., First"
        return {parts.at(0) + ' '_L1 + parts.at(1), parts.at(2), {}};
    if (parts.size() >= 2)
        return {parts.at(0), parts.mid(1).join(u", "_s), {}};

    QStringList words = (parts.isEmpty() ? text : parts.first()).split(' '_L1, Qt::SkipEmptyParts);
    if (words.size() < 2)
        return {text, {}, {}};
    if (areInitials(words.last()) && !areInitials(words.first()))
        return {words.mid(0, words.size() - 1).join(' '_L1), words.last(), {}};
    qsizetype start = words.size() - 1;
    if (isSuffix(words.at(start)) && start > 1)
        --start;
    while (start > 1 && particles().contains(words.at(start - 1)))
        --start;
    return {words.mid(start).join(' '_L1), words.mid(0, start).join(' '_L1), {}};
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
