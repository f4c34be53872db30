// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace sheaf::gpu {

/** Shares batches between devices, each of which runs one at a time while the next is laid out: two on one would need
 * twice its memory and end no sooner. Devices that answer nothing any more get no batches. Thread-safe. */
class DeviceChoice
{
public:
    explicit DeviceChoice(std::size_t devices) : m_devices(devices) {}

    /** A batch's place on a device, for as long as it lives. */
    class Place
    {
    public:
        Place(DeviceChoice& choice, std::size_t device) : m_choice(choice), m_device(device) {}
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

    /** On the device that has the fewest; null when all are left out. */
    std::unique_ptr<Place> enter()
    {
        const std::lock_guard lock(m_mutex);
        Device* least = nullptr;
        for (Device& device : m_devices)
            if (device.failures < failuresOfALost && (!least || device.batches < least->batches))
                least = &device;
        if (!least)
            return nullptr;
        ++least->batches;
        return std::make_unique<Place>(*this, std::size_t(least - m_devices.data()));
    }

    /** The device has answered. One that is left out stays so. */
    void praise(std::size_t device)
    {
        const std::lock_guard lock(m_mutex);
        if (m_devices[device].failures < failuresOfALost)
            m_devices[device].failures = 0;
    }
    /** The device could not answer, for which there may be a reason in the batch; `isLost`: nor give the batch back.
     * True: from now on it is left out. */
    bool blame(std::size_t device, bool isLost)
    {
        const std::lock_guard lock(m_mutex);
        int& failures = m_devices[device].failures;
        const bool wasIn = failures < failuresOfALost;
        failures = isLost ? failuresOfALost : failures + 1;
        return wasIn && failures >= failuresOfALost;
    }

private:
    static constexpr int failuresOfALost = 3; ///< batches in a row

    struct Device
    {
        int batches = 0;
        int failures = 0; ///< since it last answered
        bool isRunning = false;
    };

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
