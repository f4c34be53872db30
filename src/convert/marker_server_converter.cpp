// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "convert/marker_server_converter.h"

#include "convert/block_placer.h"
#include "convert/markdown_blocks.h"
#include "convert/marker_reply.h"
#include "convert/marker_upload.h"
#include "convert/native_converter.h"
#include "convert/native_run.h"
#include "convert/page_marks.h"
#include "net/http_client.h"

#include <QCoreApplication>
#include <QElapsedTimer>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

/** Raised whenever the same answer of the service gives another result here. */
constexpr QLatin1StringView optionsVersion("1");

/** The service's failure, unless the document itself explains it better. */
Failure reasonOf(const Failure& ofService, const Result<NativePages>& native)
{
    const bool isOfDocument = ofService.code == "convert.failed"_L1;
    if (isOfDocument && !native && native.error().code.startsWith("pdf."_L1)) {
        Failure reason = native.error();
        reason.detail += u" / "_s + ofService.detail;
        return reason;
    }
    return ofService;
}

Conversion makeConversion(const QString& marked, Result<NativePages>& native)
{
    MarkedPages pages = withoutPageMarks(marked);
    Conversion conversion;
    conversion.blocks = markdownBlocks(pages.markdown);
    QVector<int> pageOf;
    for (const ConvertedBlock& block : conversion.blocks)
        pageOf.append(pageAt(pages.starts, block.begin));
    conversion.title = markdownTitle(pages.markdown, conversion.blocks);
    conversion.pages = pages.starts.isEmpty() ? 0 : pages.starts.constLast().page;
    if (native) {
        BlockPlacer& placer = *native->placer;
        placer.place(pages.markdown, conversion.blocks, pageOf);
        conversion.audits = placer.audits(std::move(native->conversion.audits));
        conversion.words = placer.takeWords();
        conversion.pages = native->conversion.pages;
        conversion.doi = native->conversion.doi;
        conversion.metadata = std::move(native->conversion.metadata);
        conversion.references = std::move(native->conversion.references);
        if (conversion.title.isEmpty())
            conversion.title = native->conversion.title;
    }
    conversion.markdown = std::move(pages.markdown);
    return conversion;
}

} // namespace

MarkerServerConverter::MarkerServerConverter(Options options) : m_options(std::move(options)) {}

QString MarkerServerConverter::kind() const
{
    return u"marker-server"_s;
}

QString MarkerServerConverter::cacheLabel() const
{
    // Replies name no version, so the user's label stands for it.
    return u"marker-server %1 %2 %3 | %4"_s.arg(optionsVersion, redacted(m_options.base), m_options.label,
                                                NativeConverter().cacheLabel());
}

bool MarkerServerConverter::accepts(const ConvertInput& input) const
{
    return NativeConverter().accepts(input);
}

Result<Conversion> MarkerServerConverter::convert(const ConvertInput& input, const ConvertOptions& options,
                                                  const ConvertProgress& progress, std::stop_token stop)
{
    QElapsedTimer clock;
    clock.start();
    NativeRun run(input, stop);
    MarkerUpload upload(m_options, input, options.preset == "quality"_L1, stop);
    Result<QString> marked = upload.whole();
    const bool isOutOfMemory = !marked && marked.error().code == outOfMemoryCode;
    if (!marked && !isOutOfMemory && marked.error().code != "convert.failed"_L1)
        return std::unexpected(marked.error());

    Result<NativePages> native = run.take();
    if (isOutOfMemory && native && native->conversion.pages > 1)
        marked = upload.inHalves(native->conversion.pages);
    if (!marked)
        return std::unexpected(reasonOf(marked.error(), native));
    if (stop.stop_requested())
        return fail(Stage::Convert, u"stopped"_s,
                    QCoreApplication::translate("convert", "The conversion was stopped."));

    Conversion conversion = makeConversion(*marked, native);
    conversion.converter = kind();
    conversion.version = m_options.label;
    conversion.milliseconds = clock.elapsed();
    if (progress)
        progress(conversion.pages, conversion.pages);
    return conversion;
}

} // namespace sheaf
