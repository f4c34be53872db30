// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/theme.h"

#include <array>

class QHBoxLayout;
class QLabel;
class QSplitter;
class QWidget;

/** Labels and bars that several views make alike. The caller owns what is made; main thread. */
namespace sheaf {

/** Never rich text: papers' titles and services' sentences are shown as they are. `tone` as in theme.h's style. */
QLabel* textLabel(const QString& text, FontRole role, const QString& tone = {});
/** The same over as many lines as it needs. */
QLabel* wrappedLabel(const QString& text, FontRole role, const QString& tone = {});
/** Gives `bar` the look of the bar above a mode that takes the window's place, and the row for what stands in it. */
QHBoxLayout* dressModeBar(QWidget* bar);
/** Three panes side by side, of which the middle one grows; widths in pixels at 96 dpi. */
void fillPanes(QSplitter* splitter, const std::array<QWidget*, 3>& panes, const std::array<int, 3>& widths);
/** A mode's bar above what it is about. */
void layOutMode(QWidget* view, QWidget* bar, QWidget* content);

} // namespace sheaf
