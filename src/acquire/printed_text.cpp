// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "acquire/printed_text.h"

#include <QCoreApplication>
#include <QHash>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

constexpr qsizetype topWords = 250;         // a journal's head, the title, the authors, a piece of the abstract
constexpr qsizetype tellingLength = 4;      // shorter words stand everywhere
constexpr qsizetype shortTitleLetters = 15; // "Introduction", "Editorial": printed in many papers

/** The largest share of `title`'s words that stand close together in `text`: a window twice the title's length. */
double closestShare(const QStringList& title, const QStringList& text)
{
    const QSet<QString> wanted(title.begin(), title.end());
    const qsizetype window = title.size() * 2;
    QHash<QString, int> inside;
    qsizetype best = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (wanted.contains(text[i]))
            ++inside[text[i]];
        if (i >= window) {
            const auto leaving = inside.find(text[i - window]);
            if (leaving != inside.end() && --*leaving == 0)
                inside.erase(leaving);
        }
        best = std::max(best, inside.size());
    }
    return wanted.isEmpty() ? 0 : double(best) / double(wanted.size());
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
    : m_title(facts.title), m_metadataTitle(facts.metadataTitle),
      m_all(foldForMatching(facts.firstPages).split(' '_L1, Qt::SkipEmptyParts)), m_top(m_all.words.mid(0, topWords)),
      m_spaced(u' ' + m_all.words.join(' '_L1) + u' ')
{
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

double PrintedText::likenessIn(const QString& title, const Stretch& stretch) const
{
    const double named = std::max(titleSimilarity(title, m_title), titleSimilarity(title, m_metadataTitle));
    const QString joinedTitle = foldForMatching(title).remove(' '_L1);
    if (joinedTitle.size() < shortTitleLetters)
        return named;
    if (stretch.joined.contains(joinedTitle))
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
