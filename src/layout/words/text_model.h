// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/page_model.h"
#include "document/page_regions.h"

#include <QHash>
#include <QRectF>
#include <QString>
#include <QVector>

/**
 * What the strategies of this room work on: a page's words with its graphics, then fragments, then lines in reading
 * order. Value types, any thread. Units: points, y downwards. A page whose text mostly runs upwards or downwards
 * (a landscape table) is turned upright: every coordinate here is in that upright frame, and PageText::toPage() leads
 * back to the page as a viewer shows it.
 */
namespace sheaf::layout {

/** A font, numbered over the whole document. */
struct Font
{
    QString name;
    bool bold = false;
    bool italic = false;
    bool monospace = false;
    bool math = false;      ///< mathematical letters or symbols
    bool extension = false; ///< TeX's large symbols, which hang below their baseline

    bool operator==(const Font&) const = default;
};

class FontTable
{
public:
    quint16 idOf(const PageFont& font);
    const Font& operator[](quint16 id) const { return m_fonts[id]; }
    qsizetype size() const { return m_fonts.size(); }

private:
    QVector<Font> m_fonts;
};

/** Glyphs without a space between them, of one size and baseline. */
struct Word
{
    enum Flag : quint8
    {
        SpaceBefore = 1, ///< a space was drawn before it
        Turned = 2,      ///< runs in another direction than the page's text
        Unmapped = 4,    ///< has glyphs without Unicode
        Furniture = 8,   ///< running head, folio, line number, watermark
        Placed = 16,     ///< reached a block
        SmallCaps = 32,  ///< capitals of two sizes
    };
    quint32 begin = 0; ///< into PageText::text
    quint16 length = 0;
    quint16 font = 0;
    float x0 = 0, top = 0, x1 = 0, bottom = 0; ///< from the size, not from the font's own box
    float baseline = 0, size = 0;
    quint32 colour = 0;
    quint8 flags = 0;
    quint8 confidence = Glyph::certain; ///< in hundredths, as Glyph's

    float width() const { return x1 - x0; }
    float centre() const { return (x0 + x1) / 2; }
    float middle() const { return (top + bottom) / 2; }
    bool is(Flag flag) const { return flags & flag; }
};

/** A straight horizontal or vertical stroke or thin fill. */
struct Stroke
{
    float from = 0, to = 0; ///< along the stroke
    float at = 0;           ///< y of a horizontal one, x of a vertical one

    float length() const { return to - from; }
};

struct PageText
{
    int number = 0;
    QSizeF size;
    int turn = 0; ///< the writing direction that became "to the right": 0, 90, 180, 270
    QString text;
    QVector<Word> words; ///< in drawing order
    QVector<Stroke> horizontals, verticals;
    QVector<Stroke> bars; ///< horizontal and too short for a rule: of a fraction like 1/n, or a chart's tick
    QVector<QRectF> images, shapes, fills;
    QVector<PageLink> links;
    QVector<PageRegion> regions;   ///< what its picture showed, the surest first; none if it was not looked at
    QHash<int, QString> noteMarks; ///< what is written for a word that holds a footnote's mark
    int glyphs = 0, unmapped = 0;
    bool truncated = false;
    bool recognised = false; ///< Sheaf itself read it from the page's picture
    bool invisible = false;  ///< all its text is drawn invisibly: a scan with recognised text

    QStringView textOf(const Word& word) const { return QStringView(text).mid(word.begin, word.length); }
    QRectF toPage(const QRectF& upright) const;
    double width() const { return size.width(); }
    double height() const { return size.height(); }
};

/** Words side by side on one baseline with no more than word spaces between them. */
struct Fragment
{
    QVector<int> words; ///< from left to right, scripts in their place
    float x0 = 0, top = 0, x1 = 0, bottom = 0;
    float baseline = 0, size = 0; ///< of most of its letters
    quint16 font = 0;             ///< of most of its letters

    float width() const { return x1 - x0; }
    float middle() const { return (top + bottom) / 2; }
    QRectF box() const { return QRectF(QPointF(x0, top), QPointF(x1, bottom)); }
};

/** A page between reading and ordering. */
struct PageContent
{
    PageText text;
    QVector<Fragment> fragments; ///< without furniture
};

/** A line of one column. `left` and `right` are the edges of its column's text. */
struct Line : Fragment
{
    int page = 0; ///< index into the document's pages
    int column = 0;
    float left = 0, right = 0;
    bool bold = false, italic = false, monospace = false; ///< (nearly) all of it
};

QRectF united(const QRectF& a, const QRectF& b);
/** The words' text, with spaces where geometry has them: for matching, not for output. */
QString plainText(const PageText& page, const QVector<int>& words);
/** The letters alone, in lower case: two headings that say the same. */
QString lowerLetters(QStringView text);
/** It holds letters that are written from right to left. */
bool isRightToLeft(QStringView text);
/** From left to right; where most words run from right to left, that way. */
void sortInReadingOrder(const PageText& page, QVector<int>& words);
/** No space stands between two neighbours of a fragment. */
bool isGlued(const Word& left, const Word& right);
/** Fills box, baseline, size and font from the words. */
void measure(const PageText& page, Fragment& fragment);

} // namespace sheaf::layout
