// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/device_probe.h"

#include <atomic>
#include <cstdio>
#include <map>
#include <string_view>
#include <thread>

using namespace sheaf::gpu;

namespace {

std::atomic<int> failures = 0;

void check(bool holds, const char* what)
{
    if (!holds) {
        std::fprintf(stderr, "does not hold: %s\n", what);
        ++failures;
    }
}
#define CHECK(condition) check(condition, #condition)

void twoDevices()
{
    const Probe& found = probe();
    CHECK(found.problem.empty());
    CHECK(found.devices.size() == 2);
    CHECK(found.cudaVersion == 13000);
    CHECK(found.driverVersion == "580.65.06");
    if (found.devices.size() != 2)
        return;
    const Device& second = found.devices[1];
    CHECK(second.index == 1);
    CHECK(second.name == "Fake GPU 1");
    CHECK(second.uuid == "GPU-a1a1a1a1-a1a1-a1a1-a1a1-a1a1a1a1a1a1");
    CHECK(second.memoryBytes == 25ULL << 30);
    CHECK(second.computeMajor == 9 && second.computeMinor == 1);
}

void useOfEachDevice()
{
    const std::optional<DeviceUse> first = use(0), second = use(1);
    CHECK(first && first->utilisation == 0.87 && first->temperatureC == 61);
    CHECK(first && first->memoryUsedBytes == 5ULL << 30 && first->memoryTotalBytes == 24ULL << 30);
    CHECK(second && second->utilisation == 0.03 && second->temperatureC == 0);
    CHECK(!use(2));
    CHECK(!use(-1));
}

void manyThreads()
{
    std::vector<std::jthread> threads;
    for (int i = 0; i < 8; ++i)
        threads.emplace_back([] {
            CHECK(probe().devices.size() == 2);
            CHECK(use(1).has_value());
        });
}

void driverWithoutDevices()
{
    CHECK(probe().devices.empty());
    CHECK(probe().problem == "no CUDA device");
    CHECK(probe().cudaVersion == 13000);
    CHECK(!use(0));
}

/** Whatever it has: either devices with names and memory, or the reason why not. */
void thisMachine()
{
    CHECK(probe().devices.empty() != probe().problem.empty());
    for (const Device& device : probe().devices)
        CHECK(!device.name.empty() && device.memoryBytes > 0 && device.computeMajor > 0);
    CHECK(&probe() == &probe());
    std::printf("%zu devices, %s\n", probe().devices.size(), probe().problem.c_str());
}

void builtWithoutCuda()
{
    CHECK(probe().devices.empty());
    CHECK(probe().problem == "built without CUDA");
    CHECK(!use(0));
}

} // namespace

int main(int count, char** arguments)
{
    const std::map<std::string_view, void (*)()> cases{
        {"two_devices", &twoDevices},   {"use_of_each_device", &useOfEachDevice},
        {"many_threads", &manyThreads}, {"driver_without_devices", &driverWithoutDevices},
        {"this_machine", &thisMachine}, {"built_without_cuda", &builtWithoutCuda},
    };
    const auto chosen = cases.find(count == 2 ? arguments[1] : "");
    if (chosen == cases.end()) {
        std::fputs("name one case\n", stderr);
        return 2;
    }
    chosen->second();
    return failures == 0 ? 0 : 1;
}
