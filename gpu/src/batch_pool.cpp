// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/batch_pool.h"

#include "gpu/run_observer.h"

#include <algorithm>
#include <chrono>

namespace sheaf::gpu {

/** Lives until the last of its tasks has left its stage, though its caller may have gone after a stop. */
struct BatchPool::List
{
    const Stage& stage;
    Tasks tasks;
    std::vector<Task*> waiting; ///< the next one is the last
    std::size_t preparing = 0, unfinished = 0;

    List(const Stage& through, Tasks all) : stage(through), tasks(std::move(all)), unfinished(tasks.size())
    {
        for (auto task = tasks.rbegin(); task != tasks.rend(); ++task)
            waiting.push_back(task->get());
    }

    /** The next task that fits; null if none does. */
    Task* take(const Stage& through, int bucket)
    {
        const auto fits = [&](const Task* task) { return task->bucket == bucket; };
        const auto found = &stage == &through ? std::find_if(waiting.rbegin(), waiting.rend(), fits) : waiting.rend();
        if (found == waiting.rend())
            return nullptr;
        Task* const task = *found;
        waiting.erase(std::next(found).base());
        return task;
    }
};

struct BatchPool::Batch
{
    std::vector<Task*> tasks;
    std::vector<std::shared_ptr<List>> lists; ///< of each task

    RunSpan span(int thread, std::chrono::steady_clock::time_point begin) const
    {
        return {.stage = lists.front()->stage.name(),
                .thread = thread,
                .tasks = tasks.size(),
                .papers = std::set(lists.begin(), lists.end()).size(),
                .begin = begin,
                .end = std::chrono::steady_clock::now()};
    }
};

BatchPool::BatchPool(int threads, std::size_t largestBatch) : m_largestBatch(largestBatch > 0 ? largestBatch : SIZE_MAX)
{
    for (int i = 0; i < std::max(1, threads); ++i)
        m_threads.emplace_back([this, i](const std::stop_token& end) { work(i, end); });
}

BatchPool::~BatchPool()
{
    for (std::jthread& thread : m_threads)
        thread.request_stop();
}

Tasks BatchPool::run(const Stage& stage, Tasks tasks, const std::stop_token& stop)
{
    const auto list = std::make_shared<List>(stage, std::move(tasks));
    std::unique_lock lock(m_mutex);
    m_lists.push_back(list);
    m_work.notify_all();
    m_done.wait(lock, stop, [&] { return list->unfinished == 0; });
    m_lists.remove(list);
    // The stages may still be reading the caller's memory.
    m_done.wait(lock, [&] { return list->preparing == 0; });
    return list->unfinished == 0 ? std::move(list->tasks) : Tasks();
}

void BatchPool::leave(const Stage& stage)
{
    std::unique_lock lock(m_mutex);
    m_done.wait(lock, [&] { return !m_running.contains(&stage); });
}

int BatchPool::waitingLists()
{
    const std::lock_guard lock(m_mutex);
    return int(m_lists.size());
}

double BatchPool::busySeconds()
{
    const std::lock_guard lock(m_mutex);
    return m_busySeconds;
}

/** The next list in turn gives the first task; then each in turn gives what fits, and goes to the end of the line. */
BatchPool::Batch BatchPool::nextBatch()
{
    Batch batch;
    const auto first = std::ranges::find_if(m_lists, [](const auto& list) { return !list->waiting.empty(); });
    if (first == m_lists.end())
        return batch;
    const Stage& stage = (*first)->stage;
    const int bucket = (*first)->waiting.back()->bucket;
    m_lists.splice(m_lists.begin(), m_lists, first);
    std::size_t without = 0; // lists in a row that had nothing to give
    const std::size_t most = std::min(m_largestBatch, stage.largestBatch(bucket));
    while (batch.tasks.size() < most && without < m_lists.size()) {
        const std::shared_ptr<List> list = m_lists.front();
        m_lists.splice(m_lists.end(), m_lists, m_lists.begin());
        Task* const task = list->take(stage, bucket);
        without = task ? 0 : without + 1;
        if (!task)
            continue;
        ++list->preparing;
        batch.tasks.push_back(task);
        batch.lists.push_back(list);
    }
    return batch;
}

void BatchPool::work(int thread, const std::stop_token& end)
{
    std::unique_lock lock(m_mutex);
    while (true) {
        Batch batch;
        if (!m_work.wait(lock, end, [&] { return !(batch = nextBatch()).tasks.empty(); }))
            return;
        const Stage& stage = batch.lists.front()->stage;
        const auto running = m_running.insert(&stage);
        lock.unlock();
        const auto begin = std::chrono::steady_clock::now();
        std::function<void()> run = stage.prepare(batch.tasks);
        lock.lock();
        for (const auto& list : batch.lists)
            --list->preparing;
        m_done.notify_all();
        lock.unlock();
        if (run)
            run();
        run = nullptr; // and what it holds, which is the stage's
        const RunSpan span = batch.span(thread, begin);
        RunObserver::tellAll(span);
        lock.lock();
        m_busySeconds += std::chrono::duration<double>(span.end - span.begin).count();
        for (const auto& list : batch.lists)
            --list->unfinished;
        m_running.erase(running);
        m_done.notify_all();
    }
}

} // namespace sheaf::gpu
