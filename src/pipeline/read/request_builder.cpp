// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/read/request_builder.h"

#include "pipeline/engine/paper_book.h"

namespace sheaf {

namespace {

QVector<PageMark> pageMarks(const Conversion& conversion)
{
    QVector<PageMark> marks;
    for (const ConvertedBlock& block : conversion.blocks) {
        const int page = block.regions.isEmpty() ? 0 : block.regions.first().page;
        if (page > (marks.isEmpty() ? 0 : marks.last().page))
            marks.append({block.begin, page});
    }
    return marks;
}

QVector<int> doubtfulPages(const Conversion& conversion)
{
    QVector<int> pages;
    for (const PageAudit& audit : conversion.audits)
        if (audit.isDoubtful())
            pages.append(audit.page);
    return pages;
}

} // namespace

RequestHandle requestHandle(const QString& requestId, const PaperEntry& paper)
{
    return {requestId, paper.paper, paper.status.conversionKey, paper.status.basis == TextBasis::AbstractOnly};
}

std::optional<Conversion> loadConversion(const StoreReader& store, const QString& key)
{
    const QByteArray packed = store.conversion(key);
    return packed.isEmpty() ? std::nullopt : unpackConversion(packed);
}

std::optional<ReadRequest> buildRequest(const StoreReader& store, const RequestHandle& handle,
                                        const Questions& questions)
{
    const auto conversion = loadConversion(store, handle.conversionKey);
    if (!conversion)
        return {};
    ReadRequest request;
    request.id = handle.requestId;
    request.paper = handle.paper;
    request.markdown = conversion->markdown;
    request.abstractOnly = handle.abstractOnly;
    request.pageMarks = pageMarks(*conversion);
    request.doubtfulPages = doubtfulPages(*conversion);
    request.columns = questions.columns;
    request.answerLanguage = questions.answerLanguage;
    return request;
}

QVector<ReadRequest> buildRequests(const QString& project, const QVector<RequestHandle>& handles,
                                   const Questions& questions)
{
    QVector<ReadRequest> requests;
    if (const auto store = StoreReader::open(project))
        for (const RequestHandle& handle : handles)
            if (auto request = buildRequest(**store, handle, questions))
                requests.append(*std::move(request));
    return requests;
}

} // namespace sheaf
