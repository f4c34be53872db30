// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVector>

#include <optional>

/** Strips of white between columns of text. Pure geometry: boxes in, the best strip out. */
namespace sheaf::layout {

/** A fragment of a line, or a table or figure as a whole. */
struct Piece
{
    float x0 = 0, top = 0, x1 = 0, bottom = 0;
    int letters = 0;   ///< 0 for a table or figure
    int fragment = -1; ///< into PageContent::fragments
    int obstacle = -1;

    float width() const { return x1 - x0; }
    float middle() const { return (top + bottom) / 2; }
};

struct Gutter
{
    float x0 = 0, x1 = 0;
    float top = 0, bottom = 0;
};

/** The tallest strip that has text like a column's on both sides. `bodySize` is the measure of lengths. */
std::optional<Gutter> bestGutter(const QVector<Piece>& pieces, float bodySize);

} // namespace sheaf::layout
