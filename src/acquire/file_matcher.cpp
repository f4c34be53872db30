// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "acquire/file_matcher.h"

#include "acquire/printed_text.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

constexpr double sureLikeness = 0.8;
constexpr double askLikeness = 0.5;
constexpr double clearLead = 0.05; // over the second best

/** One paper of the list beside a document. */
struct Rival
{
    int index = -1;
    double likeness = 0;
    int printed = 0;

    auto operator<=>(const Rival& other) const
    {
        return std::pair(likeness, printed) <=> std::pair(other.likeness, other.printed);
    }
    bool operator==(const Rival& other) const = default;
};

QStringList numbersIn(const QString& title)
{
    static const QRegularExpression number(u"^(?:\\d+|[ivx]+)$"_s);
    return foldForMatching(title).split(' '_L1, Qt::SkipEmptyParts).filter(number);
}

/** "Part 2", "Report III", "1990–2019": works of one series differ in nothing else. */
bool numbersAgree(const QString& title, const DocumentFacts& facts, const PrintedText& text)
{
    const QStringList numbers = numbersIn(title);
    if (titleSimilarity(title, facts.title) >= sureLikeness)
        return numbersIn(facts.title) == numbers;
    return std::ranges::all_of(numbers, [&](const QString& word) { return text.wordsAtTop().contains(word); });
}

} // namespace

FileMatcher::FileMatcher(const QVector<Paper>& papers) : m_papers(papers)
{
    for (int i = 0; i < m_papers.size(); ++i) {
        const Paper& paper = m_papers[i];
        if (!paper.ids.doi.isEmpty())
            m_byDoi.insert(paper.ids.doi, i);
        if (!paper.ids.arxiv.isEmpty()) {
            m_byArxiv.insert(paper.ids.arxiv, i);
            m_byDoi.insert(arxivDoi(paper.ids.arxiv), i);
        }
        const QStringList telling = tellingWords(paper.title);
        const QSet<QString> words(telling.begin(), telling.end());
        m_titleWords.append(int(words.size()));
        for (const QString& word : words)
            m_byTitleWord[word].append(i);
    }
}

FileMatch FileMatcher::match(const DocumentFacts& facts) const
{
    if (const int i = m_byDoi.value(facts.doi, -1); i >= 0)
        return {m_papers[i].id, true, 1, QCoreApplication::translate("acquire", "the same DOI")};
    if (const int i = m_byArxiv.value(facts.arxiv, -1); i >= 0)
        return {m_papers[i].id, true, 1, QCoreApplication::translate("acquire", "the same arXiv number")};

    const PrintedText text(facts);
    QHash<int, int> shared;
    for (const QString& word : text.wordsAtTop()) {
        for (const int i : m_byTitleWord.value(word))
            ++shared[i];
    }
    Rival best, second;
    for (auto it = shared.cbegin(); it != shared.cend(); ++it) {
        const int i = it.key();
        const Paper& paper = m_papers[i];
        if (it.value() < askLikeness * m_titleWords[i])
            continue;
        Rival rival{i, text.likenessAtTop(paper.title), 0};
        if (rival.likeness < askLikeness)
            continue;
        rival.printed = text.authorsPrinted(paper.authors);
        if (rival > best)
            second = std::exchange(best, rival);
        else if (rival > second)
            second = rival;
    }
    if (best.index < 0)
        return {};
    const Paper& paper = m_papers[best.index];
    const bool isAlone = best.likeness - second.likeness >= clearLead || best.printed > second.printed;
    const bool isSure = best.likeness >= sureLikeness && isAlone && (paper.authors.isEmpty() || best.printed > 0) &&
                        numbersAgree(paper.title, facts, text);
    return {paper.id, isSure, best.likeness, likenessReason(best.likeness, best.printed, paper.authors.size())};
}

Paper paperFromFacts(const DocumentFacts& facts, const QString& path)
{
    Paper paper;
    paper.ids.doi = facts.doi;
    paper.ids.arxiv = facts.arxiv;
    for (const QString& title : {facts.title, facts.metadataTitle, QFileInfo(path).completeBaseName()}) {
        if (paper.title.isEmpty())
            paper.title = title;
    }
    const QString absolute = QFileInfo(path).absoluteFilePath();
    paper.files = {absolute};
    paper.sourceFile = absolute;
    return paper;
}

} // namespace sheaf
