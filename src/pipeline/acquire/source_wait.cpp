// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/acquire/source_wait.h"

#include "acquire/acquirer.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace sheaf {

SourceWait::SourceWait(QObject* parent) : QObject(parent)
{
    m_gate.setDelays(Acquirer::usualRest, Acquirer::usualRest); // as long as nobody asks a source that is down
    connect(&m_gate, &StageGate::opened, this, &SourceWait::opened);
}

void SourceWait::setAlone(bool alone)
{
    if (!alone)
        m_alone.invalidate();
    else if (!m_alone.isValid())
        m_alone.start();
    if (alone && m_patience == 0ms && !m_papers.empty())
        giveUp();
}

bool SourceWait::add(PaperId paper, const Failure& failure)
{
    m_tried.remove(paper);
    if (m_alone.isValid() && m_alone.elapsed() >= m_patience.count()) {
        giveUp();
        return false;
    }
    m_papers.push_back({paper, failure});
    m_gate.close(failure);
    return true;
}

void SourceWait::giveUp()
{
    m_gate.open();
    for (const Waiting& one : std::exchange(m_papers, {}))
        Q_EMIT gaveUp(one.paper, one.failure);
}

std::optional<PaperId> SourceWait::takeNext()
{
    if (m_papers.empty() || int(m_tried.size()) >= m_gate.allowed(int(m_papers.size() + m_tried.size())))
        return {};
    const PaperId paper = m_papers.front().paper;
    m_papers.pop_front();
    m_tried.insert(paper);
    return paper;
}

void SourceWait::passed(PaperId paper)
{
    if (m_tried.remove(paper))
        m_gate.passed();
}

void SourceWait::drop(PaperId paper)
{
    m_tried.remove(paper);
    std::erase_if(m_papers, [paper](const Waiting& one) { return one.paper == paper; });
}

void SourceWait::clear()
{
    m_papers.clear();
    m_tried.clear();
    m_gate.open();
}

std::optional<StageTrouble> SourceWait::trouble() const
{
    std::optional<StageTrouble> trouble = m_gate.trouble();
    if (!trouble || m_papers.empty())
        return {};
    QStringList names;
    for (const Waiting& one : m_papers)
        names += one.failure.detail.split(u", "_s);
    names.removeDuplicates();
    trouble->failure.message =
        tr("Without an answer from %1: %n papers wait for it, the others go on.", nullptr, int(m_papers.size()))
            .arg(names.join(u", "_s));
    return trouble;
}

} // namespace sheaf
