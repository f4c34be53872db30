// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/tables/heads_above.h"

#include "layout/figures/captions.h"

namespace sheaf::layout {

namespace {

constexpr float outside = 3;    ///< points by which a label may reach over a rule's end
constexpr float nearest = 1.5F; ///< of the size: from a label's foot to the rule or line below it
constexpr qsizetype mostLines = 3;

using LabelLine = QVector<const Fragment*>; ///< from left to right

/** The lowest line of fragments above `y` and inside the rule's ends, when it is near and looks like labels. */
LabelLine labelsAbove(const PageContent& page, const Stroke& rule, float y)
{
    LabelLine line;
    for (const Fragment& fragment : page.fragments) {
        if (fragment.x1 < rule.from - outside || fragment.x0 > rule.to + outside || fragment.middle() > y - 1)
            continue;
        if (!line.isEmpty() && fragment.baseline > line.first()->baseline + 0.35F * fragment.size)
            line.clear();
        if (line.isEmpty() || std::abs(fragment.baseline - line.first()->baseline) < 0.35F * fragment.size)
            line << &fragment;
    }
    const bool isLabels = std::ranges::all_of(line, [&](const Fragment* part) {
        return y - part->bottom < nearest * part->size && part->words.size() <= 6 && part->x0 > rule.from - outside &&
               part->x1 < rule.to + outside && part->width() < 0.45F * rule.length() &&
               beginsCaption(plainText(page.text, part->words)) == CaptionOf::Nothing;
    });
    if (line.size() < 2 || !isLabels)
        return {};
    std::ranges::sort(line, {}, &Fragment::x0);
    return line;
}

QVector<LabelLine> linesAbove(const PageContent& page, const Stroke& rule)
{
    QVector<LabelLine> lines;
    float y = rule.at;
    while (lines.size() < mostLines) {
        const LabelLine line = labelsAbove(page, rule, y);
        if (line.isEmpty())
            break;
        lines.prepend(line);
        y = line.first()->top;
    }
    return lines;
}

} // namespace

float topOfHeadAbove(const PageContent& page, const Stroke& rule)
{
    const QVector<LabelLine> lines = linesAbove(page, rule);
    return lines.isEmpty() ? rule.at : lines.first().first()->top - 1;
}

void addHeadAbove(const PageContent& page, Table& table)
{
    const Stroke edge{float(table.box.left()), float(table.box.right()), float(table.box.top())};
    QVector<float> middles(table.columns, 0);
    QVector<int> counts(table.columns, 0);
    for (const GridCell& cell : std::as_const(table.cells)) {
        if (cell.columnSpan > 1 || cell.lines.isEmpty())
            continue;
        middles[cell.column] += (cell.lines.first().x0 + cell.lines.first().x1) / 2;
        ++counts[cell.column];
    }
    QVector<GridCell> heads;
    const QVector<LabelLine> lines = linesAbove(page, edge);
    for (const LabelLine& line : lines) {
        for (const Fragment* part : line) {
            int column = 0;
            const auto away = [&](int c) {
                return counts[c] == 0 ? 1e9F : std::abs(middles[c] / float(counts[c]) - (part->x0 + part->x1) / 2);
            };
            for (int other = 1; other < table.columns; ++other)
                column = away(other) < away(column) ? other : column;
            const auto open = std::ranges::find(heads, column, &GridCell::column);
            if (open == heads.end())
                heads << GridCell{0, column, 1, 1, true, {*part}};
            else
                open->lines << *part;
        }
    }
    if (heads.size() * 2 < table.columns || heads.size() < 2)
        return;
    for (GridCell& cell : table.cells) {
        cell.header = false;
        ++cell.row;
    }
    ++table.rows;
    table.box.setTop(lines.first().first()->top - 1);
    std::ranges::sort(heads, {}, &GridCell::column);
    table.cells = heads + table.cells;
}

} // namespace sheaf::layout
