// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

/** The questions as rows of two lines, edited in place: F2 or a double click edits, Space ticks, Alt+↑/↓ moves. */
namespace sheaf {

class ColumnModel;

class ColumnTable : public QTableView
{
    Q_OBJECT
public:
    explicit ColumnTable(ColumnModel* columns, QWidget* parent = nullptr);
    void select(int row, bool edit = false);

Q_SIGNALS:
    void rowChosen(int row);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    ColumnModel* m_columns;
};

} // namespace sheaf
