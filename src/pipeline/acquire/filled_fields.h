// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/import/import.h"
#include "store/store.h"

/** What a list leaves out and a catalogue or the document knows: noted where it is filled in, so that it can be shown
 * as such and taken back. Fields are named "doi", "arxiv", "pmid", "pmcid", "title", "authors", "year", "venue". Any
 * thread. */
namespace sheaf {

/** As an import filled them in. */
QVector<FilledField> filledFields(const ImportFill& fill);
/** Fields that were empty and are filled in now, from the document. Those that the user took back before are emptied in
 * `after` again. */
QVector<FilledField> filledIn(const Paper& before, const QVector<FilledField>& earlier, Paper& after);

void clearField(Paper& paper, const QString& field);
QString fieldLabel(const QString& field); ///< "DOI", translated
QString fieldText(const Paper& paper, const QString& field);

} // namespace sheaf
