// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sight/text_layer.h"

#include "document/picture_share.h"

#include <QHash>

namespace sheaf {

namespace {

QVector<QRectF> picturesOf(const Page& page)
{
    QVector<QRectF> boxes;
    for (const PageImage& image : page.images)
        boxes << QRectF(QPointF(image.x0, image.y0), QPointF(image.x1, image.y1));
    return boxes;
}

/** On a dark picture it is seen: a look tells. */
bool isWhite(const Glyph& glyph)
{
    constexpr quint32 pale = 0xE0;
    return (glyph.colour >> 16 & 0xFF) >= pale && (glyph.colour >> 8 & 0xFF) >= pale && (glyph.colour & 0xFF) >= pale;
}

/** The words of a page in no order: runs of glyphs that no space, jump or new line parts, if read with that
 * confidence. */
QHash<QString, int> wordsOf(const Page& page, int confidence)
{
    QHash<QString, int> words;
    QString word;
    const Glyph* previous = nullptr;
    const auto close = [&] {
        if (word.size() > 1 && previous->confidence >= confidence)
            ++words[word];
        word.clear();
    };
    for (const Glyph& glyph : page.glyphs) {
        const bool goesOn = previous && std::abs(glyph.baseline - previous->baseline) < 0.5F * glyph.size &&
                            glyph.x0 - previous->x1 < 0.2F * glyph.size && glyph.x0 > previous->x0 - 1;
        if (!goesOn || (glyph.flags & Glyph::Space))
            close();
        for (const QChar c : page.textOf(glyph))
            if (c.isLetterOrNumber())
                word += c.toLower();
        previous = &glyph;
    }
    close();
    return words;
}

} // namespace

TextLayer textLayerOf(const Page& page)
{
    constexpr int fewGlyphs = 5; // a folio or a stamp on a scan
    constexpr int stamp = 300;   // glyphs: who downloaded it, when, and what he may do with it
    constexpr double picture = 0.1, pagePicture = 0.4, wholePage = 0.8;
    int drawn = 0, hidden = 0, unknown = 0;
    for (const Glyph& glyph : page.glyphs) {
        if (glyph.flags & Glyph::Space)
            continue;
        if ((glyph.flags & Glyph::Hidden) || isWhite(glyph)) {
            ++hidden;
        } else {
            ++drawn;
            unknown += (glyph.flags & Glyph::NoUnicode) != 0;
        }
    }
    const double share = pictureShare(page.size, picturesOf(page));
    if (drawn + hidden < fewGlyphs)
        return share > picture || page.shapes.size() > 200 ? TextLayer::Absent : TextLayer::Good;
    if (hidden > drawn && share > pagePicture)
        return TextLayer::Laid;
    if (drawn < stamp && share > wholePage)
        return TextLayer::Stamped;
    return unknown * 5 > drawn && unknown > 20 ? TextLayer::Unknown : TextLayer::Good;
}

double agreement(const Page& own, const Page& read)
{
    constexpr int sure = 90;
    QHash<QString, int> there = wordsOf(own, 0);
    const QHash<QString, int> seen = wordsOf(read, sure);
    int all = 0, found = 0;
    for (auto word = seen.begin(); word != seen.end(); ++word) {
        all += word.value();
        found += std::min(word.value(), there.value(word.key()));
    }
    return all > 0 ? double(found) / all : 1;
}

} // namespace sheaf
