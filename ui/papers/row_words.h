// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/column.h"
#include "pipeline/engine/snapshot.h"
#include "store/store.h"

#include <QCoreApplication>

/** The words and signs that a row, a quote or a failure is shown with: one place, so that table, dock and screen reader
 * say the same. Pure functions. */
namespace sheaf {

/** The row's state in a word or two: "Converting", "In a batch", "No open copy found". */
QString stateWord(const PaperRow& row);
/** The whole of it: state, reason, provenance; for tooltips and screen readers. */
QString stateSentence(const PaperRow& row);
bool needsUser(const PaperRow& row);
/** "Vaswani 2017"; the title where nobody is named. */
QString shortPaperName(const PaperRow& row);
/** "unchecked": whether the file is that paper could not be compared. */
QString uncheckedWord();

enum class StepLight
{
    Idle,
    Done,
    Working,
    Trouble,
    Held
};
/** The four dots: listed, acquired, converted, read. */
std::array<StepLight, 4> stepLights(const PaperRow& row);

QString quoteSign(QuoteState state); ///< "✓", "≈", "✕", "–"
QString quoteWord(QuoteState state); ///< "proven", …
QString cellSign(CellState state);
QString cellWord(CellState state);
QString differSign(); ///< "≠": the two readers say different things
QString differWord(); ///< "≠ differ"
/** Done, but the second reader failed. */
bool lacksSecondReading(const PaperRow& row);

/** A cell's value for reading: lists one entry a line, yes and no in words. */
QString valueWords(const QJsonValue& value);
/** What was typed as a column's value; nothing where it is none of the column's type. Empty text = the paper does not
 * say. */
std::optional<QJsonValue> valueFromWords(const QString& text, const Column& column);
/** "Vaswani et al. · NeurIPS · 2017 · 15 pages · matches the list ✓" */
QString paperFacts(const StoredPaper& stored);
QString stageWord(Stage stage);

} // namespace sheaf
