// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <utility>
#include <vector>

namespace sheaf::gpu {

/** Shares batches between devices, each of which runs one at a time while the next is laid out: two on one would need
 * twice its memory and end no sooner. Thread-safe. */
class DeviceChoice
{
public:
    explicit DeviceChoice(std::size_t devices) : m_devices(devices) {}

    /** A batch's place on the device that has the fewest, for as long as it lives. */
    class Place
    {
    public:
        explicit Place(DeviceChoice& choice) : m_choice(choice), m_device(choice.enter()) {}
        ~Place() { m_choice.leave(m_device); }
        Place(const Place&) = delete;
        Place& operator=(const Place&) = delete;

        DeviceChoice& choice() const { return m_choice; }
        std::size_t device() const { return m_device; }

    private:
        DeviceChoice& m_choice;
        const std::size_t m_device;
    };

    /** Its turn to run. Making it waits until the device is idle. */
    class Turn
    {
    public:
        explicit Turn(const Place& place) : m_choice(place.choice()), m_device(place.device())
        {
            m_choice.begin(m_device);
        }
        ~Turn() { end(); }
        Turn(const Turn&) = delete;
        Turn& operator=(const Turn&) = delete;

        /** The next batch may run. */
        void end()
        {
            if (!std::exchange(m_hasEnded, true))
                m_choice.end(m_device);
        }

    private:
        DeviceChoice& m_choice;
        const std::size_t m_device;
        bool m_hasEnded = false;
    };

private:
    struct Device
    {
        int batches = 0;
        bool isRunning = false;
    };

    std::size_t enter()
    {
        const std::lock_guard lock(m_mutex);
        const auto least = std::ranges::min_element(m_devices, {}, &Device::batches);
        ++least->batches;
        return std::size_t(least - m_devices.begin());
    }
    void leave(std::size_t device)
    {
        const std::lock_guard lock(m_mutex);
        --m_devices[device].batches;
    }
    void begin(std::size_t device)
    {
        std::unique_lock lock(m_mutex);
        m_idle.wait(lock, [&] { return !m_devices[device].isRunning; });
        m_devices[device].isRunning = true;
    }
    void end(std::size_t device)
    {
        const std::lock_guard lock(m_mutex);
        m_devices[device].isRunning = false;
        m_idle.notify_all();
    }

    std::mutex m_mutex;
    std::condition_variable m_idle;
    std::vector<Device> m_devices;
};

} // namespace sheaf::gpu
