// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/quote_diff.h"

#include "core/paper.h"

#include <QStringList>

#include <algorithm>

namespace sheaf {

namespace {

/** A longer text is compared no further: a quote has a few sentences. */
constexpr qsizetype mostWords = 400;

struct ComparedWords
{
    QStringList words, folded;

    explicit ComparedWords(const QString& text) : words(text.simplified().split(u' ', Qt::SkipEmptyParts))
    {
        words = words.mid(0, mostWords);
        for (const QString& word : std::as_const(words))
            folded.append(foldForMatching(word));
    }
};

void append(QVector<DiffRun>& runs, DiffRun::Kind kind, const QString& word)
{
    if (!runs.isEmpty() && runs.constLast().kind == kind)
        runs.last().text += u' ' + word;
    else
        runs.append({kind, word});
}

} // namespace

QVector<DiffRun> quoteDiff(const QString& quote, const QString& page)
{
    const ComparedWords q(quote), p(page);
    const qsizetype rows = q.words.size(), columns = p.words.size();
    // common[i][j]: length of the longest common sequence of what begins at word i and at word j.
    std::vector<std::vector<int>> common(std::size_t(rows) + 1, std::vector<int>(std::size_t(columns) + 1, 0));
    for (auto i = std::size_t(rows); i-- > 0;)
        for (auto j = std::size_t(columns); j-- > 0;)
            common[i][j] = q.folded[qsizetype(i)] == p.folded[qsizetype(j)]
                               ? common[i + 1][j + 1] + 1
                               : std::max(common[i + 1][j], common[i][j + 1]);
    QVector<DiffRun> runs;
    qsizetype i = 0, j = 0;
    while (i < rows || j < columns) {
        if (i < rows && j < columns && q.folded[i] == p.folded[j]) {
            append(runs, DiffRun::Same, p.words[j]);
            ++i, ++j;
        } else if (j >= columns || (i < rows && common[std::size_t(i) + 1][std::size_t(j)] >=
                                                    common[std::size_t(i)][std::size_t(j) + 1])) {
            append(runs, DiffRun::OnlyQuote, q.words[i++]);
        } else {
            append(runs, DiffRun::OnlyPage, p.words[j++]);
        }
    }
    return runs;
}

} // namespace sheaf
