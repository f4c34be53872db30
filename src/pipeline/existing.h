// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/failure.h"
#include "core/paper.h"

#include <QMap>

/** What a project holds already, for an import to tell duplicates. Blocks while reading the file; any thread. */
namespace sheaf {

struct ExistingPapers
{
    QVector<Paper> papers;
    QMap<QByteArray, PaperId> fileHashes;
};

Result<ExistingPapers> existingPapers(const QString& project);

} // namespace sheaf
