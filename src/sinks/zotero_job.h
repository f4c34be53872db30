// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sinks/service_sink.h"

/** One paper on its way into a Zotero library, and what the user wants of it there. Values. */
namespace sheaf {

struct ZoteroWishes
{
    QStringList tags;
    QString collection; ///< empty = none
    bool attach = true;
    bool highlight = true;
};

struct ZoteroJob
{
    const SinkRecord* record;
    QString key; ///< of its item, once that is there
    bool isNew = false;
    QJsonObject memo;
    QStringList said; ///< for the paper's history
    std::optional<Failure> failure;
};

} // namespace sheaf
