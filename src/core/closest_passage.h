// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace sheaf {

/** The passage of a paper that has the most of a quote's words: a help for whoever looks for what a reader may have
 * meant by a quote that was not found. It is no proof, is never shown as one, and has no boxes. */
struct ClosestPassage
{
    QString text;
    int page = 0;     ///< 0 = the document has no pages
    double share = 0; ///< of the weight of the quote's words, 0..1
};

} // namespace sheaf
