// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/keyboard_view.h"

#include "ui/look/theme.h"

#include <QAction>
#include <QHeaderView>

namespace sheaf {

KeyboardView::KeyboardView(QWidget* parent) : QTreeWidget(parent)
{
    setAccessibleName(tr("Keyboard"));
    setRootIsDecorated(false);
    setFrameShape(QFrame::NoFrame);
    setHeaderLabels({tr("Action"), tr("Keys")});
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    header()->setStretchLastSection(false);
    setColumnWidth(1, theme().px(140));
}

void KeyboardView::set(const QList<QAction*>& actions)
{
    clear();
    for (const QAction* action : actions) {
        if (action->shortcut().isEmpty())
            continue;
        auto* item = new QTreeWidgetItem(this);
        item->setText(0, action->text().remove(u'&'));
        item->setText(1, action->shortcut().toString(QKeySequence::NativeText));
    }
}

} // namespace sheaf
