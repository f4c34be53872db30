// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/engine/paper_book.h"
#include "pipeline/engine/work_pool.h"

/** What the user decided about answers: written at once, with a line of the paper's history. Words that the user quotes
 * are then looked up on the paper's pages as a reader's are. Engine thread. */
namespace sheaf {

class Decisions : public QObject
{
    Q_OBJECT
public:
    Decisions(Store& store, const PaperBook& papers) : m_store(store), m_papers(papers) {}

    void decide(PaperId paper, const Cell& cell);

Q_SIGNALS:
    void written(sheaf::PaperId paper);

private:
    void write(PaperId paper, const Cell& cell);
    void proveLater(PaperId paper, const Cell& cell);

    Store& m_store;
    const PaperBook& m_papers;
    QHash<std::pair<PaperId, QString>, quint64> m_latest; ///< by cell: a decision that was changed meanwhile stays
    quint64 m_decisions = 0;
    WorkPool m_pool{1};
};

} // namespace sheaf
