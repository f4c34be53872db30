// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

/** The last column of the dropped PDFs: Yes and No where the user is asked, else the verdict in a word. */
namespace sheaf {

class YesNoDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit YesNoDelegate(QObject* parent = nullptr);
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override;

Q_SIGNALS:
    void answered(const QString& path, bool same);
};

} // namespace sheaf
