// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QVector>

/** What a page's picture shows where, as a network that looks at it as a whole sees it: evidence, not truth. Value
 * types, any thread. */
namespace sheaf {

struct PageRegion
{
    enum class Kind
    {
        Text,
        Title, ///< a section's heading as well
        Figure,
        FigureCaption,
        Table,
        TableCaption,
        Other, ///< a running head or foot, a reference, an equation
    };
    Kind kind = Kind::Text;
    QRectF box;       ///< points, as the page is shown
    double score = 0; ///< 0..1
};

} // namespace sheaf
