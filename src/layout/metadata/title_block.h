// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/metadata/paper_metadata.h"
#include "layout/order/line_groups.h"
#include "layout/words/vocabulary.h"

/** The people of a title block, with the marks that lead to their affiliations. Pure functions, any thread. */
namespace sheaf::layout {

struct MarkedAuthor
{
    CslName name;
    QStringList marks; ///< "1", "a", "†"
};

/** Names in a row, given names in front: "Ann B. Abbot¹,², Carl Dorn* and Eva Falk, PhD". */
QVector<MarkedAuthor> readAuthorLine(const QString& text);

/** Authors and affiliations of the groups that findFrontMatter() marked as such, into `metadata`. */
void readTitleBlock(const LineContext& context, const Vocabulary& vocabulary, const QVector<Group>& groups,
                    PaperMetadata& metadata);

} // namespace sheaf::layout
