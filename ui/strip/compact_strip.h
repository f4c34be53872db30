// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/strip/stage_cards.h"

/** The strip on one line, from left to right; `note` stands at its right end, else the time left. Pure function of the
 * state; main thread. */
namespace sheaf {

void paintCompactStrip(QPainter& painter, const QRectF& box, const StripState& state, const QString& note);

} // namespace sheaf
