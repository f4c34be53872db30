// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeWidget>

/** The Keyboard tab: every action of the window with its keys, taken from the actions themselves. */
namespace sheaf {

class KeyboardView : public QTreeWidget
{
    Q_OBJECT
public:
    explicit KeyboardView(QWidget* parent = nullptr);
    void set(const QList<QAction*>& actions);
};

} // namespace sheaf
