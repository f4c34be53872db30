// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/words.h"
#include "layout/block.h"
#include "layout/words/text_model.h"

/** What on a finished page speaks for a mistake, as shares from 0 to 1 of what was looked at. Pure functions. */
namespace sheaf::layout {

/** Share of the lines of running text that stand lower than the line before in the same column. */
double orderedShare(const PageWords& page);
/** Share of the neighbours within paragraphs that the file drew one after the other as well. Typesetters draw text as
 * it is read: a page with less of it than its document's others has lines of different columns in one. Nothing where
 * too little was drawn to tell. */
std::optional<double> drawnShare(const PageText& page, const PageWords& words, const QVector<Block>& blocks);
/** Share of the words that the page has a second time at the same place: two text layers, one over the other. */
double repeatedShare(const PageWords& page);
/** Share of the lines that begin with the number after the one before, from one block into the next: line numbers that
 * were read as text. All words must have a block. */
double numberedShare(const PageWords& page, const QVector<Block>& blocks);
/** Share of the words that stand in figures as rows of words, not as labels: a table or text that the figure took. */
double figureTextShare(const PageWords& page, const QVector<Block>& blocks);
/** Share of the words that went to authors and their addresses: a long one was text beside or below the title. */
double titleBlockShare(const PageWords& running, const QVector<Block>& blocks);
/** Share of a table's text that stands in rows which look like the second line of the row above, or in cells that look
 * like those of several rows. */
double brokenShare(const Block& table);
/** Whether the words look like a language's: a bad recognition gives single letters, a broken encoding other letters
 * than those that all languages in Latin script use most. */
bool isGarbled(const PageWords& page);

} // namespace sheaf::layout
