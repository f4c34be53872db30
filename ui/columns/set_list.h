// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/column_set.h"

#include <QListWidget>

/** Ready-made and own column sets under their heads: name, what it is about, how many columns. */
namespace sheaf {

class SetList : public QListWidget
{
    Q_OBJECT
public:
    explicit SetList(QWidget* parent = nullptr);
    void set(const QVector<ColumnSet>& readyMade, const QVector<ColumnSet>& own);
    /** Null for a head. */
    const ColumnSet* at(int row) const;

private:
    void addHead(const QString& text);
    void addSets(const QVector<ColumnSet>& sets);

    QVector<std::optional<ColumnSet>> m_rows;
};

} // namespace sheaf
