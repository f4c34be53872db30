// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/page_worker/page_builder.h"

#include "document/page_worker/glyph_text.h"

#include <numbers>
#include <numeric>
#include <optional>
#include <tuple>

namespace sheaf::worker {

namespace {

constexpr std::uint32_t paperColour = 0xFFFFFF;
constexpr std::size_t maxGrounds = 2000;
constexpr double axisTolerance = 0.4; ///< points that a line may leave its axis
constexpr double shortestRule = 1.0;
constexpr double smallestText = 1.0;        ///< points
constexpr double smallestShare = 1.2 / 842; ///< of a page that is smaller than A4
constexpr double thickestImageRule = 2.5;
constexpr std::size_t maxOutlinePoints = 64; ///< a longer outline of straight lines is a drawing

bool isSane(const Box& box)
{
    const auto fits = [](double value) { return std::abs(value) < double(wire::maxCoordinate); };
    return fits(box.x0) && fits(box.y0) && fits(box.x1) && fits(box.y1);
}

bool nearlySameColour(std::uint32_t a, std::uint32_t b)
{
    const auto differs = [&](int shift) { return std::abs(int(a >> shift & 0xFF) - int(b >> shift & 0xFF)) > 6; };
    return !differs(0) && !differs(8) && !differs(16);
}

std::optional<Box> axisSegment(Point from, Point to)
{
    if (std::abs(from.x - to.x) > axisTolerance && std::abs(from.y - to.y) > axisTolerance)
        return std::nullopt;
    Box box;
    box.include(from);
    box.include(to);
    return box;
}

Box boxOf(std::span<const Point> points)
{
    Box box;
    for (const Point& point : points)
        box.include(point);
    return box;
}

/** The rectangle along the axes that the outline is, if it is one. */
std::optional<Box> rectangle(std::span<const Point> points)
{
    const auto same = [](Point a, Point b) { return std::abs(a.x - b.x) < 0.01 && std::abs(a.y - b.y) < 0.01; };
    if (points.size() == 5 && same(points.front(), points.back()))
        points = points.first(4);
    if (points.size() != 4)
        return std::nullopt;
    for (std::size_t i = 0; i < 4; ++i) {
        const Point a = points[i], b = points[(i + 1) % 4], c = points[(i + 2) % 4];
        const bool corner = (std::abs(a.x - b.x) < axisTolerance && std::abs(b.y - c.y) < axisTolerance) ||
                            (std::abs(a.y - b.y) < axisTolerance && std::abs(b.x - c.x) < axisTolerance);
        if (!corner)
            return std::nullopt;
    }
    return boxOf(points);
}

std::span<const Point> pointsOf(const Path& path, std::size_t subpath)
{
    const Subpath& part = path.subpaths[subpath];
    return std::span(path.points).subspan(part.begin, part.end - part.begin);
}

/** Its sign tells which way round the outline is drawn. */
double signedArea(std::span<const Point> points)
{
    double area = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const Point a = points[i], b = points[(i + 1) % points.size()];
        area += a.x * b.y - b.x * a.y;
    }
    return area / 2;
}

/** The rectangle that the next subpath cuts out of this one, or this one out of it: a frame is painted so. */
std::optional<Box> holeOf(const Path& path, std::size_t subpath, const Box& box, FillRule rule)
{
    if (subpath + 1 >= path.subpaths.size() || path.subpaths[subpath + 1].curved)
        return std::nullopt;
    const std::optional<Box> next = rectangle(pointsOf(path, subpath + 1));
    const auto holds = [](const Box& outer, const Box& inner) {
        return outer.contains({inner.x0, inner.y0}) && outer.contains({inner.x1, inner.y1});
    };
    if (!next || !(holds(box, *next) || holds(*next, box)))
        return std::nullopt;
    const bool opposite = signedArea(pointsOf(path, subpath)) * signedArea(pointsOf(path, subpath + 1)) < 0;
    return rule == FillRule::EvenOdd || opposite ? next : std::nullopt;
}

/** Counter-clockwise as seen, in whole degrees from 0 to 359. */
std::int16_t angleOf(Point direction)
{
    if (direction.length() < 1e-9)
        return 0;
    const double degrees = std::atan2(-direction.y, direction.x) * 180 / std::numbers::pi;
    return static_cast<std::int16_t>((static_cast<int>(std::lround(degrees)) + 360) % 360);
}

} // namespace

