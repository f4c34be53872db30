// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>

/** Tells what the networks' threads do, for traces. */
namespace sheaf::gpu {

/** One run: what a thread of a pool did at one go. */
struct RunSpan
{
    const char* stage = ""; ///< the stage's name; lives as long as the program
    int thread = 0;         ///< of its pool, from 0
    std::size_t tasks = 0;  ///< pages or lines
    std::size_t papers = 0; ///< how many lists they came from
    std::chrono::steady_clock::time_point begin, end;
};

/** Hears of the runs of all pools while it lives, on the pools' threads, possibly several at once; ending it waits for
 * calls that are underway. Make and end it on any thread. */
class RunObserver
{
public:
    using Tell = std::function<void(const RunSpan&)>;

    explicit RunObserver(Tell tell);
    ~RunObserver();
    RunObserver(const RunObserver&) = delete;
    RunObserver& operator=(const RunObserver&) = delete;

    static void tellAll(const RunSpan& span);

private:
    const Tell m_tell;
};

} // namespace sheaf::gpu
