// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/order/reading_order.h"

#include "layout/figures/captions.h"
#include "layout/order/fragments.h"
#include "layout/order/gutters.h"

namespace sheaf::layout {

namespace {

constexpr int deepest = 24; ///< cuts inside cuts; hostile pages end here

struct Extent
{
    float x0 = 1e9F, x1 = -1e9F;
    int letters = 0;
    float sizeSum = 0;

    float width() const { return x1 - x0; }
};

class Orderer
{
public:
    Orderer(const PageContent& page, int pageIndex, const QVector<Obstacle>& obstacles, const DocumentStyle& style)
        : m_page(page), m_pageIndex(pageIndex), m_obstacles(obstacles), m_style(style)
    {}

    QVector<FlowItem> run()
    {
        QVector<Piece> pieces;
        for (int i = 0; i < m_page.fragments.size(); ++i) {
            const Fragment& fragment = m_page.fragments[i];
            if (isInsideObstacle(fragment))
                continue;
            Piece piece{fragment.x0, fragment.top, fragment.x1, fragment.bottom};
            for (int word : fragment.words)
                piece.letters += m_page.text.words[word].length;
            piece.fragment = i;
            pieces << piece;
        }
        for (int i = 0; i < m_obstacles.size(); ++i) {
            const QRectF& box = m_obstacles[i].box;
            Piece piece{float(box.left()), float(box.top()), float(box.right()), float(box.bottom())};
            piece.obstacle = i;
            pieces << piece;
        }
        for (const Stroke& rule : m_page.text.horizontals) {
            if (isDivider(rule))
                pieces << Piece{rule.from, rule.at - 0.5F, rule.to, rule.at + 0.5F};
        }
        cut(pieces, false, 0);
        return std::move(m_items);
    }

private:
    /** A short rule in the page's middle, such as above a bibliography without heading, ends the columns above it. */
    bool isDivider(const Stroke& rule) const
    {
        const double width = m_page.text.width();
        const double middle = (rule.from + rule.to) / 2;
        const bool inObstacle = std::ranges::any_of(m_obstacles, [&](const Obstacle& obstacle) {
            return obstacle.box.adjusted(-2, -2, 2, 2).contains(QPointF(middle, rule.at));
        });
        const bool besideText = std::ranges::any_of(m_page.fragments, [&](const Fragment& fragment) {
            return fragment.x0 < rule.to && fragment.x1 > rule.from && fragment.top < rule.at + 1 &&
                   fragment.bottom > rule.at - 2;
        });
        return std::abs(middle - width / 2) < 0.02 * width && rule.length() > 0.08 * width &&
               rule.length() < 0.5 * width && !inObstacle && !besideText;
    }

    /** A figure's caption may reach into its box. */
    bool isInsideObstacle(const Fragment& fragment) const
    {
        return std::ranges::any_of(m_obstacles, [&](const Obstacle& obstacle) {
            return obstacle.box.contains(QPointF((fragment.x0 + fragment.x1) / 2, fragment.middle())) &&
                   (obstacle.figure < 0 || beginsCaption(plainText(m_page.text, fragment.words)) != CaptionOf::Figure);
        });
    }

    void cut(const QVector<Piece>& pieces, bool margin, int depth)
    {
        if (pieces.isEmpty())
            return;
        const std::optional<Gutter> gutter = depth < deepest ? bestGutter(pieces, m_style.bodySize) : std::nullopt;
        if (!gutter) {
            emitColumn(pieces, margin);
            return;
        }
        QVector<Piece> above, left, right, below;
        for (const Piece& piece : pieces) {
            if (piece.middle() < gutter->top)
                above << piece;
            else if (piece.middle() > gutter->bottom)
                below << piece;
            else
                (piece.x1 <= gutter->x0 + 1 ? left : right) << piece;
        }
        cut(above, margin, depth + 1);
        const bool leftIsMargin = isMargin(left, right), rightIsMargin = isMargin(right, left);
        if (leftIsMargin)
            cut(right, margin, depth + 1);
        cut(left, margin || leftIsMargin, depth + 1);
        if (!leftIsMargin)
            cut(right, margin || rightIsMargin, depth + 1);
        cut(below, margin, depth + 1);
    }

