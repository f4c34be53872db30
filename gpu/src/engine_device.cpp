// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine_device.h"

#include "gpu/device_probe.h"
#include "gpu/session.h"

#include <algorithm>

namespace sheaf::gpu {

namespace {

/** A quarter of what is free, for each of the networks, of which two are large. */
std::uint64_t memoryLimitOf(const Device& device)
{
    constexpr std::uint64_t most = std::uint64_t(2) << 30;
    const std::optional<DeviceUse> used = use(device.index);
    const std::uint64_t taken = used ? used->memoryUsedBytes : 0;
    return std::min(most, (device.memoryBytes - std::min(taken, device.memoryBytes)) / 4);
}

} // namespace

EngineDevice chooseDevice(bool mayUseDevice, const std::string& modelPath, const std::string& runtimeVersion,
                          int threads)
{
    std::string why = mayUseDevice ? probe().problem : "as it was asked for";
    if (mayUseDevice) {
        for (const Device& device : probe().devices) {
            EngineDevice chosen{device.index, memoryLimitOf(device), device.name + ", ONNX Runtime " + runtimeVersion};
            const auto opened = Session::open(modelPath, {threads, chosen.index, chosen.memoryLimit});
            if (opened)
                return chosen;
            why = device.name + ": " + opened.error();
        }
    }
    return {-1, 0, "CPU, " + std::to_string(threads) + " threads (" + why + ")"};
}

} // namespace sheaf::gpu
