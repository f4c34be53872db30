// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/blocks/document_style.h"

/**
 * Numbers of a manuscript's lines: bare numbers left of the text or right of it, one above the other, rising evenly.
 * One page that is surely numbered makes short and uneven runs on the other pages believable: a title page's, a list's.
 */
namespace sheaf::layout {

/** Takes the numbers out of the fragments and marks their words as furniture. */
void removeLineNumbers(QVector<PageContent>& pages, const DocumentStyle& style);

} // namespace sheaf::layout
