// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/paper.h"

/** What a paper's answers rest on. What was answered from an abstract is marked, and counted with no full texts. The
 * names are stable: they stand in files and exports. */
namespace sheaf {

enum class TextBasis
{
    Unknown, ///< not converted yet
    FullText,
    AbstractOnly
};

QString textBasisName(TextBasis basis); ///< "", "full_text", "abstract_only"
TextBasis textBasisFromName(QStringView name);

/** Whether the list has an abstract to speak of, more than a line such as "No abstract available". */
bool hasAbstract(const Paper& paper);

} // namespace sheaf
