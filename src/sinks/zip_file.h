// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/failure.h"

#include <QString>

/** Packs a folder with all that is below it into a ZIP file, by libzip. Blocks; any thread. Failures disk.full,
 * disk.write. */
namespace sheaf {

Result<void> zipFolder(const QString& folder, const QString& path);

} // namespace sheaf
