// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/pane_walk.h"

#include <QApplication>
#include <QWidget>

namespace sheaf {

void walkPanes(QList<QWidget*> panes, int by)
{
    panes.removeIf([](const QWidget* pane) { return !pane || !pane->isVisible() || !pane->isEnabled(); });
    const QWidget* focus = QApplication::focusWidget();
    qsizetype at = -1;
    for (qsizetype i = 0; i < panes.size(); ++i) {
        if (focus && (panes.at(i) == focus || panes.at(i)->isAncestorOf(focus)))
            at = i;
    }
    const qsizetype next = at < 0 ? (by > 0 ? 0 : panes.size() - 1) : (at + by + panes.size()) % panes.size();
    QWidget* target = panes.value(next);
    while (target && target->focusPolicy() == Qt::NoFocus)
        target = target->nextInFocusChain();
    if (target)
        target->setFocus(Qt::ShortcutFocusReason);
}

} // namespace sheaf
