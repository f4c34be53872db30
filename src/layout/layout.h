// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/page_model.h"
#include "document/page_regions.h"
#include "layout/block.h"

#include <stop_token>

/**
 * Pages → blocks in reading order. Pure: no I/O, no poppler, one call at a time per object, any thread. Uses the whole
 * document's styles, so all pages of a paper come in before the blocks go out; memory is bounded by keeping lines, not
 * glyphs, of pages seen.
 */
namespace sheaf {

class LayoutEngine
{
public:
    LayoutEngine();
    ~LayoutEngine();

    void setInfo(const DocumentInfo& info);
    /** Takes a page's glyphs into lines and regions; the page is freed. Pages come in order. */
    void addPage(Page&& page);
    /** Another reading of a page that was added. */
    void replacePage(Page&& page);
    /** What was seen on a page's picture, the surest first. */
    void setRegions(int page, QVector<PageRegion> regions);
    /** Blocks of everything added. Call once. An empty layout after a stop. */
    Layout finish(std::stop_token stop = {});

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace sheaf
