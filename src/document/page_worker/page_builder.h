// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/page_worker/page_record.h"

#include <span>

/**
 * Makes a page's record from what is drawn on it, in drawing order: decides which text can be seen, what is a rule and
 * what a shape. Knows no poppler. All coordinates are the page's (see geometry.h); values of the file may be anything.
 *
 * Text is hidden when it is drawn invisibly, outside its clip, in the colour of what lies beneath it, covered later by
 * an opaque box or picture, or so small that nobody can see it: what no reader of the page sees may be meant for a
 * program that reads it.
 */
namespace sheaf::worker {

struct DrawnGlyph
{
    std::span<const unsigned> unicode;
    unsigned code = 0; ///< the font's own, which tells glyphs without Unicode apart
    std::uint16_t font = 0;
    Point origin;
    Point advance;                       ///< without the extra spacing of characters and words
    Point right, up;                     ///< one em along the line and one above it
    double ascent = 0.8, descent = -0.2; ///< in ems
    bool vertical = false;               ///< upright glyphs that follow each other downwards
    bool invisible = false;
    std::uint32_t colour = 0;
};

/** How something is painted. */
enum class FillRule
{
    Winding,
    EvenOdd
};

struct Paint
{
    std::uint32_t colour = 0;
    bool opaque = true; ///< hides what lies under it
    Box clip;
};

class PageBuilder
{
public:
    void begin(int number, double width, double height, int rotation, std::int64_t glyphLimit);
    /** Index of a new font of this page. */
    std::uint16_t addFont(FontRecord font);
    void addGlyph(const DrawnGlyph& glyph, const Box& clip);
    /** All glyphs from `first` on stand for `text` together: what ActualText says. */
    void replaceText(std::size_t first, std::span<const unsigned> text);
    void addStroke(const Path& path, double lineWidth, const Paint& paint);
    void addFill(const Path& path, const Paint& paint, FillRule rule);
    /** An area of unknown colours: a shading, a pattern. */
    void addArea(const Box& area);
    void addImage(const Box& box, std::uint32_t pixelWidth, std::uint32_t pixelHeight, const Paint& paint);
    void addLink(LinkRecord link);
    std::size_t glyphCount() const { return m_page.glyphs.size(); }
    bool lacksUnicode(std::size_t glyph) const { return m_page.glyphs[glyph].flags & wire::NoUnicode; }

    PageRecord take();

private:
    struct Ground ///< painted before, so it may lie beneath a glyph
    {
        Box box;
        std::uint32_t colour;
        bool known; ///< whether it has one colour
    };
    struct Cover ///< painted later, so it may hide glyphs
    {
        Box box;
        std::size_t glyphsBefore;
    };

    Box glyphBox(const DrawnGlyph& glyph) const;
    std::uint8_t textFlags(const DrawnGlyph& glyph, wire::Glyph& out);
    bool isUnseen(const DrawnGlyph& glyph, const Box& box, const Box& clip) const;
    bool hasColourOfGround(Point at, std::uint32_t colour) const;
    void addFilled(const Box& box, const Paint& paint);
    void addRule(Box box, double width, const Paint& paint, bool filled);
    void addShape(const Box& box, const Box& clip);
    void addGround(const Box& box, std::uint32_t colour, bool known);
    void addCover(const Box& box, const Paint& paint);
    void hideCovered();
    void markDuplicates();

    std::size_t m_glyphLimit = 0;
    Box m_paper;
    PageRecord m_page;
    std::vector<Ground> m_grounds;
    std::vector<Cover> m_covers;
};

} // namespace sheaf::worker
