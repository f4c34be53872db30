// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

/** The paths in a BibTeX `file` field as JabRef ("text:path:PDF;…"), Zotero, Mendeley or a plain path write it. */
namespace sheaf {

/** Paths or URLs as given, relative ones too. Pure function, any thread. */
QStringList filesOfField(const QString& raw);

} // namespace sheaf
