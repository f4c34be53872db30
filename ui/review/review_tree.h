// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/review/review_list.h"

#include <QTreeView>

/** The values of a review by groups, each with its state: arrows go through them, a group opens and closes. */
namespace sheaf {

class ReviewModel;

class ReviewTree : public QTreeView
{
    Q_OBJECT
public:
    explicit ReviewTree(ReviewModel* model, QWidget* parent = nullptr);
    void choose(const QModelIndex& index);

Q_SIGNALS:
    void chosen(const QModelIndex& index); ///< a value, by a person or by choose()

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyboardSearch(const QString&) override {} // single letters decide here

private:
    void turn(const QModelIndex& index);
    void remember();
    void restore();

    ReviewModel* m_model;
    QSet<QString> m_open;
    std::optional<CellPlace> m_current;
};

} // namespace sheaf
