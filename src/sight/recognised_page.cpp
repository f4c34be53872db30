// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sight/recognised_page.h"

namespace sheaf {

namespace {

/** A found line reaches from ascent to descent with a little paper around it. */
constexpr float sizeOfHeight = 0.82F;
constexpr float baselineBelowMiddle = 0.3F; ///< of the size

int quarterOf(const gpu::OrientedBox& box)
{
    if (std::abs(box.alongX) >= std::abs(box.alongY))
        return box.alongX > 0 ? 0 : 180;
    return box.alongY > 0 ? 270 : 90; // counter-clockwise, y downwards
}

/** Lines of one type differ by a pixel or two in their height: sizes near the middle one are the middle one. */
float commonHeight(const std::vector<gpu::ReadLine>& lines)
{
    std::vector<float> heights;
    for (const gpu::ReadLine& line : lines)
        heights.push_back(line.box.height);
    if (heights.empty())
        return 0;
    const auto middle = heights.begin() + std::ptrdiff_t(heights.size() / 2);
    std::nth_element(heights.begin(), middle, heights.end());
    return *middle;
}

class GlyphLayer
{
public:
    GlyphLayer(Page& page, float points, float commonHeight)
        : m_page(page), m_points(points), m_commonHeight(commonHeight)
    {}

    void add(const gpu::ReadLine& line)
    {
        m_angle = quarterOf(line.box);
        const bool isCommon = std::abs(line.box.height - m_commonHeight) < 0.25F * m_commonHeight;
        m_size = (isCommon ? m_commonHeight : line.box.height) * m_points * sizeOfHeight;
        m_middle = (m_angle % 180 == 0 ? line.box.centreY : line.box.centreX) * m_points;
        float end = 0;
        for (const gpu::ReadWord& word : line.words) {
            m_confidence = quint8(std::lround(std::clamp(word.confidence, 0.F, 1.F) * Glyph::certain));
            const float centre = along(word.box.centreX, word.box.centreY) * m_points;
            const float half = word.box.width * m_points / 2;
            if (&word != &line.words.front())
                addGlyph(u" ", end, std::max(end, centre - half), Glyph::Space);
            addWord(QString::fromStdString(word.text), centre - half, centre + half);
            end = centre + half;
        }
    }

private:
    /** Position in the direction of the text. */
    float along(float x, float y) const { return m_angle == 0 ? x : m_angle == 180 ? -x : m_angle == 270 ? y : -y; }

    void addWord(const QString& text, float from, float to)
    {
        const auto signs = text.toUcs4().size();
        float at = from;
        for (qsizetype i = 0; i < text.size();) {
            const qsizetype length = text[i].isHighSurrogate() && i + 1 < text.size() ? 2 : 1;
            const float next = at + (to - from) / float(signs);
            addGlyph(QStringView(text).mid(i, length), at, next, 0);
            at = next;
            i += length;
        }
    }

    void addGlyph(QStringView text, float from, float to, quint8 flags)
    {
        Glyph glyph;
        glyph.textBegin = quint32(m_page.text.size());
        glyph.textLength = quint8(text.size());
        glyph.flags = flags | Glyph::Hidden;
        glyph.confidence = m_confidence;
        glyph.size = m_size;
        glyph.angle = qint16(m_angle);
        // Down the page, across the text: towards its feet for 0 and 90 degrees, towards its heads for 180 and 270.
        const float foot = m_angle == 0 || m_angle == 90 ? 1 : -1;
        glyph.baseline = m_middle + foot * baselineBelowMiddle * m_size;
        const float low = m_middle - m_size / 2, high = m_middle + m_size / 2;
        const bool backwards = m_angle == 180 || m_angle == 90;
        const float first = backwards ? -to : from, last = backwards ? -from : to;
        if (m_angle % 180 == 0) {
            glyph.x0 = first, glyph.x1 = last, glyph.y0 = low, glyph.y1 = high;
        } else {
            glyph.y0 = first, glyph.y1 = last, glyph.x0 = low, glyph.x1 = high;
        }
        m_page.text += text;
        m_page.glyphs << glyph;
    }

    Page& m_page;
    const float m_points, m_commonHeight;
    int m_angle = 0;
    quint8 m_confidence = Glyph::certain; ///< of the word that is being added
    float m_size = 0, m_middle = 0;
};

} // namespace

Page recognisedPage(const Page& page, const std::vector<gpu::ReadLine>& lines, double points)
{
    Page result = page;
    result.text.clear();
    result.glyphs.clear();
    result.fonts = {PageFont{QStringLiteral("recognised")}};
    result.recognised = true;
    GlyphLayer layer(result, float(points), commonHeight(lines));
    for (const gpu::ReadLine& line : lines)
        layer.add(line);
    return result;
}

} // namespace sheaf
