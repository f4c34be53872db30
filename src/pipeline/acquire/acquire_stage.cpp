// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/acquire/acquire_stage.h"

#include "acquire/acquire_failure.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

/** Nobody can be asked; a file on this disk needs no one. */
bool isAboutOthers(const Failure& failure)
{
    return failure.code == "acquire.needs-email"_L1 || isOffline(failure);
}

bool closesStage(const Failure& failure)
{
    return isAboutOthers(failure) || failure.code.startsWith("disk."_L1);
}

} // namespace

AcquireStage::AcquireStage(Fetcher& fetcher, MarkerQueue& queue, const PaperBook& papers, QObject* parent)
    : QObject(parent), m_fetcher(fetcher), m_queue(queue), m_papers(papers)
{
    connect(&m_gate, &StageGate::opened, this, [this] {
        m_lookedAt.clear();
        pump();
    });
    connect(&m_wait, &SourceWait::opened, this, &AcquireStage::pump);
    connect(&m_wait, &SourceWait::gaveUp, this, &AcquireStage::failed);
}

void AcquireStage::setParallel(int parallel)
{
    m_parallel = parallel;
    pump();
}

void AcquireStage::setRunning(bool running)
{
    m_running = running;
    pump();
}

void AcquireStage::insert(qint64 place, PaperId paper)
{
    if (m_places.contains(paper) || m_active.contains(paper))
        return;
    m_places.insert(paper, place);
    m_waiting.emplace(place, paper);
}

void AcquireStage::add(PaperId paper)
{
    insert(m_back++, paper);
}

void AcquireStage::addFetched(PaperId paper, qint64 bytes)
{
    m_fetched.push_back({paper, bytes});
}

void AcquireStage::drop(PaperId paper)
{
    if (const auto place = m_places.constFind(paper); place != m_places.cend()) {
        m_waiting.erase(*place);
        m_places.erase(place);
    }
    std::erase_if(m_fetched, [paper](const MarkerQueue::Item& item) { return item.paper == paper; });
    m_holdingSlot.remove(paper);
    m_wait.drop(paper);
    if (m_active.erase(paper) > 0)
        m_fetcher.cancel(paper);
    pump();
}

void AcquireStage::clear()
{
    m_waiting.clear();
    m_places.clear();
    m_fetched.clear();
    m_holdingSlot.clear();
    m_wait.clear();
    for (const auto& [paper, running] : std::exchange(m_active, {}))
        m_fetcher.cancel(paper);
}

bool AcquireStage::mayStart(PaperId paper) const
{
    if (m_gate.isOpen())
        return true;
    // Once its files were looked at, it waits with the others.
    const PaperEntry* entry = m_papers.find(paper);
    return !m_lookedAt.contains(paper) && isAboutOthers(m_gate.trouble()->failure) && entry &&
           !entry->paper.files.isEmpty();
}

bool AcquireStage::willDeliver() const
{
    return !m_active.empty() || (m_running && m_gate.isOpen() && !m_waiting.empty() && slotsTaken() < m_parallel);
}

std::optional<PaperId> AcquireStage::takeNext()
{
    const auto found = std::ranges::find_if(m_waiting, [this](const auto& item) { return mayStart(item.second); });
    if (found == m_waiting.end())
        return m_gate.isOpen() ? m_wait.takeNext() : std::nullopt;
    const PaperId paper = found->second;
    m_waiting.erase(found);
    m_places.remove(paper);
    return paper;
}

void AcquireStage::pump()
{
    if (!m_running)
        return;
    deliver();
    const int slotLimit = m_gate.isOpen() ? m_gate.allowed(m_parallel) : m_parallel;
    while (slotsTaken() < slotLimit) {
        const auto paper = takeNext();
        if (!paper)
            return;
        start(*paper);
    }
}

void AcquireStage::deliver()
{
    while (m_running && !m_fetched.empty() && m_queue.hasRoomFor(m_fetched.front().bytes)) {
        const MarkerQueue::Item item = m_fetched.front();
        m_fetched.pop_front();
        m_holdingSlot.remove(item.paper);
        m_queue.add(item);
        Q_EMIT queued(item.paper);
    }
}

void AcquireStage::start(PaperId paper)
{
    const PaperEntry* entry = m_papers.find(paper);
    if (!entry)
        return;
    const quint64 run = ++m_runs;
    m_active[paper] = {run, {}};
    m_active[paper].clock.start();
    Q_EMIT started(paper);
    Paper wanted = entry->paper;
    if (wantsFullText(entry->status))
        wanted.files.clear(); // the abstract came from them
    m_fetcher.fetch(
        wanted, entry->password, [this, paper](const QString& line) { Q_EMIT note(paper, line); },
        [this, paper, run](const Result<Acquired>& result) { finish(paper, run, result); });
}

bool AcquireStage::isOwnFile(PaperId paper, const Acquired& acquired) const
{
    const PaperEntry* entry = m_papers.find(paper);
    return entry && std::ranges::any_of(entry->paper.files, [&](const QString& file) {
               return QFileInfo(file).absoluteFilePath() == acquired.path;
           });
}

void AcquireStage::finish(PaperId paper, quint64 run, const Result<Acquired>& result)
{
    const auto active = m_active.find(paper);
    if (active == m_active.end() || active->second.run != run)
        return; // dropped meanwhile
    const qint64 milliseconds = active->second.clock.elapsed();
    m_active.erase(active);
    if (result) {
        if (!isOwnFile(paper, *result)) // which says nothing about the others
            m_gate.passed();
        m_rate.add(1);
        m_fetched.push_back({paper, result->bytes});
        m_holdingSlot.insert(paper);
        Q_EMIT fetched(paper, *result, milliseconds);
        m_wait.passed(paper);
    } else if (result.error().code == "acquire.no-answer"_L1) {
        if (m_wait.add(paper, result.error()))
            Q_EMIT returned(paper);
        else
            Q_EMIT failed(paper, result.error());
        m_gate.passed();
    } else if (closesStage(result.error())) {
        insert(--m_front, paper);
        m_wait.drop(paper);
        m_lookedAt.insert(paper);
        Q_EMIT returned(paper);
        m_gate.close(result.error());
    } else {
        m_gate.passed();
        m_wait.passed(paper);
        Q_EMIT failed(paper, result.error());
    }
    pump();
}

void AcquireStage::describe(StripState& strip) const
{
    strip.acquiring = int(m_active.size());
    strip.heldBack = m_running && !m_fetched.empty();
    strip.markerPapers = m_queue.papers();
    strip.markerPaperLimit = m_queue.paperLimit();
    strip.markerBytes = m_queue.bytes();
    strip.markerByteLimit = m_queue.byteLimit();
}

} // namespace sheaf
