// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/blocks/styled_text.h"
#include "layout/references/csl_item.h"

/** Where a work appeared: what an entry says behind its title. Pure functions, any thread. */
namespace sheaf::layout {

/** How a source was told, for the type of the work. */
struct SourceSigns
{
    bool in = false;      ///< "In: …"
    bool journal = false; ///< a name with volume or year right behind it
};

/** Reads the range into `item`: editors, container, numbers, publisher, genre of theses and reports. */
SourceSigns readSource(StyledText& text, qsizetype begin, qsizetype end, CslItem& item);

/** Where "(eds.)", ", editors" or the like ends; `begin` if it does not stand there. */
qsizetype editorMarkEnd(const QString& text, qsizetype begin);

} // namespace sheaf::layout
