// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/words/text_model.h"

/** Rules as a reader sees them, from strokes as they were drawn: piece by piece, twice, or not quite in line. */
namespace sheaf::layout {

/** Collinear pieces (a rule drawn cell by cell) made whole; ordered by `at`, then from left (top). */
QVector<Stroke> wholeRules(QVector<Stroke> strokes);

} // namespace sheaf::layout
