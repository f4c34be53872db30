// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

/** The questions as rows of two lines, edited in place: F2 or a double click edits, Space ticks; Alt+↑/↓ or the handle
 * at the left moves. Beside them what one paper of the pilot answers; its head, or Enter on an answer, chooses which.
 */
namespace sheaf {

class ColumnModel;

class ColumnTable : public QTableView
{
    Q_OBJECT
public:
    explicit ColumnTable(ColumnModel* columns, QWidget* parent = nullptr);
    void select(int row, bool edit = false);
    /** Where the dragged row would land, as a line in the viewport; nothing = none is dragged, or it would stay. */
    std::optional<int> landing() const { return m_landing; }

Q_SIGNALS:
    void rowChosen(int row);
    /** Another paper's answers are wanted; where the head is. */
    void paperWanted(const QPoint& at);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void addHandles();
    void shareWidth();
    void askForPaper();

    ColumnModel* m_columns;
    std::optional<std::pair<bool, bool>> m_shared; ///< for what the width is shared: answers are shown, it is narrow
    std::optional<int> m_landing;
};

} // namespace sheaf
