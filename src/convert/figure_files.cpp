// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "convert/figure_files.h"

#include "convert/markdown_writer.h"
#include "convert/page_png.h"
#include "document/pdf_document.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

constexpr double margin = 2; ///< points of paper around a figure, so that no line at its edge is lost

std::unexpected<Failure> cannotWrite(const QString& path, const QString& reason)
{
    return fail(Stage::Convert, u"figure.write"_s,
                QCoreApplication::translate("convert", "The figures could not be written."), path + u": "_s + reason);
}

/** The part of a page's picture that shows a box of the page, in pixels. */
QRect pixelsOf(const QRectF& box, const PagePicture& picture)
{
    const double scale = picture.width / picture.pageSize.width();
    const QRectF around = box.adjusted(-margin, -margin, margin, margin);
    const QRectF scaled(around.topLeft() * scale, around.size() * scale);
    return scaled.toAlignedRect() & QRect(0, 0, picture.width, picture.height);
}

Result<void> writePng(const QString& path, const PagePicture& picture, const QRect& part)
{
    const auto png = pngOf(picture, part);
    if (!png)
        return cannotWrite(path, png.error());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(*png) != png->size() || !file.flush())
        return cannotWrite(path, file.errorString());
    return {};
}

} // namespace

Result<void> cutFigures(const ConvertInput& input, const FigureFiles& files, QVector<Block>& layout,
                        std::stop_token stop)
{
    std::optional<PagePicture> picture;
    int page = 0, onPage = 0;
    for (Block& block : layout) {
        if (block.kind != BlockKind::Figure || block.regions.isEmpty())
            continue;
        const PageBox& place = block.regions.first();
        if (place.page != page) {
            auto painted = renderPdfPage(input.path, place.page, files.dpi, stop, input.password);
            if (!painted)
                return std::unexpected(painted.error());
            picture = *std::move(painted);
            page = place.page;
            onPage = 0;
        }
        const QRect part = pixelsOf(place.box, *picture);
        if (part.isEmpty())
            continue;
        if (!QDir().mkpath(files.folder))
            return cannotWrite(files.folder, u"cannot be made"_s);
        const QString name = u"page-%1-%2.png"_s.arg(page).arg(++onPage);
        if (Result<void> written = writePng(files.folder + u'/' + name, *picture, part); !written)
            return written;
        block.text = u"![](<%1/%2>)"_s.arg(files.link, name);
    }
    return {};
}

Result<QString> markdownWithFigures(const ConvertInput& input, const FigureFiles& files, const Conversion& conversion,
                                    std::stop_token stop)
{
    if (conversion.layout.isEmpty() && conversion.packed.isEmpty())
        return conversion.markdown;
    QString markdown;
    Result<void> cut;
    forEachPages(conversion, [&](const QVector<Block>& layout, const QVector<PageWords>&) {
        QVector<Block> withFigures = layout;
        if (cut)
            cut = cutFigures(input, files, withFigures, stop);
        const QString text = writeMarkdown(withFigures).text;
        markdown += markdown.isEmpty() || text.isEmpty() ? text : u'\n' + text;
    });
    return cut ? Result<QString>(markdown) : std::unexpected(cut.error());
}

} // namespace sheaf
