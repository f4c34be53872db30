// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace sheaf::gpu {

/** Does what takes long and is needed soon, in the order in which it was asked for: one part on each of its threads, as
 * most of planning is a compiler's work on one processor. Thread-safe. */
class Planner
{
public:
    explicit Planner(int threads);
    /** Waits for the parts that have begun; the others are left out. */
    ~Planner();
    Planner(const Planner&) = delete;
    Planner& operator=(const Planner&) = delete;

    void add(std::function<void()> part);

private:
    void work(const std::stop_token& end);

    std::mutex m_mutex;
    std::condition_variable_any m_added;
    std::deque<std::function<void()>> m_parts;
    std::vector<std::jthread> m_threads;
};

} // namespace sheaf::gpu
