// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "convert/native_converter.h"

#include "convert/markdown_writer.h"
#include "core/identifiers.h"
#include "document/pdf_document.h"
#include "layout/layout.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

/** Of the layout: raised whenever the same file gives another result, so that the cache forgets. */
constexpr QLatin1StringView layoutVersion = "1"_L1;

/** Layout's words name layout's blocks; a conversion's words name the blocks that stand in its markdown. */
void pointToWritten(QVector<PageWords>& pages, const QVector<int>& places)
{
    for (PageWords& page : pages)
        for (PageWord& word : page.words)
            word.block = places.value(word.block, -1);
}

QString titleOf(const QVector<Block>& blocks, const DocumentInfo& info)
{
    const auto title = std::ranges::find(blocks, BlockKind::Title, &Block::kind);
    return title != blocks.end() ? title->text : info.title;
}

/** The DOI printed on the first page, in its margin or running head too; else the file's own. */
QString doiOf(const QVector<PageWords>& pages, const DocumentInfo& info)
{
    if (!info.doi.isEmpty())
        return info.doi;
    if (pages.isEmpty())
        return {};
    QString text;
    int line = -1;
    for (const PageWord& word : pages.first().words) {
        // A DOI may be broken over lines after a slash, dot or hyphen.
        const bool goesOn = word.line != line && !text.isEmpty() && u"/.-"_s.contains(text.back());
        if (!text.isEmpty() && !goesOn)
            text += u' ';
        text += word.text;
        line = word.line;
    }
    const QStringList found = findDois(text);
    return found.isEmpty() ? QString() : found.first();
}

} // namespace

QString NativeConverter::kind() const
{
    return u"native"_s;
}

QString NativeConverter::cacheLabel() const
{
    return "native "_L1 + QLatin1StringView(SHEAF_VERSION) + u' ' + layoutVersion;
}

bool NativeConverter::accepts(const ConvertInput& input) const
{
    QFile file(input.path);
    return file.open(QIODevice::ReadOnly) && file.read(1024).contains("%PDF-");
}

Result<Conversion> NativeConverter::convert(const ConvertInput& input, const ConvertOptions&,
                                            const ConvertProgress& progress, std::stop_token stop)
{
    QElapsedTimer clock;
    clock.start();
    PdfRequest request;
    request.path = input.path;
    request.password = input.password;
    LayoutEngine engine;
    int done = 0, total = 0;
    const Result<DocumentInfo> info = readPdf(
        request,
        [&](Page&& page) {
            engine.addPage(std::move(page));
            if (progress)
                progress(++done, total);
            return true;
        },
        stop,
        [&](const DocumentInfo& known) {
            total = known.pages;
            engine.setInfo(known);
        });
    if (!info)
        return std::unexpected(info.error());
    Layout layout = engine.finish(stop);
    if (stop.stop_requested())
        return fail(Stage::Convert, u"stopped"_s,
                    QCoreApplication::translate("convert", "The conversion was stopped."));
    WrittenMarkdown markdown = writeMarkdown(layout.blocks);
    pointToWritten(layout.words, markdown.places);
    Conversion conversion;
    conversion.markdown = std::move(markdown.text);
    conversion.blocks = std::move(markdown.blocks);
    conversion.title = titleOf(layout.blocks, *info);
    conversion.doi = doiOf(layout.words, *info);
    conversion.layout = std::move(layout.blocks);
    conversion.words = std::move(layout.words);
    conversion.audits = std::move(layout.audits);
    conversion.pages = info->pages;
    conversion.converter = kind();
    conversion.version = QLatin1StringView(SHEAF_VERSION) + u'.' + layoutVersion;
    conversion.milliseconds = clock.elapsed();
    return conversion;
}

} // namespace sheaf
