// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/failure.h"
#include "core/paper.h"
#include "core/paper_state.h"
#include "core/record.h"
#include "core/text_basis.h"

#include <QDateTime>
#include <QHash>
#include <QMap>
#include <QVector>

#include <memory>

/**
 * What the engine shows of itself, at most every 100 ms: plain values, shared between threads as const. Sums always
 * agree: papers = waiting + running + done + failed + skipped + cancelled + held.
 */
namespace sheaf {

struct CellDecision
{
    Decision decision = Decision::None;
    bool ofProven = false;                 ///< what was decided about had been proven: it says how often that is wrong
    ReaderRole reader = ReaderRole::First; ///< whose answer was accepted

    bool operator==(const CellDecision&) const = default;
};

/** How a paper stands with the second reader. It is done without it all the same. */
enum class SecondStep
{
    None,    ///< there is no second reader, or it is not the paper's turn yet
    Waiting, ///< in the second reader's queue
    Reading,
    InBatch,
    Done,
    Missing ///< it failed, for the reason beside it
};

/** The second reader's answer beside the first one's own, as it was before anything was decided. */
struct SecondAnswer
{
    QString first, second;              ///< one line each, empty = the paper does not say
    CellState state = CellState::Empty; ///< of the second answer
    bool agree = true;
    bool compared = true; ///< false: free texts, of which no rule can tell whether they agree

    bool operator==(const SecondAnswer&) const = default;
};

/** One row of the table. */
struct PaperRow
{
    PaperId id = 0;
    int position = 0; ///< place in the list
    QString title;
    QString authors; ///< "Vaswani et al."
    QString venue;
    int year = 0;
    int pages = 0;
    QString doi;
    QString language;
    State state = State::Waiting;
    State heldFrom = State::Waiting;
    bool inBatch = false;
    std::optional<Failure> failure;
    PaperId duplicateOf = 0;
    QString duplicateReason;
    QString provenance;
    QString validation; ///< passed, failed, skipped, error, none
    TextBasis basis = TextBasis::Unknown;
    QString notice; ///< what became of the work since, a sentence: it was retracted
    QString filePath;
    double confidence = 0;
    int quotesProven = 0, quotesTotal = 0;
    int valuesProven = 0, valuesTotal = 0;
    double costUsd = 0;
    QHash<QString, QString> values; ///< column id → one line for the table
    QHash<QString, CellState> cellStates;
    QHash<QString, CellDecision> decisions; ///< of the user; a column without one is not in it
    QHash<QString, SecondAnswer> second;    ///< a column that the second reader did not answer is not in it
    SecondStep secondStep = SecondStep::None;
    std::optional<Failure> secondFailure; ///< of Missing

