// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/strip/card_words.h"

#include <QColor>
#include <QRectF>

class QPainter;

/** Paints the strip's six cards, the stages and queues of a run. Pure functions of the state; main thread. */
namespace sheaf {

struct StripLook
{
    const StripState& state;
    bool running = false;
    int acquireLimit = 5; ///< downloads at once, for the hint of the idle card
};

void paintCard(QPainter& painter, const QRectF& box, StageCard card, const StripLook& look);

QColor lampColour(WorkerLamp::Kind kind);

} // namespace sheaf
