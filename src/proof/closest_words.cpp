// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proof/closest_words.h"

#include <QHash>

#include <cmath>

namespace sheaf {

namespace {

constexpr double leastShare = 0.35;
constexpr int leastShared = 2; ///< one word in common is a chance
constexpr qsizetype leastWindow = 8;
constexpr qsizetype wordsAround = 5;

/** Where its tokens start, and where the last one ends. */
QVector<quint32> tokenStarts(const FoldedText& text)
{
    QVector<quint32> starts;
    for (quint32 unit = 0; unit < text.size(); ++unit)
        if (text.starts[unit])
            starts.append(unit);
    starts.append(text.size());
    return starts;
}

QStringView token(const FoldedText& text, const QVector<quint32>& starts, qsizetype at)
{
    return QStringView(text.units).sliced(starts[at], starts[at + 1] - starts[at]);
}

/** A token of the text that the quote has too. */
struct Hit
{
    qsizetype token;
    int word; ///< which of the quote's
};

class WindowSearch
{
public:
    WindowSearch(const FoldedText& text, const FoldedText& quote) : m_starts(tokenStarts(text))
    {
        const QVector<quint32> quoteStarts = tokenStarts(quote);
        m_window = std::max(leastWindow, (quoteStarts.size() - 1) * 3 / 2);
        QHash<QStringView, int> words;
        for (qsizetype i = 0; i + 1 < quoteStarts.size(); ++i)
            if (const QStringView word = token(quote, quoteStarts, i); !words.contains(word))
                words.insert(word, int(words.size()));
        QVector<int> times(words.size(), 0);
        for (qsizetype i = 0; i + 1 < m_starts.size(); ++i)
            if (const auto word = words.constFind(token(text, m_starts, i)); word != words.cend()) {
                m_hits.append({i, *word});
                ++times[*word];
            }
        for (const int count : std::as_const(times))
            m_weights.append(std::log(1 + double(m_starts.size()) / (1 + count)));
    }

    std::optional<ClosestWords> best() const
    {
        double total = 0, inside = 0, most = 0;
        for (const double weight : m_weights)
            total += weight;
        QVector<int> times(m_weights.size(), 0);
        int shared = 0;
        qsizetype first = 0, bestFirst = -1, bestLast = -1;
        for (qsizetype last = 0; last < m_hits.size(); ++last) {
            if (times[m_hits[last].word]++ == 0) {
                inside += m_weights[m_hits[last].word];
                ++shared;
            }
            for (; m_hits[last].token - m_hits[first].token >= m_window; ++first)
                if (--times[m_hits[first].word] == 0) {
                    inside -= m_weights[m_hits[first].word];
                    --shared;
                }
            if (shared >= leastShared && inside > most + 1e-9) {
                most = inside;
                bestFirst = first;
                bestLast = last;
            }
        }
        if (bestFirst < 0 || most < leastShare * total)
            return {};
        return ClosestWords{around(m_hits[bestFirst].token, m_hits[bestLast].token), most / total};
    }

private:
    Span around(qsizetype first, qsizetype last) const
    {
        first = std::max<qsizetype>(0, first - wordsAround);
        last = std::min(m_starts.size() - 1, last + 1 + wordsAround);
        return {m_starts[first], m_starts[last]};
    }

    const QVector<quint32> m_starts; ///< of the text's tokens
    qsizetype m_window = 0;          ///< tokens
    QVector<Hit> m_hits;
    QVector<double> m_weights; ///< of the quote's words
};

} // namespace

std::optional<ClosestWords> closestWords(const FoldedText& text, const FoldedText& quote)
{
    if (!text.size() || !quote.size())
        return {};
    return WindowSearch(text, quote).best();
}

} // namespace sheaf
