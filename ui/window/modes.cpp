// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/modes.h"

#include "ui/columns/column_model.h"
#include "ui/columns/column_table.h"
#include "ui/columns/columns_flow.h"
#include "ui/columns/columns_view.h"
#include "ui/import/import_flow.h"
#include "ui/import/import_view.h"
#include "ui/paper/detail_dock.h"
#include "ui/papers/paper_table.h"
#include "ui/papers/papers_page.h"
#include "ui/review/review_flow.h"
#include "ui/review/review_tree.h"
#include "ui/review/review_view.h"

#include <QStackedWidget>

namespace sheaf {

Modes::Modes(Session* session, PapersPage* page, UndoBar* undo, DetailsSource details, QWidget* window)
    : QObject(window), m_page(page), m_importView(new ImportView), m_columnsView(new ColumnsView),
      m_reviewView(new ReviewView(page->dock()->pictures())), m_import(new ImportFlow(session, m_importView, window)),
      m_columns(new ColumnsFlow(session, page->papers(), m_columnsView, undo, window)),
      m_review(new ReviewFlow(session, page->papers(), m_reviewView, std::move(details), this)),
      m_stack(new QStackedWidget)
{
    for (QWidget* view : std::initializer_list<QWidget*>{page, m_importView, m_columnsView, m_reviewView})
        m_stack->addWidget(view);
    connectFlow(m_import, Import);
    connectFlow(m_columns, Columns);
    connectFlow(m_review, Review);
    connect(m_import, &ImportFlow::changed, this, &Modes::changed);
    connect(m_review, &ReviewFlow::changed, this, &Modes::changed);
    connect(m_columnsView->columns(), &ColumnModel::edited, this, &Modes::changed);
}

template <typename Flow> void Modes::connectFlow(Flow* flow, Mode mode)
{
    connect(flow, &Flow::entered, this, [this, mode] { enter(mode); });
    connect(flow, &Flow::left, this, [this, mode] { leave(mode); });
}

void Modes::enter(Mode mode)
{
    m_mode = mode;
    if (mode != Columns)
        m_columns->end();
    if (mode != Review)
        m_review->end();
    m_stack->setCurrentIndex(mode);
    QWidget* first = mode == Columns  ? static_cast<QWidget*>(m_columnsView->table())
                     : mode == Review ? static_cast<QWidget*>(m_reviewView->tree())
                                      : m_importView;
    first->setFocus();
    Q_EMIT changed();
}

void Modes::leave(Mode mode)
{
    if (mode != m_mode)
        return; // another one has taken its place
    m_mode = Papers;
    m_stack->setCurrentWidget(m_page);
    if (m_page->papersShown())
        m_page->table()->setFocus();
    Q_EMIT changed();
}

QList<QWidget*> Modes::panes() const
{
    switch (m_mode) {
    case Import:
        return m_importView->panes();
    case Columns:
        return m_columnsView->panes();
    case Review:
        return m_reviewView->panes();
    case Papers:
        break;
    }
    return m_page->panes();
}

QString Modes::footNote() const
{
    switch (m_mode) {
    case Import:
        return m_importView->plan() ? tr("%n papers understood", nullptr, int(m_importView->plan()->papers.size()))
                                    : QString();
    case Columns:
        return tr("%1, %2 not applied yet")
            .arg(tr("%n columns", nullptr, m_columnsView->columns()->rowCount()))
            .arg(m_columnsView->columns()->changes());
    case Review:
        return m_reviewView->position();
    case Papers:
        break;
    }
    return {};
}

bool Modes::undo()
{
    return (m_mode == Columns && m_columnsView->columns()->undo()) || (m_mode == Review && m_review->undo());
}

} // namespace sheaf
