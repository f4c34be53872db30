// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "planner.h"

namespace sheaf::gpu {

Planner::Planner(int threads)
{
    for (int i = 0; i < threads; ++i)
        m_threads.emplace_back([this](const std::stop_token& end) { work(end); });
}

Planner::~Planner()
{
    for (std::jthread& thread : m_threads)
        thread.request_stop();
}

void Planner::add(std::function<void()> part)
{
    const std::lock_guard lock(m_mutex);
    m_parts.push_back(std::move(part));
    m_added.notify_one();
}

void Planner::work(const std::stop_token& end)
{
    while (true) {
        std::unique_lock lock(m_mutex);
        // A stop ends the wait with true while parts are there.
        if (!m_added.wait(lock, end, [this] { return !m_parts.empty(); }) || end.stop_requested())
            return;
        const std::function<void()> part = std::move(m_parts.front());
        m_parts.pop_front();
        lock.unlock();
        part();
    }
}

} // namespace sheaf::gpu
