// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/blocks/document_style.h"
#include "layout/tables/table.h"

/**
 * Tables that lie on their side between upright text: a wide one turned by a quarter so that it fits the page. They are
 * read as if the page had been turned; their boxes, and those of their lines, are in the frame of the page, upwards or
 * downwards as the words run.
 */
namespace sheaf::layout {

QVector<Table> findTurnedTables(const PageContent& page, const DocumentStyle& style);

} // namespace sheaf::layout
