// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>
#include <cstring>

/** Stands in for libnvidia-ml.so.1; numbers its two devices the other way round than the driver, as NVML may. */
namespace {

char devices[2];

long long indexOf(const void* handle)
{
    return static_cast<const char*>(handle) - devices;
}

} // namespace

extern "C" {

int nvmlInit_v2()
{
    return 0;
}

int nvmlSystemGetDriverVersion(char* version, unsigned size)
{
    std::snprintf(version, size, "580.65.06");
    return 0;
}

int nvmlDeviceGetHandleByUUID(const char* uuid, void** handle)
{
    if (std::strcmp(uuid, "GPU-a0a0a0a0-a0a0-a0a0-a0a0-a0a0a0a0a0a0") == 0)
        *handle = &devices[1];
    else if (std::strcmp(uuid, "GPU-a1a1a1a1-a1a1-a1a1-a1a1-a1a1a1a1a1a1") == 0)
        *handle = &devices[0];
    else
        return 6;
    return 0;
}

int nvmlDeviceGetUtilizationRates(void* handle, unsigned* rates)
{
    rates[0] = indexOf(handle) == 1 ? 87 : 3;
    rates[1] = 40;
    return 0;
}

int nvmlDeviceGetMemoryInfo(void* handle, unsigned long long* memory)
{
    memory[0] = 24ULL << 30;
    memory[2] = indexOf(handle) == 1 ? 5ULL << 30 : 1ULL << 30;
    memory[1] = memory[0] - memory[2];
    return 0;
}

int nvmlDeviceGetTemperature(void* handle, int, unsigned* temperature)
{
    if (indexOf(handle) != 1)
        return 3; // not supported
    *temperature = 61;
    return 0;
}
}
