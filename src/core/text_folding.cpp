// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/paper.h"

#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

/** How titles and names are compared: folded to plain words, then by the words they share. */
namespace sheaf {

namespace {

/** Letters that NFKD does not take apart. */
QString foldLetter(QChar c)
{
    switch (c.unicode()) {
    case u'ß':
        return u"ss"_s;
    case u'æ':
        return u"ae"_s;
    case u'œ':
        return u"oe"_s;
    case u'ø':
        return u"o"_s;
    case u'đ':
    case u'ð':
        return u"d"_s;
    case u'ł':
        return u"l"_s;
    case u'þ':
        return u"th"_s;
    case u'ı':
        return u"i"_s;
    default:
        return QString(c);
    }
}

QString withoutMarkup(QStringView text)
{
    QString plain = text.toString();
    if (plain.contains('<'_L1) || plain.contains('&'_L1)) {
        static const QRegularExpression tags(uR"(</?[A-Za-z][^<>]{0,80}>|&[A-Za-z]{2,8};|&#\d{2,6};)"_s);
        plain.replace(tags, u" "_s);
    }
    if (plain.contains('\\'_L1)) {
        static const QRegularExpression commands(uR"(\\(?:[A-Za-z]+\s*|.))"_s);
        plain.remove(commands);
    }
    return plain;
}

} // namespace

QString foldForMatching(QStringView text)
{
    QString folded;
    folded.reserve(text.size());
    bool gap = false;
    const QString plain = withoutMarkup(text).normalized(QString::NormalizationForm_KD).toLower();
    for (const QChar c : plain) {
        if (c.isMark() || c == u'\u00AD' || c == u'{' || c == u'}' || c == u'\'' || c == u'’')
            continue;
        if (!c.isLetterOrNumber() && !c.isSurrogate()) {
            gap = true;
            continue;
        }
        if (gap && !folded.isEmpty())
            folded += ' '_L1;
        gap = false;
        folded += foldLetter(c);
    }
    return folded;
}

double titleSimilarity(QStringView a, QStringView b)
{
    const QString foldedA = foldForMatching(a), foldedB = foldForMatching(b);
    if (foldedA.isEmpty() || foldedB.isEmpty())
        return 0;
    if (foldedA == foldedB || QString(foldedA).remove(' '_L1) == QString(foldedB).remove(' '_L1))
        return 1;
    const QStringList wordsA = foldedA.split(' '_L1), wordsB = foldedB.split(' '_L1);
    const QSet<QString> setA(wordsA.begin(), wordsA.end()), setB(wordsB.begin(), wordsB.end());
    const auto shared = double((setA & setB).size());
    const double dice = 2 * shared / double(setA.size() + setB.size());
    // A list often drops the subtitle: the shorter title must then be a beginning of the longer one, and no trifle.
    const bool startsAlike = foldedA.startsWith(foldedB) || foldedB.startsWith(foldedA);
    const auto fewer = std::min(setA.size(), setB.size());
    return startsAlike && fewer >= 3 ? std::max(dice, 0.95) : dice;
}

} // namespace sheaf
