// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/page_decoder.h"

#include "core/identifiers.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <type_traits>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

/** Takes values off the front. After the first one that is not there or not allowed, everything fails. */
class FrameReader
{
public:
    explicit FrameReader(QByteArrayView payload) : m_rest(payload) {}

    bool failed() const { return m_failed; }
    /** Nothing was wrong and nothing is left over. */
    bool finished() const { return !m_failed && m_rest.isEmpty(); }
    void require(bool rule) { m_failed = m_failed || !rule; }

    QByteArrayView takeBytes(qsizetype size)
    {
        require(size >= 0 && size <= m_rest.size());
        if (m_failed)
            return {};
        const QByteArrayView taken = m_rest.first(size);
        m_rest = m_rest.sliced(size);
        return taken;
    }

    template <typename T> T take()
    {
        static_assert(std::is_trivially_copyable_v<T>);
        T value{};
        if (const QByteArrayView bytes = takeBytes(sizeof value); !bytes.isEmpty())
            std::memcpy(&value, bytes.data(), sizeof value);
        return value;
    }

    float takeCoordinate()
    {
        const float value = take<float>();
        require(isCoordinate(value));
        return value;
    }

    quint32 takeCount(quint32 most)
    {
        const quint32 count = take<quint32>();
        require(count <= most);
        return m_failed ? 0 : count;
    }

    QString takeString(quint32 longest = wire::maxString) { return QString::fromUtf8(takeBytes(takeCount(longest))); }
    QString takeLine() { return plainLine(takeBytes(takeCount(wire::maxString))); }

    template <typename T, typename Visitor> void takeArray(quint32 count, Visitor visit)
    {
        const QByteArrayView bytes = takeBytes(qsizetype(count) * qsizetype(sizeof(T)));
        for (quint32 i = 0; i < count && !m_failed; ++i) {
            T value;
            std::memcpy(&value, bytes.data() + i * sizeof(T), sizeof value);
            visit(value);
        }
    }

    static bool isCoordinate(float value) { return std::isfinite(value) && std::abs(value) <= wire::maxCoordinate; }
    static bool isBox(float x0, float y0, float x1, float y1)
    {
        return isCoordinate(x0) && isCoordinate(y0) && isCoordinate(x1) && isCoordinate(y1) && x0 <= x1 && y0 <= y1;
    }

private:
    QByteArrayView m_rest;
    bool m_failed = false;
};

void takeText(FrameReader& reader, Page& page, quint32 units)
{
    const QByteArrayView bytes = reader.takeBytes(qsizetype(units) * 2);
    page.text.resize(bytes.size() / 2);
    if (!bytes.isEmpty())
        std::memcpy(page.text.data(), bytes.data(), size_t(bytes.size()));
}

void takeGlyphs(FrameReader& reader, Page& page, const wire::PageHead& head)
{
    page.glyphs.reserve(head.glyphs);
    reader.takeArray<wire::Glyph>(head.glyphs, [&](const wire::Glyph& from) {
        reader.require(from.textBegin <= head.textUnits && from.textLength <= head.textUnits - from.textBegin &&
                       from.font < head.fonts && (from.flags & ~wire::allGlyphFlags) == 0 &&
                       FrameReader::isBox(from.x0, from.y0, from.x1, from.y1) &&
                       FrameReader::isCoordinate(from.baseline) && FrameReader::isCoordinate(from.size) &&
                       from.size > 0 && from.angle >= 0 && from.angle < 360);
        page.glyphs.append({.textBegin = from.textBegin,
                            .textLength = from.textLength,
                            .flags = from.flags,
                            .font = from.font,
                            .x0 = from.x0,
                            .y0 = from.y0,
                            .x1 = from.x1,
                            .y1 = from.y1,
                            .baseline = from.baseline,
                            .size = from.size,
                            .colour = from.colour & 0xFFFFFF,
                            .angle = from.angle});
    });
}

void takeDrawing(FrameReader& reader, Page& page, const wire::PageHead& head)
{
    reader.takeArray<wire::Rule>(head.rules, [&](const wire::Rule& from) {
        reader.require(FrameReader::isBox(from.x0, from.y0, from.x1, from.y1) &&
                       FrameReader::isCoordinate(from.width) && from.width >= 0);
        page.rules.append({from.x0, from.y0, from.x1, from.y1, from.width, from.colour & 0xFFFFFF, from.filled != 0});
    });
    reader.takeArray<wire::Image>(head.images, [&](const wire::Image& from) {
        reader.require(FrameReader::isBox(from.x0, from.y0, from.x1, from.y1));
        page.images.append({from.x0, from.y0, from.x1, from.y1, from.pixelWidth, from.pixelHeight});
    });
    reader.takeArray<wire::Shape>(head.shapes, [&](const wire::Shape& from) {
        reader.require(FrameReader::isBox(from.x0, from.y0, from.x1, from.y1));
        page.shapes.append({from.x0, from.y0, from.x1, from.y1});
    });
}

PageFont takeFont(FrameReader& reader)
{
    const quint32 flags = reader.take<quint32>();
    return {.name = reader.takeString(),
            .bold = (flags & wire::Bold) != 0,
            .italic = (flags & wire::Italic) != 0,
            .monospace = (flags & wire::Monospace) != 0,
            .serif = (flags & wire::Serif) != 0,
            .symbolic = (flags & wire::Symbolic) != 0};
}

