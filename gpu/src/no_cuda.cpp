// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/device_probe.h"

/** The probe of a build without CUDA. */
namespace sheaf::gpu {

const Probe& probe()
{
    static const Probe none{.devices = {}, .driverVersion = {}, .cudaVersion = 0, .problem = "built without CUDA"};
    return none;
}

std::optional<DeviceUse> use(int)
{
    return std::nullopt;
}

} // namespace sheaf::gpu
