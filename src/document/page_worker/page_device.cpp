// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/page_worker/page_device.h"

#include "document/page_worker/font_style.h"
#include "document/page_worker/glyph_text.h"

namespace sheaf::worker {

namespace {

std::uint32_t rgb(const GfxRGB& colour)
{
    const auto byte = [](GfxColorComp value) { return static_cast<std::uint32_t>(colToByte(value)); };
    return byte(colour.r) << 16 | byte(colour.g) << 8 | byte(colour.b);
}

/**
 * How many times its font size an em of a Type 3 font is: such fonts have units of their own and often no names. The
 * widths of what are surely letters or figures are compared with those of common text faces.
 */
double type3Scale(const GfxFont& font)
{
    constexpr double letterWidth = 0.47, otherWidth = 0.5;
    double letters = 0, others = 0;
    int letterCount = 0, otherCount = 0;
    for (int byte = 0; byte < 256; ++byte) {
        const char string = static_cast<char>(byte);
        CharCode code = 0;
        const Unicode* unicode = nullptr;
        int length = 0;
        double width = 0, height = 0, originX = 0, originY = 0;
        font.getNextChar(&string, 1, &code, &unicode, &length, &width, &height, &originX, &originY);
        if (!(width > 0))
            continue;
        if (length == 1 && unicode[0] >= 'a' && unicode[0] <= 'z') {
            letters += width;
            ++letterCount;
        } else if (length == 0 || unicode[0] > ' ') {
            others += width;
            ++otherCount;
        }
    }
    const auto& matrix = font.getFontMatrix();
    const double mean = letterCount > 0  ? letters / letterCount / letterWidth
                        : otherCount > 0 ? others / otherCount / otherWidth
                                         : 1;
    // Widths come already scaled by the matrix's x scale; a mirrored matrix draws with its y axis downwards.
    const double stretch = matrix[0] != 0 ? matrix[3] / matrix[0] : 1;
    const double scale = mean * stretch;
    return std::abs(scale) > 1e-4 && std::abs(scale) < 1e4 ? scale : 1;
}

} // namespace

std::uint32_t PageDevice::fillColour(GfxState* state)
{
    if (!m_fillKnown) {
        GfxRGB colour{};
        state->getFillRGB(&colour);
        m_fill = rgb(colour);
        m_fillKnown = true;
    }
    return m_fill;
}

std::uint32_t PageDevice::strokeColour(GfxState* state)
{
    if (!m_strokeKnown) {
        GfxRGB colour{};
        state->getStrokeRGB(&colour);
        m_stroke = rgb(colour);
        m_strokeKnown = true;
    }
    return m_stroke;
}

Box PageDevice::clipOf(GfxState* state)
{
    Box box;
    state->getClipBBox(&box.x0, &box.y0, &box.x1, &box.y1);
    return box;
}

const PageDevice::Face* PageDevice::face(GfxState* state)
{
    if (!m_fontChanged)
        return m_face;
    m_fontChanged = false;
    const std::shared_ptr<GfxFont> font = state->getFont();
    if (!font)
        return m_face = nullptr;
    const bool embolden = (state->getRender() & 3) == 2; // filled and stroked: a common way to make bold
    auto [at, isNew] = m_faces.try_emplace({font.get(), embolden});
    if (isNew)
        at->second = makeFace(font, embolden);
    return m_face = &at->second;
}

PageDevice::Face PageDevice::makeFace(const std::shared_ptr<GfxFont>& font, bool embolden)
{
    Face face;
    face.keepAlive = font;
    face.vertical = static_cast<int>(font->getWMode()) != 0;
    if (font->getType() == fontType3) {
        face.scale = type3Scale(*font);
    } else {
        // Descriptors are often wrong, and those of mathematical fonts reach over several lines.
        const double ascent = font->getAscent(), descent = font->getDescent();
        face.ascent = ascent >= 0.4 && ascent <= 1.1 ? ascent : 0.85;
        face.descent = descent <= -0.05 && descent >= -0.45 ? descent : -0.22;
    }
    const std::string name = font->getName().value_or(std::string());
    FontRecord record = describeFont({.name = name,
                                      .fixedWidth = font->isFixedWidth(),
                                      .serif = font->isSerif(),
                                      .italic = font->isItalic(),
                                      .forceBold = font->isBold() || embolden,
                                      .weight = int(font->getWeight()) * 100});
    face.index = m_builder.addFont(std::move(record));
    return face;
}

void PageDevice::drawChar(GfxState* state, double x, double y, double dx, double dy, double originX, double originY,
                          CharCode code, int bytes, const Unicode* unicode, int length)
{
    const Face* drawn = face(state);
    if (!drawn || inSoftMask())
        return;
    DrawnGlyph glyph;
    glyph.vertical = drawn->vertical;
    // The advance comes with the spacing set for characters and words: that is no part of the glyph.
    const double spacing = state->getCharSpace() + (code == ' ' && bytes == 1 ? state->getWordSpace() : 0);
    double spaceX = 0, spaceY = 0;
    if (drawn->vertical)
        state->textTransformDelta(0, spacing, &spaceX, &spaceY);
    else
        state->textTransformDelta(spacing * state->getHorizScaling(), 0, &spaceX, &spaceY);
    state->transformDelta(dx - spaceX, dy - spaceY, &glyph.advance.x, &glyph.advance.y);
    if (drawn->vertical)
        state->transform(x, y, &glyph.origin.x, &glyph.origin.y);
    else
        state->transform(x - originX, y - originY, &glyph.origin.x, &glyph.origin.y);

    const double size = state->getFontSize(), em = size * drawn->scale;
    double userX = 0, userY = 0;
    state->textTransformDelta(0, em, &userX, &userY);
    state->transformDelta(userX, userY, &glyph.up.x, &glyph.up.y);
    state->textTransformDelta(size * std::abs(drawn->scale) * state->getHorizScaling(), 0, &userX, &userY);
    state->transformDelta(userX, userY, &glyph.right.x, &glyph.right.y);

    const int mode = state->getRender();
    const double opacity = (mode & 3) == 1 ? state->getStrokeOpacity() : state->getFillOpacity();
    constexpr double leastOpacity = 0.02;
    glyph.invisible = mode == 3 || opacity < leastOpacity;
    glyph.colour = (mode & 3) == 1 ? strokeColour(state) : fillColour(state);
    glyph.unicode = {unicode, length > 0 && unicode ? std::size_t(length) : 0};
    glyph.font = drawn->index;
    glyph.ascent = drawn->ascent;
    glyph.descent = drawn->descent;
    m_builder.addGlyph(glyph, clipOf(state));
}

void PageDevice::beginActualText(GfxState*, PopplerText actual)
{
    m_actual = utf16FromPdfString(bytesOf(actual), docEncoding());
    m_actualBegin = m_builder.glyphCount();
}

void PageDevice::endActualText(GfxState*)
{
    if (!m_actualBegin)
        return;
    const std::size_t first = *m_actualBegin, count = m_builder.glyphCount() - first;
    m_actualBegin.reset();
    // A whole phrase would lose its glyphs' places: only what stands for a sign or two, or cannot be read otherwise.
    constexpr std::size_t fewGlyphs = 2, longestText = 32;
    bool unreadable = false;
    for (std::size_t i = first; i < m_builder.glyphCount(); ++i)
        unreadable = unreadable || m_builder.lacksUnicode(i);
    if (count == 0 || m_actual.empty() || m_actual.size() > longestText || (count > fewGlyphs && !unreadable))
        return;
    const std::vector<unsigned> units(m_actual.begin(), m_actual.end());
    m_builder.replaceText(first, units);
}

const Path& PageDevice::pagePath(GfxState* state)
{
    m_path.clear();
    const GfxPath* path = state->getPath();
    for (int i = 0; i < path->getNumSubpaths(); ++i) {
        const GfxSubpath* from = path->getSubpath(i);
        Subpath subpath{m_path.points.size(), 0, false, from->isClosed()};
        for (int j = 0; j < from->getNumPoints(); ++j) {
            Point point;
            state->transform(from->getX(j), from->getY(j), &point.x, &point.y);
            m_path.points.push_back(point);
            subpath.curved = subpath.curved || from->getCurve(j);
        }
        subpath.end = m_path.points.size();
        if (subpath.end > subpath.begin)
            m_path.subpaths.push_back(subpath);
    }
    return m_path;
}

void PageDevice::stroke(GfxState* state)
{
    if (!inSoftMask() && state->getStrokeOpacity() > 0)
        m_builder.addStroke(pagePath(state), state->getTransformedLineWidth(),
                            {strokeColour(state), paintsOpaque(state), clipOf(state)});
}

void PageDevice::addFill(GfxState* state, FillRule rule)
{
    if (!inSoftMask() && state->getFillOpacity() > 0)
        m_builder.addFill(pagePath(state), {fillColour(state), paintsOpaque(state), clipOf(state)}, rule);
}

void PageDevice::addImage(GfxState* state, int width, int height, bool opaque, std::uint32_t colour)
{
    if (inSoftMask() || state->getFillOpacity() <= 0 || width <= 0 || height <= 0)
        return;
    Box box;
    for (const Point corner : {Point{0, 0}, Point{1, 0}, Point{0, 1}, Point{1, 1}}) {
        Point onPage;
        state->transform(corner.x, corner.y, &onPage.x, &onPage.y);
        box.include(onPage);
    }
    m_builder.addImage(box, std::uint32_t(width), std::uint32_t(height),
                       {colour, opaque && paintsOpaque(state), clipOf(state)});
}

bool PageDevice::addClipArea(GfxState* state)
{
    if (!inSoftMask() && state->getFillOpacity() > 0)
        m_builder.addArea(clipOf(state));
    return true;
}

} // namespace sheaf::worker
