// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/papers/facet_view.h"

#include "ui/look/painting.h"
#include "ui/look/theme.h"
#include "ui/papers/facet_model.h"

#include <QLocale>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QtMath>

namespace sheaf {

namespace {

class FacetDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Theme& t = theme();
        switch (index.data(FacetModel::KindRole).toInt()) {
        case FacetModel::Heading:
            return {t.px(60), t.px(31)};
        case FacetModel::Note: {
            const int width = option.rect.width() > 0 ? option.rect.width() : t.px(168);
            const QRect text =
                QFontMetrics(t.font(FontRole::Secondary))
                    .boundingRect(QRect(0, 0, width - t.px(32), t.px(400)), Qt::TextWordWrap, index.data().toString());
            return {t.px(60), text.height() + t.px(20)};
        }
        default:
            return {t.px(60), t.px(25)};
        }
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRect box = option.rect.adjusted(theme().px(16), 0, -theme().px(16), 0);
        switch (index.data(FacetModel::KindRole).toInt()) {
        case FacetModel::Heading:
            painter->setFont(theme().font(FontRole::Section));
            painter->setPen(theme().dim);
            painter->drawText(box.adjusted(0, theme().px(6), 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                              index.data().toString());
            break;
        case FacetModel::Note:
            painter->setFont(theme().font(FontRole::Secondary));
            painter->setPen(theme().dim);
            painter->drawText(box.adjusted(0, theme().px(10), 0, 0), Qt::AlignLeft | Qt::TextWordWrap,
                              index.data().toString());
            break;
        default:
            paintChoice(*painter, option, box, index);
        }
        painter->restore();
    }

private:
    static void paintChoice(QPainter& painter, const QStyleOptionViewItem& option, const QRect& box,
                            const QModelIndex& index)
    {
        const Theme& t = theme();
        const bool chosen = option.state & QStyle::State_Selected;
        const int count = index.data(FacetModel::CountRole).toInt();
        if (chosen) {
            painter.setPen((option.state & QStyle::State_HasFocus) ? QPen(t.accent, t.px(2)) : QPen(Qt::NoPen));
            painter.setBrush(t.soft);
            painter.drawRoundedRect(QRectF(option.rect).adjusted(t.px(8), 1, -t.px(8), -1), t.px(4), t.px(4));
        }
        painter.setFont(t.font(chosen ? FontRole::Strong : FontRole::Body));
        painter.setPen(count || chosen ? t.text : t.dim);
        const QString number = QLocale().toString(count);
        const QFont figures = t.font(FontRole::TwoLine);
        drawElided(painter, box.adjusted(0, 0, -qCeil(figuresWidth(figures, number)) - t.px(6), 0),
                   index.data().toString());
        painter.setFont(figures);
        const auto* model = static_cast<const FacetModel*>(index.model());
        const Facet::Group group = model->facet(index.row()).group;
        const bool needsUser = count > 0 && (group == Facet::NeedsAttention || group == Facet::Failed);
        painter.setPen(needsUser ? t.red : chosen ? t.dimOnSoft : t.dim);
        drawFigures(painter, box, Qt::AlignRight, number);
    }
};

} // namespace

FacetView::FacetView(QWidget* parent) : QListView(parent), m_model(new FacetModel(this))
{
    setModel(m_model);
    setItemDelegate(new FacetDelegate(this));
    setAccessibleName(tr("Narrow the papers"));
    setProperty("pane", QStringLiteral("panel"));
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setResizeMode(QListView::Adjust);
    setViewportMargins(0, theme().px(10), 0, 0);
    choose({});
}

void FacetView::setFacets(const Facets& facets)
{
    const Facet before = currentIndex().isValid() ? m_model->facet(currentIndex().row()) : Facet{};
    m_model->set(facets);
    if (!currentIndex().isValid())
        choose(before);
}

void FacetView::choose(const Facet& facet)
{
    const int row = m_model->rowOf(facet);
    setCurrentIndex(m_model->index(row < 0 ? 0 : row));
}

void FacetView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QListView::currentChanged(current, previous);
    if (current.isValid())
        Q_EMIT chosen(m_model->facet(current.row()));
}

} // namespace sheaf
