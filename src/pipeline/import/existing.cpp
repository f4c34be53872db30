// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/import/existing.h"

#include "store/store.h"

namespace sheaf {

bool wantsFile(const PaperStatus& status)
{
    const bool troubled = status.state == State::NeedsAttention || status.state == State::Failed;
    return status.state != State::Skipped && (status.filePath.isEmpty() || troubled);
}

Result<ExistingPapers> existingPapers(const QString& project)
{
    const auto store = StoreReader::open(project);
    if (!store)
        return std::unexpected(store.error());
    ExistingPapers existing;
    for (const StoredPaper& stored : (*store)->papers()) {
        existing.papers.append(stored.paper);
        if (wantsFile(stored.status))
            existing.wantFile.insert(stored.paper.id);
        if (!stored.status.fileHash.isEmpty() && stored.status.state != State::Skipped)
            existing.fileHashes.insert(stored.status.fileHash, stored.paper.id);
    }
    return existing;
}

} // namespace sheaf
