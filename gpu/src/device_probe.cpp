// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/device_probe.h"

#include "cuda_driver.h"
#include "nvml.h"

namespace sheaf::gpu {

namespace {

const Nvml& nvml()
{
    static const Nvml instance;
    return instance;
}

} // namespace

const Probe& probe()
{
    static const Probe result = [] {
        Probe found = askCudaDriver();
        found.driverVersion = nvml().driverVersion();
        return found;
    }();
    return result;
}

std::optional<DeviceUse> use(int index)
{
    for (const Device& device : probe().devices) {
        if (device.index == index)
            return nvml().use(device.uuid);
    }
    return std::nullopt;
}

} // namespace sheaf::gpu
