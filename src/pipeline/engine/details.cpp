// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/engine/details.h"

#include "pipeline/read/request_builder.h"
#include "proof/proof.h"

namespace sheaf {

namespace {

void describeConversion(PaperDetails& details, const Conversion& conversion)
{
    details.markdown = conversion.markdown;
    for (const ConvertedBlock& block : conversion.blocks)
        details.blocks.append(
            {blockKindName(block.kind), block.level, block.begin, block.end, block.regions, double(block.confidence)});
    for (const PageAudit& audit : conversion.audits)
        details.pageNotes.append({audit.page, audit.confidence, audit.coverage, audit.reasons});
}

QVector<Quote> quotesNotFound(const PaperDetails& details)
{
    QVector<Quote> quotes;
    for (const Record* record : {&details.record, &details.first, &details.second})
        for (const Cell& cell : *record)
            for (const Quote& quote : cell.quotes)
                if (quote.state == QuoteState::NotFound)
                    quotes.append(quote);
    return quotes;
}

void findClosest(PaperDetails& details, const Conversion& conversion)
{
    const QVector<Quote> quotes = quotesNotFound(details);
    if (quotes.isEmpty())
        return;
    const auto keep = [&details](const Quote& quote, const std::optional<ClosestPassage>& passage) {
        if (passage && passage->share > details.closest.value(quote.text).share)
            details.closest.insert(quote.text, *passage);
    };
    if (conversion.pages == 0) {
        for (const Quote& quote : quotes)
            keep(quote, closestInText(quote, conversion.markdown));
        return;
    }
    forEachPages(conversion, [&](const QVector<Block>&, const QVector<PageWords>& words) {
        const ProofIndex index(words);
        for (const Quote& quote : quotes)
            keep(quote, index.closest(quote));
    });
}

} // namespace

std::optional<PaperDetails> loadDetails(const StoreReader& store, PaperId paper)
{
    auto stored = store.paper(paper);
    if (!stored)
        return {};
    PaperDetails details;
    details.stored = *std::move(stored);
    PaperReadings readings = store.readings(paper);
    details.record = std::move(readings.shown);
    details.first = std::move(readings.first);
    details.second = std::move(readings.second);
    details.history = store.history(paper);
    if (const auto conversion = loadConversion(store, details.stored.status.conversionKey)) {
        describeConversion(details, *conversion);
        findClosest(details, *conversion);
    }
    return details;
}

} // namespace sheaf
