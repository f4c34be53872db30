// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/blocks/inline_text.h"

/** Marks of footnotes in a line's words: where the note begins, and where the text calls it. */
namespace sheaf::layout {

/** The mark that a line begins with. */
struct NoteStart
{
    QString mark;      ///< "1", "*", "a"
    int words = 0;     ///< that hold nothing but the mark
    qsizetype cut = 0; ///< of the next word's text, where mark and text are one word
    bool raised = false;
    bool listLike = false; ///< "1." or "2)": may as well be a list's number
};

std::optional<NoteStart> noteStart(const PageText& page, const Fragment& line);

/** A word that calls notes. */
struct NoteCall
{
    int word = 0;
    QString before;        ///< text of the word in front of its marks
    QStringList marks;     ///< "1,2" calls two
    bool doubtful = false; ///< an exponent, or an isotope's number, by its place
};

/** All raised words and symbols of a line that can be marks. */
QVector<NoteCall> noteCalls(const LineContext& context, const PageText& page, const Fragment& line);

} // namespace sheaf::layout
