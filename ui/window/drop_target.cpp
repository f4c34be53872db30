// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/drop_target.h"

#include "ui/papers/paper_model.h"
#include "ui/papers/papers_page.h"
#include "ui/papers/row_words.h"

#include <QDragMoveEvent>
#include <QFileInfo>

namespace sheaf {

DropTarget::DropTarget(QWidget* window, PapersPage* page)
    : QObject(window), m_window(window), m_page(page), m_overlay(new DropOverlay(window))
{
    window->setAcceptDrops(true);
    window->installEventFilter(this);
}

bool DropTarget::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_window)
        return false;
    switch (event->type()) {
    case QEvent::DragEnter:
    case QEvent::DragMove:
    case QEvent::Drop: {
        auto* drag = static_cast<QDropEvent*>(event);
        const Dropped dropped = droppedFrom(drag->mimeData());
        if (dropped.isEmpty())
            return false;
        drag->acceptProposedAction();
        const QPoint at = drag->position().toPoint();
        if (event->type() == QEvent::Drop)
            take(dropped, at);
        else
            announce(dropped, at);
        return true;
    }
    case QEvent::DragLeave:
        m_overlay->hide();
        return true;
    case QEvent::Resize:
        m_overlay->follow();
        return false;
    default:
        return false;
    }
}

/** The paper under the pointer that a single dropped document would be attached to, 0 = none. */
PaperId DropTarget::paperToAttach(const Dropped& dropped, QPoint at) const
{
    if (dropped.paths.size() != 1 || !QFileInfo(dropped.paths.first()).isFile())
        return 0;
    const PaperRow* row = m_page->rowAt(m_window->mapToGlobal(at));
    return row && needsUser(*row) ? row->id : 0;
}

void DropTarget::announce(const Dropped& dropped, QPoint at)
{
    const QString what = dropped.paths.isEmpty() ? tr("the text") : namesOf(dropped.paths);
    const PaperRow* row = m_page->papers()->find(paperToAttach(dropped, at));
    m_overlay->announce(row ? tr("Attach %1 to “%2”").arg(what, row->title) : tr("Add %1").arg(what));
}

void DropTarget::take(const Dropped& dropped, QPoint at)
{
    m_overlay->hide();
    if (const PaperId paper = paperToAttach(dropped, at))
        Q_EMIT droppedOnPaper(paper, dropped.paths.first());
    else
        Q_EMIT this->dropped(dropped);
}

} // namespace sheaf
