// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/engine/snapshot.h"

#include <QString>
#include <QStringList>

/** The strip's six cards in words: what stands on them, and what tooltips and screen readers say. Pure functions of the
 * state; main thread. */
namespace sheaf {

enum class StageCard
{
    Acquire,
    MarkerQueue,
    Convert,
    LlmQueue,
    Read,
    Done
};
inline constexpr int StageCardCount = 6;

/** The card in words, for tooltips and screen readers. */
QString spokenCard(StageCard card, const StripState& state);

/** "86 % busy"; at rest what it works on, "GPU". */
QString converterWord(const StripState& state, bool running);
/** Load, then memory and temperature where they are known, then pace: all GPUs together. */
QStringList deviceFigures(const StripState& state);
/** "second reader: 31 read · 12 to come"; empty where there is none. */
QString secondReaderLine(const StripState& state);
QString moneyPerPaper(const StripState& state); ///< "$0.0021 a paper", "no cost"
QString timeLeft(const StripState& state);      ///< "≈ 14 min left", empty = unknown

} // namespace sheaf
