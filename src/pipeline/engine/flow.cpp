// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/engine/flow.h"

#include "core/second_reader.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

/** The markdown's size is known for new conversions; for those of an earlier start a page stands for this much. */
constexpr qint64 TypicalPageBytes = 4000;

} // namespace

Flow::Flow(const Parts& parts, QObject* parent)
    : QObject(parent), m_store(parts.store), m_papers(parts.papers), m_calls(parts.calls),
      m_acquire(parts.fetcher, m_markerQueue, m_papers), m_convert(m_markerQueue, m_papers, parts.cache),
      m_read(ReaderRole::First, m_llmQueue, m_papers, m_store, m_calls), m_proof(m_store.path()),
      m_second(m_papers, m_store, m_calls)
{
    connectStages();
}

void Flow::connectStages()
{
    const auto moveTo = [this](State state, const char* span) {
        return [this, state, span](PaperId paper) {
            m_trace.begin(paper, span);
            m_papers.update(paper, [state](PaperStatus& s) { s.state = state; });
        };
    };
    connect(&m_acquire, &AcquireStage::started, this, moveTo(State::Acquiring, "acquire"));
    connect(&m_acquire, &AcquireStage::returned, this, moveTo(State::Waiting, "wait"));
    connect(&m_acquire, &AcquireStage::returned, this, &Flow::notice);
    connect(&m_acquire, &AcquireStage::fetched, this, &Flow::onFetched);
    connect(&m_acquire, &AcquireStage::failed, this, &Flow::onFailed);
    connect(&m_acquire, &AcquireStage::note, this,
            [this](PaperId paper, const QString& line) { m_store.addNote(paper, line); });
    connect(&m_acquire, &AcquireStage::queued, this, moveTo(State::QueuedForConversion, "marker queue"));
    connect(&m_acquire, &AcquireStage::queued, &m_convert, [this] { m_convert.pump(); });

    connect(&m_convert, &ConvertStage::started, this, moveTo(State::Converting, "convert"));
    connect(&m_convert, &ConvertStage::started, &m_acquire, [this] { m_acquire.pump(); });
    connect(&m_convert, &ConvertStage::returned, this, moveTo(State::QueuedForConversion, "marker queue"));
    connect(&m_convert, &ConvertStage::finished, this, &Flow::onConverted);
    connect(&m_convert, &ConvertStage::failed, this, &Flow::onFailed);
    connect(&m_convert, &ConvertStage::note, this,
            [this](PaperId paper, const QString& line) { m_store.addNote(paper, line); });
    connect(&m_convert, &ConvertStage::workerFree, this, &Flow::notice);

    connect(&m_read, &ReadStage::started, this, [this](const QVector<PaperId>& papers, bool inBatch) {
        for (const PaperId paper : papers) {
            m_trace.begin(paper, inBatch ? "read in a batch" : "read");
            if (!isFinal(m_papers.state(paper)))
                m_papers.update(paper, [inBatch](PaperStatus& s) {
                    s.state = State::Reading;
                    s.inBatch = inBatch;
                });
        }
    });
    connect(&m_read, &ReadStage::pilotChosen, this, &Flow::pilotChosen);
    connect(&m_read, &ReadStage::answered, this, &Flow::onAnswered);
    connect(&m_read, &ReadStage::conversionLost, this, [this](PaperId paper) {
        advance(paper, State::Waiting, [](PaperStatus& s) { s.conversionKey.clear(); });
        enqueue({paper});
    });
    connect(&m_proof, &ProofStep::proven, this, &Flow::onProven);

    connect(&m_second, &SecondReading::moved, this, &Flow::notice);
    connect(&m_second, &SecondReading::callEnded, this, &Flow::makeRoom);
    connect(&m_second, &SecondReading::answered, this, &Flow::readAgain);

    for (StageGate* gate : {&m_acquire.gate(), &m_convert.gate(), &m_read.gate(), &m_second.gate()})
        connect(gate, &StageGate::opened, this, &Flow::notice);
}

void Flow::setSettings(const Settings& settings)
{
    m_markerQueue.setLimits(settings.integer(u"queue.marker.papers"_s),
                            qint64(settings.integer(u"queue.marker.megabytes"_s)) * 1'000'000);
    m_acquire.setParallel(settings.integer(u"acquire.parallel"_s));
    m_acquire.sourceWait().setPatience(std::chrono::seconds(settings.integer(u"acquire.patience.seconds"_s)));
    m_convert.setWorkers(settings.integer(u"convert.workers"_s));
    const auto options = [](const Settings& s) {
        return ReadStage::Options{s.integer(u"read.workers"_s), s.text(u"read.batch"_s), s.number(u"read.cap.usd"_s),
                                  s.text(u"read.language"_s)};
    };
    m_capUsd = settings.number(u"read.cap.usd"_s);
    m_readAbstracts = settings.flag(u"read.abstracts"_s);
    ReadStage::Options first = options(settings);
    first.pilot = settings.integer(u"read.pilot"_s); // the second reader reads what the first has read
    m_read.setPilotPapers(pilotPapers(settings.text(u"read.pilot.papers"_s)));
    m_read.setOptions(first);
    m_second.setOptions(options(secondReaderSettings(settings)));
}

