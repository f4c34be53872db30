// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proof/markup.h"
#include "proof/proof.h"
#include "proof/quote_search.h"

namespace sheaf {

namespace {

/** Begins and ends of the words that foldText() counts. */
QVector<Span> wordsIn(QStringView text)
{
    QVector<Span> words;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const qsizetype begin = i;
        while (i < text.size() && !text[i].isSpace())
            ++i;
        if (i > begin)
            words.append({quint32(begin), quint32(i)});
    }
    return words;
}

} // namespace

Quote proveInText(const Quote& given, const QString& text)
{
    Quote quote;
    quote.text = given.text;
    quote.claimedPage = given.claimedPage;
    quote.state = QuoteState::NotFound;
    const FoldedQuote folded = foldQuote(quote.text);
    if (!folded.whole.size())
        return quote;

    const QString plain = withoutMarkup(text);
    const RunMatcher matcher(foldText(plain));
    const auto any = [](Span) { return std::optional(0); };
    auto match = findProven(matcher, folded, any);
    if (!match)
        match = findNear(matcher, folded, any);
    if (!match)
        return quote;

    quote.state = match->state;
    quote.similarity = match->similarity;
    const QVector<Span> words = wordsIn(plain);
    QStringList found;
    for (const Span run : match->runs) {
        const auto& origins = matcher.text().origins;
        const quint32 begin = words[origins[run.begin]].begin;
        const quint32 end = words[origins[run.end - 1]].end;
        found.append(text.mid(begin, end - begin).simplified());
    }
    const QString all = found.join(QStringLiteral(" … "));
    if (all != quote.text.simplified())
        quote.found = all;
    return quote;
}

} // namespace sheaf
