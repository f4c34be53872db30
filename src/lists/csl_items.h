// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/json_items.h"

/** What CSL-JSON, CSL-YAML and Crossref's works share: one item → a paper. Pure function, any thread. */
namespace sheaf {

/** Nothing, and a warning, as PaperBuilder::finish has it. */
std::optional<Paper> paperFromCsl(const JsonItem& item, QVector<ListWarning>& warnings);

} // namespace sheaf
