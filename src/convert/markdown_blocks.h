// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "convert/converter.h"

/**
 * Markdown → blocks with their ranges, by its structure alone: what a document that comes as markdown, and a service's
 * reply, have instead of a layout. Lenient: anything that is nothing else is a paragraph. Pure, linear, any thread.
 */
namespace sheaf {

QVector<ConvertedBlock> markdownBlocks(QStringView markdown);

/** Of the front matter or the first heading, without mark-up; empty where there is neither. */
QString markdownTitle(QStringView markdown, const QVector<ConvertedBlock>& blocks);

} // namespace sheaf