    /** Shown like the others, and counted with none of them. */
    bool isAbstractOnly() const { return basis == TextBasis::AbstractOnly; }
    /** Whether the readers differ and nobody has decided yet. */
    bool differs(const QString& column) const
    {
        const auto answer = second.constFind(column);
        return answer != second.cend() && !answer->agree && !decisions.contains(column);
    }
};

struct WorkerLamp
{
    enum Kind
    {
        Idle,
        Working,
        Batch,
        Collecting,
        Held
    };
    Kind kind = Idle;
    PaperId paper = 0;
    QString text;            ///< paper's title, "batch of 25 · provider queue", "collecting: 23 waiting"
    int done = 0, total = 0; ///< pages or requests; total 0 = unknown
    qint64 elapsedMs = 0;
};

/** A failure that stopped a whole stage, with what helps. */
struct StageTrouble
{
    Failure failure;
    /** Command's name for the button: "set-read-key", "raise-cap", "set-email", "retry-service", "read-rest",
     * "free-disk", "set-zotero", "set-elasticsearch", "send-results". */
    QString action;
    QDateTime nextTry; ///< valid: goes on by itself then
};

/** A GPU, as it was when it was last asked. */
struct DeviceReading
{
    QString name;                           ///< "NVIDIA RTX 4070"
    double load = 0;                        ///< 0..1
    qint64 memoryUsed = 0, memoryTotal = 0; ///< bytes
    int temperatureC = 0;                   ///< 0 = it does not tell
};

struct StripState
{
    // acquire
    int papers = 0; ///< of the list, duplicates left out
    int acquired = 0;
    int acquiring = 0;
    int onDisk = 0, openAccess = 0, notFound = 0;
    bool heldBack = false; ///< the marker queue is full
    // marker queue
    int markerPapers = 0, markerPaperLimit = 0;
    qint64 markerBytes = 0, markerByteLimit = 0;
    // convert
    QVector<WorkerLamp> converters;
    double converterBusy = 0; ///< 0..1, over the last minute
    double pagesPerSecond = 0;
    // LLM queue
    int llmPapers = 0;
    qint64 llmBytes = 0;
    // read
    QVector<WorkerLamp> readers;
    double usdPerPaper = -1; ///< -1 = free or unknown
    bool readerFree = true;
    double spentUsd = 0, committedUsd = 0, capUsd = 0; ///< of both readers
    // second reader
    bool secondReader = false; ///< there is one
    QVector<WorkerLamp> secondReaders;
    int secondWaiting = 0;
    int secondDone = 0, secondMissing = 0; ///< papers
    double secondSpentUsd = 0;
    // done
    int finished = 0; ///< in a final state, duplicates left out
    int done = 0, failed = 0, needsAttention = 0;
    qint64 elapsedMs = 0;
    qint64 remainingMs = -1; ///< -1 = unknown
    // device
    QVector<DeviceReading> gpus; ///< empty: load and memory are those of the converters on the processor
    QString deviceName;          ///< "NVIDIA RTX 4070 · CUDA 13", "CPU, 8 threads"
    QVector<float> load;         ///< sparkline, 0..1, oldest first, one a second; of several GPUs their mean
    double loadNow = 0;
    qint64 memoryUsed = 0, memoryTotal = 0; ///< bytes: of all GPUs, or resident memory of the converters
};

enum class RunState
{
    Idle,
    Running,
    Pausing,
    Paused,
    Stopping
};

struct Totals
{
    QMap<State, int> byState;
    int papers = 0;                        ///< all rows
    int valuesProven = 0, valuesTotal = 0; ///< of full texts
    int compared = 0, differing = 0;       ///< values that both readers answered; those they differ in, not yet decided
    int abstractOnly = 0;                  ///< papers
};

/** A service that results go to. Only those that are on, or have something to say. */
struct SinkCount
{
    QString name;    ///< "zotero"
    QString label;   ///< "Zotero"
    int waiting = 0; ///< papers in the outbox
    int refused = 0; ///< papers that the service will not have
    int sent = 0;    ///< papers that are there
};

/** How a delivery that the user asked for ended. */
struct DeliverySummary
{
    QString sink;
    int written = 0;
    int waiting = 0; ///< still: the service is in trouble
    QVector<QPair<PaperId, Failure>> refused;
    std::optional<Failure> trouble;
};

struct Snapshot
{
    quint64 revision = 0;
    bool reset = false;     ///< rows are all papers, forget what was before
    QVector<PaperRow> rows; ///< changed since the last one handed out (all, with reset)
    QVector<PaperId> removed;
    StripState strip;
    Totals totals;
    RunState run = RunState::Idle;
    QVector<StageTrouble> troubles;
    QVector<SinkCount> sinks;
    QVector<PaperId> pilot; ///< the papers that are read before the rest, while there is a pilot
    bool blocked = false;   ///< nothing moves until the user solves one of the troubles, or brings a network
    QDateTime lastCommit;
    QString file;
};
using SnapshotPtr = std::shared_ptr<const Snapshot>;

} // namespace sheaf
