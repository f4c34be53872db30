// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QRectF>
#include <QSizeF>
#include <QString>
#include <QStringList>
#include <QVector>

/**
 * A PDF page as drawn: glyphs, rules and images from one pass over the page. Value types, any thread.
 * Units: points (1/72 inch); origin upper left of the page as a viewer shows it (its /Rotate applied), y downwards.
 * Everything here comes from an untrusted file: text may be wrong, hidden or repeated; boxes may lie outside the page.
 */
namespace sheaf {

/** A font as the file names it. Subset prefixes ("ABCDEF+") are removed. */
struct PageFont
{
    QString name;
    bool bold = false;
    bool italic = false;
    bool monospace = false;
    bool serif = false;
    bool symbolic = false;

    bool operator==(const PageFont&) const = default;
};

/** One drawn glyph. `text` may be several code units (a ligature) or empty (no Unicode known). */
struct Glyph
{
    enum Flag : quint8
    {
        Hidden = 1,    ///< drawn invisibly (text render mode 3), fully clipped, or in the colour of the paper
        NoUnicode = 2, ///< the font gives no Unicode for it
        Duplicate = 4, ///< the same glyph was drawn at nearly the same place before (fake bold, shadows)
        Space = 8,     ///< a drawn space
    };
    static constexpr quint8 certain = 100;
    quint32 textBegin = 0; ///< into Page::text
    quint8 textLength = 0;
    quint8 flags = 0;
    quint8 confidence = certain;          ///< of a recogniser that read it from a picture, in hundredths
    quint16 font = 0;                     ///< into Page::fonts
    float x0 = 0, y0 = 0, x1 = 0, y1 = 0; ///< advance box: from origin to origin+advance, ascent to descent
    float baseline = 0;                   ///< y of the baseline (x for text turned by 90° or 270°)
    float size = 0;                       ///< effective font size in points
    quint32 colour = 0;                   ///< 0xRRGGBB of the fill
    qint16 angle =
        0; ///< of the writing direction, degrees counter-clockwise, 0 = left to right, rounded to whole degrees
};

/** A straight rule or a filled box, as wide as drawn. A line has one side near zero. */
struct Rule
{
    float x0 = 0, y0 = 0, x1 = 0, y1 = 0;
    float width = 0;    ///< stroke width; 0 for fills
    quint32 colour = 0; ///< 0xRRGGBB
    bool filled = false;
};

struct PageImage
{
    float x0 = 0, y0 = 0, x1 = 0, y1 = 0;
    quint32 pixelWidth = 0, pixelHeight = 0;
};

/** A curve or shape that is no rule: part of a drawing. Only its box is kept; figures are found by them. */
struct PageShape
{
    float x0 = 0, y0 = 0, x1 = 0, y1 = 0;
};

struct PageLink
{
    QRectF box;
    QString uri;  ///< external target, else empty
    int page = 0; ///< internal target page from 1, else 0
    float y = 0;  ///< internal target's y on that page, upright page coordinates
};

struct Page
{
    int number = 0; ///< from 1
    QSizeF size;
    int rotation = 0; ///< the /Rotate that was applied: 0, 90, 180, 270
    QString text;     ///< all glyphs' text, one after the other, in drawing order
    QVector<Glyph> glyphs;
    QVector<PageFont> fonts;
    QVector<Rule> rules;
    QVector<PageImage> images;
    QVector<PageShape> shapes;
    QVector<PageLink> links;
    bool recognised = false; ///< its glyphs were read from its picture by Sheaf itself, so they are all there are
    bool truncated = false;  ///< a limit was hit (glyphs, rules): the rest of the page is missing

    QStringView textOf(const Glyph& g) const { return QStringView(text).mid(g.textBegin, g.textLength); }
};

struct OutlineEntry
{
    int level = 1;
    QString title;
    int page = 0; ///< from 1, 0 = unknown
};

/** What the file says of itself. Never believed blindly. */
struct DocumentInfo
{
    int pages = 0;
    QString title, author, subject, keywords, producer;
    QString doi; ///< of the XMP or info dictionary, normalised
    bool tagged = false;
    QVector<OutlineEntry> outline;
};

} // namespace sheaf
