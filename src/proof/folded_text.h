// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

/**
 * Text as quotes and pages are compared. Only letters, digits and the signs that change a statement are left: case,
 * spaces, quotation marks, hyphens, brackets, commas and full stops are gone, ligatures and other compatibility forms
 * are resolved. A word that was hyphenated at a line's end, or split by a wrong space, therefore compares equal to the
 * whole word without further rules. What spaces would say is kept in the starts: a run counts only from one token's
 * start to another's end, and "5 10" is not "510". Value type, any thread.
 */
namespace sheaf {

struct FoldedText
{
    QString units;
    std::vector<bool> starts;     ///< of each unit: a token starts here
    std::vector<quint32> origins; ///< of each unit: the word it comes from

    quint32 size() const { return quint32(units.size()); }
    bool isBoundary(quint32 unit) const { return unit >= size() || starts[unit]; }
    quint32 tokenCount() const;
};

/** Appends one word. `joinsPrevious`: it goes on with the word before, whose hyphen at the line's end is no part of it.
 */
void appendWord(FoldedText& text, QStringView word, quint32 origin, bool joinsPrevious = false);

/** A piece of text, word by word; origins count its words. */
FoldedText foldText(QStringView text);

} // namespace sheaf
