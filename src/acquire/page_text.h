// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/page_model.h"

/** A page's text in drawing order, good enough to tell which paper it is. Pure functions; the page is untrusted. */
namespace sheaf {

struct PrintedPage
{
    QString text;           ///< lines; recognition's hidden text included
    QString largest;        ///< what stands there in the largest type that forms words
    int visible = 0;        ///< visible letters and digits with Unicode
    int unknown = 0;        ///< visible glyphs without
    bool isDrawnOn = false; ///< images or drawings
};

PrintedPage pageText(const Page& page);

} // namespace sheaf
