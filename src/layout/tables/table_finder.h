// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/blocks/document_style.h"
#include "layout/tables/table.h"

/** Tables of a page: by their rules, or by a caption and columns that line up. */
namespace sheaf::layout {

QVector<Table> findTables(const PageContent& page, const DocumentStyle& style);

} // namespace sheaf::layout
