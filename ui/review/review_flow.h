// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/paper/details_loader.h"
#include "ui/review/review_list.h"

/** Goes with a person through the values that are not proven: shows each with its paper, hands decisions to the engine,
 * and takes them back. */
namespace sheaf {

class PaperModel;
class ReviewView;
class Session;

class ReviewFlow : public QObject
{
    Q_OBJECT
public:
    ReviewFlow(Session* session, const PaperModel* papers, ReviewView* view, DetailsSource source, QObject* parent);

    void begin();
    void end();
    bool isActive() const { return m_active; }
    bool isLoading() const { return m_loading; }
    /** The papers' answers may have changed. */
    void refresh(const Snapshot& snapshot);
    /** Takes the last decision back; false = there is none. */
    bool undo();

Q_SIGNALS:
    void entered();
    void left();
    void changed();

private:
    struct Step
    {
        PaperId paper = 0;
        Cell before;
    };
    void decide(PaperId paper, const Cell& cell);
    void fill();
    void load();

    Session* m_session;
    const PaperModel* m_papers;
    ReviewView* m_view;
    DetailsLoader m_loader;
    ReviewList::Decided m_decided;
    QVector<Step> m_steps;
    std::shared_ptr<const PaperDetails> m_details;
    bool m_active = false;
    bool m_loading = false;
};

} // namespace sheaf
