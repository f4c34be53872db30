// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/block.h"
#include "layout/metadata/paper_metadata.h"

/**
 * What a publisher prints around a paper: running heads and feet, the margin, "cite as", dates and identifiers. Pure
 * functions, any thread.
 */
namespace sheaf::layout {

/** The imprint's lines and notes on the first two pages: what reached no block, furniture and footnotes. */
QStringList imprintOf(const Layout& layout);

/**
 * DOI, arXiv id, year, journal, volume, issue and pages into `work`, whose title is known: an imprint that cites the
 * paper itself is read as a citation.
 */
void readImprint(const QStringList& imprint, CslItem& work);

} // namespace sheaf::layout
