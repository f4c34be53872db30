// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/engine/details.h"
#include "pipeline/engine/snapshot.h"
#include "pipeline/import/import.h"

/** A run as the engine would show it half-way: 500 papers and 12 duplicates, sums that agree. Included as
 * "ui/sample_run.h". */
namespace sheaf::testing {

PaperRow sampleRow(PaperId id, const QString& title, State state);
/** The first snapshot of a file; `file` is only a name. */
SnapshotPtr sampleSnapshot(const QString& file);
/** As many papers as asked for, in all states. */
SnapshotPtr largeSnapshot(int papers);
/** Paper 1 with its answers; other papers without. */
std::optional<PaperDetails> sampleDetails(const QString& file, PaperId paper);
Settings sampleSettings();
std::shared_ptr<const ImportPlan> samplePlan();
/** Where the test keeps its settings: never the user's own. */
void isolateSettings(const QString& folder);

} // namespace sheaf::testing