void PageBuilder::begin(int number, double width, double height, int rotation, std::int64_t glyphLimit)
{
    m_glyphLimit = static_cast<std::size_t>(std::clamp<std::int64_t>(glyphLimit, 1, wire::maxGlyphs));
    m_page = {};
    m_page.number = number;
    m_page.width = width;
    m_page.height = height;
    m_page.rotation = rotation;
    m_paper = {0, 0, width, height};
    m_grounds.clear();
    m_covers.clear();
}

std::uint16_t PageBuilder::addFont(FontRecord font)
{
    if (m_page.fonts.size() >= wire::maxFonts) {
        m_page.truncated = true;
        return 0;
    }
    m_page.fonts.push_back(std::move(font));
    return static_cast<std::uint16_t>(m_page.fonts.size() - 1);
}

Box PageBuilder::glyphBox(const DrawnGlyph& glyph) const
{
    Box box;
    if (glyph.vertical) {
        const Point left = glyph.origin + glyph.right * -0.5, right = glyph.origin + glyph.right * 0.5;
        for (const Point corner : {left, right, left + glyph.advance, right + glyph.advance})
            box.include(corner);
    } else {
        const Point up = glyph.up * glyph.ascent, down = glyph.up * glyph.descent;
        const Point end = glyph.origin + glyph.advance;
        for (const Point corner : {glyph.origin + up, glyph.origin + down, end + up, end + down})
            box.include(corner);
    }
    return box;
}

std::uint8_t PageBuilder::textFlags(const DrawnGlyph& glyph, wire::Glyph& out)
{
    out.textBegin = static_cast<std::uint32_t>(m_page.text.size());
    const bool readable = appendGlyphText(m_page.text, glyph.unicode);
    constexpr std::size_t longest = 255;
    if (m_page.text.size() > out.textBegin + longest)
        m_page.text.resize(out.textBegin + longest);
    const std::u16string_view text = std::u16string_view(m_page.text).substr(out.textBegin);
    out.textLength = static_cast<std::uint8_t>(text.size());
    return static_cast<std::uint8_t>((readable ? 0 : wire::NoUnicode) | (isSpace(text) ? wire::Space : 0));
}

