// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/figures.h"

#include <cmath>

namespace sheaf::layout {

namespace {

constexpr double cell = 6;      ///< points: ink this close belongs together
constexpr double smallest = 28; ///< points: below are icons and ornaments

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

/** Labels of axes and parts stand just outside the drawing. */
QRectF withLabels(const PageContent& page, QRectF box, const DocumentStyle& style)
{
    for (int pass = 0; pass < 2; ++pass) {
        const QRectF near = box.adjusted(-14, -10, 14, 12);
        for (const Fragment& fragment : page.fragments) {
            if (fragment.size < style.bodySize - 0.8F && fragment.width() < 0.5 * box.width() &&
                fragment.words.size() <= 5 && near.contains(fragment.box().center()) && near.intersects(fragment.box()))
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

} // namespace

QVector<QRectF> findFigures(const PageContent& page, const DocumentStyle& style)
{
    const double area = page.text.width() * page.text.height();
    InkGrid grid(page.text.size);
    bool any = false;
    const auto add = [&](const QRectF& box) {
        if (box.width() * box.height() > 0.6 * area || (box.width() < 1 && box.height() < 1))
            return;
        grid.mark(box);
        any = true;
    };
    for (const QRectF& box : page.text.images)
        add(box);
    for (const QRectF& box : page.text.shapes)
        add(box);
    if (!any)
        return {};
    QVector<QRectF> figures;
    for (const QRectF& box : grid.components()) {
        if (box.width() < smallest || box.height() < smallest || holdsRunningText(page, box, style))
            continue;
        figures << withLabels(page, box, style);
    }
    // Parts of one figure side by side or above each other, once their labels are in.
    for (qsizetype i = 0; i < figures.size(); ++i) {
        for (qsizetype j = i + 1; j < figures.size(); ++j) {
            if (figures[i].adjusted(-4, -4, 4, 4).intersects(figures[j])) {
                figures[i] = united(figures[i], figures[j]);
                figures.remove(j);
                j = i;
            }
        }
    }
    return figures;
}

} // namespace sheaf::layout
