// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/read/second_reading.h"

#include "pipeline/read/read_answer.h"

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

/** Only the share of a batch's bytes depends on it: the markdown's size is not known any more. */
constexpr qint64 TypicalPageBytes = 4000;

} // namespace

SecondReading::SecondReading(PaperBook& papers, Store& store, CallBook& calls, QObject* parent)
    : QObject(parent), m_papers(papers), m_store(store), m_calls(calls),
      m_read(ReaderRole::Second, m_queue, papers, store, calls), m_proof(store.path())
{
    connect(&m_read, &ReadStage::started, this, [this](const QVector<PaperId>& asked, bool inBatch) {
        for (const PaperId paper : asked)
            m_papers.setSecondStep(paper, inBatch ? SecondStep::InBatch : SecondStep::Reading);
        Q_EMIT moved();
    });
    connect(&m_read, &ReadStage::answered, this, &SecondReading::onAnswered);
    connect(&m_read, &ReadStage::conversionLost, this, [this](PaperId paper) {
        m_papers.setSecondStep(paper, SecondStep::None);
        m_papers.update(paper, [](PaperStatus& s) {
            s.secondFailure = Failure{Stage::Read,
                                      u"read.no-text"_s,
                                      tr("Its text is not in the file any more; read the paper again."),
                                      {},
                                      true};
        });
        Q_EMIT moved();
    });
    connect(&m_proof, &ProofStep::proven, this, &SecondReading::onProven);
    connect(&m_read.gate(), &StageGate::opened, this, &SecondReading::moved);
}

void SecondReading::setReader(const Result<std::shared_ptr<Reader>>& reader)
{
    m_read.setReader(reader.value_or(nullptr));
    if (!reader)
        m_read.gate().close(reader.error());
}

void SecondReading::follow(PaperId paper)
{
    const PaperEntry* entry = m_papers.find(paper);
    if (!entry)
        return;
    const bool wanted = entry->status.state == State::Done && !entry->status.secondFailure &&
                        !m_papers.unanswered(paper, ReaderRole::Second).isEmpty();
    if (!wanted && entry->secondStep == SecondStep::Waiting)
        withdraw(paper);
    if (!wanted || entry->secondStep != SecondStep::None || m_calls.isAsked(paper, ReaderRole::Second))
        return; // or its answer is on the way
    m_papers.setSecondStep(paper, SecondStep::Waiting);
    m_committing.insert(paper);
    m_store.afterCommit(this, [this, paper, bytes = entry->status.pages * TypicalPageBytes] {
        if (m_committing.remove(paper)) // else withdrawn or stopped meanwhile
            m_read.add(paper, bytes);
        Q_EMIT moved();
    });
}

void SecondReading::withdraw(PaperId paper)
{
    m_committing.remove(paper);
    m_read.drop(paper);
    m_papers.setSecondStep(paper, SecondStep::None);
}

void SecondReading::recover(const CallRecord& call, const std::shared_ptr<Reader>& reader)
{
    m_read.recover(call, reader);
}

void SecondReading::stop()
{
    m_read.setRunning(false);
    m_read.clear();
    m_committing.clear();
    for (const PaperId paper : m_papers.inListOrder())
        m_papers.setSecondStep(paper, SecondStep::None);
}

void SecondReading::onAnswered(const ReadAnswer& answer)
{
    m_proving.insert(answer.callId);
    m_proof.prove(answer);
    Q_EMIT moved();
}

void SecondReading::onProven(const ReadAnswer& answer)
{
    m_proving.remove(answer.callId);
    const CallRecord* open = m_calls.find(answer.callId);
    if (!open)
        return;
    const QVector<PaperId> without = papersWithout(answer, *open);
    closeCall(answer, m_calls, m_store, this);
    for (const auto& [paper, outcome] : answer.outcomes)
        settle(paper, outcome, answer);
    for (const PaperId paper : without)
        again(paper);
    Q_EMIT callEnded();
    Q_EMIT moved();
}

void SecondReading::settle(PaperId paper, const ReadOutcome& outcome, const ReadAnswer& answer)
{
    const PaperEntry* entry = m_papers.find(paper);
    if (!entry)
        return; // removed meanwhile
    m_papers.update(
        paper, [&](PaperStatus& s) { s.costUsd += outcome.usage.costUsd; }, outcome.warning);
    if (isAboutAnother(answer, *entry)) {
        again(paper);
    } else if (outcome.record) {
        m_papers.putSecondAnswers(paper, completedRecord(*outcome.record, answer.columns),
                                  answeredQuestions(answer.columns));
        m_papers.update(paper, [&](PaperStatus& s) {
            s.secondReader = outcome.model;
            s.secondFailure.reset();
        });
        m_finished.add(1);
        Q_EMIT answered(paper);
        again(paper); // where the questions changed while it was read
    } else {
        settleFailure(paper, outcome.record.error(), answer.reader->traits().free);
    }
}

void SecondReading::settleFailure(PaperId paper, const Failure& failure, bool free)
{
    const bool lostForNothing = failure.code == "read.in-doubt"_L1 && free;
    if (wasNotRead(failure) || (lostForNothing && !m_doubted.contains(paper))) {
        if (lostForNothing)
            m_doubted.insert(paper);
        again(paper);
        return;
    }
    m_papers.setSecondStep(paper, SecondStep::None);
    m_papers.update(
        paper, [&](PaperStatus& s) { s.secondFailure = failure; },
        tr("Second reading missing: %1 [%2]").arg(failure.message, failure.code));
}

/** Back into the queue, where there is still something to ask. */
void SecondReading::again(PaperId paper)
{
    m_papers.setSecondStep(paper, SecondStep::None);
    follow(paper);
}

std::optional<StageTrouble> SecondReading::trouble() const
{
    std::optional<StageTrouble> trouble = m_read.gate().trouble();
    if (!trouble)
        return {};
    trouble->failure.message = tr("Second reader: %1").arg(trouble->failure.message);
    if (trouble->action == "set-read-key"_L1)
        trouble->action = u"set-second-key"_s;
    else if (trouble->action == "choose-reader"_L1)
        trouble->action = u"choose-second-reader"_s;
    return trouble;
}

void SecondReading::describe(StripState& strip) const
{
    strip.secondReader = m_papers.hasSecondReader();
    strip.secondSpentUsd = m_calls.secondSpentUsd();
    if (strip.secondReader || isBusy())
        strip.secondReaders = m_read.lamps();
}

} // namespace sheaf
