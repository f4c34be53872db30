// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/order/line_groups.h"
#include "layout/references/csl_item.h"

/** The document's bibliography as works: each entry's text with its lines' faces and links. Pure, any thread. */
namespace sheaf::layout {

/** `blocks` are what was assembled from `groups`. */
QVector<CslItem> readBibliography(const LineContext& context, const QVector<Group>& groups,
                                  const QVector<Block>& blocks);

} // namespace sheaf::layout
