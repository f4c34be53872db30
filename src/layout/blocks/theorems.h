// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/order/line_groups.h"

/**
 * Theorems, lemmas, definitions, proofs, remarks, examples: paragraphs that begin with such a word, numbered or not, in
 * another face than running text (bold, small capitals, italics, another font), or that are set in italics behind it.
 */
namespace sheaf::layout {

/** After classifyGroups(). The head ("Theorem 2.1", "Proof") becomes the group's marker and stays in its text. */
void markTheorems(const LineContext& context, QVector<Group>& groups);

} // namespace sheaf::layout