    Extent extentOf(const QVector<Piece>& pieces) const
    {
        Extent extent;
        for (const Piece& piece : pieces) {
            extent.x0 = std::min(extent.x0, piece.x0);
            extent.x1 = std::max(extent.x1, piece.x1);
            extent.letters += piece.letters;
            if (piece.fragment >= 0)
                extent.sizeSum += m_page.fragments[piece.fragment].size * float(piece.letters);
        }
        return extent;
    }

    /** A narrow column of small print beside the main text. */
    bool isMargin(const QVector<Piece>& side, const QVector<Piece>& other) const
    {
        const Extent a = extentOf(side), b = extentOf(other);
        return a.letters > 0 && a.width() < 0.6F * b.width() && a.width() < 0.33F * float(m_page.text.width()) &&
               a.letters < b.letters && a.sizeSum / float(a.letters) < m_style.bodySize - 0.35F;
    }

    void emitColumn(QVector<Piece> pieces, bool margin)
    {
        std::ranges::sort(pieces, [&](const Piece& a, const Piece& b) { return anchor(a) < anchor(b); });
        const int column = m_columns++;
        const qsizetype first = m_items.size();
        for (const Piece& piece : std::as_const(pieces)) {
            if (piece.obstacle < 0 && piece.fragment < 0)
                continue; // a divider
            if (piece.obstacle >= 0) {
                const Obstacle& obstacle = m_obstacles[piece.obstacle];
                m_items << FlowItem{obstacle.table, obstacle.figure, margin, column, {}, obstacle.box};
                continue;
            }
            const Fragment& fragment = m_page.fragments[piece.fragment];
            if (Line* line = openLine(first, fragment)) {
                line->words += fragment.words;
                measure(m_page.text, *line);
                continue;
            }
            FlowItem item;
            item.margin = margin;
            item.column = column;
            static_cast<Fragment&>(item.line) = fragment;
            item.line.page = m_pageIndex;
            item.line.column = column;
            m_items << item;
        }
        finishLines(first);
    }

    float anchor(const Piece& piece) const
    {
        return piece.fragment >= 0 ? m_page.fragments[piece.fragment].baseline : piece.top;
    }

    Line* openLine(qsizetype first, const Fragment& fragment)
    {
        for (qsizetype i = m_items.size() - 1; i >= first && i >= m_items.size() - 3; --i) {
            FlowItem& item = m_items[i];
            if (item.table < 0 && item.figure < 0 && sharesLine(item.line, fragment))
                return &item.line;
        }
        return nullptr;
    }

    void finishLines(qsizetype first)
    {
        QVector<float> lefts, rights;
        for (qsizetype i = first; i < m_items.size(); ++i) {
            FlowItem& item = m_items[i];
            if (item.table >= 0 || item.figure >= 0)
                continue;
            sortInReadingOrder(m_page.text, item.line.words);
            item.box = item.line.box();
            lefts << item.line.x0;
            rights << item.line.x1;
        }
        if (lefts.isEmpty())
            return;
        std::ranges::sort(lefts);
        std::ranges::sort(rights);
        const float left = lefts[lefts.size() / 10], right = rights[rights.size() - 1 - rights.size() / 10];
        for (qsizetype i = first; i < m_items.size(); ++i) {
            m_items[i].line.left = left;
            m_items[i].line.right = right;
        }
    }

    const PageContent& m_page;
    int m_pageIndex;
    const QVector<Obstacle>& m_obstacles;
    const DocumentStyle& m_style;
    QVector<FlowItem> m_items;
    int m_columns = 0;
};

} // namespace

QVector<FlowItem> readingOrder(const PageContent& page, int pageIndex, const QVector<Obstacle>& obstacles,
                               const DocumentStyle& style)
{
    return Orderer(page, pageIndex, obstacles, style).run();
}

} // namespace sheaf::layout
