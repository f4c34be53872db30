// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/failure.h"

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

/**
 * Something large that is loaded when it is first needed and let go of when it was not for a while. What does not load
 * is not tried again. Whoever uses it holds it, so that it goes with its last user. Thread-safe.
 */
namespace sheaf {

template <typename Thing> class IdleKeeper
{
public:
    using Held = std::shared_ptr<const Thing>;

    explicit IdleKeeper(std::chrono::milliseconds idle) : m_idle(idle) {}

    /** `load()` gives a Result<Held>. */
    template <typename Load> Result<Held> get(const Load& load)
    {
        const std::lock_guard lock(m_mutex);
        m_lastUse = std::chrono::steady_clock::now();
        if (!m_thing && !m_failure) {
            Result<Held> loaded = load();
            if (!loaded) {
                m_failure = loaded.error();
            } else {
                m_thing = *std::move(loaded);
                m_unloading = std::jthread([this](const std::stop_token& stop) { unloadWhenIdle(stop); });
            }
        }
        if (!m_thing)
            return std::unexpected(*m_failure);
        return m_thing;
    }

    bool isLoaded() const
    {
        const std::lock_guard lock(m_mutex);
        return m_thing != nullptr;
    }

private:
    void unloadWhenIdle(const std::stop_token& stop)
    {
        Held last; // let go of without the lock
        std::unique_lock lock(m_mutex);
        while (!stop.stop_requested()) {
            const auto now = std::chrono::steady_clock::now();
            if (m_thing.use_count() == 1 && now >= m_lastUse + m_idle) {
                last = std::exchange(m_thing, nullptr);
                break;
            }
            m_never.wait_until(lock, stop, std::max(m_lastUse, now - m_idle / 2) + m_idle, [] { return false; });
        }
        lock.unlock();
    }

    const std::chrono::milliseconds m_idle;
    mutable std::mutex m_mutex; ///< guards what follows
    Held m_thing;
    std::optional<Failure> m_failure;
    std::chrono::steady_clock::time_point m_lastUse;
    std::condition_variable_any m_never; ///< waited for until a stop or the time is up
    std::jthread m_unloading;
};

} // namespace sheaf
