// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/** Letters as a reader sees them: ligatures apart, accents on their letters, icon fonts' private characters out. */
namespace sheaf::layout {

/** A glyph's text made readable; empty for what has no meaning as text. */
QString readable(QStringView glyph);
/** A letter's accent that was drawn as a glyph of its own. */
bool isAccent(QChar c);
/** `next` was drawn over the last character of `text`: if one of the two is an accent, puts them together and is true.
 */
bool composeAccent(QString& text, QStringView next);

} // namespace sheaf::layout
