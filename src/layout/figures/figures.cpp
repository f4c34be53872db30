// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/figures/figures.h"

#include "layout/figures/captions.h"
#include "layout/figures/seen_regions.h"

#include <cmath>

namespace sheaf::layout {

namespace {

constexpr double cell = 6;      ///< points: ink this close belongs together
constexpr double smallest = 28; ///< points: below are icons and ornaments
constexpr double lowest = 3.2;  ///< of the body size: lower ink with text in it is a bar behind a heading

/** Ink on a coarse grid, and its connected parts. */
class InkGrid
{
public:
    explicit InkGrid(const QSizeF& page)
        : m_columns(std::clamp(int(page.width() / cell) + 1, 1, 1000)),
          m_rows(std::clamp(int(page.height() / cell) + 1, 1, 1000)), m_cells(qsizetype(m_columns) * m_rows, 0)
    {}

    void mark(const QRectF& box)
    {
        const int left = column(box.left()), right = column(box.right());
        const int top = row(box.top()), bottom = row(box.bottom());
        for (int y = top; y <= bottom; ++y)
            std::fill_n(m_cells.begin() + qsizetype(y) * m_columns + left, right - left + 1, char(1));
    }

    QVector<QRectF> components()
    {
        QVector<QRectF> boxes;
        QVector<int> stack;
        for (int start = 0; start < m_cells.size(); ++start) {
            if (m_cells[start] != 1)
                continue;
            int left = m_columns, right = 0, top = m_rows, bottom = 0;
            stack << start;
            m_cells[start] = 2;
            while (!stack.isEmpty()) {
                const int at = stack.takeLast();
                const int x = at % m_columns, y = at / m_columns;
                left = std::min(left, x);
                right = std::max(right, x);
                top = std::min(top, y);
                bottom = std::max(bottom, y);
                for (int dy = -1; dy <= 1; ++dy) {
                    for (int dx = -1; dx <= 1; ++dx)
                        visit(x + dx, y + dy, stack);
                }
            }
            boxes << QRectF(left * cell, top * cell, (right - left + 1) * cell, (bottom - top + 1) * cell);
        }
        return boxes;
    }

private:
    int column(double x) const { return std::clamp(int(std::floor(x / cell)), 0, m_columns - 1); }
    int row(double y) const { return std::clamp(int(std::floor(y / cell)), 0, m_rows - 1); }

    void visit(int x, int y, QVector<int>& stack)
    {
        if (x < 0 || y < 0 || x >= m_columns || y >= m_rows)
            return;
        const int at = y * m_columns + x;
        if (m_cells[at] == 1) {
            m_cells[at] = 2;
            stack << at;
        }
    }

