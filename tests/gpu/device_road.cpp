// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "device_road.h"
#include "check.h"
#include "kernel_library.h"
#include "shared_library.h"

#include <cstdlib>
#include <random>
#include <thread>

using namespace sheaf::gpu;
using namespace sheaf::testing;

/** Runs with a stand-in for the kernels' library, whose device is the host. */
namespace {

const SharedLibrary& library()
{
    static const SharedLibrary opened(HOST_DEVICE);
    return opened;
}

std::size_t told(const char* function)
{
    std::size_t (*ask)() = nullptr;
    CHECK(library().load(ask, function));
    return ask ? ask() : 0;
}

std::unique_ptr<DeviceRoad> openRoad()
{
    const auto kernels = openDeviceKernels(HOST_DEVICE);
    CHECK(kernels.has_value());
    auto road = DeviceRoad::open(**kernels, 0);
    CHECK(road.has_value());
    return std::move(*road);
}

struct NoisyPage
{
    static constexpr int width = 120, height = 90;
    std::vector<std::uint8_t> pixels = std::vector<std::uint8_t>(std::size_t(width) * height * 4);
    Bitmap bitmap{pixels.data(), width, height};

    explicit NoisyPage(unsigned seed)
    {
        std::mt19937 dice(seed);
        for (std::uint8_t& value : pixels)
            value = std::uint8_t(dice());
    }
};

void cropsAreWhatTheHostMakesOfThem()
{
    const auto road = openRoad();
    const NoisyPage first(1), second(2);
    const std::vector<Crop> crops{{&first.bitmap, {60, 40, 0.8F, 0.6F, 70, 20}, {50, 16}},
                                  {&second.bitmap, {30, 30, 1, 0, 100, 70}, {64, 20}},
                                  {&first.bitmap, {10, 80, 0, 1, 30, 30}, {20, 20}}};
    const Look look{textNormalisation, 0.25F};
    const auto batch = road->sample(crops, {64, 20}, 4, look); // of which the last shows nothing
    Tensor host;
    host.reshape(3, 3, 20, 64);
    for (std::size_t i = 0; i < crops.size(); ++i)
        sampleImage(crops[i], look, host, int(i));
    CHECK(batch.has_value());
    std::vector<float> there(host.values.size());
    CHECK(batch && !road->download(static_cast<const float*>(batch->get()), there));
    CHECK(there == host.values);
}

void aPageGoesThereOnceHoweverManyAskForIt()
{
    const auto road = openRoad();
    const NoisyPage page(3);
    const std::size_t before = told("hostDeviceCopied"), free = told("hostDeviceTaken");
    {
        std::vector<std::jthread> askers;
        for (int i = 0; i < 8; ++i)
            askers.emplace_back([&] {
                const Crop crop{&page.bitmap, {60, 40, 1, 0, 32, 16}, {32, 16}};
                CHECK(road->sample(std::span(&crop, 1), {32, 16}, 1, {}).has_value());
            });
    }
    CHECK(told("hostDeviceCopied") - before == page.pixels.size());
    CHECK(told("hostDeviceTaken") - free == page.pixels.size());
    road->forget(page.bitmap);
    CHECK(told("hostDeviceTaken") == free);
}

void withoutRoomItSaysSo()
{
    const auto road = openRoad();
    const NoisyPage page(4);
    const Crop crop{&page.bitmap, {60, 40, 1, 0, 32, 16}, {32, 16}};
    setenv("HOST_DEVICE_BYTES", "1000", 1);
    const auto batch = road->sample(std::span(&crop, 1), {32, 16}, 1, {});
    unsetenv("HOST_DEVICE_BYTES");
    CHECK(!batch && batch.error() == "out of memory");
    road->forget(page.bitmap);
}

void pinnedMemoryIsUsedAgain()
{
    const auto road = openRoad();
    auto first = road->pinned(100);
    const float* const place = first->get();
    const auto second = road->pinned(50);
    CHECK(second->get() != place);
    first->reset();
    CHECK(road->pinned(80)->get() == place);
}

void theKernelsAreOpenedOnce()
{
    CHECK(openDeviceKernels(HOST_DEVICE).has_value());
    CHECK(openDeviceKernels("/nowhere/libsheaf_cuda.so").has_value());
}

} // namespace

int main(int argc, char* argv[])
{
    return runCases({{"crops_are_what_the_host_makes_of_them", cropsAreWhatTheHostMakesOfThem},
                     {"a_page_goes_there_once_however_many_ask_for_it", aPageGoesThereOnceHoweverManyAskForIt},
                     {"without_room_it_says_so", withoutRoomItSaysSo},
                     {"pinned_memory_is_used_again", pinnedMemoryIsUsedAgain},
                     {"the_kernels_are_opened_once", theKernelsAreOpenedOnce}},
                    argc > 1 ? argv[1] : "");
}
