// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/page_model.h"
#include "layout/order/line_groups.h"
#include "layout/words/vocabulary.h"

/** The paper's own metadata, from its title block, its imprint and, as a second witness, the file's own. Pure. */
namespace sheaf::layout {

/** `layout` is what was assembled from `groups`, with its references read. */
PaperMetadata readMetadata(const LineContext& context, const Vocabulary& vocabulary, const DocumentInfo& info,
                           const QVector<Group>& groups, const Layout& layout);

/** A title of the file's own that was meant: no file name, no template's, some words long. */
bool isMeantTitle(const QString& title);

} // namespace sheaf::layout
