// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "page_maker.h"

using namespace Qt::StringLiterals;

namespace sheaf::testing {

PageMaker::PageMaker(int number, QSizeF size)
{
    m_page.number = number;
    m_page.size = size;
    font(u"Serif"_s);
}

PageMaker& PageMaker::font(const QString& name, bool bold, bool italic, bool monospace)
{
    PageFont wanted;
    wanted.name = name;
    wanted.bold = bold;
    wanted.italic = italic;
    wanted.monospace = monospace;
    qsizetype at = m_page.fonts.indexOf(wanted);
    if (at < 0) {
        at = m_page.fonts.size();
        m_page.fonts << wanted;
    }
    m_font = quint16(at);
    return *this;
}

PageMaker& PageMaker::text(double x, double y, const QString& text, double size, int flags)
{
    const double advance = 0.5 * size;
    for (QChar c : text) {
        if (c != u' ') {
            Glyph glyph;
            glyph.textBegin = quint32(m_page.text.size());
            glyph.textLength = 1;
            glyph.flags = quint8(flags);
            glyph.font = m_font;
            glyph.x0 = float(x);
            // Real letters differ in width; even ones would be a monospace font.
            glyph.x1 = float(x + advance * (c == u'i' || c == u'l' ? 0.9 : 1));
            glyph.y0 = float(y - 0.75 * size);
            glyph.y1 = float(y + 0.25 * size);
            glyph.baseline = float(y);
            glyph.size = float(size);
            m_page.text += c;
            m_page.glyphs << glyph;
        }
        x += advance;
    }
    return *this;
}

PageMaker& PageMaker::lines(double x, double y, const QStringList& lines, double size)
{
    for (const QString& line : lines) {
        text(x, y, line, size);
        y += 12;
    }
    return *this;
}

PageMaker& PageMaker::rule(double x0, double x1, double y)
{
    m_page.rules << Rule{float(x0), float(y), float(x1), float(y), 0.5F, 0, false};
    return *this;
}

PageMaker& PageMaker::vertical(double x, double y0, double y1)
{
    m_page.rules << Rule{float(x), float(y0), float(x), float(y1), 0.5F, 0, false};
    return *this;
}

PageMaker& PageMaker::grid(const QVector<double>& xs, const QVector<double>& ys)
{
    for (double y : ys)
        rule(xs.first(), xs.last(), y);
    for (double x : xs)
        vertical(x, ys.first(), ys.last());
    return *this;
}

PageMaker& PageMaker::fill(const QRectF& box)
{
    m_page.rules << Rule{
        float(box.left()), float(box.top()), float(box.right()), float(box.bottom()), 0, 0xdddddd, true};
    return *this;
}

PageMaker& PageMaker::shape(const QRectF& box)
{
    m_page.shapes << PageShape{float(box.left()), float(box.top()), float(box.right()), float(box.bottom())};
    return *this;
}

PageMaker& PageMaker::image(const QRectF& box)
{
    m_page.images << PageImage{float(box.left()), float(box.top()), float(box.right()), float(box.bottom()), 100, 100};
    return *this;
}

} // namespace sheaf::testing
