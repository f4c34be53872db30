// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

/** Mark-up in quotes: a reader quotes from the markdown, where the page has only words. Pure functions, any thread. */
namespace sheaf {

/** The text without tags, entities, link targets and LaTeX commands, place by place: the result is as long as the text,
 * with spaces where something was. Emphasis needs no treatment: folding drops its signs. */
QString withoutMarkup(QStringView text);

/** The parts of a quote from which something was left out: "We found … in all cases", "[...]". One where nothing was.
 */
QStringList partsAroundEllipses(QStringView quote);

} // namespace sheaf
