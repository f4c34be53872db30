// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/paper.h"
#include "ui/window/drop_overlay.h"

/** Takes drops anywhere on the window: says beforehand what would happen, then tells what was dropped, and on which
 * paper when a single document is dropped on one that needs it. */
namespace sheaf {

class PapersPage;

class DropTarget : public QObject
{
    Q_OBJECT
public:
    DropTarget(QWidget* window, PapersPage* page);

Q_SIGNALS:
    void dropped(const sheaf::Dropped& dropped);
    void droppedOnPaper(sheaf::PaperId paper, const QString& path);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void announce(const Dropped& dropped, QPoint at);
    void take(const Dropped& dropped, QPoint at);
    PaperId paperToAttach(const Dropped& dropped, QPoint at) const;

    QWidget* m_window;
    PapersPage* m_page;
    DropOverlay* m_overlay;
};

} // namespace sheaf
