// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/blocks/document_style.h"

/**
 * What a page's picture showed, where it was looked at, as evidence beside the rules. It is asked where rules see
 * little: lines of charts, words that are a drawing's labels.
 */
namespace sheaf::layout {

/** The surest region that covers most of the box; null = none. */
const PageRegion* regionOf(const PageText& page, const QRectF& box);
/** The text of a line with which a caption begins: of a figure, a table, or one of a figure's parts, "(b) After it". */
bool isCaptionStart(const QString& text);
/** It lies in what is surely a figure. */
bool isSeenInFigure(const PageText& page, const QRectF& box);
/** It is what is seen as a heading, no more and no less. */
bool isSeenAsTitle(const PageText& page, const QRectF& box);
/** Sure figures, without captions that they reach over. Not what has a table's caption: such a one is a table. */
QVector<QRectF> seenFigures(const PageContent& page);
/** The page without what lies in these boxes. */
PageContent outside(const PageContent& page, const QVector<QRectF>& boxes);

} // namespace sheaf::layout
