// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <vector>

namespace sheaf::gpu {

/** Shares runs between devices, one at a time on each: two on one would need twice its memory and end no sooner.
 * Thread-safe. */
class DeviceChoice
{
public:
    explicit DeviceChoice(std::size_t devices) : m_busy(devices, false) {}

    /** A run's place on a device, for as long as it lives. Making it waits until one is idle. */
    class Place
    {
    public:
        explicit Place(DeviceChoice& choice) : m_choice(choice)
        {
            std::unique_lock lock(m_choice.m_mutex);
            auto idle = m_choice.m_busy.end();
            m_choice.m_idle.wait(lock, [&] {
                idle = std::ranges::find(m_choice.m_busy, false);
                return idle != m_choice.m_busy.end();
            });
            *idle = true;
            m_device = std::size_t(idle - m_choice.m_busy.begin());
        }
        ~Place()
        {
            const std::lock_guard lock(m_choice.m_mutex);
            m_choice.m_busy[m_device] = false;
            m_choice.m_idle.notify_one();
        }
        Place(const Place&) = delete;
        Place& operator=(const Place&) = delete;

        std::size_t device() const { return m_device; }

    private:
        DeviceChoice& m_choice;
        std::size_t m_device = 0;
    };

private:
    std::mutex m_mutex;
    std::condition_variable m_idle;
    std::vector<bool> m_busy;
};

} // namespace sheaf::gpu
