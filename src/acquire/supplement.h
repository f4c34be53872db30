// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

/** Telling a paper's supplement from the paper: it has the same title and authors, so that only what it calls itself
 * tells. Pure functions. */
namespace sheaf {

/** A publisher's name for a supplementary file: "mmc1.pdf", "…_MOESM1_ESM.pdf", "/suppl_file/…". */
bool namesSupplement(const QUrl& url);
/** Whether a document with this title in large type and this first page begins by calling itself a supplement. */
bool callsItselfSupplement(const QString& title, const QString& firstPage);

} // namespace sheaf
