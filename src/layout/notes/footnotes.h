// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/blocks/block_assembly.h"

/**
 * Notes at a column's foot, and the marks that call them. A note is small print, or print under a short rule, that ends
 * its column and begins with a mark; what looks like a list's number ("1.", "2)") is a note's mark only if the page
 * above shows it raised. Marks are sought by their notes, so exponents and raised citations are left alone.
 */
namespace sheaf::layout {

/** Before the groups are classified: one group a note, of kind Footnote, with its mark; notes under tables, too. */
void findFootnotes(const LineContext& context, QVector<Group>& groups);

/**
 * After the front matter is known: writes the marks into `pages` (PageText::noteMarks), gives each note its label and
 * the group that calls it, and makes the authors' own notes (addresses, "corresponding author") part of the front
 * matter. `flows` holds the tables' cells.
 */
void bindFootnotes(const LineContext& context, const QVector<PageFlow>& flows, QVector<PageContent>& pages,
                   QVector<Group>& groups);

} // namespace sheaf::layout
