// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "acquire/page_text.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

/** A run of glyphs on one baseline, as drawn. */
struct Line
{
    QString text;
    float size = 0; ///< of its largest glyph
    float y = 0;
    bool isUpright = true;
    bool isVisible = true;
};

constexpr qsizetype fewestTitleLetters = 10; // below: a logo, an initial, a page number
constexpr qsizetype mostTitleLetters = 300;  // above: the body itself is the largest type

bool isSideways(const Glyph& glyph)
{
    return glyph.angle == 90 || glyph.angle == 270 || glyph.angle == -90;
}

bool continues(const Glyph& before, const Glyph& glyph)
{
    return glyph.angle == before.angle && std::abs(glyph.baseline - before.baseline) < 0.5F * before.size &&
           (isSideways(glyph) || glyph.x0 > before.x0 - 2 * before.size);
}

bool hasGap(const Glyph& before, const Glyph& glyph)
{
    if (isSideways(glyph))
        return std::min(std::abs(glyph.y0 - before.y1), std::abs(glyph.y1 - before.y0)) > 0.15F * glyph.size;
    return glyph.x0 - before.x1 > 0.15F * glyph.size;
}

QVector<Line> linesOf(const Page& page)
{
    QVector<Line> lines;
    const Glyph* before = nullptr;
    for (const Glyph& glyph : page.glyphs) {
        if (glyph.flags & (Glyph::Duplicate | Glyph::NoUnicode))
            continue;
        if (!before || !continues(*before, glyph))
            lines.append({{}, 0, glyph.baseline, glyph.angle == 0, !(glyph.flags & Glyph::Hidden)});
        else if (hasGap(*before, glyph))
            lines.last().text += ' '_L1;
        Line& line = lines.last();
        line.text += page.textOf(glyph);
        if (!(glyph.flags & Glyph::Space))
            line.size = std::max(line.size, glyph.size);
        before = &glyph;
    }
    return lines;
}

qsizetype letterCount(QStringView text)
{
    return std::ranges::count_if(text, [](QChar c) { return c.isLetter(); });
}

/** The lines in the largest type that is more than an ornament. */
QString largestText(const QVector<Line>& lines)
{
    QVector<float> sizes;
    for (const Line& line : lines) {
        if (line.isUpright && line.isVisible && letterCount(line.text) > 1)
            sizes.append(line.size);
    }
    std::ranges::sort(sizes, std::greater());
    for (const float size : std::as_const(sizes)) {
        QStringList parts;
        for (const Line& line : lines) {
            if (line.isUpright && line.isVisible && line.size <= size * 1.02F && line.size >= size * 0.95F)
                parts.append(line.text);
        }
        const QString text = parts.join(' '_L1).simplified();
        if (letterCount(text) >= fewestTitleLetters && text.contains(' '_L1))
            return letterCount(text) <= mostTitleLetters ? text : QString();
    }
    return {};
}

} // namespace

PrintedPage pageText(const Page& page)
{
    PrintedPage result;
    const QVector<Line> lines = linesOf(page);
    for (const Line& line : lines)
        result.text += line.text + '\n'_L1;
    result.largest = largestText(lines);
    for (const Glyph& glyph : page.glyphs) {
        if (glyph.flags & (Glyph::Hidden | Glyph::Duplicate | Glyph::Space))
            continue;
        if (glyph.flags & Glyph::NoUnicode)
            ++result.unknown;
        else
            result.visible += std::ranges::any_of(page.textOf(glyph), [](QChar c) { return c.isLetterOrNumber(); });
    }
    result.isDrawnOn = !page.images.isEmpty() || page.shapes.size() > 50;
    return result;
}

} // namespace sheaf
