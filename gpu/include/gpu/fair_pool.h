// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <functional>
#include <list>
#include <mutex>
#include <span>
#include <stop_token>
#include <thread>
#include <vector>

/**
 * The threads on which networks run, shared by all papers. Whoever has work hands in a list of jobs and waits for its
 * end; the threads take one job from each waiting list in turn, so that a paper of three hundred pages and one of a
 * single page advance at the same pace.
 */
namespace sheaf::gpu {

using Job = std::function<void()>;

class FairPool
{
public:
    explicit FairPool(int threads);
    ~FairPool();
    FairPool(const FairPool&) = delete;
    FairPool& operator=(const FairPool&) = delete;

    /** Lists that are not at their end yet. */
    int waitingLists();

    /** Runs the jobs in any order and at the same time; returns when all have ended. After a stop, jobs that were not
     * begun are left out. Jobs don't throw. Thread-safe; not to be called from a job. */
    void run(std::span<const Job> jobs, const std::stop_token& stop = {});

private:
    struct Call
    {
        std::span<const Job> jobs;
        const std::stop_token& stop;
        std::size_t next = 0, running = 0;

        bool hasMore() const { return next < jobs.size() && !stop.stop_requested(); }
    };

    void work(const std::stop_token& end);
    Call* nextCall();

    std::mutex m_mutex;
    std::condition_variable_any m_work, m_done;
    std::list<Call*> m_calls; ///< in the order of their turns
    std::vector<std::jthread> m_threads;
};

} // namespace sheaf::gpu
