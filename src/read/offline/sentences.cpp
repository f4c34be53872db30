// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/offline/sentences.h"

#include <QSet>
#include <QString>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

bool isAbbreviation(QStringView word)
{
    static const QSet<QString> known{
        u"al"_s,  u"fig"_s,  u"figs"_s, u"eq"_s,  u"eqs"_s,  u"ref"_s, u"refs"_s,   u"sec"_s,   u"sect"_s, u"tab"_s,
        u"no"_s,  u"nos"_s,  u"vol"_s,  u"vs"_s,  u"cf"_s,   u"ca"_s,  u"approx"_s, u"resp"_s,  u"etc"_s,  u"e.g"_s,
        u"i.e"_s, u"eg"_s,   u"ie"_s,   u"dr"_s,  u"prof"_s, u"mr"_s,  u"mrs"_s,    u"st"_s,    u"inc"_s,  u"ltd"_s,
        u"co"_s,  u"dept"_s, u"univ"_s, u"ed"_s,  u"eds"_s,  u"pp"_s,  u"ch"_s,     u"suppl"_s, u"spp"_s,  u"sp"_s,
        u"var"_s, u"z.b"_s,  u"bzw"_s,  u"vgl"_s, u"abb"_s,  u"d.h"_s, u"usw"_s,    u"u.a"_s,   u"p.ex"_s, u"jan"_s,
        u"feb"_s, u"aug"_s,  u"sept"_s, u"oct"_s, u"nov"_s,  u"dec"_s, u"u.s"_s,    u"u.k"_s};
    return known.contains(word.toString().toLower());
}

/** The word that ends before `end`, with inner full stops. */
QStringView wordBefore(QStringView text, qsizetype end)
{
    qsizetype begin = end;
    while (begin > 0 && (text.at(begin - 1).isLetterOrNumber() || text.at(begin - 1) == u'.'))
        --begin;
    return text.sliced(begin, end - begin);
}

bool closes(QChar c)
{
    return QStringView(u")]}\"'”’»*_").contains(c);
}

/** Whether the full stop, question or exclamation mark at `at` ends a sentence; `next` is set behind what closes it. */
bool endsSentence(QStringView text, qsizetype at, qsizetype& next)
{
    next = at + 1;
    while (next < text.size() && closes(text.at(next)))
        ++next;
    if (next >= text.size())
        return true;
    if (!text.at(next).isSpace())
        return false;
    qsizetype follows = next;
    while (follows < text.size() &&
           (text.at(follows).isSpace() || QStringView(u"([\"“‘«*_").contains(text.at(follows))))
        ++follows;
    if (follows >= text.size())
        return true;
    if (text.at(follows).isLower())
        return false;
    if (text.at(at) != u'.')
        return true;
    const QStringView word = wordBefore(text, at);
    const bool initial = word.size() == 1 && word.front().isUpper();
    return !initial && !isAbbreviation(word);
}

} // namespace

QVector<TextRange> sentencesOf(QStringView paragraph)
{
    QVector<TextRange> ranges;
    const auto add = [&](qsizetype begin, qsizetype end) {
        while (begin < end && paragraph.at(begin).isSpace())
            ++begin;
        while (end > begin && paragraph.at(end - 1).isSpace())
            --end;
        if (end > begin)
            ranges.append({begin, end});
    };
    qsizetype begin = 0;
    for (qsizetype i = 0; i < paragraph.size(); ++i) {
        const QChar c = paragraph.at(i);
        qsizetype next = 0;
        if ((c == u'.' || c == u'?' || c == u'!') && endsSentence(paragraph, i, next)) {
            add(begin, next);
            begin = next;
        }
    }
    add(begin, paragraph.size());
    return ranges;
}

} // namespace sheaf
