// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/fair_pool.h"

#include <algorithm>

namespace sheaf::gpu {

FairPool::FairPool(int threads)
{
    for (int i = 0; i < std::max(1, threads); ++i)
        m_threads.emplace_back([this](const std::stop_token& end) { work(end); });
}

FairPool::~FairPool()
{
    for (std::jthread& thread : m_threads)
        thread.request_stop();
}

void FairPool::run(std::span<const Job> jobs, const std::stop_token& stop)
{
    Call call{jobs, stop};
    std::unique_lock lock(m_mutex);
    m_calls.push_back(&call);
    m_work.notify_all();
    m_done.wait(lock, stop, [&] { return call.running == 0 && call.next == jobs.size(); });
    m_calls.remove(&call);
    m_done.wait(lock, [&] { return call.running == 0; });
}

int FairPool::waitingLists()
{
    const std::lock_guard lock(m_mutex);
    return int(m_calls.size());
}

/** The next list in turn that has a job left; it goes to the end of the line. */
FairPool::Call* FairPool::nextCall()
{
    const auto found = std::ranges::find_if(m_calls, [](const Call* call) { return call->hasMore(); });
    if (found == m_calls.end())
        return nullptr;
    m_calls.splice(m_calls.end(), m_calls, found);
    return m_calls.back();
}

void FairPool::work(const std::stop_token& end)
{
    std::unique_lock lock(m_mutex);
    while (true) {
        Call* call = nullptr;
        if (!m_work.wait(lock, end, [&] { return (call = nextCall()) != nullptr; }))
            return;
        const Job& job = call->jobs[call->next++];
        ++call->running;
        lock.unlock();
        job();
        lock.lock();
        if (--call->running == 0)
            m_done.notify_all();
    }
}

} // namespace sheaf::gpu
