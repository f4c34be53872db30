// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/review/review_list.h"

#include <QAbstractItemModel>

/** The groups of a review and their values as a tree of two levels, with the order in which a person goes through them.
 */
namespace sheaf {

class ReviewModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    explicit ReviewModel(QObject* parent = nullptr) : QAbstractItemModel(parent) {}

    /** Keeps indexes where only the state of values has changed. */
    void set(const QVector<ReviewGroup>& groups);

    bool isGroup(const QModelIndex& index) const { return index.isValid() && index.internalId() == 0; }
    const ReviewGroup& group(const QModelIndex& index) const;
    /** Null for a group and for no index. */
    const ReviewItem* item(const QModelIndex& index) const;
    QModelIndex find(const CellPlace& place) const;
    /** The next (1) or previous (−1) value that is not decided, from `from` on and round the ends; invalid = none. */
    QModelIndex nextOpen(const QModelIndex& from, int by) const;
    int count() const;
    /** From 1, over all values; 0 = none. */
    int number(const QModelIndex& index) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& = {}) const override { return 1; }
    QVariant data(const QModelIndex& index, int role) const override;

private:
    QVector<ReviewGroup> m_groups;
};

/** "≠ differ", "≈ near", "✓ accepted": a value's state, or what was decided about it. */
QString reviewWord(const ReviewItem& item);
QString decisionWord(Decision decision);
/** The value; "1: 28.4 BLEU · 2: 41.8 BLEU" where the readers differ and nobody has decided. */
QString reviewLine(const ReviewItem& item);

} // namespace sheaf
