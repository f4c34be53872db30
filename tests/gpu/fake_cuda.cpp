// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>
#include <cstdlib>
#include <cstring>

/** Stands in for libcuda.so.1: as many devices as FAKE_CUDA_DEVICES says, two without it. */
namespace {

int deviceCount()
{
    const char* count = std::getenv("FAKE_CUDA_DEVICES");
    return count ? std::atoi(count) : 2;
}

} // namespace

extern "C" {

int cuInit(unsigned)
{
    return deviceCount() > 0 ? 0 : 100;
}

int cuDriverGetVersion(int* version)
{
    *version = 13000;
    return 0;
}

int cuDeviceGetCount(int* count)
{
    *count = deviceCount();
    return 0;
}

int cuDeviceGet(int* device, int ordinal)
{
    *device = ordinal + 40;
    return 0;
}

int cuDeviceGetName(char* name, int size, int device)
{
    std::snprintf(name, static_cast<std::size_t>(size), "Fake GPU %d", device - 40);
    return 0;
}

int cuDeviceGetUuid(unsigned char* uuid, int device)
{
    std::memset(uuid, 0xA0 + device - 40, 16);
    return 0;
}

int cuDeviceTotalMem_v2(std::size_t* bytes, int device)
{
    *bytes = std::size_t(24 + device - 40) << 30;
    return 0;
}

int cuDeviceGetAttribute(int* value, int attribute, int)
{
    *value = attribute == 75 ? 9 : attribute == 76 ? 1 : -1;
    return 0;
}
}
