// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/blocks/styled_text.h"

/** What tells a journal, a publisher or another source in a reference from its title. Pure functions, any thread. */
namespace sheaf::layout {

/**
 * The end of a journal's name that starts at `begin` with numbers behind it; -1 if none does. Names are set in italics,
 * or are few words, mostly with capitals, without a comma or the end of a sentence among them.
 */
qsizetype journalEnd(const StyledText& text, qsizetype begin, qsizetype end);

/** How much the text at `begin` looks like a source, from 0 up to 6. */
double sourceWorth(const StyledText& text, qsizetype begin, qsizetype end);

/** The end of the run of italics that starts at `begin`. */
qsizetype italicEnd(const StyledText& text, qsizetype begin, qsizetype end);

/** The text is the name of a conference or of its proceedings. */
bool namesMeeting(QStringView text);
/** The text is a publisher's name. */
bool namesPublisher(QStringView text);
/** A word with its stop is an abbreviation, as far as the word tells. */
bool isAbbreviation(QStringView word);

} // namespace sheaf::layout
