// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/details.h"

#include "pipeline/request_builder.h"

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
    if (const auto conversion = loadConversion(store, details.stored.status.conversionKey))
        describeConversion(details, *conversion);
    return details;
}

} // namespace sheaf
