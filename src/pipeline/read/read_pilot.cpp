// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/read/pilot.h"
#include "pipeline/read/read_stage.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

/** The part of ReadStage that reads a pilot: its papers one by one, and then nothing until the user says so. */
namespace sheaf {

namespace {

Failure pilotOver(int papers)
{
    return {Stage::Read,
            u"read.pilot"_s,
            QCoreApplication::translate("pipeline",
                                        "The pilot is over: look at the answers of %n papers, then read the rest or "
                                        "change the columns.",
                                        nullptr, papers),
            {},
            true};
}

} // namespace

void ReadStage::pumpPilot()
{
    const auto isPilots = [this](PaperId paper) { return m_pilot.contains(paper); };
    if (const auto& trouble = m_gate.trouble()) {
        // Its questions were changed: the same papers show what that brings.
        if (trouble->failure.code == "read.pilot"_L1 && std::ranges::any_of(m_queue.inOrder(), isPilots))
            m_gate.open(); // and pumps
        return;
    }
    if (m_pilot.size() < m_options.pilot)
        choosePilot();
    bool isWaiting = m_pilot.size() < m_options.pilot && m_moreComing;
    int free = m_gate.allowed(m_options.workers) - int(m_calls.size());
    for (const PaperId paper : m_queue.inOrder()) {
        if (!isPilots(paper))
            continue;
        isWaiting = true;
        if (free-- > 0 && m_queue.remove(paper))
            takePapers({paper});
    }
    if (!isWaiting && m_calls.empty() && !m_queue.isEmpty())
        m_gate.close(pilotOver(int(m_pilot.size())));
}

/** From twice as many as are wanted, where so many come; abstracts only where there is no full text. */
void ReadStage::choosePilot()
{
    QVector<PilotCandidate> candidates, abstracts;
    for (const PaperId paper : m_queue.inOrder())
        if (const PaperEntry* entry = m_papers.find(paper); entry && !m_pilot.contains(paper))
            (entry->status.basis == TextBasis::AbstractOnly ? abstracts : candidates)
                .append({paper, entry->paper.year, m_queue.bytesOf(paper), entry->paper.venue});
    if (candidates.isEmpty() && m_pilot.isEmpty() && !m_moreComing)
        candidates = abstracts;
    if (candidates.isEmpty() || (m_moreComing && candidates.size() < 2 * m_options.pilot))
        return;
    m_pilot += unlikePapers(candidates, m_options.pilot - int(m_pilot.size()));
    Q_EMIT pilotChosen(m_pilot);
}

} // namespace sheaf