void Flow::setConverter(const Result<std::shared_ptr<Converter>>& converter, const QString& preset)
{
    m_convert.setConverter(converter.value_or(nullptr), preset);
    if (!converter)
        m_convert.gate().close(converter.error());
}

void Flow::setReaders(const Result<ReaderPtr>& first, const Result<ReaderPtr>& second, ReaderOfKind readerOfKind)
{
    m_readerOfKind = std::move(readerOfKind);
    m_read.setReader(first.value_or(nullptr));
    if (!first)
        m_read.gate().close(first.error());
    m_second.setReader(second);
    if (m_begun)
        recoverCalls(); // those whose reader could not be made before
}

void Flow::begin()
{
    m_begun = true;
    m_read.beginRun();
    recoverCalls();
    enqueue(m_papers.inListOrder());
    setRunning(true);
}

void Flow::setRunning(bool running)
{
    m_running = running;
    m_acquire.setRunning(running);
    m_convert.setRunning(running);
    m_read.setRunning(running);
    m_second.setRunning(running);
    notice();
}

void Flow::stop()
{
    m_begun = m_running = false;
    m_acquire.setRunning(false);
    m_convert.setRunning(false);
    m_read.setRunning(false);
    m_acquire.clear();
    m_convert.clear();
    m_read.clear();
    m_second.stop();
    m_committing.clear();
    for (const PaperId paper : m_papers.inListOrder())
        if (const State state = m_papers.state(paper); isRunning(state) && state != State::Writing)
            m_papers.update(paper, [](PaperStatus& s) { s.state = restingState(s); });
    notice();
}

void Flow::recoverCalls()
{
    for (const CallRecord& call : m_calls.openCalls()) {
        if (m_read.hasCall(call.id) || m_proving.contains(call.id) || m_second.hasCall(call.id))
            continue;
        const bool isFirst = call.role == ReaderRole::First;
        if (const auto reader = m_readerOfKind(call.role, call.reader); !reader)
            (isFirst ? m_read.gate() : m_second.gate()).close(reader.error());
        else if (isFirst)
            m_read.recover(call, *reader);
        else
            m_second.recover(call, *reader);
    }
}

void Flow::enqueue(const QVector<PaperId>& papers)
{
    if (!m_begun)
        return;
    for (const PaperId paper : papers)
        place(paper);
    m_acquire.pump();
    notice();
}

void Flow::place(PaperId paper)
{
    const PaperEntry* entry = m_papers.find(paper);
    if (!entry)
        return;
    const PaperStatus& status = entry->status;
    if (status.state == State::Done)
        m_second.follow(paper);
    if (status.state != State::Waiting && status.state != State::QueuedForReading)
        return; // final, held, or on its way
    if (!status.conversionKey.isEmpty())
        queueForReading(paper, status.pages * TypicalPageBytes);
    else if (wantsFullText(status))
        m_acquire.add(paper);
    else if (!status.filePath.isEmpty() && !status.fileHash.isEmpty() && QFileInfo::exists(status.filePath))
        m_acquire.addFetched(paper, status.fileBytes);
    else
        m_acquire.add(paper);
}

void Flow::withdraw(PaperId paper)
{
    m_committing.remove(paper);
    m_acquire.drop(paper);
    m_convert.drop(paper);
    m_read.drop(paper);
    m_second.withdraw(paper);
    m_trace.end(paper);
    m_acquire.pump();
    notice();
}

bool Flow::asksNothing(PaperId paper) const
{
    return !m_papers.columns().isEmpty() && m_papers.unanswered(paper).isEmpty();
}

void Flow::followQuestions(const QVector<PaperId>& papers)
{
    for (const PaperId paper : papers)
        followQuestions(paper);
    notice();
}

void Flow::followQuestions(PaperId paper)
{
    const State state = m_papers.state(paper);
    if (state == State::Done && !m_papers.unanswered(paper).isEmpty()) {
        QStringList names;
        for (const Column& column : m_papers.unanswered(paper))
            names.append(column.name);
        m_papers.update(
            paper, [](PaperStatus& s) { s.state = State::QueuedForReading; },
            tr("To be read for: %1").arg(names.join(u", ")));
        if (m_begun)
            place(paper);
    } else if (state == State::QueuedForReading && asksNothing(paper) && !m_calls.isAsked(paper)) {
        withdraw(paper);
        advance(paper, State::Done);
    } else if (m_begun) {
        m_second.follow(paper);
    }
}

void Flow::retryTroubles()
{
    for (StageGate* gate :
         {&m_acquire.gate(), &m_acquire.sourceWait().gate(), &m_convert.gate(), &m_read.gate(), &m_second.gate()})
        gate->open();
}

