// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/page_worker/frame_writer.h"
#include "document/page_worker/geometry.h"

#include <string>

/** What the worker says of a document and of one page, before it is written as a frame. */
namespace sheaf::worker {

struct FontRecord
{
    std::string name;
    std::uint32_t flags = 0; ///< wire::FontFlag
};

struct LinkRecord
{
    Box box;
    std::string uri;
    int page = 0;
    double y = 0;
};

struct PageRecord
{
    int number = 0;
    double width = 0, height = 0;
    int rotation = 0;
    bool truncated = false;
    std::u16string text;
    std::vector<wire::Glyph> glyphs;
    std::vector<FontRecord> fonts;
    std::vector<wire::Rule> rules;
    std::vector<wire::Image> images;
    std::vector<wire::Shape> shapes;
    std::vector<LinkRecord> links;
};

struct OutlineRecord
{
    int level = 1;
    int page = 0;
    std::string title;
};

struct InfoRecord
{
    int pages = 0;
    bool tagged = false;
    std::string title, author, subject, keywords, producer, doi, xmp;
    std::vector<OutlineRecord> outline;
};

void send(FrameWriter& writer, const InfoRecord& info);
void send(FrameWriter& writer, const PageRecord& page);

} // namespace sheaf::worker
