// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/table_columns.h"

namespace sheaf::layout {

namespace {

struct Span
{
    float from, to;
};

/** Strips covered by at most `tolerated` of the spans, inside the table. */
QVector<Span> freeStrips(const QVector<Span>& spans, int tolerated, float narrowest)
{
    QVector<std::pair<float, int>> edges;
    for (const Span& span : spans) {
        edges.emplaceBack(span.from, 1);
        edges.emplaceBack(span.to, -1);
    }
    std::ranges::sort(edges, [](const auto& a, const auto& b) {
        return a.first < b.first || (a.first == b.first && a.second > b.second);
    });
    QVector<Span> strips;
    int cover = 0;
    float open = -1;
    bool started = false;
    for (const auto& [x, step] : edges) {
        const int before = cover;
        cover += step;
        started = started || cover > tolerated;
        if (started && before > tolerated && cover <= tolerated)
            open = x;
        else if (before <= tolerated && cover > tolerated && open >= 0) {
            if (x - open >= narrowest)
                strips << Span{open, x};
            open = -1;
        }
    }
    return strips;
}

} // namespace

QVector<TableColumn> tableColumns(const QVector<TableLine>& lines, const QVector<float>& verticals, const QRectF& box)
{
    qsizetype widest = 0;
    bool hasBody = false;
    for (const TableLine& line : lines)
        hasBody = hasBody || !line.header;
    for (const TableLine& line : lines) {
        if (!hasBody || !line.header)
            widest = std::max(widest, line.parts.size());
    }
    QVector<Span> spans;
    float size = 0;
    int counted = 0;
    for (const TableLine& line : lines) {
        if ((hasBody && line.header) ||
            (line.parts.size() == 1 && widest >= 3 && line.parts.first().width() > 0.25 * box.width()))
            continue;
        ++counted;
        size = std::max(size, line.size);
        for (const Fragment& part : line.parts)
            spans << Span{part.x0, part.x1};
    }
    if (spans.isEmpty())
        return {};
    const float narrowest = std::max(2.5F, 0.42F * size);
    QVector<Span> strips = freeStrips(spans, 0, narrowest);
    // One long entry may cover a strip that all other lines respect.
    for (int tolerated = 1; tolerated <= counted / 8 && strips.size() + 1 < widest; ++tolerated)
        strips = freeStrips(spans, tolerated, narrowest);
    QVector<float> cuts;
    for (const Span& strip : std::as_const(strips))
        cuts << (strip.from + strip.to) / 2;
    for (float x : verticals) {
        const bool known = std::ranges::any_of(strips, [&](const Span& s) { return x > s.from - 2 && x < s.to + 2; });
        const bool crossed = std::ranges::any_of(spans, [&](const Span& s) { return s.from < x - 3 && s.to > x + 3; });
        if (!known && !crossed && x > box.left() + 6 && x < box.right() - 6)
            cuts << x;
    }
    std::ranges::sort(cuts);
    cuts << float(box.right() + 1000);
    QVector<TableColumn> columns;
    float from = float(box.left() - 1000);
    for (float to : std::as_const(cuts)) {
        TableColumn column{1e9F, -1e9F, from, to};
        for (const Span& span : std::as_const(spans)) {
            const float middle = (span.from + span.to) / 2;
            if (middle >= from && middle < to) {
                column.x0 = std::min(column.x0, std::max(span.from, from));
                column.x1 = std::max(column.x1, std::min(span.to, to));
            }
        }
        if (column.x1 < column.x0) {
            column.x0 = std::max(from, float(box.left()));
            column.x1 = std::min(to, float(box.right()));
        }
        columns << column;
        from = to;
    }
    return columns;
}

std::pair<int, int> columnsOf(const Fragment& part, const QVector<TableColumn>& columns)
{
    int first = -1, last = -1, nearest = 0;
    float most = -1e9F;
    for (int i = 0; i < columns.size(); ++i) {
        const TableColumn& column = columns[i];
        const float band = std::min(part.x1, column.to) - std::max(part.x0, column.from);
        if (band > most) {
            most = band;
            nearest = i;
        }
        // It stands in a column when it covers the column's middle or most of it.
        const float content = std::min(part.x1, column.x1) - std::max(part.x0, column.x0);
        const float middle = (column.x0 + column.x1) / 2;
        const bool covers = content > 0.5F * (column.x1 - column.x0) || (part.x0 < middle && part.x1 > middle);
        if (covers) {
            first = first < 0 ? i : first;
            last = i;
        }
    }
    if (first < 0 || part.width() < 1)
        return {nearest, nearest};
    return {std::min(first, nearest), std::max(last, nearest)};
}

} // namespace sheaf::layout
