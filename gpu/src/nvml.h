// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/device_probe.h"

namespace sheaf::gpu {

/** NVML (libnvidia-ml.so.1): driver version and current use. Opened and started once. Thread-safe. */
class Nvml
{
public:
    Nvml();

    std::string driverVersion() const;
    /** By UUID, because NVML and CUDA number the devices differently. Nothing without NVML. */
    std::optional<DeviceUse> use(const std::string& uuid) const;

private:
    using Handle = struct DeviceHandle*;
    struct Utilisation
    {
        unsigned gpu, memory;
    };
    struct Memory
    {
        unsigned long long total, free, used;
    };

    bool m_started = false;
    int (*m_driverVersion)(char* version, unsigned size) = nullptr;
    int (*m_byUuid)(const char* uuid, Handle* device) = nullptr;
    int (*m_utilisation)(Handle device, Utilisation* out) = nullptr;
    int (*m_memory)(Handle device, Memory* out) = nullptr;
    int (*m_temperature)(Handle device, int sensor, unsigned* out) = nullptr;
};

} // namespace sheaf::gpu
