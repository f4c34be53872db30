// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/read/read_stage.h"

#include "core/units.h"

#include <QCoreApplication>
#include <QSet>

#include <ranges>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

/** A batch holds its papers' text in memory once, on its way out. */
constexpr qint64 LargestBatchBytes = qint64(64) << 20;

Failure capReached(double capUsd)
{
    return {Stage::Read,
            u"read.cap"_s,
            QCoreApplication::translate("pipeline", "Reading on could cost more than the limit of %1.")
                .arg(formatUsd(capUsd)),
            {},
            true};
}

} // namespace

struct ReadStage::Call
{
    CallRecord record;
    std::shared_ptr<Reader> reader;
    QVector<ReadRequest> requests; ///< only until it is sent
    QSet<PaperId> dropped;
    std::unique_ptr<ReadCall> out; ///< null until it is sent
    QElapsedTimer clock;
    int done = 0, total = 0;
    QString waiting; ///< why a batch cannot be looked at just now

    QVector<PaperId> papers() const
    {
        QVector<PaperId> all;
        for (const auto& [request, paper] : record.requests)
            all.append(paper);
        return all;
    }
};

ReadStage::ReadStage(ReaderRole role, LlmQueue& queue, const PaperBook& papers, Store& store, CallBook& calls,
                     QObject* parent)
    : QObject(parent), m_role(role), m_queue(queue), m_papers(papers), m_store(store), m_book(calls)
{
    m_collecting.setSingleShot(true);
    connect(&m_collecting, &QTimer::timeout, this, &ReadStage::pump);
    connect(&m_gate, &StageGate::opened, this, &ReadStage::pump);
}

ReadStage::~ReadStage()
{
    clear();
}

void ReadStage::setReader(std::shared_ptr<Reader> reader)
{
    m_reader = std::move(reader);
    pump();
}

void ReadStage::setOptions(const Options& options)
{
    m_options = options;
    m_waitsForReserve = false;
    pump();
}

void ReadStage::setRunning(bool running)
{
    m_running = running;
    pump();
}

void ReadStage::setMoreComing(bool coming)
{
    if (std::exchange(m_moreComing, coming) != coming)
        pump();
}

void ReadStage::setReserve(double usd)
{
    m_reserveUsd = usd;
    if (m_waitsForReserve && roomUsd() > 0) {
        m_waitsForReserve = false;
        pump();
    }
}

void ReadStage::add(PaperId paper, qint64 markdownBytes)
{
    if (m_queue.isEmpty())
        m_firstArrival.start();
    m_lastArrival.start();
    m_queue.add(paper, markdownBytes);
    pump();
}

void ReadStage::drop(PaperId paper)
{
    m_queue.remove(paper);
    for (const CallPtr& call : m_calls | std::views::values) {
        const QVector<PaperId> papers = call->papers();
        if (!papers.contains(paper))
            continue;
        call->dropped.insert(paper);
        if (call->out && call->dropped.size() == papers.size())
            call->out->cancel();
        return;
    }
}

void ReadStage::clear()
{
    m_queue.clear();
    m_collecting.stop();
    m_waitsForReserve = false;
    for (const CallPtr& call : std::exchange(m_calls, {}) | std::views::values)
        if (call->out) {
            call->out->disconnect(this);
            call->out.release()->deleteLater();
        }
    m_lamps.clear();
}

bool ReadStage::hasSinglesOut() const
{
    return std::ranges::any_of(m_calls | std::views::values, [](const CallPtr& call) { return !call->record.batch; });
}

bool ReadStage::batchesAllowed() const
{
    return m_reader && m_reader->traits().batches && m_options.batch != "never"_L1;
}

ReadSituation ReadStage::situation() const
{
    ReadSituation now;
    now.waiting = m_queue.papers();
    now.freeWorkers = m_gate.allowed(m_options.workers) - int(m_calls.size());
    now.batches = batchesAllowed();
    now.batchLimit = now.batches ? std::max(1, m_reader->traits().batchLimit) : 1;
    now.moreComing = m_moreComing;
    now.firstOfRun = !m_sentThisRun && m_calls.empty();
    now.sinceLastArrivalMs = m_lastArrival.isValid() ? m_lastArrival.elapsed() : ReadCollectLongestMs;
    now.sinceFirstArrivalMs = m_firstArrival.isValid() ? m_firstArrival.elapsed() : ReadCollectLongestMs;
    return now;
}

void ReadStage::pump()
{
    if (!m_running || !m_reader || m_papers.columns().isEmpty() || m_waitsForReserve)
        return;
    if (m_options.pilot > 0) {
        pumpPilot();
        return;
    }
    const ReadPlan plan = planReads(situation());
    for (const int count : plan.groups)
        take(count);
    if (!plan.groups.isEmpty())
        m_firstArrival.start(); // what still waits is a new group
    if (plan.lookAgainMs >= 0)
        m_collecting.start(plan.lookAgainMs);
}

