// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/blocks/document_style.h"

/**
 * Finds what belongs to the page and not to the paper: running heads and feet by repetition over the pages, folios,
 * line numbers, stamps in the margin, watermarks. Sets Word::Furniture and takes the fragments out.
 */
namespace sheaf::layout {

void removeFurniture(QVector<PageContent>& pages, const DocumentStyle& style);

} // namespace sheaf::layout
