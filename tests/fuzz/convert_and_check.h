// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "convert/markdown_writer.h"
#include "layout/layout.h"

#include <cstdlib>

/** What must hold of every layout and its markdown, whatever the pages were. */
namespace sheaf::fuzz {

inline void require(bool holds)
{
    if (!holds)
        std::abort();
}

/** Pages become blocks and markdown in which every place that others cut or look up is there. */
inline void convertAndCheck(LayoutEngine& engine, int pages)
{
    const Layout layout = engine.finish();
    const WrittenMarkdown markdown = writeMarkdown(layout.blocks);
    require(layout.words.size() == pages && layout.audits.size() == pages);
    require(markdown.places.size() == layout.blocks.size());
    for (const ConvertedBlock& block : markdown.blocks)
        require(block.begin >= 0 && block.begin <= block.end && block.end <= markdown.text.size());
    for (const int place : markdown.places)
        require(place >= -1 && place < markdown.blocks.size());
    for (const Block& block : layout.blocks) {
        require(block.relates >= -1 && block.relates < layout.blocks.size());
        for (const TableCell& cell : block.cells)
            require(cell.row >= 0 && cell.row + cell.rowSpan <= block.rows && cell.column >= 0 &&
                    cell.column + cell.columnSpan <= block.columns);
    }
    for (const PageWords& page : layout.words) {
        for (const PageWord& word : page.words)
            require(word.block >= -1 && word.block < layout.blocks.size());
    }
    for (const PageAudit& audit : layout.audits)
        require(audit.confidence >= 0 && audit.confidence <= 1);
}

} // namespace sheaf::fuzz