ReadStage::CallPtr ReadStage::newCall(CallRecord record, std::shared_ptr<Reader> reader)
{
    auto call = std::make_shared<Call>();
    call->record = std::move(record);
    call->reader = std::move(reader);
    call->total = int(call->record.requests.size());
    call->clock.start();
    m_calls[call->record.id] = call;
    if (const auto free = m_lamps.indexOf(QString()); free >= 0)
        m_lamps.replace(free, call->record.id);
    else
        m_lamps.append(call->record.id);
    return call;
}

void ReadStage::addFirst(const QVector<PaperId>& papers)
{
    m_queue.putBack(papers);
    pump();
}

QVector<PaperId> ReadStage::alike(const QVector<PaperId>& papers)
{
    const auto other = std::ranges::find_if(
        papers, [&, columns = papers.isEmpty() ? QVector<Column>() : m_papers.unanswered(papers.first(), m_role)](
                    PaperId paper) { return m_papers.unanswered(paper, m_role) != columns; });
    const qsizetype end = other - papers.cbegin();
    m_queue.putBack(papers.sliced(end));
    return papers.first(end);
}

void ReadStage::take(int count)
{
    takePapers(alike(m_queue.takeFirst(count, LargestBatchBytes)));
}

void ReadStage::takePapers(const QVector<PaperId>& papers)
{
    if (papers.isEmpty())
        return;
    m_sentThisRun = true;
    const ReaderTraits traits = m_reader->traits();
    CallRecord record;
    record.id = m_store.nextCallId();
    record.reader = traits.kind;
    record.model = traits.model;
    record.host = traits.host;
    record.role = m_role;
    record.columns = m_papers.unanswered(papers.first(), m_role);
    record.batch = batchesAllowed() && (papers.size() > 1 || m_options.batch == "always"_L1);
    for (const PaperId paper : papers)
        record.requests.append({u"%1-%2"_s.arg(record.id).arg(record.requests.size()), paper});
    const CallPtr call = newCall(record, m_reader);
    load(call, [this, call] { send(call); });
}

void ReadStage::load(const CallPtr& call, std::function<void()> then)
{
    QVector<RequestHandle> handles;
    for (const auto& [request, paper] : call->record.requests)
        if (const PaperEntry* entry = m_papers.find(paper)) {
            RequestHandle handle = requestHandle(request, *entry);
            QString& read = call->record.conversions[paper]; // known already of a call of an earlier start
            read = handle.conversionKey = read.isEmpty() ? handle.conversionKey : read;
            handles.append(handle);
        }
    m_loaders.run([handles, questions = Questions{call->record.columns, m_options.answerLanguage},
                   path = m_store.path()] { return buildRequests(path, handles, questions); },
                  [this, call, then = std::move(then)](const QVector<ReadRequest>& requests) {
                      if (m_calls.contains(call->record.id)) { // else abandoned meanwhile
                          call->requests = requests;
                          then();
                      }
                  });
}

/** Under the cap, for this reader. */
double ReadStage::roomUsd() const
{
    return m_options.capUsd - m_book.spentUsd() - m_book.committedUsd() - m_reserveUsd;
}

bool ReadStage::fitIntoCap(const CallPtr& call)
{
    if (call->reader->traits().free)
        return true;
    const ReadMode mode = call->record.batch ? ReadMode::Batch : ReadMode::Single;
    const double left = roomUsd();
    qsizetype fits = 0;
    for (; fits < call->requests.size(); ++fits) {
        const double cost = call->reader->estimate(call->requests[fits], mode).usdHigh;
        if (call->record.committedUsd + cost > left)
            break;
        call->record.committedUsd += cost;
    }
    m_boundUsd += call->record.committedUsd;
    m_bounds += int(fits);
    QVector<PaperId> tooMany;
    for (const ReadRequest& request : call->requests.sliced(fits))
        tooMany.append(request.paper.id);
    call->requests.resize(fits);
    m_queue.putBack(tooMany);
    return tooMany.isEmpty();
}

void ReadStage::send(const CallPtr& call)
{
    QSet<PaperId> loaded;
    call->requests.removeIf([&](const ReadRequest& request) {
        loaded.insert(request.paper.id);
        return call->dropped.contains(request.paper.id);
    });
    for (const PaperId paper : call->papers())
        if (!loaded.contains(paper) && !call->dropped.contains(paper))
            Q_EMIT conversionLost(paper);
    const bool allFit = fitIntoCap(call);
    call->record.requests.clear();
    for (const ReadRequest& request : call->requests)
        call->record.requests.append({request.id, request.paper.id});
    if (!m_running || call->requests.isEmpty()) {
        m_queue.putBack(call->papers());
        forget(call);
    } else {
        call->total = int(call->requests.size());
        call->record.openedAt = QDateTime::currentDateTimeUtc();
        m_book.open(call->record);
        Q_EMIT started(call->papers(), call->record.batch);
        m_store.afterCommit(this, [this, call] { launch(call, false); });
    }
    if (!allFit && m_reserveUsd > 0)
        m_waitsForReserve = true; // perhaps the others cost less than is kept for them
    else if (!allFit)
        m_gate.close(capReached(m_options.capUsd));
    pump();
}