bool Flow::advance(PaperId paper, State next, const PaperBook::Change& change, const QString& note)
{
    const PaperEntry* entry = m_papers.find(paper);
    if (!entry)
        return false;
    const bool hold = entry->holdNext && !isFinal(next) && !isHeld(next);
    m_papers.setHoldNext(paper, false);
    m_papers.update(
        paper,
        [&](PaperStatus& s) {
            if (change)
                change(s);
            s.state = hold ? State::Paused : next;
            s.heldFrom = hold ? next : State::Waiting;
        },
        note);
    if (isFinal(next) || isHeld(next)) {
        m_trace.end(paper);
        m_finished.add(1);
    }
    if (next == State::Done && m_begun)
        m_second.follow(paper);
    if (next == State::Done)
        Q_EMIT finished(paper);
    return !hold;
}

bool Flow::isEmpty() const
{
    return m_acquire.isEmpty() && isEmptyAfterAcquire();
}

bool Flow::isEmptyAfterAcquire() const
{
    return m_markerQueue.isEmpty() && !m_convert.isBusy() && m_committing.isEmpty() && m_llmQueue.isEmpty() &&
           !m_read.isBusy() && !m_proof.isBusy() && m_second.isEmpty() && !m_calls.hasOpen();
}

bool Flow::isQuiet() const
{
    return !m_acquire.isBusy() && !m_convert.isBusy() && !m_read.hasSinglesOut() && !m_proof.isBusy() &&
           m_second.isQuiet();
}

bool Flow::isStopped() const
{
    return !m_convert.hasWorkersOut() && !m_convert.isBusy() && !m_proof.isBusy() && !m_second.isProving();
}

bool Flow::moreComing() const
{
    return m_acquire.willDeliver() || m_convert.willDeliver() || !m_committing.isEmpty();
}

bool Flow::isBlocked() const
{
    const QVector<StageTrouble> all = troubles();
    const auto mayEnd = [](const StageTrouble& trouble) {
        // A network that was never there is tried again, but no end of it is to be expected.
        return trouble.nextTry.isValid() && trouble.failure.code != "net.none"_L1;
    };
    const bool needsUser = !all.isEmpty() && std::ranges::none_of(all, mayEnd);
    return m_running && needsUser && !moreComing() && !m_read.isBusy() && !m_proof.isBusy() &&
           (m_llmQueue.isEmpty() || !m_read.gate().isOpen()) && m_second.isStuck();
}

/** What the first reader may still need under the cap: the second one never takes it away from a paper. */
double Flow::reserveUsd() const
{
    if (m_read.isFree())
        return 0;
    int unread = 0;
    for (const State state :
         {State::Waiting, State::Acquiring, State::QueuedForConversion, State::Converting, State::QueuedForReading})
        unread += m_papers.sums().of(state);
    if (unread == 0)
        return 0;
    const double mean = m_read.meanBoundUsd();
    return mean > 0 ? mean * unread : m_capUsd;
}

void Flow::notice()
{
    m_acquire.sourceWait().setAlone(m_acquire.onlyWaits() && isEmptyAfterAcquire());
    m_read.setMoreComing(moreComing());
    m_second.setReserve(reserveUsd());
    m_second.setMoreComing(moreComing() || m_read.isBusy() || !m_llmQueue.isEmpty() || m_proof.isBusy());
    Q_EMIT moved();
}

QVector<StageTrouble> Flow::troubles() const
{
    QVector<StageTrouble> all;
    for (const StageGate* gate : {&m_acquire.gate(), &m_convert.gate(), &m_read.gate()})
        if (gate->trouble())
            all.append(*gate->trouble());
    if (const auto trouble = m_acquire.sourceWait().trouble())
        all.append(*trouble);
    if (const auto trouble = m_second.trouble())
        all.append(*trouble);
    return all;
}

qint64 Flow::remainingMs(int toAcquire, int toConvert, int toRead, int toReadTwice)
{
    double slowest = 0;
    for (const auto& [left, pace] :
         {std::pair{toAcquire, m_acquire.rate().perSecond()}, std::pair{toConvert, m_convert.papersPerSecond()},
          std::pair{toRead, m_finished.perSecond()}, std::pair{toReadTwice, m_second.papersPerSecond()}}) {
        if (left > 0 && pace <= 0)
            return -1;
        if (left > 0)
            slowest = std::max(slowest, left / pace);
    }
    return qint64(slowest * 1000);
}

void Flow::describe(StripState& strip)
{
    m_acquire.describe(strip);
    m_convert.describe(strip);
    strip.readers = m_read.lamps();
    strip.llmPapers = m_llmQueue.papers();
    strip.llmBytes = m_llmQueue.bytes();
    strip.readerFree = m_read.isFree();
    strip.spentUsd = m_calls.spentUsd();
    strip.committedUsd = m_calls.committedUsd();
    strip.capUsd = m_capUsd;
    m_second.describe(strip);
}

} // namespace sheaf
