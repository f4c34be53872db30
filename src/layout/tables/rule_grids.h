// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/words/text_model.h"

/** Rules of a page that meet each other, directly or by others: the grids that cells may be drawn with. */
namespace sheaf::layout {

constexpr float touchingRules = 3; ///< points between the end of a rule and one that it meets; also of double rules

struct RuleGrid
{
    QVector<Stroke> horizontals, verticals;

    /** Where the grid's lines are: the rules' places, and the ends of the rules across where no border is drawn. */
    QVector<float> xs() const;
    QVector<float> ys() const;
};

/** With the edges of shaded cells as rules of their grids. Nothing where a page has so many rules that it is drawn. */
QVector<RuleGrid> ruleGrids(const PageText& page);

} // namespace sheaf::layout
