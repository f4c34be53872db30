// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "network.h"

#include <functional>
#include <memory>

namespace sheaf::gpu {

/** What networks run on: every device that takes them, each with sessions of its own, or the processor. */
struct EngineDevice
{
    std::vector<int> devices;                       ///< CUDA's numbers of them; none = the processor
    std::uint64_t memory = 0;                       ///< of each device, for all networks together, bytes
    int threads = 1;                                ///< of the processor
    std::string sentence;                           ///< which, and why
    std::vector<std::shared_ptr<DeviceRoad>> roads; ///< one for each device, or none without the kernels
    std::function<void(const std::string&)> tell = [](const std::string&) {}; ///< for the log
    std::shared_ptr<Planner> planner;                                         ///< for devices; ends before their roads

    bool isProcessor() const { return devices.empty(); }
    /** Each of the five networks has a run on a device, another that is laid out and a third whose answer is taken. */
    int poolThreads() const { return isProcessor() ? threads : 15 * int(devices.size()); }
    /** For a network of that budget; `threadsOfRun`: inside one run on the processor. */
    NetworkPlaces places(const NetworkBudget& budget, int threadsOfRun) const;
    /** Opens the kernels for all devices; without them the host's loops do their work. */
    void openRoads(const std::string& kernelLibrary);
    /** No crop of that page will be asked for again. */
    void forget(const Bitmap& page) const;
};

/** What networks may take of a device's memory, all in bytes; see WorkplaceOptions::deviceMemory for `wished`. */
std::uint64_t roomOn(std::uint64_t memory, std::uint64_t taken, std::uint64_t wished);

struct DeviceWishes
{
    bool mayUse = true;       ///< false: the processor, whatever there is
    std::uint64_t memory = 0; ///< most that may be taken of each, as WorkplaceOptions::deviceMemory
    int threads = 1;          ///< of the processor
};

/** All devices that `opens` a model, else the processor. The version is ONNX Runtime's, for the sentence. */
using OpensModel = std::function<std::expected<void, std::string>(const SessionOptions&)>;
EngineDevice chooseDevices(const DeviceWishes& wishes, const std::string& runtimeVersion, const OpensModel& opens);

} // namespace sheaf::gpu
