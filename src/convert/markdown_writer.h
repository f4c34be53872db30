// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "convert/converter.h"

/**
 * Blocks → markdown, with each block's range of it. Pure, any thread. Headings with #, one paragraph a line, pipe
 * tables (HTML where cells span), fenced code, formulas between $$; furniture and the inside of figures are left out.
 * Only what would change the meaning is escaped.
 */
namespace sheaf {

struct WrittenMarkdown
{
    QString text;
    QVector<ConvertedBlock> blocks; ///< of the blocks that were written, in their order
    QVector<int> places;            ///< for each block given, its index in `blocks`; -1 = not written
};

WrittenMarkdown writeMarkdown(const QVector<Block>& blocks);

} // namespace sheaf
