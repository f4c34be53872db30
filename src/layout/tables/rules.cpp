// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/tables/rules.h"

namespace sheaf::layout {

namespace {

constexpr float inLine = 1.2F; ///< points: strokes this close are one rule
constexpr float widestBreak = 2.5F;

} // namespace

QVector<Stroke> wholeRules(QVector<Stroke> strokes)
{
    // Comparing by a tolerance is no order for sort(): bring near places to one value first.
    std::ranges::sort(strokes, {}, &Stroke::at);
    for (qsizetype i = 1; i < strokes.size(); ++i) {
        if (strokes[i].at - strokes[i - 1].at <= inLine)
            strokes[i].at = strokes[i - 1].at;
    }
    std::ranges::sort(strokes,
                      [](const Stroke& a, const Stroke& b) { return a.at != b.at ? a.at < b.at : a.from < b.from; });
    QVector<Stroke> whole;
    for (const Stroke& stroke : std::as_const(strokes)) {
        if (!whole.isEmpty() && whole.last().at == stroke.at && stroke.from <= whole.last().to + widestBreak)
            whole.last().to = std::max(whole.last().to, stroke.to);
        else
            whole << stroke;
    }
    return whole;
}

} // namespace sheaf::layout
