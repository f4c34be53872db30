// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine_device.h"

#include "gpu/device_probe.h"

#include <algorithm>

namespace sheaf::gpu {

namespace {

std::uint64_t halfOfWhatIsFree(const Device& device)
{
    const std::optional<DeviceUse> used = use(device.index);
    const std::uint64_t taken = used ? used->memoryUsedBytes : 0;
    return (device.memoryBytes - std::min(taken, device.memoryBytes)) / 2;
}

std::string joined(const std::vector<std::string>& parts, const char* between)
{
    std::string all;
    for (const std::string& part : parts)
        all += (all.empty() ? "" : between) + part;
    return all;
}

} // namespace

std::vector<SessionOptions> EngineDevice::sessions(int threadsOfRun, double shareOfMemory) const
{
    if (isProcessor())
        return {{.threads = threadsOfRun}};
    std::vector<SessionOptions> all;
    for (const int device : devices)
        all.push_back({threadsOfRun, device, std::uint64_t(double(memory) * shareOfMemory)});
    return all;
}

EngineDevice chooseDevices(const DeviceWishes& wishes, const std::string& runtimeVersion, const OpensModel& opens)
{
    EngineDevice chosen;
    chosen.threads = wishes.threads;
    chosen.memory = wishes.memory;
    std::vector<std::string> names, refusals;
    if (!wishes.mayUse)
        refusals.emplace_back("as it was asked for");
    else if (!probe().problem.empty())
        refusals.push_back(probe().problem);
    for (const Device& device : wishes.mayUse ? probe().devices : std::vector<Device>()) {
        // One budget for all: the networks' batches are as large on each of them.
        const std::uint64_t memory = std::min(chosen.memory, halfOfWhatIsFree(device));
        const auto opened = opens({.threads = 1, .device = device.index, .memoryLimit = memory});
        if (!opened) {
            refusals.push_back(device.name + ": " + opened.error());
            continue;
        }
        chosen.memory = memory;
        chosen.devices.push_back(device.index);
        names.push_back(device.name);
    }
    chosen.sentence = chosen.isProcessor() ? "CPU, " + std::to_string(wishes.threads) + " threads"
                                           : joined(names, " + ") + ", ONNX Runtime " + runtimeVersion;
    if (!refusals.empty())
        chosen.sentence += " (" + joined(refusals, "; ") + ")";
    return chosen;
}

} // namespace sheaf::gpu
