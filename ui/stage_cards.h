// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/snapshot.h"

#include <QColor>
#include <QRectF>
#include <QString>

class QPainter;

/** Paints the strip's six cards, the stages and queues of a run. Pure functions of the state; main thread. */
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

struct StripLook
{
    const StripState& state;
    bool running = false;
    int acquireLimit = 5; ///< downloads at once, for the hint of the idle card
};

void paintCard(QPainter& painter, const QRectF& box, StageCard card, const StripLook& look);

/** The card in words, for tooltips and screen readers. */
QString spokenCard(StageCard card, const StripState& state);

QColor lampColour(WorkerLamp::Kind kind);
QString moneyPerPaper(const StripState& state); ///< "$0.0021 a paper", "no cost"
QString timeLeft(const StripState& state);      ///< "≈ 14 min left", empty = unknown

} // namespace sheaf
