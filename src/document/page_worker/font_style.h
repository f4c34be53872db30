// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/page_worker/page_record.h"

/** A font's style by its name, its descriptor's flags and weight. Pure functions. */
namespace sheaf::worker {

/** What the font dictionary says. Flags are often wrong (all TeX fonts claim to be symbolic), so names go first. */
struct FontFacts
{
    std::string_view name;
    bool fixedWidth = false;
    bool serif = false;
    bool italic = false;
    bool forceBold = false;
    int weight = 0; ///< 100..900, 0 = unknown
};

FontRecord describeFont(const FontFacts& facts);

} // namespace sheaf::worker
