// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/tables/rule_grids.h"

#include "layout/tables/rules.h"

#include <numeric>

namespace sheaf::layout {

namespace {

constexpr qsizetype mostRules = 3000; ///< more are hatching or a map

/** Rules that meet, directly or by others, are one grid. */
QVector<RuleGrid> connectedRules(const QVector<Stroke>& horizontals, const QVector<Stroke>& verticals)
{
    const int first = int(horizontals.size());
    QVector<int> parent(first + verticals.size());
    std::iota(parent.begin(), parent.end(), 0);
    const auto root = [&](int i) {
        while (parent[i] != i)
            i = parent[i] = parent[parent[i]];
        return i;
    };
    for (int i = 0; i < first; ++i) {
        const Stroke& rule = horizontals[i];
        auto crossing = std::ranges::lower_bound(verticals, rule.from - touchingRules, {}, &Stroke::at);
        for (; crossing != verticals.end() && crossing->at <= rule.to + touchingRules; ++crossing) {
            if (rule.at >= crossing->from - touchingRules && rule.at <= crossing->to + touchingRules)
                parent[root(first + int(crossing - verticals.begin()))] = root(i);
        }
    }
    QVector<int> gridOf(parent.size(), -1);
    QVector<RuleGrid> grids;
    for (int i = 0; i < parent.size(); ++i) {
        int& grid = gridOf[root(i)];
        if (grid < 0) {
            grid = int(grids.size());
            grids << RuleGrid{};
        }
        if (i < first)
            grids[grid].horizontals << horizontals[i];
        else
            grids[grid].verticals << verticals[i - first];
    }
    grids.removeIf([](const RuleGrid& grid) { return grid.horizontals.size() < 2 || grid.verticals.isEmpty(); });
    return grids;
}

QVector<float> gridLines(const QVector<Stroke>& rules, const QVector<Stroke>& across)
{
    QVector<float> lines;
    for (const Stroke& rule : rules) {
        if (lines.isEmpty() || rule.at - lines.last() > touchingRules)
            lines << rule.at;
    }
    constexpr float openBorder = 8;
    const float from = std::ranges::min(across, {}, &Stroke::from).from;
    const float to = std::ranges::max(across, {}, &Stroke::to).to;
    if (lines.isEmpty() || from < lines.first() - openBorder)
        lines.prepend(from);
    if (to > lines.last() + openBorder)
        lines << to;
    return lines;
}

/** Shaded cells between the grid's lines end where no rule may be drawn. */
void addEdges(const QVector<QRectF>& fills, RuleGrid& grid)
{
    const QVector<float> xs = grid.xs();
    const QVector<float> ys = grid.ys();
    const auto isLine = [](const QVector<float>& lines, double at) {
        return std::ranges::any_of(lines, [&](float line) { return std::abs(line - at) <= touchingRules; });
    };
    QVector<Stroke> horizontals, verticals;
    for (const QRectF& fill : fills) {
        const bool inside = fill.left() > xs.first() - touchingRules && fill.right() < xs.last() + touchingRules &&
                            fill.top() > ys.first() - touchingRules && fill.bottom() < ys.last() + touchingRules;
        if (inside && isLine(xs, fill.left()) && isLine(xs, fill.right())) {
            for (const double y : {fill.top(), fill.bottom()})
                horizontals << Stroke{float(fill.left()), float(fill.right()), float(y)};
        }
        if (inside && isLine(ys, fill.top()) && isLine(ys, fill.bottom())) {
            for (const double x : {fill.left(), fill.right()})
                verticals << Stroke{float(fill.top()), float(fill.bottom()), float(x)};
        }
    }
    if (horizontals.size() + verticals.size() > mostRules)
        return;
    grid.horizontals = wholeRules(grid.horizontals + horizontals);
    grid.verticals = wholeRules(grid.verticals + verticals);
}

} // namespace

QVector<float> RuleGrid::xs() const
{
    return gridLines(verticals, horizontals);
}

QVector<float> RuleGrid::ys() const
{
    return gridLines(horizontals, verticals);
}

QVector<RuleGrid> ruleGrids(const PageText& page)
{
    const QVector<Stroke> horizontals = wholeRules(page.horizontals);
    const QVector<Stroke> verticals = wholeRules(page.verticals);
    if (horizontals.size() + verticals.size() > mostRules)
        return {};
    QVector<RuleGrid> grids = connectedRules(horizontals, verticals);
    for (RuleGrid& grid : grids)
        addEdges(page.fills, grid);
    return grids;
}

} // namespace sheaf::layout
