// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "read/reader.h"

/**
 * A paper's markdown as a model gets it: page marks put in, doubtful pages marked, and what a tokenizer could take for
 * its own control words made harmless. A text that is too long for the model's window is cut into parts that overlap,
 * at paragraphs where there are any; nothing is left out. Pure, any thread.
 */
namespace sheaf {

/** "[page 3]" or "[page 3, doubtful]" before the first character of each page. */
QString markedText(const ReadRequest& request);

/** Takes page marks out of a text again: models copy them into quotes. */
QString withoutMarks(const QString& text);

/** Parts of at most `partChars`, each after the first beginning with the page mark that holds there. */
QStringList overlappingParts(const QString& marked, qsizetype partChars);

/** One part between marks that carry a code made from the text itself, which the text therefore cannot contain. */
QString fencedDocument(const QString& part, int number, int count);

} // namespace sheaf
