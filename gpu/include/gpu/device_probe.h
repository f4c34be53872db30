// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <vector>

/** CUDA devices of this machine, through the driver and NVML, both opened at run time: nothing is linked, no GPU is no
 * error. */
namespace sheaf::gpu {

struct Device
{
    int index = 0;
    std::string name; ///< "NVIDIA H100 80GB HBM3"
    std::string uuid;
    std::uint64_t memoryBytes = 0;
    int computeMajor = 0, computeMinor = 0;
};

struct DeviceUse
{
    double utilisation = 0; ///< 0..1, share of time a kernel ran in the last sample
    std::uint64_t memoryUsedBytes = 0, memoryTotalBytes = 0;
    int temperatureC = 0;
};

struct Probe
{
    std::vector<Device> devices;
    std::string driverVersion; ///< "580.65.06", empty = none
    int cudaVersion = 0;       ///< 13000 = 13.0, of the driver
    std::string problem;       ///< why there is no device: "no CUDA driver: libcuda.so.1 is not installed"
};

/** Opens the libraries on the first call (tens of ms with a GPU); later calls answer from memory. Thread-safe. */
const Probe& probe();

/** Opens a shared library by its name or path, for good: what names it later finds it. Else says why not. Thread-safe.
 */
std::expected<void, std::string> openLibrary(const std::string& nameOrPath);

/** Current use of one device; nothing without NVML. Thread-safe, a fraction of a millisecond. */
std::optional<DeviceUse> use(int index);

} // namespace sheaf::gpu
