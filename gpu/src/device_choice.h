// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <mutex>
#include <vector>

namespace sheaf::gpu {

/** Shares runs between devices: each goes to the one with the fewest underway, the first of equals. Thread-safe. */
class DeviceChoice
{
public:
    explicit DeviceChoice(std::size_t devices) : m_underway(devices) {}

    /** A run's place on a device, for as long as it lives. */
    class Place
    {
    public:
        explicit Place(DeviceChoice& choice) : m_choice(choice)
        {
            const std::lock_guard lock(m_choice.m_mutex);
            const auto least = std::ranges::min_element(m_choice.m_underway);
            m_device = std::size_t(least - m_choice.m_underway.begin());
            ++*least;
        }
        ~Place()
        {
            const std::lock_guard lock(m_choice.m_mutex);
            --m_choice.m_underway[m_device];
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
    std::vector<int> m_underway; ///< runs on each device
};

} // namespace sheaf::gpu
