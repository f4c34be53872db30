// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "convert/converter.h"

/**
 * The figures of a document as PNG files, cut out of its pages as the page worker paints them: drawings and photographs
 * alike, with the labels in them. Blocks while it paints, a page at a time; any thread.
 */
namespace sheaf {

struct FigureFiles
{
    QString folder;   ///< where the files go; made when there is a first figure
    QString link;     ///< the folder as the markdown names it
    double dpi = 200; ///< less where a page would have more than 4,096 pixels on a side
};

/** Writes page-PAGE-N.png for each figure and sets the figure's text to a markdown link to it, so that writeMarkdown()
 * puts it into its place. Stops at the first trouble: that of renderPdfPage(), or figure.write. */
Result<void> cutFigures(const ConvertInput& input, const FigureFiles& files, QVector<Block>& layout,
                        std::stop_token stop);

/** The conversion's markdown with its figures linked. */
Result<QString> markdownWithFigures(const ConvertInput& input, const FigureFiles& files, const Conversion& conversion,
                                    std::stop_token stop);

} // namespace sheaf
