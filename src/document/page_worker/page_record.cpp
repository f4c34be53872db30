// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/page_worker/page_record.h"

namespace sheaf::worker {

namespace {

template <typename T> std::uint32_t countOf(const T& values)
{
    return static_cast<std::uint32_t>(values.size());
}

} // namespace

void send(FrameWriter& writer, const InfoRecord& info)
{
    writer.put(std::int32_t(info.pages));
    writer.put(std::uint32_t(info.tagged));
    for (const std::string* text :
         {&info.title, &info.author, &info.subject, &info.keywords, &info.producer, &info.doi})
        writer.putString(*text);
    writer.putString(info.xmp, wire::maxXmp);
    writer.put(countOf(info.outline));
    for (const OutlineRecord& entry : info.outline) {
        writer.put(std::int32_t(entry.level));
        writer.put(std::int32_t(entry.page));
        writer.putString(entry.title);
    }
    writer.send(wire::FrameKind::Info);
}

void send(FrameWriter& writer, const PageRecord& page)
{
    writer.put(wire::PageHead{.number = page.number,
                              .width = float(page.width),
                              .height = float(page.height),
                              .rotation = page.rotation,
                              .truncated = page.truncated,
                              .textUnits = countOf(page.text),
                              .glyphs = countOf(page.glyphs),
                              .rules = countOf(page.rules),
                              .images = countOf(page.images),
                              .shapes = countOf(page.shapes),
                              .fonts = countOf(page.fonts),
                              .links = countOf(page.links)});
    writer.putArray(std::span<const char16_t>(page.text));
    writer.putArray(std::span<const wire::Glyph>(page.glyphs));
    writer.putArray(std::span<const wire::Rule>(page.rules));
    writer.putArray(std::span<const wire::Image>(page.images));
    writer.putArray(std::span<const wire::Shape>(page.shapes));
    for (const FontRecord& font : page.fonts) {
        writer.put(font.flags);
        writer.putString(font.name);
    }
    for (const LinkRecord& link : page.links) {
        for (const double side : {link.box.x0, link.box.y0, link.box.x1, link.box.y1})
            writer.put(float(side));
        writer.put(std::int32_t(link.page));
        writer.put(float(link.y));
        writer.putString(link.uri);
    }
    writer.send(wire::FrameKind::Page);
}

} // namespace sheaf::worker
