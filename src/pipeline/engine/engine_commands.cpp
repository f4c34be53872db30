// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/engine/engine_core.h"

#include "lists/duplicates.h"
#include "pipeline/acquire/filled_fields.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

/** The commands of EngineCore that are about papers. */
namespace sheaf {

namespace {

bool canBeRetried(State state)
{
    return state == State::Failed || state == State::Cancelled || state == State::NeedsAttention;
}

} // namespace

void EngineCore::addPapers(const ImportPlan& plan)
{
    if (!m_project)
        return;
    PaperBook& book = m_project->papers;
    QVector<PaperId> ids;
    QHash<int, QString> notes; // where what the list did not say comes from
    for (const ImportFill& fill : plan.fills)
        notes.insert(fill.paper, fillSentence(fill));
    QHash<int, QVector<FilledField>> filled;
    for (const ImportFill& fill : plan.fills)
        filled.insert(fill.paper, filledFields(fill));
    QVector<PaperId> unasked;
    for (int i = 0; i < plan.papers.size(); ++i) {
        ids.append(book.add(plan.papers[i], {.filled = filled.value(i), .notice = plan.notices.value(i)},
                            QStringList{notes.value(i), plan.notices.value(i)}.join(u' ').trimmed()));
        if (plan.asked.contains(i))
            m_project->notices.skip(ids.last());
        else
            unasked.append(ids.last());
    }
    if (m_project->flow.isBegun())
        m_project->notices.ask(unasked, m_project->settings);
    for (const ImportDuplicate& duplicate : plan.duplicates) {
        if (duplicate.first < 0 || duplicate.first >= ids.size()) {
            takeFileFor(duplicate.existing, duplicate.file);
            continue; // the project has it already: no new row
        }
        PaperStatus status;
        status.state = State::Skipped;
        status.duplicateOf = ids[duplicate.first];
        status.duplicateReason = duplicate.reason;
        book.add(duplicate.second, status);
    }
    m_project->flow.enqueue(ids);
    onMoved();
}

/** A document that was dropped for a paper which wanted one, and may have got one since the plan was made. */
void EngineCore::takeFileFor(PaperId existing, const QString& file)
{
    const PaperEntry* entry = m_project->papers.find(existing);
    if (entry && !file.isEmpty() && wantsFile(entry->status))
        attachFile(existing, file);
}

void EngineCore::removePapers(const QVector<PaperId>& papers)
{
    if (!m_project)
        return;
    for (const PaperId paper : papers)
        m_project->flow.withdraw(paper);
    m_project->sinks.drop(papers);
    m_project->papers.remove(papers);
    onMoved();
}

void EngineCore::pausePapers(const QVector<PaperId>& papers)
{
    if (!m_project)
        return;
    for (const PaperId paper : papers) {
        const State state = m_project->papers.state(paper);
        if (state == State::Acquiring || state == State::Converting) {
            m_project->papers.setHoldNext(paper, true); // its step ends first
        } else if (state == State::Waiting || state == State::QueuedForConversion || state == State::QueuedForReading) {
            m_project->flow.withdraw(paper);
            m_project->papers.update(paper, [](PaperStatus& s) {
                s.heldFrom = restingState(s);
                s.state = State::Paused;
            });
        } // an answer that was asked for is waited for: the paper is done then
    }
    onMoved();
}

void EngineCore::resumePapers(const QVector<PaperId>& papers)
{
    if (!m_project)
        return;
    for (const PaperId paper : papers) {
        m_project->papers.setHoldNext(paper, false);
        if (m_project->papers.state(paper) == State::Paused)
            release(paper);
    }
    startAgain();
}

void EngineCore::cancelPapers(const QVector<PaperId>& papers)
{
    if (!m_project)
        return;
    for (const PaperId paper : papers) {
        if (isFinal(m_project->papers.state(paper)))
            continue;
        m_project->papers.setHoldNext(paper, false);
        if (wantsFullText(m_project->papers.find(paper)->status)) {
            m_project->flow.withdraw(paper);
            m_project->flow.keepAbstract(paper, {});
            continue;
        }
        m_project->papers.update(paper, [](PaperStatus& s) {
            s.state = State::Cancelled;
            s.inBatch = false;
        });
        m_project->flow.withdraw(paper);
    }
    onMoved();
}

void EngineCore::retryPapers(const QVector<PaperId>& papers)
{
    if (!m_project)
        return;
    for (const PaperId paper : papers.isEmpty() ? m_project->papers.inListOrder() : papers) {
        const PaperEntry* entry = m_project->papers.find(paper);
        if (entry && canBeRetried(entry->status.state))
            release(paper);
        else if (entry && entry->status.secondFailure)
            readTwiceAgain(paper);
    }
    startAgain();
}

void EngineCore::release(PaperId paper)
{
    m_project->papers.update(paper, [](PaperStatus& s) {
        s.failure.reset();
        s.heldFrom = State::Waiting;
        s.state = restingState(s);
    });
    m_project->flow.enqueue({paper});
}

void EngineCore::readTwiceAgain(PaperId paper)
{
    m_project->papers.update(paper, [](PaperStatus& s) { s.secondFailure.reset(); });
    m_project->flow.enqueue({paper});
}

void EngineCore::startAgain()
{
    if (m_run == RunState::Idle && !m_userStopped)
        start();
    onMoved();
}

void EngineCore::attachFile(PaperId paper, const QString& path)
{
    const PaperEntry* entry = m_project ? m_project->papers.find(paper) : nullptr;
    if (!entry || entry->status.state == State::Skipped)
        return;
    Paper with = entry->paper;
    const QString absolute = QFileInfo(path).absoluteFilePath();
    with.files.removeAll(absolute);
    with.files.prepend(absolute);
    m_project->flow.withdraw(paper);
    m_project->papers.setPaper(with);
    m_project->papers.askAgain(paper, {}); // the answers were about another document
    m_project->papers.update(paper, [](PaperStatus& s) {
        s = PaperStatus{.esRecordId = s.esRecordId,
                        .zoteroKey = s.zoteroKey,
                        .costUsd = s.costUsd,
                        .filled = s.filled,
                        .notice = s.notice};
    });
    m_project->flow.enqueue({paper});
    startAgain();
}

void EngineCore::readAbstract(PaperId paper)
{
    const PaperEntry* entry = m_project ? m_project->papers.find(paper) : nullptr;
    if (!entry || !canBeRetried(entry->status.state))
        return;
    m_project->flow.readAbstract(paper, entry->status.failure ? QString(entry->status.failure->message) : QString());
    startAgain();
}

void EngineCore::findFullText(const QVector<PaperId>& papers)
{
    if (!m_project)
        return;
    for (const PaperId paper : papers)
        m_project->flow.findFullText(paper);
    startAgain();
}

void EngineCore::setPassword(PaperId paper, const QString& password)
{
    if (!m_project)
        return;
    m_project->papers.setPassword(paper, password);
    if (canBeRetried(m_project->papers.state(paper)))
        release(paper);
    startAgain();
}

void EngineCore::sendTo(const QString& sink, const QVector<PaperId>& papers)
{
    if (m_project)
        m_project->sinks.send(sink, papers);
}

void EngineCore::takeBack(PaperId paper, const QString& field)
{
    const PaperEntry* entry = m_project ? m_project->papers.find(paper) : nullptr;
    if (!entry)
        return;
    Paper without = entry->paper;
    clearField(without, field);
    m_project->papers.setPaper(without);
    m_project->papers.update(
        paper,
        [&field](PaperStatus& s) {
            for (FilledField& filled : s.filled)
                filled.undone = filled.undone || filled.field == field;
        },
        tr("Taken back: %1").arg(fieldLabel(field)));
    onMoved();
}

void EngineCore::decide(PaperId paper, const Cell& cell)
{
    if (m_project)
        m_project->decisions.decide(paper, cell);
}

} // namespace sheaf
