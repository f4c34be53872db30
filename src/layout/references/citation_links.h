// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/blocks/styled_text.h"
#include "layout/references/csl_item.h"

#include <QStringList>

/**
 * What of an entry is for machines: DOI, arXiv id, PubMed id, ISBN, web address, the date of a visit, and bracketed
 * notes ("[Online]", "[Data set]"). Pure functions, any thread.
 */
namespace sheaf::layout {

struct CitationLinks
{
    bool visited = false; ///< says when the page was looked at
    bool online = false;  ///< "[Online]", "Available at"
    QString note; ///< a bracketed note on its kind, lower case: "computer software", "doctoral dissertation, …"
};

/**
 * Blanks them in `text` and writes them into `item`. `links` are the targets of link annotations on the entry: they
 * repair an address that was broken over lines, and stand in where none is printed.
 */
CitationLinks takeLinks(StyledText& text, const QStringList& links, CslItem& item);

} // namespace sheaf::layout
