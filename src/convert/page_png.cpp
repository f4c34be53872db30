// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "convert/page_png.h"

#include <png.h>

namespace sheaf {

namespace {

constexpr int darkest = 200;       ///< of 255: what is lighter is paper
constexpr qsizetype dust = 20'000; ///< one pixel in so many may be dark on a blank page

const quint32* rowOf(const PagePicture& picture, int y)
{
    return reinterpret_cast<const quint32*>(picture.pixels.constData()) + qsizetype(y) * picture.width;
}

} // namespace

std::expected<QByteArray, QString> pngOf(const PagePicture& picture, const QRect& part)
{
    QByteArray rows;
    rows.reserve(qsizetype(part.width()) * part.height() * 3);
    for (int y = part.top(); y <= part.bottom(); ++y) {
        const quint32* pixels = rowOf(picture, y);
        for (int x = part.left(); x <= part.right(); ++x) {
            for (const int shift : {16, 8, 0})
                rows += char(pixels[x] >> shift);
        }
    }
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = png_uint_32(part.width());
    image.height = png_uint_32(part.height());
    image.format = PNG_FORMAT_RGB;
    png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(image);
    QByteArray png(qsizetype(size), Qt::Uninitialized);
    if (!png_image_write_to_memory(&image, png.data(), &size, 0, rows.constData(), 0, nullptr))
        return std::unexpected(QString::fromLatin1(image.message));
    png.resize(qsizetype(size));
    return png;
}

PagePicture turned(const PagePicture& picture, int degrees)
{
    if (degrees != 90 && degrees != 180 && degrees != 270)
        return picture;
    const int w = picture.width, h = picture.height;
    const bool isUpright = degrees == 180;
    PagePicture out{isUpright ? w : h, isUpright ? h : w, isUpright ? picture.pageSize : picture.pageSize.transposed(),
                    QByteArray(picture.pixels.size(), Qt::Uninitialized)};
    auto* to = reinterpret_cast<quint32*>(out.pixels.data());
    for (int y = 0; y < out.height; ++y) {
        for (int x = 0; x < out.width; ++x)
            *to++ = degrees == 90    ? rowOf(picture, x)[w - 1 - y]
                    : degrees == 180 ? rowOf(picture, h - 1 - y)[w - 1 - x]
                                     : rowOf(picture, h - 1 - x)[y];
    }
    return out;
}

bool isBlank(const PagePicture& picture)
{
    qsizetype dark = 0;
    for (int y = 0; y < picture.height; ++y) {
        const quint32* pixels = rowOf(picture, y);
        for (int x = 0; x < picture.width; ++x)
            dark += int(pixels[x] >> 8 & 255) < darkest;
    }
    return dark * dust <= qsizetype(picture.width) * picture.height;
}

} // namespace sheaf
