// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/dense_table.h"

#include "ui/look/painting.h"
#include "ui/look/theme.h"

#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>

namespace sheaf {

namespace {

class LineDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Theme& t = theme();
        painter->save();
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, t.soft);
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), t.line);
        painter->setFont(t.font(FontRole::TwoLine));
        painter->setPen(t.text);
        const QVariant alignment = index.data(Qt::TextAlignmentRole);
        drawElided(*painter, option.rect.adjusted(t.px(8), 0, -t.px(8), -1), index.data().toString(),
                   alignment.isValid() ? Qt::Alignment(alignment.toInt()) : Qt::AlignLeft | Qt::AlignVCenter);
        painter->restore();
    }
};

} // namespace

DenseTable::DenseTable(const QString& name, QWidget* parent) : QTableView(parent)
{
    setAccessibleName(name);
    setItemDelegate(new LineDelegate(this));
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setShowGrid(false);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setFrameShape(QFrame::NoFrame);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(theme().px(20));
    verticalHeader()->setDefaultSectionSize(theme().px(24));
    horizontalHeader()->setFixedHeight(theme().px(26));
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
    setMinimumHeight(theme().px(26 + 2 * 24));
}

void DenseTable::setWidths(const QVector<int>& widths)
{
    for (int i = 0; i < widths.size() && i < model()->columnCount(); ++i) {
        const bool rest = widths.at(i) == 0;
        horizontalHeader()->setSectionResizeMode(i, rest ? QHeaderView::Stretch : QHeaderView::Interactive);
        if (!rest)
            setColumnWidth(i, theme().px(widths.at(i)));
    }
}

} // namespace sheaf
