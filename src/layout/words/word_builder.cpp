// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/words/word_builder.h"

#include "layout/words/accents.h"
#include "layout/words/small_caps.h"
#include "layout/words/spaced_letters.h"

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace sheaf::layout {

namespace {

constexpr float spaceGap = 0.12F;      ///< of the size: TeX shrinks spaces to 0.2, bold faces to less
constexpr float drawnSpaceGap = 0.22F; ///< where the page draws its spaces, gaps may be letter spacing
constexpr int otherDirections = 4;

int quarterOf(int angle)
{
    const int turned = ((angle % 360) + 360) % 360;
    for (int quarter = 0; quarter < 4; ++quarter) {
        const int off = std::abs(turned - quarter * 90);
        if (off <= 3 || off >= 357)
            return quarter;
    }
    return otherDirections;
}

/** A glyph in the frame in which its text runs to the right. */
struct Placed
{
    float x0, x1, baseline, top, bottom;
};

struct Frame
{
    float width, height; ///< of the untransformed page
    int quarter;

    QPointF turned(double x, double y) const
    {
        switch (quarter) {
        case 1:
            return {height - y, x};
        case 2:
            return {width - x, height - y};
        case 3:
            return {y, width - x};
        default:
            return {x, y};
        }
    }
    QRectF turned(double x0, double y0, double x1, double y1) const
    {
        return QRectF(turned(x0, y0), turned(x1, y1)).normalized();
    }
    Placed place(const Glyph& glyph) const
    {
        const QRectF box = turned(glyph.x0, glyph.y0, glyph.x1, glyph.y1);
        const QPointF base = turned(glyph.baseline, glyph.baseline);
        return {float(box.left()), float(box.right()), float(base.y()), float(box.top()), float(box.bottom())};
    }
};

/** TeX's large brackets, operators and roots, which a file may give by their code only. */
QString signOfExtension(const QString& text)
{
    constexpr QStringView codes = u"!\"#$%&'PQRSTXYZ[\\pqrs", signs = u")[]⌊⌋⌈⌉∑∏∫⋃⋂∑∏∫⋃⋂√√√√";
    const qsizetype at = text.size() == 1 ? codes.indexOf(text[0]) : -1;
    return at < 0 ? text : QString(signs[at]);
}

/** Fonts whose narrow and wide letters are equally wide, though neither name nor flags say that they are monospace. */
QVector<bool> evenlySpacedFonts(const Page& page)
{
    struct Advances
    {
        float least = 1e9F, most = 0;
        bool narrow = false, wide = false;
    };
    QVector<Advances> advances(page.fonts.size());
    for (const Glyph& glyph : page.glyphs) {
        if (glyph.font >= advances.size() || glyph.angle != 0 || glyph.size <= 0 || glyph.textLength != 1)
            continue;
        const QChar c = page.text[glyph.textBegin];
        if (!c.isLetterOrNumber())
            continue;
        Advances& font = advances[glyph.font];
        const float advance = (glyph.x1 - glyph.x0) / glyph.size;
        font.least = std::min(font.least, advance);
        font.most = std::max(font.most, advance);
        font.narrow = font.narrow || c == u'i' || c == u'l' || c == u'j' || c == u'I';
        font.wide = font.wide || QStringView(u"abdeghkmnopquwxyzADGHMNOQUW").contains(c);
    }
    QVector<bool> even;
    for (const Advances& font : std::as_const(advances))
        even << (font.narrow && font.wide && font.most - font.least < 0.03F);
    return even;
}

/** All text is invisible: what a recogniser laid over a scan. */
bool isRecognised(const Page& page)
{
    const auto hidden = std::ranges::count_if(page.glyphs, [](const Glyph& g) { return g.flags & Glyph::Hidden; });
    return hidden > (page.glyphs.size() - hidden) * 4;
}

class WordBuilder
{
public:
    WordBuilder(const Page& page, FontTable& fonts) : m_page(page)
    {
        const QVector<bool> even = evenlySpacedFonts(page);
        const bool recognised = isRecognised(page);
        for (qsizetype i = 0; i < page.fonts.size(); ++i) {
            PageFont font = page.fonts[i];
            font.monospace = font.monospace || even[i];
            if (recognised) // the layer's fonts say nothing of the letters on the paper
                font = {};
            m_fonts << fonts.idOf(font);
        }
        if (m_fonts.isEmpty())
            m_fonts << fonts.idOf({});
        for (quint16 id : std::as_const(m_fonts))
            m_math << fonts[id].math;
        for (quint16 id : std::as_const(m_fonts))
            m_extension << fonts[id].extension;
    }

    PageText build()
    {
        survey();
        m_out.number = m_page.number;
        m_out.turn = m_mainQuarter * 90;
        m_out.truncated = m_page.truncated;
        m_out.recognised = m_page.recognised;
        const bool upright = m_mainQuarter % 2 == 0;
        m_out.size = upright ? m_page.size : m_page.size.transposed();
        m_out.text.reserve(m_page.text.size() + m_page.text.size() / 8);
        for (const Glyph& glyph : m_page.glyphs)
            take(glyph);
        finishWord();
        placeGraphics();
        return std::move(m_out);
    }

private:
    void survey()
    {
        std::array<int, otherDirections + 1> directions{};
        int spaces = 0;
        for (const Glyph& glyph : m_page.glyphs) {
            spaces += bool(glyph.flags & Glyph::Space);
            ++directions[size_t(quarterOf(glyph.angle))];
        }
        m_mainQuarter = int(std::max_element(directions.begin(), directions.end() - 1) - directions.begin());
        m_out.invisible = isRecognised(m_page);
        m_spaceGap = spaces * 12 > m_page.glyphs.size() ? drawnSpaceGap : spaceGap;
        for (const PageImage& image : m_page.images) {
            const QRectF box(QPointF(image.x0, image.y0), QPointF(image.x1, image.y1));
            if (box.width() * box.height() > 0.2 * m_page.size.width() * m_page.size.height())
                m_largeImages << box;
        }
    }

    bool isSeen(const Glyph& glyph) const
    {
        if (glyph.flags & Glyph::Duplicate)
            return false;
        if (!(glyph.flags & Glyph::Hidden) || m_out.invisible)
            return true;
        const QPointF centre((glyph.x0 + glyph.x1) / 2, (glyph.y0 + glyph.y1) / 2);
        return std::ranges::any_of(m_largeImages, [&](const QRectF& box) { return box.contains(centre); });
    }

    Frame frameOf(int quarter) const { return {float(m_page.size.width()), float(m_page.size.height()), quarter}; }

    void take(const Glyph& glyph)
    {
        if (!isSeen(glyph))
            return;
        if (glyph.flags & Glyph::Space) {
            m_spacePending = true;
            m_space = glyph;
            return;
        }
        ++m_out.glyphs;
        const bool unmapped = glyph.flags & Glyph::NoUnicode || glyph.textLength == 0;
        QString text = unmapped ? QString() : readable(m_page.textOf(glyph));
        m_out.unmapped += unmapped;
        if (!unmapped && QStringView(text).trimmed().isEmpty()) {
            if (!text.isEmpty()) {
                m_spacePending = true;
                m_space = glyph;
            }
            return;
        }
        const int quarter = quarterOf(glyph.angle);
        Placed place = frameOf(quarter == otherDirections ? m_mainQuarter : quarter).place(glyph);
        const bool hangs = glyph.font < m_extension.size() && m_extension[glyph.font];
        if (hangs) {
            // They hang from their baseline around the line's axis; as text they belong on the line's own baseline.
            place.baseline += 0.95F * glyph.size;
            text = signOfExtension(text);
        }
        const quint16 font = m_fonts[glyph.font < m_fonts.size() ? glyph.font : 0];
        const bool math = m_math[glyph.font < m_fonts.size() ? glyph.font : 0];
        if (!m_open || quarter != m_quarter || m_spacePending || hangs != m_wordHangs ||
            !continues(glyph, place, text, math))
            startWord(glyph, place, quarter, font, math);
        m_wordHangs = hangs;
        append(glyph, place, text, unmapped);
    }

    bool continues(const Glyph& glyph, const Placed& place, const QString& text, bool math) const
    {
        const float larger = std::max(glyph.size, m_word.size);
        if (m_quarter == otherDirections) {
            const float dx = std::max(place.x0 - m_previous.x1, m_previous.x0 - place.x1);
            const float dy = std::max(place.top - m_previous.bottom, m_previous.top - place.bottom);
            return std::max(dx, dy) < 0.3F * larger;
        }
        if (std::abs(place.baseline - m_word.baseline) < 0.4F * larger && isAccented(place, text))
            return true;
        // A dash between words parts them, though no space does: "Abstract—We".
        if (m_out.text.endsWith(u'—') && m_out.text.size() > qsizetype(m_word.begin))
            return false;
        if (math != m_isMath || std::abs(place.baseline - m_word.baseline) > 0.08F * larger)
            return false;
        if (isRightToLeft(text) && place.x1 - m_word.x0 < m_spaceGap * larger &&
            m_word.x0 - place.x1 < m_spaceGap * larger)
            return true; // drawn in the order in which it is read
        const float gap = place.x0 - m_word.x1;
        return gap < m_spaceGap * larger && gap > -0.6F * larger;
    }

    bool overlapsPrevious(const Placed& place) const
    {
        return place.x0 < m_previous.x1 - 0.3F * (m_previous.x1 - m_previous.x0) && place.x1 > m_previous.x0;
    }

    /** Accent and letter, in whichever order, are drawn over each other; over a capital the accent is raised. */
    bool isAccented(const Placed& place, const QString& text) const
    {
        return overlapsPrevious(place) && text.size() == 1 && m_out.text.size() > qsizetype(m_word.begin) &&
               (isAccent(text[0]) || isAccent(m_out.text.back()));
    }

    void startWord(const Glyph& glyph, const Placed& place, int quarter, quint16 font, bool math)
    {
        finishWord();
        m_open = true;
        m_risingLetters = 0;
        m_quarter = quarter;
        m_isMath = math;
        m_word = {};
        m_word.begin = quint32(m_out.text.size());
        m_word.font = font;
        m_word.colour = glyph.colour;
        m_word.x0 = place.x0;
        m_word.x1 = place.x1;
        m_word.baseline = place.baseline;
        m_lastTop = place.top;
        m_word.flags = quint8(m_spacePending && isBeside(glyph, m_space) ? Word::SpaceBefore : 0);
        m_spacePending = false;
    }

    void append(const Glyph& glyph, const Placed& place, const QString& text, bool unmapped)
    {
        QString& all = m_out.text;
        const bool startsWord = all.size() == qsizetype(m_word.begin);
        const bool accentFirst = !startsWord && isAccent(all.back());
        if (startsWord) {
            m_glyphBegins.clear();
            m_smallCaps.startWord(place.baseline);
        }
        if (startsWord || !overlapsPrevious(place) || !composeAccent(all, text)) {
            m_glyphBegins << all.size();
            all += text;
            m_smallCaps.add(text, glyph.size);
        } else if (accentFirst && all.size() == qsizetype(m_word.begin) + 1) {
            m_word.baseline = place.baseline;
        }
        if (unmapped)
            m_word.flags |= Word::Unmapped;
        m_risingLetters += startsWord ? 0 : place.x0 > m_previous.x0 ? 1 : -1;
        m_word.size = std::max(m_word.size, usableSize(glyph));
        m_word.confidence = std::min(m_word.confidence, glyph.confidence);
        m_word.x0 = std::min(m_word.x0, place.x0);
        m_word.x1 = std::max(m_word.x1, place.x1);
        m_lastTop = std::min(m_lastTop, place.top);
        m_lastBottom = place.bottom;
        m_previous = place;
    }

    /** Type 3 fonts and scaled text may give a size that has nothing to do with the letters' height. */
    static float usableSize(const Glyph& glyph)
    {
        const float height = glyph.angle % 180 == 0 ? glyph.y1 - glyph.y0 : glyph.x1 - glyph.x0;
        if (glyph.angle % 90 == 0 && height > 0 && (glyph.size < 0.25F * height || glyph.size > 4 * height))
            return height;
        return glyph.size;
    }

    void finishWord()
    {
        if (!m_open)
            return;
        m_open = false;
        if (m_risingLetters > 0 && isRightToLeft(QStringView(m_out.text).mid(m_word.begin)))
            reverseGlyphs(); // drawn from left to right
        m_word.length = quint16(std::min<qsizetype>(m_out.text.size() - m_word.begin, 0xffff));
        if (m_word.size <= 0 || !std::isfinite(m_word.x0 + m_word.x1 + m_word.baseline + m_word.size))
            return;
        if (m_word.length == 0 && !m_word.is(Word::Unmapped))
            return;
        if (m_smallCaps.finishWord(m_out.text, qsizetype(m_word.begin))) {
            m_word.flags |= Word::SmallCaps;
            m_word.size = std::max(m_word.size, m_smallCaps.capitalSize());
        }
        m_word.top = m_word.baseline - 0.78F * m_word.size;
        m_word.bottom = m_word.baseline + 0.22F * m_word.size;
        if (m_wordHangs) {
            m_word.top = m_word.baseline - 0.95F * m_word.size;
            m_word.bottom = m_word.baseline + 0.5F * m_word.size;
        }
        if (m_quarter == otherDirections) {
            m_word.top = m_lastTop;
            m_word.bottom = std::max(m_lastBottom, m_lastTop + 1);
        }
        if (m_quarter != m_mainQuarter)
            turnIntoPage();
        m_out.words << m_word;
    }

    /** The last space may have been drawn elsewhere: text from right to left comes in any order. */
    static bool isBeside(const Glyph& glyph, const Glyph& space)
    {
        const float dx = std::max(glyph.x0 - space.x1, space.x0 - glyph.x1);
        const float dy = std::max(glyph.y0 - space.y1, space.y0 - glyph.y1);
        return std::max(dx, dy) < 0.6F * glyph.size;
    }

    /** A ligature's letters are in their order already. */
    void reverseGlyphs()
    {
        QString reversed;
        for (qsizetype i = m_glyphBegins.size() - 1; i >= 0; --i) {
            const qsizetype end = i + 1 < m_glyphBegins.size() ? m_glyphBegins[i + 1] : m_out.text.size();
            reversed += QStringView(m_out.text).sliced(m_glyphBegins[i], end - m_glyphBegins[i]);
        }
        m_out.text.truncate(m_word.begin);
        m_out.text += reversed;
    }

    /** A word of another direction keeps its box, in the page's upright frame. */
    void turnIntoPage()
    {
        QRectF box(QPointF(m_word.x0, m_word.top), QPointF(m_word.x1, m_word.bottom));
        if (m_quarter != otherDirections) {
            PageText own;
            own.turn = m_quarter * 90;
            own.size = m_quarter % 2 == 0 ? m_page.size : m_page.size.transposed();
            const QRectF page = own.toPage(box);
            box = frameOf(m_mainQuarter).turned(page.left(), page.top(), page.right(), page.bottom());
        }
        m_word.x0 = float(box.left());
        m_word.x1 = float(box.right());
        m_word.top = float(box.top());
        m_word.bottom = m_word.baseline = float(box.bottom());
        m_word.flags |= Word::Turned;
    }

    void placeGraphics()
    {
        const Frame frame = frameOf(m_mainQuarter);
        constexpr double thin = 3, shortest = 8, shortestBar = 2;
        for (const Rule& rule : m_page.rules) {
            const QRectF box = frame.turned(rule.x0, rule.y0, rule.x1, rule.y1);
            if (box.height() <= thin && box.width() >= shortest)
                m_out.horizontals << Stroke{float(box.left()), float(box.right()), float(box.center().y())};
            else if (box.height() <= thin / 2 && box.width() >= shortestBar)
                m_out.bars << Stroke{float(box.left()), float(box.right()), float(box.center().y())};
            else if (box.width() <= thin && box.height() >= shortest)
                m_out.verticals << Stroke{float(box.top()), float(box.bottom()), float(box.center().x())};
            else if (rule.filled && box.width() > thin && box.height() > thin)
                m_out.fills << box;
        }
        for (const PageImage& image : m_page.images)
            m_out.images << frame.turned(image.x0, image.y0, image.x1, image.y1);
        for (const PageShape& shape : m_page.shapes)
            m_out.shapes << frame.turned(shape.x0, shape.y0, shape.x1, shape.y1);
        for (PageLink link : m_page.links) {
            link.box = frame.turned(link.box.left(), link.box.top(), link.box.right(), link.box.bottom());
            m_out.links << link;
        }
    }

    const Page& m_page;
    QVector<quint16> m_fonts;
    QVector<bool> m_math, m_extension;
    QVector<QRectF> m_largeImages;
    PageText m_out;
    int m_mainQuarter = 0;
    float m_spaceGap = spaceGap;

    bool m_open = false;
    bool m_spacePending = false;
    Glyph m_space; ///< the last one
    bool m_isMath = false;
    bool m_wordHangs = false;
    SmallCapsReader m_smallCaps;
    QVector<qsizetype> m_glyphBegins; ///< of the open word, in the page's text
    int m_risingLetters = 0;          ///< of the open word: steps to the right less steps to the left
    int m_quarter = 0;
    Word m_word;
    Placed m_previous{};
    float m_lastTop = 0, m_lastBottom = 0;
};

} // namespace

PageText readWords(const Page& page, FontTable& fonts)
{
    PageText text = WordBuilder(page, fonts).build();
    joinSpacedLetters(text, fonts);
    return text;
}

} // namespace sheaf::layout
