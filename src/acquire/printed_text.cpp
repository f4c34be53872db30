// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "acquire/printed_text.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

constexpr qsizetype topWords = 250;         // a journal's head, the title, the authors, a piece of the abstract
constexpr qsizetype pageTopWords = 100;     // of a later page: a running head, the title, the authors
constexpr double mostStrewn = 0.75;         // below what a title alone must reach
constexpr qsizetype wordsBefore = 4;        // "Comment on", "Correction to the article"
constexpr double sameWork = 0.6;            // so alike, two titles are one work's or its neighbour's in a series
constexpr qsizetype tellingLength = 4;      // shorter words stand everywhere
constexpr qsizetype shortTitleLetters = 15; // "Introduction", "Editorial": printed in many papers

/** How many of the words of `title` stand in `text` in their order: the longest common subsequence. */
qsizetype inOrder(const QStringList& title, const QStringList& text)
{
    QVector<qsizetype> best(title.size() + 1, 0);
    for (const QString& word : text) {
        for (qsizetype i = title.size(); i > 0; --i) {
            if (title[i - 1] == word)
                best[i] = best[i - 1] + 1;
        }
        for (qsizetype i = 1; i <= title.size(); ++i)
            best[i] = std::max(best[i], best[i - 1]);
    }
    return best.last();
}

/** The largest share of `title`'s words that stand close together in `text`: in a window twice the title's length. Out
 * of their order they are worth less than a title alone must be: an abstract of the same field has most of them. */
double closestShare(const QStringList& title, const QStringList& text)
{
    const QSet<QString> wanted(title.begin(), title.end());
    const qsizetype window = title.size() * 2;
    double ordered = 0, strewn = 0;
    for (qsizetype i = 0; i < text.size() && ordered < 1; ++i) {
        if (!wanted.contains(text[i])) // a window that begins with another word holds no more
            continue;
        const QStringList near = text.mid(i, window);
        ordered = std::max(ordered, double(inOrder(title, near)) / double(title.size()));
        const auto found = (QSet<QString>(near.begin(), near.end()) & wanted).size();
        strewn = std::max(strewn, double(found) / double(wanted.size()));
    }
    return std::max(ordered, std::min(strewn, mostStrewn));
}

/** What tells the parts of a series apart: figures, and Roman numerals from two on, or behind "part". */
QSet<QString> numbersIn(const QString& foldedTitle)
{
    static const QRegularExpression pattern(
        uR"(\b(?:\d+|ii|iii|iv|v|vi|vii|viii|ix|x|xi|xii)\b|\b(?:part|teil|partie|vol|volume) (i)\b)"_s);
    QSet<QString> numbers;
    for (auto it = pattern.globalMatch(foldedTitle); it.hasNext();) {
        const auto match = it.next();
        numbers.insert(match.captured(match.lastCapturedIndex()));
    }
    return numbers;
}

QStringList wordsOf(QStringView text)
{
    return foldForMatching(text).split(' '_L1, Qt::SkipEmptyParts);
}

/** Nothing but "i" ends a word that another numeral begins with: "part i" stands in "part ii" once spaces are gone. */
bool endsInNumber(const QString& foldedTitle)
{
    static const QRegularExpression pattern(uR"( (?:\d+|[ivx]+)$)"_s);
    return pattern.match(foldedTitle).hasMatch();
}

} // namespace

QString likenessReason(double likeness, int printed, qsizetype authors)
{
    const QString percent = QString::number(qRound(likeness * 100));
    if (authors == 0)
        return QCoreApplication::translate("acquire", "title %1 %").arg(percent);
    return QCoreApplication::translate("acquire", "title %1 %, %2 of %3 authors")
        .arg(percent)
        .arg(printed)
        .arg(authors);
}

QStringList tellingWords(const QString& title)
{
    const QStringList all = foldForMatching(title).split(' '_L1, Qt::SkipEmptyParts);
    QStringList telling = all;
    telling.removeIf([](const QString& word) { return word.size() < tellingLength; });
    return telling.size() >= 3 ? telling : all;
}

PrintedText::PrintedText(const DocumentFacts& facts)
    : m_title(facts.title), m_metadataTitle(facts.metadataTitle), m_all(wordsOf(facts.firstPages)),
      m_top(m_all.words.mid(0, topWords)), m_spaced(u' ' + m_all.words.join(' '_L1) + u' ')
{
    for (const QStringView page : QStringView(facts.firstPages).split(u'\f').mid(1))
        m_pageTops.append(Stretch(wordsOf(page).mid(0, pageTopWords)));
    for (const QString& word : m_top.words + tellingWords(m_title) + tellingWords(m_metadataTitle))
        m_wordsAtTop.insert(word);
}

double PrintedText::likenessOf(const QString& title) const
{
    return likenessIn(title, m_all);
}

double PrintedText::likenessAtTop(const QString& title) const
{
    return likenessIn(title, m_top);
}

double PrintedText::likenessAtPageTops(const QString& title) const
{
    double best = 0;
    for (const Stretch& top : m_pageTops)
        best = std::max(best, likenessIn(title, top));
    return best;
}

bool PrintedText::isAbout(const QString& title) const
{
    static const QRegularExpression about(
        uR"((?:^| )(?:comments?|commentary|reply|response|correction|corrigendum|erratum|addendum|retraction|rebuttal|discussion|review|publisher s note|author correction) (?:(?:on|to|of|for|regarding|note|the|article|paper|titled|entitled) ?)+$)"_s);
    const QString wanted = foldForMatching(title);
    if (wanted.isEmpty())
        return false;
    for (const QString& text : {foldForMatching(m_title), m_top.words.join(' '_L1)}) {
        const qsizetype at = text.indexOf(wanted);
        const QStringList before = text.left(std::max<qsizetype>(at, 0)).split(' '_L1, Qt::SkipEmptyParts);
        if (about.match(before.mid(std::max<qsizetype>(before.size() - wordsBefore, 0)).join(' '_L1)).hasMatch())
            return true;
    }
    return false;
}

bool PrintedText::numbersDiffer(const QString& title) const
{
    const QSet<QString> wanted = numbersIn(foldForMatching(title));
    return !wanted.isEmpty() && std::ranges::any_of(std::array{m_title, m_metadataTitle}, [&](const QString& own) {
        const QSet<QString> numbers = numbersIn(foldForMatching(own));
        return !numbers.isEmpty() && numbers != wanted && titleSimilarity(title, own) >= sameWork;
    });
}

double PrintedText::likenessIn(const QString& title, const Stretch& stretch) const
{
    const double named = std::max(titleSimilarity(title, m_title), titleSimilarity(title, m_metadataTitle));
    const QString folded = foldForMatching(title);
    const QString joinedTitle = QString(folded).remove(' '_L1);
    if (joinedTitle.size() < shortTitleLetters)
        return named;
    if (!endsInNumber(folded) && stretch.joined.contains(joinedTitle))
        return 1;
    return std::max(named, 0.95 * closestShare(tellingWords(title), stretch.words));
}

int PrintedText::authorsPrinted(const QVector<Author>& authors) const
{
    return int(std::ranges::count_if(authors, [&](const Author& author) {
        const QString family = foldForMatching(author.family);
        return family.size() > 2 && m_spaced.contains(u' ' + family + u' ');
    }));
}

} // namespace sheaf
