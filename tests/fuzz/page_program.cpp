// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "page_program.h"

#include "document/page_wire.h"

#include <array>
#include <cstring>

using namespace Qt::StringLiterals;

namespace sheaf::fuzz {

namespace {

constexpr QSizeF paper(600, 800);

enum Op : quint8
{
    Word,
    TwoWords,
    AnyLetter,
    NewLine,
    Indent,
    GoTo,
    Margin,
    Tab,
    Size,
    Font,
    Script,
    Flags,
    Turn,
    Across,
    Upright,
    Fill,
    Shape,
    Picture,
    Grid,
    Link,
    Again,
    NewPage,
    Distort,
    Tell,
    opCount
};

/** What layout's strategies look for, and plain words between. */
const QStringList words =
    u"the,result,of,a,transfor-,mation,Abstract,Keywords:,1,Introduction,2.1,Methods,A,Appendix,References,[1],[12],"
    "1.,(a),•,–,Figure,Fig.,3:,Table,2.,Theorem,Proof.,Smith,J.,and,et al.,(2020).,“On,things”,Journal,12(3),pp.,"
    "45–67.,In:,doi:10.1000/x.1,https://example.org/a,University,of Somewhere,ann@example.org,0.25,−1.5,12 345,±,"
    "n (%),x,=,∑,∫,α,√,(,),{,|,\\,*,_,`,<b>,](,#,return x;,ﬁ,é,שלום,سلام,論文,は,†,∗,Received,©,17,Vol. 3"_s.split(
        u',');

const QVector<PageFont> fonts{{u"Times-Roman"_s},
                              {u"Times-Bold"_s, true},
                              {u"Times-Italic"_s, false, true},
                              {u"CMMI10"_s, false, true},
                              {u"CMEX10"_s},
                              {u"Courier"_s, false, false, true},
                              {u"Symbol"_s, false, false, false, false, true}};

const QString& wordOf(quint8 argument)
{
    return words[argument % words.size()];
}

Page blank(int number)
{
    Page page;
    page.number = number;
    page.size = paper;
    page.fonts = fonts;
    return page;
}

template <typename To> To boxed(const QRectF& box)
{
    To to;
    to.x0 = float(box.left());
    to.y0 = float(box.top());
    to.x1 = float(box.right());
    to.y1 = float(box.bottom());
    return to;
}

} // namespace

PageProgram::PageProgram(QByteArrayView code) : m_page(blank(1))
{
    for (qsizetype i = 0; i + qsizetype(sizeof(Step)) <= code.size(); i += sizeof(Step)) {
        Step step;
        std::memcpy(static_cast<void*>(&step), code.data() + i, sizeof step);
        step.op %= opCount;
        m_steps << step;
    }
}

QVector<Page> PageProgram::run()
{
    for (qsizetype i = 0; i < m_steps.size() && m_budget > 0; ++i) {
        if (m_steps[i].op == Again)
            repeat(i);
        else
            perform(m_steps[i]);
    }
    newPage();
    m_info.pages = int(m_pages.size());
    return m_pages;
}

void PageProgram::repeat(qsizetype at)
{
    const qsizetype first = std::max<qsizetype>(0, at - 1 - m_steps[at].a % 16);
    for (int turns = 1 + m_steps[at].b % 16; turns > 0 && m_budget > 0; --turns) {
        for (qsizetype i = first; i < at; ++i) {
            if (m_steps[i].op != Again)
                perform(m_steps[i]);
        }
    }
}

void PageProgram::perform(const Step& step)
{
    const double x = step.a / 255.0 * paper.width(), y = step.b / 255.0 * paper.height();
    const QRectF box(m_x, m_y, x / 2, y / 2);
    --m_budget;
    switch (Op(step.op)) {
    case Word:
        return draw(wordOf(step.a));
    case TwoWords:
        return draw(wordOf(step.a) + u' ' + wordOf(step.b) + u' ');
    case AnyLetter:
        return draw(QString::fromUtf8(QString(QChar(ushort(step.a | step.b << 8))).toUtf8())); // as valid UTF-16
    case NewLine:
        return newLine(1.2);
    case Indent:
        newLine(0.8 + step.a / 64.0);
        m_x += step.b % 32;
        return;
    case GoTo:
        m_x = x;
        m_y = y;
        return;
    case Margin:
        m_margin = m_x = x;
        return;
    case Tab:
        m_x += (step.a - 64) / 2.0;
        return;
    case Size:
        m_size = 4 + step.a % 20 + step.b / 255.0;
        return;
    case Font:
        m_font = quint16(step.a % fonts.size());
        return;
    case Script:
        return script(wordOf(step.a), step.b % 2 ? -0.15 : 0.4);
    case Flags:
        m_flags = step.a & wire::allGlyphFlags;
        return;
    case Turn:
        m_angle = 90 * (step.a % 4);
        return;
    case Across:
        return rule({m_x, m_y, x, 0});
    case Upright:
        return rule({m_x, m_y, 0, y});
    case Fill:
        return rule(box, true);
    case Shape:
        m_page.shapes << boxed<PageShape>(box);
        return;
    case Picture:
        m_page.images << boxed<PageImage>(box);
        return;
    case Grid:
        return grid(1 + step.a % 6, 1 + step.b % 6);
    case Link:
        m_page.links << PageLink{box, step.a % 2 ? u"https://example.org/)"_s : QString(), step.b % 4, float(y)};
        return;
    case NewPage:
        return newPage();
    case Distort:
        return distort(step);
    case Tell:
        return tell(step);
    case Again:
    case opCount:
        return;
    }
}

void PageProgram::draw(const QString& text)
{
    const QString whole = text.normalized(QString::NormalizationForm_D); // accents as letters of their own
    for (qsizetype i = 0; i < whole.size(); ++i) {
        const qsizetype length = whole[i].isHighSurrogate() ? 2 : 1;
        drawLetter(QStringView(whole).mid(i, length));
        i += length - 1;
    }
    m_budget -= whole.size();
}

/** At the pen, which it moves in the direction of the writing. */
void PageProgram::drawLetter(QStringView letter)
{
    const bool narrow = letter == u"i" || letter == u"l" || letter == u" ";
    const double advance = m_size * (letter[0].isMark() ? 0 : narrow ? 0.3 : 0.5);
    const bool turned = m_angle % 180 != 0;
    const double forward = m_angle == 90 || m_angle == 180 ? -advance : advance;
    const double up = m_angle == 180 || m_angle == 270 ? -m_size : m_size;
    const QRectF box = turned ? QRectF(QPointF(m_x - 0.8 * up, m_y + forward), QPointF(m_x + 0.2 * up, m_y))
                              : QRectF(QPointF(m_x, m_y - 0.8 * up), QPointF(m_x + forward, m_y + 0.2 * up));
    auto glyph = boxed<Glyph>(box.normalized());
    glyph.textBegin = quint32(m_page.text.size());
    glyph.textLength = quint8(letter.size());
    glyph.flags = quint8(m_flags | (letter == u" " ? Glyph::Space : 0));
    glyph.font = m_font;
    glyph.baseline = float(turned ? m_x : m_y);
    glyph.size = float(m_size);
    glyph.angle = qint16(m_angle);
    m_page.text += letter;
    m_page.glyphs << glyph;
    (turned ? m_y : m_x) += forward;
}

void PageProgram::script(const QString& text, double rise)
{
    const double size = std::exchange(m_size, 0.7 * m_size), y = std::exchange(m_y, m_y - rise * m_size);
    draw(text);
    m_size = size;
    m_y = y;
}

/** Cells between rules, each with a number. */
void PageProgram::grid(int rows, int columns)
{
    const double left = m_x, top = m_y, width = 60, height = 1.6 * m_size;
    for (int row = 0; row <= rows; ++row)
        rule({left, top + row * height, columns * width, 0});
    for (int column = 0; column <= columns; ++column)
        rule({left + column * width, top, 0, rows * height});
    for (int cell = 0; cell < rows * columns; ++cell) {
        m_x = left + 4 + cell % columns * width;
        m_y = top + (cell / columns + 0.7) * height;
        draw(QString::number(cell * 7));
    }
    m_x = m_margin;
    m_y = top + rows * height;
}

void PageProgram::rule(const QRectF& box, bool filled)
{
    auto drawn = boxed<Rule>(box);
    drawn.width = filled ? 0 : 0.5F;
    drawn.filled = filled;
    m_page.rules << drawn;
}

void PageProgram::newLine(double factor)
{
    m_x = m_margin;
    m_y += factor * m_size;
}

void PageProgram::newPage()
{
    m_pages << std::exchange(m_page, blank(int(m_pages.size()) + 2));
    m_x = m_margin;
    m_y = 60;
}

/** The last letter as no typesetter would set it. */
void PageProgram::distort(const Step& step)
{
    if (m_page.glyphs.isEmpty())
        return;
    Glyph& glyph = m_page.glyphs.last();
    const float far = (step.b - 128) / 128.0F * wire::maxCoordinate;
    switch (step.a % 6) {
    case 0:
        glyph.x1 = std::max(glyph.x0, far);
        return;
    case 1:
        glyph.y0 = std::min(glyph.y1, far);
        return;
    case 2:
        glyph.baseline = far;
        return;
    case 3:
        glyph.size = 0.01F + std::abs(far);
        return;
    case 4:
        glyph.angle = qint16(step.b);
        return;
    default:
        m_page.size = QSizeF(step.b, std::abs(far));
    }
}

/** What the file says of itself. */
void PageProgram::tell(const Step& step)
{
    const QString text = wordOf(step.a) + u' ' + wordOf(step.b);
    if (step.a % 4 == 0)
        m_info.title = text;
    else if (step.a % 4 == 1)
        m_info.author = text;
    else
        m_info.outline << OutlineEntry{1 + step.b % 4, text, step.b % 8};
}

} // namespace sheaf::fuzz
