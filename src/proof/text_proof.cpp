// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proof/closest_words.h"
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

/** What stands there, from the run's first word to its last. */
QString textOfRun(const QString& text, const QVector<Span>& words, const FoldedText& folded, Span run)
{
    const quint32 begin = words[folded.origins[run.begin]].begin;
    const quint32 end = words[folded.origins[run.end - 1]].end;
    return text.mid(begin, end - begin).simplified();
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
    for (const Span run : match->runs)
        found.append(textOfRun(text, words, matcher.text(), run));
    const QString all = found.join(QStringLiteral(" … "));
    if (all != quote.text.simplified())
        quote.found = all;
    return quote;
}

std::optional<ClosestPassage> closestInText(const Quote& quote, const QString& text)
{
    const QString plain = withoutMarkup(text);
    const FoldedText folded = foldText(plain);
    const auto found = closestWords(folded, foldQuote(quote.text).whole);
    if (!found)
        return {};
    return ClosestPassage{textOfRun(plain, wordsIn(plain), folded, found->span), 0, found->share};
}

} // namespace sheaf
