// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/failure.h"
#include "core/paper.h"

#include <QMap>
#include <QSet>

/** What a project holds already, for an import to tell duplicates. Blocks while reading the file; any thread. */
namespace sheaf {

struct PaperStatus;

struct ExistingPapers
{
    QVector<Paper> papers;
    QMap<QByteArray, PaperId> fileHashes; ///< of its documents
    QSet<PaperId> wantFile;               ///< without a document, or with one that could not be used
};

/** Whether a document that is dropped for the paper would be taken: it has none, or one that could not be used. */
bool wantsFile(const PaperStatus& status);

Result<ExistingPapers> existingPapers(const QString& project);

} // namespace sheaf
