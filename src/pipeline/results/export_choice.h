// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/paper.h"

/** What of a project is exported, and as what. A value. */
namespace sheaf {

struct ExportChoice
{
    QString format;              ///< "csv", or a suffix; a service's name for a preview
    QVector<PaperId> papers{};   ///< empty = all
    QStringList columns{};       ///< ids; empty = all
    bool forSpreadsheets = true; ///< of CSV, see WriteOptions
};

} // namespace sheaf
