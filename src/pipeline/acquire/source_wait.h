// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/paper.h"
#include "pipeline/engine/stage_gate.h"

#include <QElapsedTimer>
#include <QSet>

#include <deque>

/**
 * Papers for which a source that is down may have a document. They wait here while the others go on, and are tried
 * again from time to time: one first, and all once one was told something. That costs nobody time as long as the run
 * has other work; after that they wait no longer than the user's patience. Engine thread.
 */
namespace sheaf {

class SourceWait : public QObject
{
    Q_OBJECT
public:
    explicit SourceWait(QObject* parent = nullptr);

    void setPatience(std::chrono::milliseconds patience) { m_patience = patience; }
    /** Nothing else is under way in the run. */
    void setAlone(bool alone);
    /** With the failure that it ends with if waiting does not help: acquire.no-answer. False: it has waited long
     * enough, and so have all. */
    bool add(PaperId paper, const Failure& failure);
    /** A paper that may be tried now; it is out of the wait until it is added again. */
    std::optional<PaperId> takeNext();
    /** What became of a paper: where it had waited, the sources seem to be back. */
    void passed(PaperId paper);
    void drop(PaperId paper);
    void clear();

    bool isEmpty() const { return m_papers.empty(); }
    /** Papers that were taken and of which nothing was heard since. */
    int underWay() const { return int(m_tried.size()); }
    /** One message for all, and when they are tried again. */
    std::optional<StageTrouble> trouble() const;
    StageGate& gate() { return m_gate; }

Q_SIGNALS:
    /** Somebody may be tried. */
    void opened();
    /** It has waited long enough. */
    void gaveUp(sheaf::PaperId paper, const sheaf::Failure& failure);

private:
    struct Waiting
    {
        PaperId paper;
        Failure failure;
    };
    void giveUp();

    std::deque<Waiting> m_papers;
    QSet<PaperId> m_tried;
    StageGate m_gate;
    std::chrono::milliseconds m_patience{0};
    QElapsedTimer m_alone; ///< valid: nothing else has been under way since
};

} // namespace sheaf