void PageBuilder::addGlyph(const DrawnGlyph& glyph, const Box& clip)
{
    if (m_page.glyphs.size() >= m_glyphLimit) {
        m_page.truncated = true;
        return;
    }
    const Box box = glyphBox(glyph);
    const double size = glyph.up.length();
    if (!isSane(box) || !(size > 0.01 && size < 10'000) || m_page.fonts.empty())
        return;
    wire::Glyph out{};
    out.flags = textFlags(glyph, out);
    out.flags |= isUnseen(glyph, box, clip) ? wire::Hidden : 0;
    out.font = glyph.font;
    out.x0 = float(box.x0);
    out.y0 = float(box.y0);
    out.x1 = float(box.x1);
    out.y1 = float(box.y1);
    out.angle = angleOf(glyph.vertical ? glyph.advance : glyph.right);
    const bool alongY = out.angle == 90 || out.angle == 270;
    out.baseline = float(alongY ? glyph.origin.x : glyph.origin.y);
    out.size = float(size);
    out.colour = glyph.colour;
    m_page.glyphs.push_back(out);
}

bool PageBuilder::isUnseen(const DrawnGlyph& glyph, const Box& box, const Box& clip) const
{
    const double smallest = std::min(smallestText, smallestShare * std::max(m_paper.width(), m_paper.height()));
    return glyph.invisible || glyph.up.length() < smallest || box.intersected(clip).isEmpty() ||
           hasColourOfGround(box.centre(), glyph.colour);
}

bool PageBuilder::hasColourOfGround(Point at, std::uint32_t colour) const
{
    for (auto ground = m_grounds.rbegin(); ground != m_grounds.rend(); ++ground) {
        if (ground->box.contains(at))
            return ground->known && nearlySameColour(ground->colour, colour);
    }
    return nearlySameColour(paperColour, colour);
}

void PageBuilder::replaceText(std::size_t first, std::span<const unsigned> text)
{
    if (first >= m_page.glyphs.size())
        return;
    wire::Glyph whole = m_page.glyphs[first];
    for (std::size_t i = first + 1; i < m_page.glyphs.size(); ++i) {
        const wire::Glyph& glyph = m_page.glyphs[i];
        whole.x0 = std::min(whole.x0, glyph.x0);
        whole.y0 = std::min(whole.y0, glyph.y0);
        whole.x1 = std::max(whole.x1, glyph.x1);
        whole.y1 = std::max(whole.y1, glyph.y1);
    }
    m_page.text.resize(whole.textBegin);
    DrawnGlyph drawn;
    drawn.unicode = text;
    whole.flags = static_cast<std::uint8_t>((whole.flags & wire::Hidden) | textFlags(drawn, whole));
    m_page.glyphs.resize(first);
    m_page.glyphs.push_back(whole);
}

void PageBuilder::addStroke(const Path& path, double lineWidth, const Paint& paint)
{
    for (const Subpath& subpath : path.subpaths) {
        const std::span points = std::span(path.points).subspan(subpath.begin, subpath.end - subpath.begin);
        std::vector<Box> lines;
        bool straight = !subpath.curved && points.size() >= 2 && points.size() <= maxOutlinePoints;
        for (std::size_t i = 1; straight && i < points.size(); ++i) {
            const std::optional<Box> line = axisSegment(points[i - 1], points[i]);
            straight = line.has_value();
            if (straight && std::max(line->width(), line->height()) >= shortestRule)
                lines.push_back(*line);
        }
        if (!straight) {
            addShape(boxOf(points), paint.clip);
            continue;
        }
        for (const Box& line : lines) {
            addRule(line, lineWidth, paint, false);
            const double half = lineWidth / 2; // a thick line may be the bar behind a heading
            const Box inked{line.x0 - half, line.y0 - half, line.x1 + half, line.y1 + half};
            addGround(inked.intersected(paint.clip), paint.colour, paint.opaque);
        }
    }
}

void PageBuilder::addFill(const Path& path, const Paint& paint, FillRule rule)
{
    for (std::size_t i = 0; i < path.subpaths.size(); ++i) {
        const std::span points = pointsOf(path, i);
        const std::optional<Box> box = path.subpaths[i].curved ? std::nullopt : rectangle(points);
        if (!box) {
            addShape(boxOf(points), paint.clip);
            addGround(boxOf(points).intersected(paint.clip), 0, false);
            continue;
        }
        if (const std::optional<Box> hole = holeOf(path, i, *box, rule)) {
            const Box outer = box->united(*hole), inner = box->intersected(*hole);
            for (const Box& side :
                 {Box{outer.x0, outer.y0, outer.x1, inner.y0}, Box{outer.x0, inner.y1, outer.x1, outer.y1},
                  Box{outer.x0, inner.y0, inner.x0, inner.y1}, Box{inner.x1, inner.y0, outer.x1, inner.y1}}) {
                if (std::min(side.width(), side.height()) > 0)
                    addFilled(side, paint);
            }
            ++i;
            continue;
        }
        addFilled(*box, paint);
    }
}

void PageBuilder::addFilled(const Box& box, const Paint& paint)
{
    addRule(box, 0, paint, true);
    const Box seen = box.intersected(paint.clip);
    addCover(seen, paint);
    addGround(seen, paint.colour, paint.opaque);
}

void PageBuilder::addRule(Box box, double width, const Paint& paint, bool filled)
{
    box = box.intersected(paint.clip).intersected(m_paper);
    if (box.isEmpty() || !isSane(box) || std::max(box.width(), box.height()) < shortestRule ||
        hasColourOfGround(box.centre(), paint.colour))
        return;
    if (m_page.rules.size() >= wire::maxRules) {
        m_page.truncated = true;
        return;
    }
    m_page.rules.push_back({float(box.x0), float(box.y0), float(box.x1), float(box.y1),
                            float(std::clamp(width, 0.0, 1000.0)), paint.colour, filled});
}

void PageBuilder::addShape(const Box& whole, const Box& clip)
{
    const Box box = whole.intersected(clip).intersected(m_paper);
    if (box.isEmpty() || !isSane(box))
        return;
    if (!m_page.shapes.empty()) {
        // The strokes of one drawing follow each other: those that touch become one box.
        wire::Shape& last = m_page.shapes.back();
        const Box lastBox{last.x0, last.y0, last.x1, last.y1};
        if (!box.intersected(lastBox).isEmpty()) {
            const Box both = box.united(lastBox);
            last = {float(both.x0), float(both.y0), float(both.x1), float(both.y1)};
            return;
        }
    }
    if (m_page.shapes.size() >= wire::maxShapes)
        m_page.truncated = true;
    else
        m_page.shapes.push_back({float(box.x0), float(box.y0), float(box.x1), float(box.y1)});
}

void PageBuilder::addArea(const Box& area)
{
    const Box box = area.intersected(m_paper);
    addShape(box, m_paper);
    addGround(box, 0, false);
}

void PageBuilder::addImage(const Box& whole, std::uint32_t pixelWidth, std::uint32_t pixelHeight, const Paint& paint)
{
    const Box box = whole.intersected(paint.clip).intersected(m_paper);
    if (box.isEmpty() || !isSane(box))
        return;
    const double thin = std::min(box.width(), box.height()), length = std::max(box.width(), box.height());
    if (thin <= thickestImageRule && length > thin * 4) {
        addRule(box, 0, paint, true); // some printer drivers draw every line as a strip of pixels
        return;
    }
    addCover(box, paint);
    addGround(box, 0, false);
    if (m_page.images.size() >= wire::maxImages)
        m_page.truncated = true;
    else
        m_page.images.push_back({float(box.x0), float(box.y0), float(box.x1), float(box.y1), pixelWidth, pixelHeight});
}

void PageBuilder::addLink(LinkRecord link)
{
    if (m_page.links.size() < wire::maxLinks && !link.box.isEmpty() && isSane(link.box))
        m_page.links.push_back(std::move(link));
}

void PageBuilder::addGround(const Box& box, std::uint32_t colour, bool known)
{
    if (std::min(box.width(), box.height()) < 4)
        return;
    if (m_grounds.size() >= maxGrounds)
        m_grounds.erase(m_grounds.begin(), m_grounds.begin() + maxGrounds / 2); // what was painted first is hidden most
    m_grounds.push_back({box, colour, known});
}

void PageBuilder::addCover(const Box& box, const Paint& paint)
{
    if (paint.opaque && !m_page.glyphs.empty() && std::min(box.width(), box.height()) >= 4 &&
        m_covers.size() < maxGrounds)
        m_covers.push_back({box, m_page.glyphs.size()});
}

void PageBuilder::hideCovered()
{
    for (const Cover& cover : m_covers) {
        for (std::size_t i = 0; i < cover.glyphsBefore; ++i) {
            wire::Glyph& glyph = m_page.glyphs[i];
            if (cover.box.contains({(glyph.x0 + glyph.x1) / 2.0, (glyph.y0 + glyph.y1) / 2.0}))
                glyph.flags |= wire::Hidden;
        }
    }
}

void PageBuilder::markDuplicates()
{
    struct Key
    {
        std::size_t text;
        float x;
        std::uint32_t glyph;
    };
    std::vector<Key> keys;
    keys.reserve(m_page.glyphs.size());
    const std::u16string_view all = m_page.text;
    for (std::uint32_t i = 0; i < m_page.glyphs.size(); ++i) {
        const wire::Glyph& glyph = m_page.glyphs[i];
        if (!(glyph.flags & (wire::Hidden | wire::Space)) && glyph.textLength > 0) {
            const std::u16string_view text = all.substr(glyph.textBegin, glyph.textLength);
            keys.push_back({text.size() == 1 ? text[0] : std::hash<std::u16string_view>{}(text), glyph.x0, i});
        }
    }
    std::ranges::sort(keys, {}, [](const Key& key) { return std::tuple(key.text, key.x, key.glyph); });
    // Fake bold and shadows move by a few hundredths of an em; the next letter of a line is a fifth away at least.
    constexpr float reach = 0.08F;
    constexpr std::size_t mostNeighbours = 64;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const wire::Glyph& one = m_page.glyphs[keys[i].glyph];
        const float near = reach * one.size;
        for (std::size_t j = i + 1; j < std::min(keys.size(), i + mostNeighbours); ++j) {
            wire::Glyph& other = m_page.glyphs[keys[j].glyph];
            if (keys[j].text != keys[i].text || keys[j].x - keys[i].x > near)
                break;
            if (std::abs(one.baseline - other.baseline) <= near && std::abs(one.y0 - other.y0) <= near &&
                std::abs(one.size - other.size) <= 0.1F * one.size && one.angle == other.angle)
                m_page.glyphs[std::max(keys[i].glyph, keys[j].glyph)].flags |= wire::Duplicate;
        }
    }
}

PageRecord PageBuilder::take()
{
    hideCovered();
    markDuplicates();
    return std::move(m_page);
}

} // namespace sheaf::worker