    int m_columns, m_rows;
    QVector<char> m_cells;
};

bool holdsRunningText(const PageContent& page, const QRectF& box, const DocumentStyle& style)
{
    int lines = 0, letters = 0;
    for (const Fragment& fragment : page.fragments) {
        if (!box.contains(QPointF((fragment.x0 + fragment.x1) / 2, fragment.middle())))
            continue;
        int own = 0;
        for (int word : fragment.words)
            own += page.text.words[word].length;
        if (own >= 25 && fragment.size > style.bodySize - 1.6F) {
            ++lines;
            letters += own;
        }
    }
    return lines >= 3 && letters > 120;
}

/** A line of it: the ink is a bar or an ornament behind a heading. */
bool holdsText(const PageContent& page, const QRectF& box, const DocumentStyle& style)
{
    return std::ranges::any_of(page.fragments, [&](const Fragment& fragment) {
        return box.contains(fragment.box().center()) && fragment.size > style.bodySize - 1 &&
               fragment.width() > 2 * fragment.size;
    });
}

/** A figure with a number has its caption: what else was seen as one is a label. */
bool hasNumberedCaption(const PageContent& page, const QRectF& box)
{
    constexpr double near = 60;
    return std::ranges::any_of(page.fragments, [&](const Fragment& fragment) {
        const bool beside = fragment.x1 < box.left() || fragment.x0 > box.right();
        return !beside && fragment.top < box.bottom() + near && fragment.bottom > box.top() - near &&
               beginsCaption(plainText(page.text, fragment.words)) == CaptionOf::Figure;
    });
}

/** Seen as part of the figure or its caption, and not as text or a heading, although as large as these. */
bool isSeenAsLabel(const PageText& page, const Fragment& fragment)
{
    const PageRegion* region = regionOf(page, fragment.box());
    return region &&
           (region->kind == PageRegion::Kind::Figure || region->kind == PageRegion::Kind::FigureCaption ||
            region->kind == PageRegion::Kind::TableCaption) &&
           !isCaptionStart(plainText(page, fragment.words));
}

/** Labels of axes and parts stand just outside the drawing. */
QRectF withLabels(const PageContent& page, QRectF box, const DocumentStyle& style)
{
    const bool numbered = !page.text.regions.isEmpty() && hasNumberedCaption(page, box);
    for (int pass = 0; pass < 2; ++pass) {
        const QRectF near = box.adjusted(-14, -10, 14, 12);
        for (const Fragment& fragment : page.fragments) {
            const bool small = fragment.size < style.bodySize - 0.8F;
            if ((small || (numbered && isSeenAsLabel(page.text, fragment))) && fragment.width() < 0.5 * box.width() &&
                fragment.words.size() <= 5 && near.contains(fragment.box().center()) &&
                near.intersects(fragment.box()) &&
                beginsCaption(plainText(page.text, fragment.words)) == CaptionOf::Nothing)
                box = united(box, fragment.box());
        }
        for (const Word& word : page.text.words) {
            const QRectF own(QPointF(word.x0, word.top), QPointF(word.x1, word.bottom));
            if (word.is(Word::Turned) && !word.is(Word::Furniture) && near.intersects(own))
                box = united(box, own);
        }
    }
    return box;
}

bool isRunningLine(const PageContent& page, const Fragment& fragment, const DocumentStyle& style)
{
    int letters = 0;
    for (int word : fragment.words)
        letters += page.text.words[word].length;
    return fragment.words.size() >= 6 && letters >= 30 && fragment.size > style.bodySize - 0.6F;
}

/** All ink of the page with a box: rules are ink in a figure. */
QVector<QRectF> allInk(const PageText& page)
{
    QVector<QRectF> ink = page.images + page.shapes + page.fills;
    for (const Stroke& stroke : page.horizontals)
        ink << QRectF(stroke.from, stroke.at - 0.5, stroke.length(), 1);
    for (const Stroke& stroke : page.verticals)
        ink << QRectF(stroke.at - 0.5, stroke.from, 1, stroke.length());
    const double area = page.width() * page.height();
    ink.removeIf([&](const QRectF& box) { return box.width() * box.height() > 0.6 * area; });
    return ink;
}

/** The ink between a figure's caption and the running text above it. */
QRectF inkAbove(const PageContent& page, const QVector<QRectF>& inkByBottom, const Fragment& caption,
                const DocumentStyle& style)
{
    constexpr double nearInk = 120;
    double ceiling = 0;
    for (const Fragment& fragment : page.fragments) {
        const bool beside = fragment.x1 < caption.x0 || fragment.x0 > caption.x1;
        if (beside || fragment.middle() >= caption.top)
            continue;
        if (isRunningLine(page, fragment, style) ||
            beginsCaption(plainText(page.text, fragment.words)) != CaptionOf::Nothing)
            ceiling = std::max(ceiling, double(fragment.bottom));
    }
    QRectF box;
    double top = caption.top;
    for (const QRectF& ink : inkByBottom) {
        if (ink.bottom() > caption.top + 3 || ink.top() < ceiling - 2)
            continue;
        if (ink.right() < caption.x0 || ink.left() > caption.x1 || ink.bottom() < top - nearInk)
            continue;
        box = united(box, ink);
        top = std::min(top, ink.top());
    }
    return box;
}

} // namespace

QVector<FigureRegion> findFigures(const PageContent& page, const DocumentStyle& style, const QVector<QRectF>& tables,
                                  const QVector<QRectF>& seen)
{
    const double area = page.text.width() * page.text.height();
    InkGrid grid(page.text.size);
    for (const QRectF& box : page.text.images + page.text.shapes) {
        if (box.width() * box.height() < 0.6 * area && (box.width() >= 1 || box.height() >= 1))
            grid.mark(box);
    }
    QVector<FigureRegion> figures;
    const auto add = [&](const QRectF& box, bool captioned) {
        const bool behindText =
            !captioned && box.height() < lowest * style.bodySize + 2 * cell && holdsText(page, box, style);
        if (box.width() >= smallest && box.height() >= smallest && !behindText && !holdsRunningText(page, box, style))
            figures << FigureRegion{withLabels(page, box, style), captioned};
    };
    for (const QRectF& box : grid.components())
        add(box, false);
    for (const QRectF& box : seen)
        add(box, true);
    QVector<QRectF> ink = allInk(page.text);
    ink.removeIf([&](const QRectF& box) {
        return std::ranges::any_of(tables, [&](const QRectF& table) { return table.contains(box.center()); });
    });
    std::ranges::sort(ink, [](const QRectF& a, const QRectF& b) { return a.bottom() > b.bottom(); });
    for (const Fragment& fragment : page.fragments) {
        if (!ink.isEmpty() && beginsCaption(plainText(page.text, fragment.words)) == CaptionOf::Figure)
            add(inkAbove(page, ink, fragment, style), true);
    }
    // Parts of one figure side by side or above each other, once their labels are in.
    for (qsizetype i = 0; i < figures.size(); ++i) {
        for (qsizetype j = i + 1; j < figures.size(); ++j) {
            if (figures[i].box.adjusted(-4, -4, 4, 4).intersects(figures[j].box)) {
                figures[i].box = united(figures[i].box, figures[j].box);
                figures[i].captioned = figures[i].captioned || figures[j].captioned;
                figures.remove(j);
                j = i;
            }
        }
    }
    return figures;
}

} // namespace sheaf::layout
