// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/yes_no_delegate.h"

#include "ui/import/import_pdf_model.h"
#include "ui/look/theme.h"

#include <QMouseEvent>
#include <QPainter>

namespace sheaf {

namespace {

QRect answerBox(const QRect& cell, bool yes)
{
    const int width = theme().px(34), gap = theme().px(4);
    const int right = cell.right() - theme().px(8) - (yes ? width + gap : 0);
    return QRect(right - width, cell.top() + 1, width, cell.height() - 3);
}

QColor toneColour(const QString& tone)
{
    if (tone == QLatin1String("accent"))
        return theme().accent;
    if (tone == QLatin1String("red"))
        return theme().red;
    return tone == QLatin1String("amber") ? theme().amberText : theme().dim;
}

} // namespace

YesNoDelegate::YesNoDelegate(QObject* parent) : QStyledItemDelegate(parent) {}

void YesNoDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& t = theme();
    painter->save();
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, t.soft);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), t.line);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(t.font(FontRole::Secondary));
    if (!index.data(ImportPdfModel::AsksRole).toBool()) {
        painter->setPen(toneColour(index.data(ImportPdfModel::ToneRole).toString()));
        painter->drawText(option.rect.adjusted(0, 0, -t.px(8), 0), Qt::AlignRight | Qt::AlignVCenter,
                          index.data().toString());
    } else {
        for (const bool yes : {true, false}) {
            const QRectF box = QRectF(answerBox(option.rect, yes)).adjusted(0.5, 0.5, -0.5, -0.5);
            painter->setPen(t.line);
            painter->setBrush(t.panel);
            painter->drawRoundedRect(box, t.px(5), t.px(5));
            painter->setPen(t.text);
            painter->drawText(box, Qt::AlignCenter, yes ? tr("Yes") : tr("No"));
        }
    }
    painter->restore();
}

bool YesNoDelegate::editorEvent(QEvent* event, QAbstractItemModel*, const QStyleOptionViewItem& option,
                                const QModelIndex& index)
{
    if (event->type() != QEvent::MouseButtonRelease || !index.data(ImportPdfModel::AsksRole).toBool())
        return false;
    const QPoint at = static_cast<QMouseEvent*>(event)->position().toPoint();
    for (const bool yes : {true, false}) {
        if (answerBox(option.rect, yes).contains(at)) {
            Q_EMIT answered(index.data(ImportPdfModel::PathRole).toString(), yes);
            return true;
        }
    }
    return false;
}

} // namespace sheaf
