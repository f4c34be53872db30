// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/review_tree.h"

#include "ui/look/painting.h"
#include "ui/look/theme.h"
#include "ui/review/review_model.h"

#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QtMath>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

class ReviewDelegate : public QStyledItemDelegate
{
public:
    ReviewDelegate(const ReviewModel* model, QTreeView* tree) : QStyledItemDelegate(tree), m_model(model), m_tree(tree)
    {}

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override
    {
        return {theme().px(120), theme().px(m_model->isGroup(index) ? 26 : 42)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (const ReviewItem* item = m_model->item(index))
            paintItem(*painter, option, *item);
        else
            paintGroup(*painter, option, index);
        painter->setPen(theme().line);
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
        painter->restore();
    }

private:
    void paintGroup(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
    {
        const Theme& t = theme();
        const bool open = m_tree->isExpanded(index);
        painter.fillRect(option.rect, open ? t.base : t.panel);
        const QRect box = option.rect.adjusted(t.px(26), 0, -t.px(13), 0);
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.dim);
        const double size = t.px(6), x = option.rect.left() + t.px(14), y = option.rect.center().y();
        const QPolygonF right{QPointF(x - size / 2, y - size / 2), QPointF(x + size / 2, y),
                              QPointF(x - size / 2, y + size / 2)};
        const QPolygonF down{QPointF(x - size / 2, y - size / 3), QPointF(x + size / 2, y - size / 3),
                             QPointF(x, y + size / 2)};
        painter.drawPolygon(open ? down : right);
        const ReviewGroup& group = m_model->group(index);
        const QString count = QLocale().toString(group.open());
        painter.setFont(t.font(FontRole::TwoLine));
        painter.setPen(t.dim);
        drawFigures(painter, box, Qt::AlignRight, count);
        painter.setFont(t.font(open ? FontRole::Strong : FontRole::Body));
        painter.setPen(t.text);
        drawElided(painter, box.adjusted(0, 0, -qCeil(figuresWidth(t.font(FontRole::TwoLine), count)) - t.px(6), 0),
                   group.name);
        paintFocus(painter, option);
    }

    static void paintItem(QPainter& painter, const QStyleOptionViewItem& option, const ReviewItem& item)
    {
        const Theme& t = theme();
        const bool chosen = option.state & QStyle::State_Selected;
        painter.fillRect(option.rect, chosen ? t.soft : t.base);
        const QRect box = option.rect.adjusted(t.px(26), t.px(4), -t.px(13), -t.px(4));
        const QRect upper(box.left(), box.top(), box.width(), box.height() / 2);
        const QString word = reviewWord(item);
        painter.setFont(t.font(FontRole::TwoLine));
        painter.setPen(item.decision != Decision::None     ? t.accent
                       : item.differ                       ? t.blue
                       : item.state == CellState::NotFound ? t.red
                       : item.state == CellState::Proven   ? t.accent
                                                           : t.amberText);
        painter.drawText(upper, Qt::AlignRight | Qt::AlignVCenter, word);
        const int taken = painter.fontMetrics().horizontalAdvance(word) + t.px(8);
        painter.setFont(t.font(FontRole::Body));
        painter.setPen(t.text);
        drawElided(painter, upper.adjusted(0, 0, -taken, 0), item.paper);
        painter.setFont(t.font(FontRole::TwoLine));
        painter.setPen(chosen ? t.dimOnSoft : t.dim);
        paintValue(painter, upper.translated(0, upper.height()), item);
        paintFocus(painter, option);
    }

    /** Where both readers' answers do not fit into the line, each has half of it. */
    static void paintValue(QPainter& painter, const QRect& box, const ReviewItem& item)
    {
        const QString line = reviewLine(item);
        const QString second = line.section(u" · 2: "_s, -1);
        if (!item.differ || item.decision != Decision::None ||
            painter.fontMetrics().horizontalAdvance(line) <= box.width()) {
            drawElided(painter, box, line);
            return;
        }
        const int half = box.width() / 2;
        drawElided(painter, box.adjusted(0, 0, -half - theme().px(3), 0), line.section(u" · 2: "_s, 0, -2));
        drawElided(painter, box.adjusted(half + theme().px(3), 0, 0, 0), u"2: "_s + second);
    }

    static void paintFocus(QPainter& painter, const QStyleOptionViewItem& option)
    {
        if (!(option.state & QStyle::State_HasFocus))
            return;
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme().accent, theme().px(2)));
        painter.drawRect(QRectF(option.rect).adjusted(1, 1, -1, -2));
    }

    const ReviewModel* m_model;
    QTreeView* m_tree;
};

} // namespace

ReviewTree::ReviewTree(ReviewModel* model, QWidget* parent) : QTreeView(parent), m_model(model)
{
    setModel(model);
    setItemDelegate(new ReviewDelegate(model, this));
    setAccessibleName(tr("Values to check"));
    setProperty("pane", u"panel"_s);
    setFrameShape(QFrame::NoFrame);
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setIndentation(0);
    setUniformRowHeights(false);
    setExpandsOnDoubleClick(false);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    connect(this, &QTreeView::clicked, this, &ReviewTree::turn);
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, &ReviewTree::remember);
    connect(model, &QAbstractItemModel::modelReset, this, &ReviewTree::restore);
}

void ReviewTree::turn(const QModelIndex& index)
{
    if (m_model->isGroup(index))
        setExpanded(index, !isExpanded(index));
}

void ReviewTree::remember()
{
    m_open.clear();
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (const QModelIndex group = m_model->index(row, 0); isExpanded(group))
            m_open.insert(m_model->group(group).id);
    }
    const ReviewItem* item = m_model->item(currentIndex());
    m_current = item ? std::optional(item->place) : std::nullopt;
}

void ReviewTree::restore()
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex group = m_model->index(row, 0);
        setExpanded(group, m_open.contains(m_model->group(group).id));
    }
    if (m_current)
        choose(m_model->find(*m_current));
}

void ReviewTree::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        turn(currentIndex());
    else
        QTreeView::keyPressEvent(event);
}

void ReviewTree::choose(const QModelIndex& index)
{
    if (!index.isValid())
        return;
    expand(index.parent());
    setCurrentIndex(index);
    scrollTo(index);
}

void ReviewTree::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTreeView::currentChanged(current, previous);
    if (current.parent().isValid())
        Q_EMIT chosen(current);
}

} // namespace sheaf
