// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <set>
#include <span>
#include <stop_token>
#include <thread>
#include <vector>

/**
 * The threads on which networks run, shared by all papers. Whoever has pages or lines hands in a list of tasks and
 * waits for its end. A thread takes a task from the next list in turn and gathers, from all lists in turn, what may
 * share its run: a paper of three hundred pages and one of a single page advance at the same pace, and a device's
 * batches fill by what waits while it works. Nobody waits for a batch to fill, so an idle device begins at once.
 */
namespace sheaf::gpu {

class Stage;

/** One page or one line that is to go through a network. */
struct Task
{
    explicit Task(int bucketOfShape = 0) : bucket(bucketOfShape) {}
    virtual ~Task() = default;

    const int bucket; ///< tasks of one stage and bucket have inputs of one shape and may share a run
};

using Tasks = std::vector<std::unique_ptr<Task>>;

/** A network, with what is to be done before and after its runs. Thread-safe. */
class Stage
{
public:
    virtual ~Stage() = default;
    virtual const char* name() const = 0;                   ///< for traces
    virtual std::size_t largestBatch(int bucket) const = 0; ///< tasks of one run
    /** Takes all that it needs out of the caller's memory, and returns the run itself (or nothing), which touches the
     * tasks alone. */
    virtual std::function<void()> prepare(std::span<Task* const> batch) const = 0;
};

class BatchPool
{
public:
    /** `largestBatch`: tasks of one run, whatever a stage would take; 0 = as many as it takes. */
    explicit BatchPool(int threads, std::size_t largestBatch = 0);
    ~BatchPool();
    BatchPool(const BatchPool&) = delete;
    BatchPool& operator=(const BatchPool&) = delete;

    /** Sends the tasks through the stage and gives them back when all have ended; nothing after a stop, which takes the
     * waiting ones out and leaves the running ones to themselves. Thread-safe; not to be called from a stage. */
    Tasks run(const Stage& stage, Tasks tasks, const std::stop_token& stop = {});

    /** Waits until no run goes through that stage any more. Whoever ends a stage does so before. */
    void leave(const Stage& stage);

    /** Lists that are not at their end yet. */
    int waitingLists();
    int threads() const { return int(m_threads.size()); }
    /** Time that the threads have worked so far, all together. */
    double busySeconds();

private:
    struct List;
    struct Batch;

    void work(int thread, const std::stop_token& end);
    Batch nextBatch();

    const std::size_t m_largestBatch;
    std::mutex m_mutex;
    std::condition_variable_any m_work, m_done;
    std::list<std::shared_ptr<List>> m_lists; ///< in the order of their turns
    std::multiset<const Stage*> m_running;    ///< of each run that is underway
    double m_busySeconds = 0;
    std::vector<std::jthread> m_threads;
};

} // namespace sheaf::gpu
