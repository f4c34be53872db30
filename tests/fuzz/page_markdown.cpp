// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Page model → markdown: any bytes are pages. Where the decoder would refuse a frame, this bends its values to what a
// page may hold, so that the fuzzer's time goes into the layout.
#include "document/page_model.h"
#include "frames.h"

#include <cmath>

using namespace sheaf;
using namespace Qt::StringLiterals;

namespace {

constexpr quint32 mostGlyphs = 4000; ///< a full page, and still many pages a second

class Bytes
{
public:
    explicit Bytes(QByteArrayView bytes) : m_rest(bytes) {}

    bool isEmpty() const { return m_rest.isEmpty(); }

    QByteArrayView take(qsizetype size)
    {
        const QByteArrayView taken = m_rest.first(std::min(size, m_rest.size()));
        m_rest = m_rest.sliced(taken.size());
        return taken;
    }
    /** Zeros where the bytes end. */
    template <typename T> T take()
    {
        T value{};
        const QByteArrayView bytes = take(qsizetype(sizeof value));
        std::memcpy(static_cast<void*>(&value), bytes.data(), size_t(bytes.size()));
        return value;
    }
    template <typename T, typename Visitor> void takeArray(quint32 count, Visitor visit)
    {
        for (quint32 i = 0; i < count && !isEmpty(); ++i)
            visit(take<T>());
    }

private:
    QByteArrayView m_rest;
};

float coordinate(float value)
{
    return std::isfinite(value) ? std::clamp(value, -wire::maxCoordinate, wire::maxCoordinate) : 0;
}

/** Glyph, Rule, Image or Shape with a box that is one. */
template <typename To, typename From> To boxed(const From& from)
{
    To to;
    std::tie(to.x0, to.x1) = std::minmax({coordinate(from.x0), coordinate(from.x1)});
    std::tie(to.y0, to.y1) = std::minmax({coordinate(from.y0), coordinate(from.y1)});
    return to;
}

QString textFrom(QByteArrayView bytes)
{
    QString text(bytes.size() / 2, Qt::Uninitialized);
    std::memcpy(static_cast<void*>(text.data()), bytes.data(), size_t(text.size()) * 2);
    return QString::fromUtf8(text.toUtf8()); // as valid UTF-16
}

Glyph glyphFrom(const wire::Glyph& from, const Page& page)
{
    auto glyph = boxed<Glyph>(from);
    glyph.textBegin = from.textBegin % quint32(page.text.size() + 1);
    glyph.textLength = quint8(std::min<qsizetype>(from.textLength, page.text.size() - glyph.textBegin));
    glyph.flags = from.flags & wire::allGlyphFlags;
    glyph.font = quint16(from.font % page.fonts.size());
    glyph.baseline = coordinate(from.baseline);
    glyph.size = std::max(0.01F, std::abs(coordinate(from.size)));
    glyph.colour = from.colour & 0xFFFFFF;
    glyph.angle = qint16(((from.angle % 360) + 360) % 360);
    return glyph;
}

/** The frame's order of values but for the fonts, which are first so that cut frames have some. */
Page pageFrom(QByteArrayView payload, int number)
{
    Bytes bytes(payload);
    const auto head = bytes.take<wire::PageHead>();
    Page page;
    page.number = number;
    page.size = QSizeF(std::abs(coordinate(head.width)), std::abs(coordinate(head.height)));
    page.truncated = head.truncated != 0;
    page.fonts = {{u"Times-Roman"_s},
                  {u"Times-Bold"_s, true},
                  {u"CMMI10"_s, false, true},
                  {u"CMEX10"_s},
                  {u"Courier"_s, false, false, true}};
    page.text = textFrom(bytes.take(qsizetype(std::min(head.textUnits, 2 * mostGlyphs)) * 2));
    bytes.takeArray<wire::Glyph>(std::min(head.glyphs, mostGlyphs),
                                 [&](const wire::Glyph& from) { page.glyphs << glyphFrom(from, page); });
    bytes.takeArray<wire::Rule>(std::min(head.rules, 500U), [&](const wire::Rule& from) {
        auto rule = boxed<Rule>(from);
        rule.width = std::abs(coordinate(from.width));
        rule.colour = from.colour & 0xFFFFFF;
        rule.filled = from.filled != 0;
        page.rules << rule;
    });
    bytes.takeArray<wire::Image>(std::min(head.images, 100U),
                                 [&](const wire::Image& from) { page.images << boxed<PageImage>(from); });
    bytes.takeArray<wire::Shape>(std::min(head.shapes, 500U),
                                 [&](const wire::Shape& from) { page.shapes << boxed<PageShape>(from); });
    bytes.takeArray<wire::Shape>(std::min(head.links, 50U), [&](const wire::Shape& from) {
        const auto box = boxed<PageShape>(from);
        page.links << PageLink{QRectF(QPointF(box.x0, box.y0), QPointF(box.x1, box.y1)), u"https://example.org/)"_s};
    });
    return page;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    LayoutEngine engine;
    int pages = 0;
    fuzz::forEachFrame({data, qsizetype(size)}, [&](wire::FrameKind, QByteArrayView payload) {
        if (pages < 8)
            engine.addPage(pageFrom(payload, ++pages));
    });
    fuzz::convertAndCheck(engine, pages);
    return 0;
}
