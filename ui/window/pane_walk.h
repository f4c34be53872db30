// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

class QWidget;

/** F6: gives the keyboard to the next (1) or previous (−1) of the panes that can be seen. Main thread. */
namespace sheaf {

void walkPanes(QList<QWidget*> panes, int by);

} // namespace sheaf
