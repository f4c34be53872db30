// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuda_driver.h"

#include "shared_library.h"

#include <array>
#include <cstdio>

namespace sheaf::gpu {

namespace {

// The few declarations of the CUDA driver API that are needed (cuda.h), stable since CUDA 3.2 and 9.2 (uuid).
using CuResult = int;
using CuDevice = int;
struct CuUuid
{
    std::array<unsigned char, 16> bytes;
};
constexpr CuResult cudaSuccess = 0;
constexpr CuResult cudaErrorNoDevice = 100;
constexpr int attributeComputeMajor = 75;
constexpr int attributeComputeMinor = 76;

struct Driver
{
    CuResult (*init)(unsigned flags) = nullptr;
    CuResult (*driverVersion)(int* version) = nullptr;
    CuResult (*deviceCount)(int* count) = nullptr;
    CuResult (*device)(CuDevice* device, int ordinal) = nullptr;
    CuResult (*name)(char* name, int size, CuDevice device) = nullptr;
    CuResult (*uuid)(CuUuid* uuid, CuDevice device) = nullptr;
    CuResult (*totalMemory)(std::size_t* bytes, CuDevice device) = nullptr;
    CuResult (*attribute)(int* value, int attribute, CuDevice device) = nullptr;

    bool load(const SharedLibrary& library)
    {
        return library.load(init, "cuInit") && library.load(driverVersion, "cuDriverGetVersion") &&
               library.load(deviceCount, "cuDeviceGetCount") && library.load(device, "cuDeviceGet") &&
               library.load(name, "cuDeviceGetName") && library.load(uuid, "cuDeviceGetUuid") &&
               library.load(totalMemory, "cuDeviceTotalMem_v2") && library.load(attribute, "cuDeviceGetAttribute");
    }
};

std::string text(const CuUuid& uuid)
{
    std::string result = "GPU-";
    for (std::size_t i = 0; i < uuid.bytes.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10)
            result += '-';
        std::array<char, 3> hex{};
        std::snprintf(hex.data(), hex.size(), "%02x", unsigned(uuid.bytes[i]));
        result += hex.data();
    }
    return result;
}

bool describe(const Driver& driver, int ordinal, Device& out)
{
    CuDevice device = 0;
    std::array<char, 256> name{};
    std::size_t memory = 0;
    CuUuid uuid{};
    if (driver.device(&device, ordinal) != cudaSuccess ||
        driver.name(name.data(), int(name.size()) - 1, device) != cudaSuccess ||
        driver.totalMemory(&memory, device) != cudaSuccess || driver.uuid(&uuid, device) != cudaSuccess ||
        driver.attribute(&out.computeMajor, attributeComputeMajor, device) != cudaSuccess ||
        driver.attribute(&out.computeMinor, attributeComputeMinor, device) != cudaSuccess)
        return false;
    out.index = ordinal;
    out.name = name.data();
    out.uuid = text(uuid);
    out.memoryBytes = memory;
    return true;
}

} // namespace

Probe askCudaDriver()
{
    Probe probe;
    const SharedLibrary library("libcuda.so.1");
    if (!library) {
        probe.problem = "no CUDA driver: " + library.problem();
        return probe;
    }
    Driver driver;
    if (!driver.load(library)) {
        probe.problem = "the CUDA driver is too old";
        return probe;
    }
    driver.driverVersion(&probe.cudaVersion);
    const CuResult started = driver.init(0);
    if (started != cudaSuccess) {
        probe.problem = started == cudaErrorNoDevice
                            ? "no CUDA device"
                            : "the CUDA driver does not start (error " + std::to_string(started) + ")";
        return probe;
    }
    int count = 0;
    driver.deviceCount(&count);
    for (int ordinal = 0; ordinal < count; ++ordinal) {
        if (Device device; describe(driver, ordinal, device))
            probe.devices.push_back(std::move(device));
    }
    if (probe.devices.empty())
        probe.problem = count > 0 ? "the CUDA driver does not describe its devices" : "no CUDA device";
    return probe;
}

} // namespace sheaf::gpu
