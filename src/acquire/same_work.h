// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "acquire/catalogue.h"

/** Whether a catalogue's work is a list's paper. Strict: a wrong DOI is worse than none. Pure, any thread. */
namespace sheaf {

/** The same words in the title (a subtitle may be missing on one side), the same first author, and a year that the
 * catalogue has too, where the list has one. Without a title and an author nothing is the same; a title of one or two
 * words says too little without a year. */
bool isSameWork(const Paper& paper, const CatalogueWork& work);

/** The one that it is; null for none, and for several that differ: an article is preferred to its preprint. */
const CatalogueWork* onlySameWork(const Paper& paper, const QVector<CatalogueWork>& works);

} // namespace sheaf
