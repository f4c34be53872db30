// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/failure.h"

#include <QString>

#include <memory>

/**
 * The tables of a .sheaf file, and what it takes for a file to be one. Its version stands in PRAGMA user_version; each
 * version is one step from the one before. Blocking, any thread.
 */
namespace sheaf {

class SqlConnection;

int schemaVersion(); ///< the newest that this program knows

/** Makes the file where there is nothing, migrates an older one, refuses what is none. The caller holds the lock. */
Result<void> prepareFile(const QString& path);
/** A connection for reading a file that is one, without changing it: of an older version a migrated copy is read. */
Result<std::unique_ptr<SqlConnection>> openForReading(const QString& path);

} // namespace sheaf
