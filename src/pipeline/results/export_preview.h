// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/failure.h"
#include "pipeline/results/export_choice.h"

#include <QStringList>
#include <QVector>

/** The beginning of an export as it would be now, of a file or a service's record. Blocks while reading the first
 * papers; any thread. */
namespace sheaf {

struct ExportPreview
{
    QStringList header; ///< of a table; empty = it is text
    QVector<QStringList> rows;
    QString text;
    int papers = 0; ///< that would be exported
};

Result<ExportPreview> previewExport(const QString& project, const ExportChoice& choice);

} // namespace sheaf
