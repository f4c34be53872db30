// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine_device.h"

#include "gpu/device_probe.h"
#include "kernel_library.h"

#include <algorithm>

namespace sheaf::gpu {

namespace {

std::string joined(const std::vector<std::string>& parts, const char* between)
{
    std::string all;
    for (const std::string& part : parts)
        all += (all.empty() ? "" : between) + part;
    return all;
}

} // namespace

std::uint64_t roomOn(std::uint64_t memory, std::uint64_t taken, std::uint64_t wished)
{
    constexpr std::uint64_t fair = std::uint64_t(4) << 30; // a page's search alone wants half of a gigabyte
    const std::uint64_t free = memory - std::min(taken, memory);
    return std::min(free / 2, wished > 0 ? wished : std::max(fair, free / 4));
}

NetworkPlaces EngineDevice::places(const NetworkBudget& budget, int threadsOfRun) const
{
    NetworkPlaces places{.sessions = {}, .roads = {}, .budget = budget, .planner = planner.get(), .tell = tell};
    if (isProcessor())
        places.sessions.push_back({.threads = threadsOfRun});
    for (const int device : devices)
        places.sessions.push_back({threadsOfRun, device, budget.ofSession(memory)});
    for (const auto& road : roads)
        places.roads.push_back(road.get());
    return places;
}

void EngineDevice::openRoads(const std::string& kernelLibrary)
{
    if (isProcessor())
        return;
    const auto kernels = openDeviceKernels(kernelLibrary);
    std::string problem = kernels ? std::string() : kernels.error();
    for (std::size_t i = 0; i < devices.size() && problem.empty(); ++i) {
        if (auto road = DeviceRoad::open(**kernels, devices[i]))
            roads.push_back(std::move(*road));
        else
            problem = road.error();
    }
    if (problem.empty())
        return;
    roads.clear();
    sentence += ", without kernels (" + problem + ")";
}

void EngineDevice::forget(const Bitmap& page) const
{
    for (const auto& road : roads)
        road->forget(page);
}

EngineDevice chooseDevices(const DeviceWishes& wishes, const std::string& runtimeVersion, const OpensModel& opens)
{
    EngineDevice chosen;
    chosen.threads = wishes.threads;
    std::vector<std::string> names, refusals;
    if (!wishes.mayUse)
        refusals.emplace_back("as it was asked for");
    else if (!probe().problem.empty())
        refusals.push_back(probe().problem);
    for (const Device& device : wishes.mayUse ? probe().devices : std::vector<Device>()) {
        // One budget for all: the networks' batches are as large on each of them.
        const std::optional<DeviceUse> used = use(device.index);
        const std::uint64_t room = roomOn(device.memoryBytes, used ? used->memoryUsedBytes : 0, wishes.memory);
        const std::uint64_t memory = chosen.devices.empty() ? room : std::min(chosen.memory, room);
        const auto opened = opens({.threads = 1, .device = device.index, .memoryLimit = memory});
        if (!opened) {
            refusals.push_back(device.name + ": " + opened.error());
            continue;
        }
        chosen.memory = memory;
        chosen.devices.push_back(device.index);
        names.push_back(device.name);
    }
    if (!chosen.isProcessor())
        chosen.planner = std::make_shared<Planner>(wishes.threads);
    chosen.sentence = chosen.isProcessor() ? "CPU, " + std::to_string(wishes.threads) + " threads"
                                           : joined(names, " + ") + ", ONNX Runtime " + runtimeVersion;
    if (!refusals.empty())
        chosen.sentence += " (" + joined(refusals, "; ") + ")";
    return chosen;
}

} // namespace sheaf::gpu
