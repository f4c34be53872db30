// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

/** The plain table of the import view: rows of 23 px with a line under each, no grid, no numbers at the left. */
namespace sheaf {

class DenseTable : public QTableView
{
    Q_OBJECT
public:
    explicit DenseTable(const QString& name, QWidget* parent = nullptr);
    /** Column widths in pixels at 96 dpi; the column with 0 takes what is left. */
    void setWidths(const QVector<int>& widths);
};

} // namespace sheaf
