// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/pdf_document.h"

namespace sheaf {

/**
 * True if the picture of a page shows something large that is not its text, as it was read: a chart, a photograph, a
 * frame. Lines of text, rules and specks are not; grain and a dark edge of the paper pass for a drawing. Pure, any
 * thread; some milliseconds.
 */
bool showsDrawing(const Page& read, const PagePicture& picture);

/** Of the box's area, that is under the words in it: a chart's labels take less than a fifth, running lines half. */
double textShare(const Page& read, const QRectF& box);

} // namespace sheaf
