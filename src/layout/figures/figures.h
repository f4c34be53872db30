// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/blocks/document_style.h"

/**
 * Regions of pictures and drawings on a page: connected images and shapes, and the figures that its picture shows, with
 * the labels beside them. A frame or a background behind running text is none, nor is the ink of the tables given.
 */
namespace sheaf::layout {

struct FigureRegion
{
    QRectF box;
    bool captioned = false; ///< a figure's caption stands below it, or it was seen as one
};

QVector<FigureRegion> findFigures(const PageContent& page, const DocumentStyle& style, const QVector<QRectF>& tables,
                                  const QVector<QRectF>& seen);

} // namespace sheaf::layout
