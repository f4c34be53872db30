// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

class QAbstractProxyModel;

/** Paints a row of the table: four dots and a word, title over authors, values with the sign of their quotes. Reads the
 * row itself, so that one paint costs no look-up by role. */
namespace sheaf {

class PaperModel;
struct PaperRow;

class PaperDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    PaperDelegate(const PaperModel* papers, const QAbstractProxyModel* order, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintState(QPainter& painter, const QRect& box, const PaperRow& row) const;
    void paintPaper(QPainter& painter, const QRect& box, const PaperRow& row, bool selected) const;
    void paintValue(QPainter& painter, const QRect& box, const PaperRow& row, const QString& column) const;

    const PaperModel* m_papers;
    const QAbstractProxyModel* m_order;
};

} // namespace sheaf