void ReadStage::recover(const CallRecord& record, std::shared_ptr<Reader> reader)
{
    const CallPtr call = newCall(record, std::move(reader));
    if (call->record.columns.isEmpty())
        call->record.columns = m_papers.columns(); // of a file that did not keep them
    QVector<PaperId> papers = call->papers();
    papers.removeIf([this, &record](PaperId paper) { // which got another document since: the answer is not about it
        const PaperEntry* entry = m_papers.find(paper);
        const QString read = record.conversions.value(paper);
        return !read.isEmpty() && entry && entry->status.conversionKey != read;
    });
    Q_EMIT started(papers, record.batch);
    load(call, [this, call] {
        standInForReplaced(call);
        launch(call, true);
    });
}

/** The file forgets a document that was replaced, but what was asked about it is asked for and paid all the same. */
void ReadStage::standInForReplaced(const CallPtr& call) const
{
    for (const auto& [request, paper] : call->record.requests) {
        const PaperEntry* entry = m_papers.find(paper);
        const bool replaced = entry && entry->status.conversionKey != call->record.conversions.value(paper);
        if (replaced && std::ranges::find(call->requests, request, &ReadRequest::id) == call->requests.cend())
            call->requests.append({.id = request, .paper = entry->paper, .columns = call->record.columns});
    }
}

void ReadStage::launch(const CallPtr& call, bool recovered)
{
    const QString id = call->record.id;
    if (!m_calls.contains(id))
        return;
    const ReadMode mode = call->record.batch ? ReadMode::Batch : ReadMode::Single;
    const QVector<ReadRequest> requests = std::exchange(call->requests, {});
    call->out.reset(recovered ? call->reader->recover(id, call->record.remoteId, requests, mode)
                              : call->reader->start(id, requests, mode));
    connect(call->out.get(), &ReadCall::submitted, this,
            [this, id](const QString& remoteId) { m_book.setRemote(id, remoteId); });
    connect(call->out.get(), &ReadCall::progressed, this, [call](int done, int total) {
        call->waiting.clear();
        call->done = std::max(0, done);
        call->total = total;
    });
    connect(call->out.get(), &ReadCall::waiting, this, [call](const Failure& why) { call->waiting = why.message; });
    connect(call->out.get(), &ReadCall::finished, this,
            [this, call](const QVector<ReadOutcome>& outcomes, const std::optional<Failure>& stageWide) {
                finish(call, outcomes, stageWide);
            });
}

void ReadStage::finish(const CallPtr& call, const QVector<ReadOutcome>& outcomes,
                       const std::optional<Failure>& stageWide)
{
    call->out->disconnect(this);
    call->out.release()->deleteLater();
    forget(call);
    ReadAnswer answer{.callId = call->record.id,
                      .columns = call->record.columns,
                      .read = call->record.conversions,
                      .reader = call->reader,
                      .milliseconds = call->clock.elapsed()};
    QHash<QString, PaperId> papers;
    for (const auto& [request, paper] : call->record.requests)
        papers.insert(request, paper);
    for (const ReadOutcome& outcome : outcomes)
        if (const PaperId paper = papers.value(outcome.requestId))
            answer.outcomes.append({paper, outcome});
    if (stageWide)
        m_gate.close(*stageWide);
    else
        m_gate.passed();
    Q_EMIT answered(answer);
    pump();
}

void ReadStage::forget(const CallPtr& call)
{
    m_calls.erase(call->record.id);
    m_lamps.replace(m_lamps.indexOf(call->record.id), QString());
}

WorkerLamp ReadStage::lampOf(const Call& call) const
{
    WorkerLamp lamp{call.record.batch ? WorkerLamp::Batch : WorkerLamp::Working,
                    0,
                    {},
                    call.done,
                    call.total,
                    call.clock.elapsed()};
    if (call.record.batch) {
        lamp.text = QCoreApplication::translate("pipeline", "batch of %n", nullptr, int(call.record.requests.size()));
    } else if (!call.record.requests.isEmpty()) {
        lamp.paper = call.record.requests.first().second;
        const PaperEntry* entry = m_papers.find(lamp.paper);
        lamp.text = entry ? entry->paper.title : QString();
    }
    if (!call.waiting.isEmpty())
        lamp.text = call.waiting;
    return lamp;
}

QVector<WorkerLamp> ReadStage::lamps() const
{
    QVector<WorkerLamp> lamps;
    bool collecting = m_collecting.isActive();
    for (qsizetype i = 0; i < std::max<qsizetype>(m_options.workers, m_lamps.size()); ++i) {
        WorkerLamp lamp;
        if (const auto call = m_calls.find(m_lamps.value(i)); call != m_calls.end()) {
            lamp = lampOf(*call->second);
        } else if (i >= m_options.workers) {
            continue;
        } else if (!m_gate.isOpen()) {
            lamp.kind = WorkerLamp::Held;
        } else if (std::exchange(collecting, false)) {
            lamp.kind = WorkerLamp::Collecting;
            lamp.text = QCoreApplication::translate("pipeline", "collecting: %n waiting", nullptr, m_queue.papers());
        }
        lamps.append(lamp);
    }
    return lamps;
}

} // namespace sheaf
