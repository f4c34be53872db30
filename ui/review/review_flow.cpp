// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/review_flow.h"

#include "ui/papers/paper_model.h"
#include "ui/review/review_answer.h"
#include "ui/review/review_view.h"
#include "ui/window/session.h"

namespace sheaf {

ReviewFlow::ReviewFlow(Session* session, const PaperModel* papers, ReviewView* view, DetailsSource source,
                       QObject* parent)
    : QObject(parent), m_session(session), m_papers(papers), m_view(view), m_loader(std::move(source))
{
    connect(view, &ReviewView::closeRequested, this, &ReviewFlow::end);
    connect(view, &ReviewView::decided, this, &ReviewFlow::decide);
    connect(view, &ReviewView::undoRequested, this, &ReviewFlow::undo);
    connect(view, &ReviewView::currentChanged, this, [this] {
        load();
        Q_EMIT changed();
    });
    connect(&m_loader, &DetailsLoader::loaded, this,
            [this](PaperId, const std::shared_ptr<const PaperDetails>& details) {
                m_loading = false;
                m_details = details;
                m_view->setPaper(details);
                Q_EMIT changed();
            });
    connect(session, &Session::fileChanged, this, [this] {
        m_steps.clear();
        m_decided.clear();
        end();
    });
}

void ReviewFlow::begin()
{
    if (m_active)
        return;
    m_active = true;
    m_decided.clear();
    m_steps.clear();
    fill();
    load();
    Q_EMIT entered();
}

void ReviewFlow::end()
{
    if (std::exchange(m_active, false))
        Q_EMIT left();
}

void ReviewFlow::refresh(const Snapshot& snapshot)
{
    if (!m_active || (snapshot.rows.isEmpty() && snapshot.removed.isEmpty()))
        return;
    fill();
    const auto place = m_view->current();
    const bool shown = place && std::ranges::find(snapshot.rows, place->paper, &PaperRow::id) != snapshot.rows.cend();
    if (shown)
        load();
}

void ReviewFlow::fill()
{
    m_view->setList(ReviewList(m_papers->rows(), m_session->columns(), m_decided), m_session->columns());
    Q_EMIT changed();
}

void ReviewFlow::load()
{
    const auto place = m_view->current();
    if (!place)
        return;
    if (m_details && m_details->stored.paper.id == place->paper)
        m_view->setPaper(m_details); // at once; what changed meanwhile follows
    m_loading = true;
    m_loader.load(m_session->file(), place->paper);
}

void ReviewFlow::decide(PaperId paper, const Cell& cell)
{
    const Cell* before = m_view->answer()->cell();
    if (!before)
        return;
    m_steps.append({paper, *before});
    m_decided.insert({paper, cell.column}, cell.decision);
    m_session->engine().decide(paper, cell);
    fill();
    m_view->go(1);
}

bool ReviewFlow::undo()
{
    if (!m_active || m_steps.isEmpty())
        return false;
    const Step step = m_steps.takeLast();
    const CellPlace place{step.paper, step.before.column};
    m_decided.insert(place, step.before.decision);
    m_session->engine().decide(step.paper, step.before);
    fill();
    m_view->choose(place);
    return true;
}

} // namespace sheaf
