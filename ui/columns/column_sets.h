// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/column_set.h"

/** The user's own column sets: one JSON file each in the user's data folder, the form in which they are shared. */
namespace sheaf {

QVector<ColumnSet> ownColumnSets();
/** Under the set's name; one of the same name is replaced. Failure: columns.write. */
Result<void> saveColumnSet(const ColumnSet& set);
Result<ColumnSet> readColumnSet(const QString& path);
Result<void> writeColumnSet(const ColumnSet& set, const QString& path);

} // namespace sheaf