PageLink takeLink(FrameReader& reader)
{
    PageLink link;
    const float x0 = reader.takeCoordinate(), y0 = reader.takeCoordinate();
    const float x1 = reader.takeCoordinate(), y1 = reader.takeCoordinate();
    link.box = QRectF(QPointF(x0, y0), QPointF(x1, y1));
    link.page = reader.take<qint32>();
    reader.require(x0 <= x1 && y0 <= y1 && link.page >= 0 && link.page <= qint32(wire::maxPages));
    link.y = reader.takeCoordinate();
    link.uri = reader.takeString();
    return link;
}

/** The DOI that the file gives of itself: its own entry first, then the metadata packet, then its subject or title. */
QString doiOf(const DocumentInfo& info, const QString& entry, const QString& xmp)
{
    if (const std::optional<QString> doi = doiFrom(entry))
        return *doi;
    for (const QString& text : {xmp, info.subject, info.title}) {
        const QStringList dois = findDois(text);
        if (dois.size() == 1)
            return dois.first();
    }
    return {};
}

} // namespace

QString plainLine(QByteArrayView utf8)
{
    QString line = QString::fromUtf8(utf8);
    std::ranges::replace_if(
        line, [](QChar c) { return c.category() == QChar::Other_Control; }, u' ');
    return line.simplified();
}

std::optional<WorkerHello> decodeHello(QByteArrayView payload)
{
    FrameReader reader(payload);
    reader.require(reader.take<quint32>() == wire::formatVersion);
    WorkerHello hello;
    hello.seccomp = reader.take<quint32>() == quint32(wire::Sandbox::Seccomp);
    hello.popplerVersion = reader.takeLine();
    return reader.finished() ? std::optional(hello) : std::nullopt;
}

std::optional<WorkerProblem> decodeProblem(QByteArrayView payload)
{
    FrameReader reader(payload);
    WorkerProblem problem;
    const quint32 trouble = reader.take<quint32>();
    reader.require(trouble <= quint32(wire::Trouble::TooLarge));
    problem.trouble = wire::Trouble(trouble);
    problem.detail = reader.takeLine();
    return reader.finished() ? std::optional(problem) : std::nullopt;
}

std::optional<DocumentInfo> decodeInfo(QByteArrayView payload)
{
    FrameReader reader(payload);
    DocumentInfo info;
    info.pages = int(reader.takeCount(wire::maxPages));
    info.tagged = reader.take<quint32>() != 0;
    for (QString* text : {&info.title, &info.author, &info.subject, &info.keywords, &info.producer})
        *text = reader.takeLine();
    const QString entry = reader.takeString();
    const QString xmp = reader.takeString(wire::maxXmp);
    const quint32 entries = reader.takeCount(wire::maxOutline);
    for (quint32 i = 0; i < entries && !reader.failed(); ++i) {
        OutlineEntry outline;
        outline.level = reader.take<qint32>();
        outline.page = reader.take<qint32>();
        reader.require(outline.level >= 1 && outline.level <= 64 && outline.page >= 0 && outline.page <= info.pages);
        outline.title = reader.takeLine();
        info.outline.append(outline);
    }
    if (!reader.finished())
        return std::nullopt;
    info.doi = doiOf(info, entry, xmp);
    return info;
}

std::optional<Page> decodePage(QByteArrayView payload)
{
    FrameReader reader(payload);
    const auto head = reader.take<wire::PageHead>();
    reader.require(head.number >= 1 && head.number <= qint32(wire::maxPages) && FrameReader::isCoordinate(head.width) &&
                   FrameReader::isCoordinate(head.height) && head.width >= 0 && head.height >= 0 &&
                   head.rotation >= 0 && head.rotation < 360 && head.glyphs <= wire::maxGlyphs &&
                   head.rules <= wire::maxRules && head.images <= wire::maxImages && head.shapes <= wire::maxShapes &&
                   head.fonts <= wire::maxFonts && head.links <= wire::maxLinks &&
                   head.textUnits <= wire::maxFrame / 2);
    if (reader.failed())
        return std::nullopt;
    Page page;
    page.number = head.number;
    page.size = QSizeF(head.width, head.height);
    page.rotation = head.rotation;
    page.truncated = head.truncated != 0;
    takeText(reader, page, head.textUnits);
    takeGlyphs(reader, page, head);
    takeDrawing(reader, page, head);
    for (quint32 i = 0; i < head.fonts && !reader.failed(); ++i)
        page.fonts.append(takeFont(reader));
    for (quint32 i = 0; i < head.links && !reader.failed(); ++i)
        page.links.append(takeLink(reader));
    reader.require(page.text.isValidUtf16());
    return reader.finished() ? std::optional(std::move(page)) : std::nullopt;
}

std::optional<PagePicture> decodePicture(QByteArrayView payload)
{
    FrameReader reader(payload);
    PagePicture picture;
    picture.width = int(reader.takeCount(wire::maxPictureSide));
    picture.height = int(reader.takeCount(wire::maxPictureSide));
    const float width = reader.takeCoordinate(), height = reader.takeCoordinate();
    picture.pageSize = QSizeF(width, height);
    reader.require(picture.width > 0 && picture.height > 0 && width > 0 && height > 0);
    picture.pixels = reader.takeBytes(qsizetype(picture.width) * picture.height * 4).toByteArray();
    return reader.finished() ? std::optional(picture) : std::nullopt;
}

} // namespace sheaf
