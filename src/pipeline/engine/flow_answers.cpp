// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/engine/flow.h"

#include "pipeline/read/read_answer.h"

using namespace Qt::StringLiterals;

/** A part of Flow: what becomes of a reader's answers. */
namespace sheaf {

void Flow::onAnswered(const ReadAnswer& answer)
{
    for (const auto& [paper, outcome] : answer.outcomes)
        if (outcome.record && m_papers.state(paper) == State::Reading)
            m_papers.update(paper, [](PaperStatus& s) { s.state = State::Writing; });
    m_proving.insert(answer.callId);
    m_proof.prove(answer);
    notice();
}

void Flow::onProven(const ReadAnswer& answer)
{
    m_proving.remove(answer.callId);
    const CallRecord* open = m_calls.find(answer.callId);
    if (!open)
        return;
    const CallRecord call = *open;
    for (const auto& [paper, outcome] : answer.outcomes)
        settle(paper, outcome, answer);
    closeCall(answer, m_calls, m_store, this);
    for (const PaperId paper : papersWithout(answer, call))
        readAgainLater(paper, {});
    makeRoom();
    notice();
}

/** A call cost less than was committed for it: perhaps there is room under the cap again. */
void Flow::makeRoom()
{
    for (StageGate* gate : {&m_read.gate(), &m_second.gate()})
        if (const auto& trouble = gate->trouble(); trouble && trouble->failure.code == "read.cap"_L1)
            gate->open();
}

void Flow::settle(PaperId paper, const ReadOutcome& outcome, const ReadAnswer& answer)
{
    const PaperEntry* entry = m_papers.find(paper);
    if (!entry)
        return; // removed meanwhile
    m_papers.update(paper, [&](PaperStatus& s) { s.costUsd += outcome.usage.costUsd; });
    if (isAboutAnother(answer, *entry)) {
        readAgainLater(paper, tr("An answer about the document before this one came late and was put aside"));
        return;
    }
    if (outcome.record) {
        keepRecord(paper, outcome, answer);
        return;
    }
    const Failure& failure = outcome.record.error();
    if (isFinal(m_papers.state(paper)) || isHeld(m_papers.state(paper)))
        return;
    if (wasNotRead(failure)) {
        readAgainLater(paper, {});
    } else if (failure.code == "read.in-doubt"_L1) {
        settleDoubt(paper, failure, answer.reader->traits().free);
    } else {
        advance(
            paper, State::Failed, [&](PaperStatus& s) { s.failure = failure; }, outcome.warning);
    }
}

/** Asking again is the program's decision where it is free, and the user's where it may be paid twice. */
void Flow::settleDoubt(PaperId paper, const Failure& failure, bool free)
{
    const auto keep = [&](PaperStatus& s) {
        s.failure = failure;
        s.inBatch = false;
    };
    if (!free) {
        advance(paper, State::NeedsAttention, keep);
    } else if (m_doubted.contains(paper)) {
        advance(paper, State::Failed, keep);
    } else {
        m_doubted.insert(paper);
        readAgainLater(paper, tr("It is not known whether an earlier request was answered: asked once more"));
    }
}

void Flow::keepRecord(PaperId paper, const ReadOutcome& outcome, const ReadAnswer& answer)
{
    const bool again = !m_papers.find(paper)->cells.isEmpty();
    m_papers.putAnswers(paper, completedRecord(*outcome.record, answer.columns), answeredQuestions(answer.columns));
    const auto keep = [&](PaperStatus& s) {
        s.failure.reset();
        s.inBatch = false;
        s.reader = outcome.model;
        s.readMs = answer.milliseconds;
        if (s.secondFailure && s.secondFailure->code != "read.in-doubt"_L1)
            s.secondFailure.reset(); // the second reader is asked again with it, unless that may be paid twice
    };
    if (m_papers.state(paper) == State::Cancelled)
        m_papers.update(paper, keep); // it was paid for: the answer stays
    else if (asksNothing(paper))
        advance(paper, State::Done, keep, outcome.warning);
    else if (advance(paper, State::QueuedForReading, keep, outcome.warning) && m_begun)
        m_read.addFirst({paper}); // the questions changed while it was read
    if (again)
        Q_EMIT readAgain(paper);
}

void Flow::readAgainLater(PaperId paper, const QString& note)
{
    const State state = m_papers.state(paper);
    if (state != State::Reading && state != State::Writing && state != State::QueuedForReading)
        return;
    const bool queue = advance(
        paper, State::QueuedForReading, [](PaperStatus& s) { s.inBatch = false; }, note);
    if (queue && m_begun)
        m_read.addFirst({paper});
}

} // namespace sheaf
