// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/failure.h"
#include "pipeline/results/export_choice.h"
#include "store/store.h"

#include <stop_token>

/**
 * The full texts as markdown with their answers in front: a file a paper, its figures beside it, and index.md, whose
 * table leads to them. Blocks while it cuts out the figures; any thread with its own StoreReader.
 */
namespace sheaf {

bool isBundleFormat(const QString& formatOrSuffix);
/** A path that ends in ".zip" becomes one file, any other a folder, whose files of the same names are replaced.
 * Failures disk.full, disk.write, stopped; a figure that cannot be cut is left out. */
Result<void> writeMarkdownBundle(const StoreReader& store, const QString& path, const ExportChoice& choice,
                                 std::stop_token stop);

} // namespace sheaf
