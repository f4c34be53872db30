// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/page_model.h"

/** What a page's own text is worth before anybody has looked at its picture. Pure functions, any thread. */
namespace sheaf {

enum class TextLayer
{
    Good,    ///< drawn text, or nothing to read at all
    Absent,  ///< ink without text: a scan
    Laid,    ///< text that nobody sees over a picture: what some recogniser made of it
    Unknown, ///< drawn text, but much of it without Unicode
    Stamped, ///< a few drawn words on a picture of the whole page: a library's stamp on a scan, a title on a photograph
};

TextLayer textLayerOf(const Page& page);

/** Share of the words read with confidence that the page's own text has too, 0..1; 1 where nothing was read. Words
 * are compared by their letters and digits alone. */
double agreement(const Page& own, const Page& read);

} // namespace sheaf
