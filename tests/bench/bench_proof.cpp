// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proof/proof.h"

#include <QHash>
#include <QRandomGenerator>
#include <QStringList>

#include <cmath>
#include <cstdio>
#include <ctime>

using namespace sheaf;

namespace {

/** Words as frequent as in real text: the n-th is drawn about 1/n as often. */
QString drawWord(QRandomGenerator& random)
{
    const double rank = std::pow(20'000.0, random.generateDouble());
    QString word;
    for (quint32 n = quint32(rank) * 2654435761U | 1U; n; n /= 19)
        word += QChar(u'a' + n % 19);
    return word.left(3 + int(rank) % 8);
}

PageWords makePage(int number, QRandomGenerator& random)
{
    PageWords page{number, QSizeF(600, 800), {}};
    for (int i = 0; i < 600; ++i) {
        PageWord word;
        word.text = drawWord(random);
        word.line = i / 10;
        word.box = QRectF(50 + 50 * (i % 10), 50 + 12 * word.line, 45, 10);
        word.column = 0;
        word.block = i < 550 ? 2 * number : i < 590 ? 2 * number + 1 : -1; // text, a footnote, a running head
        page.words.append(word);
    }
    return page;
}

enum Kind
{
    Verbatim,
    Altered,
    Invented
};

Quote makeQuote(const QVector<PageWords>& pages, Kind kind, QRandomGenerator& random)
{
    QStringList words;
    const auto& source = pages[random.bounded(int(pages.size()))].words;
    const int begin = random.bounded(int(source.size()) - 40), length = 15 + random.bounded(25);
    for (int i = 0; i < length; ++i)
        words.append(kind == Invented ? drawWord(random) : source[begin + i].text);
    if (kind == Altered)
        words[length / 2] += QChar(u'q');
    Quote quote;
    quote.text = words.join(u' ');
    return quote;
}

} // namespace

/** Prints the processor time of an index over 100 pages with footnotes and running heads, and of 50
 * quotes: 30 verbatim, 10 altered, 10 invented; and of the passages closest to what was not found. */
int main()
{
    QRandomGenerator random(1);
    QVector<PageWords> pages;
    for (int page = 1; page <= 100; ++page)
        pages.append(makePage(page, random));
    QVector<Quote> quotes;
    for (int i = 0; i < 50; ++i)
        quotes.append(makeQuote(pages, i < 30 ? Verbatim : i < 40 ? Altered : Invented, random));

    const auto processorMs = [] { return double(std::clock()) * 1000 / CLOCKS_PER_SEC; };
    const double begun = processorMs();
    const ProofIndex index(pages);
    const double built = processorMs();
    QHash<QuoteState, int> states;
    QVector<Quote> notFound;
    for (const Quote& quote : quotes) {
        const Quote found = index.prove(quote);
        ++states[found.state];
        if (found.state == QuoteState::NotFound)
            notFound.append(found);
    }
    const double proved = processorMs();
    for (const Quote& quote : std::as_const(notFound))
        index.closest(quote);
    std::printf("100 pages, 60,000 words: index %.1f ms, 50 quotes %.1f ms (%d proven, %d near, %d not found)\n",
                built - begun, proved - built, states[QuoteState::Proven], states[QuoteState::Near],
                states[QuoteState::NotFound]);
    std::printf("the passages closest to those not found: %.1f ms\n", processorMs() - proved);
    return 0;
}
