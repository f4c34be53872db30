// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "check.h"
#include "device_choice.h"
#include "engine_device.h"
#include "gpu/batch_pool.h"

#include <array>
#include <latch>
#include <set>
#include <string>

using namespace sheaf::gpu;
using namespace sheaf::testing;

/** Runs with stand-ins for the driver's libraries, which have two devices of 24 and 25 GB, of which 5 and 1 are taken.
 */
namespace {

constexpr std::uint64_t gigabyte = std::uint64_t(1) << 30;

using Opened = std::expected<void, std::string>;

Opened allOpen(const SessionOptions&)
{
    return {};
}

void allDevicesAreTaken()
{
    std::set<int> asked;
    const EngineDevice chosen = chooseDevices({true, 3 * gigabyte, 8}, "1.2.3", [&](const SessionOptions& place) {
        asked.insert(place.device);
        return allOpen(place);
    });
    CHECK((asked == std::set<int>{0, 1}));
    CHECK((chosen.devices == std::vector<int>{0, 1}));
    CHECK(chosen.sentence == "Fake GPU 0 + Fake GPU 1, ONNX Runtime 1.2.3");
    CHECK(chosen.poolThreads() == 24);
    const auto sessions = chosen.places(1, 0.5, 3).sessions;
    CHECK(sessions.size() == 2 && sessions[0].device == 0 && sessions[1].device == 1);
    CHECK(sessions.size() == 2 && sessions[1].memoryLimit == gigabyte / 2); // of each of three shapes
}

void halfOfWhatIsFreeIsLeftAlone()
{
    const EngineDevice chosen = chooseDevices({true, 100 * gigabyte, 8}, "1.2.3", allOpen);
    CHECK(chosen.memory == (24 - 5) * gigabyte / 2);
}

void aQuarterIsTakenWhereNothingIsSaid()
{
    const EngineDevice chosen = chooseDevices({true, 0, 8}, "1.2.3", allOpen);
    CHECK(chosen.memory == (24 - 5) * gigabyte / 4);
}

void aDeviceThatTakesNoModelIsLeftOutAndNamed()
{
    const auto onlySecond = [](const SessionOptions& place) -> Opened {
        return place.device == 1 ? Opened() : std::unexpected(std::string("no cuDNN"));
    };
    const EngineDevice chosen = chooseDevices({true, gigabyte, 8}, "1.2.3", onlySecond);
    CHECK((chosen.devices == std::vector<int>{1}));
    CHECK(chosen.sentence == "Fake GPU 1, ONNX Runtime 1.2.3 (Fake GPU 0: no cuDNN)");
}

void withoutOneTheProcessorIsTaken()
{
    const auto none = [](const SessionOptions&) -> Opened { return std::unexpected(std::string("no cuDNN")); };
    const EngineDevice chosen = chooseDevices({true, gigabyte, 8}, "1.2.3", none);
    CHECK(chosen.isProcessor() && chosen.poolThreads() == 8);
    CHECK(chosen.sentence == "CPU, 8 threads (Fake GPU 0: no cuDNN; Fake GPU 1: no cuDNN)");
    const auto sessions = chosen.places(2, 0.5, 3).sessions;
    CHECK(sessions.size() == 1 && sessions[0].device == -1 && sessions[0].threads == 2 && sessions[0].memoryLimit == 0);
}

void theProcessorCanBeAskedFor()
{
    bool asked = false;
    const EngineDevice chosen = chooseDevices({false, gigabyte, 8}, "1.2.3", [&](const SessionOptions& place) {
        asked = true;
        return allOpen(place);
    });
    CHECK(!asked && chosen.isProcessor() && chosen.sentence == "CPU, 8 threads (as it was asked for)");
}

/** Its first run on a device waits until all devices have one. */
class FakeNetwork : public Stage
{
public:
    const char* name() const override { return "fake"; }
    std::size_t largestBatch(int) const override { return 3; }
    std::function<void()> prepare(std::span<Task* const> batch) const override
    {
        const auto place = std::make_shared<DeviceChoice::Place>(choice);
        return [this, place, images = int(batch.size())] {
            const DeviceChoice::Turn turn(*place);
            mostUnderway = std::max(mostUnderway.load(), ++underway[place->device()]);
            imagesOn[place->device()] += images;
            if (++runsOn[place->device()] == 1)
                allBusy.arrive_and_wait();
            --underway[place->device()];
        };
    }

    static constexpr int devices = 3;
    mutable DeviceChoice choice{devices};
    mutable std::array<std::atomic<int>, devices> underway{}, runsOn{}, imagesOn{};
    mutable std::atomic<int> mostUnderway = 0;
    mutable std::latch allBusy{devices};
};

void thePoolsWorkIsSharedByAllDevices()
{
    constexpr int rounds = 20;
    const FakeNetwork network;
    BatchPool pool(4 * FakeNetwork::devices);
    Tasks tasks;
    for (int i = 0; i < 3 * rounds * FakeNetwork::devices; ++i)
        tasks.push_back(std::make_unique<Task>());
    pool.run(network, std::move(tasks));
    CHECK(network.mostUnderway == 1);
    int images = 0;
    for (const std::atomic<int>& ofDevice : network.imagesOn)
        images += ofDevice;
    CHECK(images == 3 * rounds * FakeNetwork::devices);
}

} // namespace

int main(int argc, char* argv[])
{
    return runCases({{"all_devices_are_taken", allDevicesAreTaken},
                     {"half_of_what_is_free_is_left_alone", halfOfWhatIsFreeIsLeftAlone},
                     {"a_quarter_is_taken_where_nothing_is_said", aQuarterIsTakenWhereNothingIsSaid},
                     {"a_device_that_takes_no_model_is_left_out_and_named", aDeviceThatTakesNoModelIsLeftOutAndNamed},
                     {"without_one_the_processor_is_taken", withoutOneTheProcessorIsTaken},
                     {"the_processor_can_be_asked_for", theProcessorCanBeAskedFor},
                     {"the_pools_work_is_shared_by_all_devices", thePoolsWorkIsSharedByAllDevices}},
                    argc > 1 ? argv[1] : "");
}
