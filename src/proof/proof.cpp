// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proof/proof.h"

#include "proof/closest_words.h"
#include "proof/reading.h"
#include "proof/table_matcher.h"

namespace sheaf {

namespace {

QVector<PageWords> checked(QVector<PageWords> pages)
{
    const bool hasBlocks = std::ranges::any_of(pages, [](const PageWords& page) {
        return std::ranges::any_of(page.words, [](const PageWord& word) { return word.block >= 0; });
    });
    if (hasBlocks)
        return pages;
    for (PageWords& page : pages) { // words of unknown blocks are all taken as text
        for (PageWord& word : page.words)
            word.block = 0;
    }
    return pages;
}

} // namespace

struct ProofIndex::Private
{
    explicit Private(const QVector<PageWords>& given) : pages(checked(given)), tables(pages)
    {
        auto byBlock = orderByBlock(pages);
        auto byPage = orderByPage(pages);
        const bool differ = byBlock != byPage;
        readings.push_back(std::make_unique<Reading>(pages, std::move(byBlock)));
        if (differ)
            readings.push_back(std::make_unique<Reading>(pages, std::move(byPage)));
    }

    using Finder = std::optional<QuoteMatch> (*)(const RunMatcher&, const FoldedQuote&, const RunJudge&);

    /** Fills the quote from the first reading that has it. */
    bool find(Finder finder, const FoldedQuote& folded, Quote& quote) const
    {
        for (const auto& reading : readings) {
            const auto judge = [&](Span span) { return reading->judge(span, quote.claimedPage); };
            if (const auto match = finder(reading->matcher(), folded, judge)) {
                fill(quote, *reading, *match);
                return true;
            }
        }
        return false;
    }

    void fill(Quote& quote, const Reading& reading, const QuoteMatch& match) const
    {
        quote.state = match.state;
        quote.similarity = match.similarity;
        QStringList texts;
        for (const Span run : match.runs) {
            const auto words = reading.wordsOf(run);
            quote.boxes += boxesOf(pages, words);
            texts.append(textOf(pages, words));
        }
        place(quote, texts.join(QStringLiteral(" … ")));
    }

    void fillFromTable(Quote& quote, const std::vector<WordRef>& words) const
    {
        quote.state = QuoteState::Proven;
        quote.similarity = 1;
        quote.boxes = boxesOf(pages, words);
        place(quote, textOf(pages, words));
    }

    static void place(Quote& quote, const QString& found)
    {
        quote.page = quote.boxes.constFirst().page;
        if (quote.state == QuoteState::Near || found != quote.text.simplified())
            quote.found = found;
    }

    const QVector<PageWords> pages;
    const TableMatcher tables;
    std::vector<std::unique_ptr<Reading>> readings;
};

ProofIndex::ProofIndex(const QVector<PageWords>& pages) : d(std::make_unique<Private>(pages)) {}
ProofIndex::~ProofIndex() = default;
ProofIndex::ProofIndex(ProofIndex&&) noexcept = default;
ProofIndex& ProofIndex::operator=(ProofIndex&&) noexcept = default;

Quote ProofIndex::prove(const Quote& given) const
{
    Quote quote;
    quote.text = given.text;
    quote.claimedPage = given.claimedPage;
    quote.state = QuoteState::NotFound;
    const FoldedQuote folded = foldQuote(quote.text);
    if (!folded.whole.size() || d->find(findProven, folded, quote))
        return quote;
    if (const auto words = d->tables.find(folded.whole, quote.claimedPage); !words.empty()) {
        d->fillFromTable(quote, words);
        return quote;
    }
    d->find(findNear, folded, quote);
    return quote;
}

std::optional<ClosestPassage> ProofIndex::closest(const Quote& quote) const
{
    const Reading& reading = *d->readings.front();
    const auto found = closestWords(reading.matcher().text(), foldQuote(quote.text).whole);
    if (!found)
        return {};
    const auto words = reading.wordsOf(found->span);
    return ClosestPassage{textOf(d->pages, words), d->pages[words[words.size() / 2].page].page, found->share};
}

} // namespace sheaf
