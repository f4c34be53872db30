// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/recent_view.h"

#include "ui/look/painting.h"
#include "ui/look/theme.h"
#include "ui/window/recent_files.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace sheaf {

namespace {

class RecentDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {theme().px(120), theme().px(40)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Theme& t = theme();
        const bool current = (option.state & QStyle::State_Selected) && (option.state & QStyle::State_HasFocus);
        painter->save();
        if (current || (option.state & QStyle::State_MouseOver))
            painter->fillRect(option.rect, current ? t.soft : t.panel);
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), t.line);
        const QRect box = option.rect.adjusted(0, t.px(3), -t.px(2), -t.px(4));
        const bool gone = index.data(RecentFiles::GoneRole).toBool();
        painter->setFont(t.font(FontRole::Secondary));
        painter->setPen(current ? t.dimOnSoft : t.dim);
        const QString age = index.data(RecentFiles::AgeRole).toString();
        painter->drawText(box, Qt::AlignRight | Qt::AlignVCenter, age);
        const int width = box.width() - painter->fontMetrics().horizontalAdvance(age) - t.px(10);
        const int half = box.height() / 2;
        drawElided(*painter, QRect(box.left(), box.top() + half, width, half),
                   index.data(RecentFiles::AboutRole).toString());
        QFont name = t.font(FontRole::Dense);
        name.setWeight(QFont::Medium);
        name.setStrikeOut(gone);
        painter->setFont(name);
        painter->setPen(gone ? t.dim : t.text);
        drawElided(*painter, QRect(box.left(), box.top(), width, half), index.data().toString());
        painter->restore();
    }
};

} // namespace

RecentView::RecentView(RecentFiles* files, QWidget* parent) : QListView(parent), m_files(files)
{
    setModel(files);
    setItemDelegate(new RecentDelegate(this));
    setAccessibleName(tr("Recent files"));
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    connect(this, &QAbstractItemView::clicked, this, &RecentView::open);
}

void RecentView::open(const QModelIndex& index)
{
    const QString path = index.data(RecentFiles::PathRole).toString();
    if (index.data(RecentFiles::GoneRole).toBool())
        Q_EMIT findRequested(path);
    else
        Q_EMIT openRequested(path);
}

QSize RecentView::sizeHint() const
{
    return {theme().px(300), theme().px(40) * std::max(1, m_files->rowCount())};
}

void RecentView::keyPressEvent(QKeyEvent* event)
{
    const QModelIndex index = currentIndex();
    if (event->key() == Qt::Key_Delete && index.isValid())
        m_files->forget(index.data(RecentFiles::PathRole).toString());
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && index.isValid())
        open(index);
    else
        QListView::keyPressEvent(event);
}

} // namespace sheaf
