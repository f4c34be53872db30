// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "acquire/completer.h"
#include "pipeline/import/import_item.h"

/**
 * The joining half of an import: what the inputs hold → papers without duplicates, documents matched to them. A pure
 * function of all that was read and answered so far, called again whenever that changes; any thread.
 */
namespace sheaf {

struct ImportItems
{
    QVector<ImportItem> items;              ///< in the order in which they were given
    ExistingPapers existing;                ///< of the project
    QMap<QString, bool> confirmed;          ///< a document's path → is it the paper it was matched to?
    QHash<QString, Completion> completions; ///< by ImportPlan::keys; what catalogues know
    QSet<QString> asked;                    ///< whom catalogues were asked about, by ImportPlan::keys
    bool fillsUndone = false;
    QStringList dropped; ///< the names as given
};

/**
 * Lists first, then documents: each matched to an entry or a paper of the project, else a paper of its own, which it
 * also is while a question about it is open. Stops early, with what there is.
 */
ImportPlan planImport(const ImportItems& facts, const std::stop_token& stop = {});

} // namespace sheaf
