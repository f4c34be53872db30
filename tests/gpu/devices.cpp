// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "check.h"
#include "device_choice.h"
#include "engine_device.h"
#include "gpu/batch_pool.h"
#include "network_budget.h"

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
    CHECK(chosen.poolThreads() == 30);
    const auto sessions = chosen.places({0.5, 3}, 1).sessions;
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
    const auto sessions = chosen.places({0.5, 3}, 2).sessions;
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
        const std::shared_ptr<DeviceChoice::Place> place = choice.enter();
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

void batchesGoToTheDeviceThatHasTheFewest()
{
    DeviceChoice choice(2);
    std::vector<std::unique_ptr<DeviceChoice::Place>> places;
    for (int i = 0; i < 9; ++i)
        places.push_back(choice.enter());
    const auto countOn = [&](std::size_t device) {
        return std::ranges::count_if(places, [&](const auto& place) { return place && place->device() == device; });
    };
    CHECK(countOn(0) == 5 && countOn(1) == 4);
    std::erase_if(places, [](const auto& place) { return place->device() == 1; });
    places.push_back(choice.enter());
    CHECK(countOn(0) == 5 && countOn(1) == 1);
}

void aDeviceThatDoesNotAnswerIsLeftOut()
{
    DeviceChoice choice(2);
    CHECK(!choice.blame(0, false) && !choice.blame(0, false));
    choice.praise(0); // the batches were to blame
    CHECK(!choice.blame(0, false) && !choice.blame(0, false) && choice.enter()->device() == 0);
    CHECK(choice.blame(0, false) && choice.enter()->device() == 1);
    CHECK(!choice.blame(0, false)); // is told once
    choice.praise(0);               // a late answer
    CHECK(choice.enter()->device() == 1);
    CHECK(choice.blame(1, true) && !choice.enter());
}

/** What a card's memory is enough for, when one GB of it is taken and nothing is said. */
struct Room
{
    std::uint64_t cardGigabytes;
    std::size_t pages, narrowLines, wideLines, votes;
};

void largeCardsFillTheirBatchesAndSmallOnesWork()
{
    for (const Room& room :
         {Room{8, 1, 23, 5, 15}, {12, 1, 26, 6, 18}, {24, 2, 37, 9, 26}, {80, 8, 64, 32, 32}, {140, 8, 64, 57, 32}}) {
        EngineDevice device;
        device.devices = {0};
        device.memory = roomOn(room.cardGigabytes * gigabyte, gigabyte, 0);
        const auto images = [&](const NetworkBudget& budget, const ImageSize& size) {
            return budget.imagesOfRun(device.places(budget, 1).sessions.front().memoryLimit, size);
        };
        CHECK(images(detectionBudget, {960, 1312}) == room.pages);
        CHECK(images(recognitionBudget, {512, 48}) == room.narrowLines);
        CHECK(images(recognitionBudget, {2048, 48}) == room.wideLines);
        CHECK(images(directionBudget, {192, 48}) == room.votes);
        CHECK(images(orientationBudget, {224, 224}) == 8);
        const std::uint64_t regions = device.places(regionBudget, 1).sessions.front().memoryLimit;
        CHECK(regions >= regionBudget.bytesAPixel * 608 * 800);
    }
}

void thePlannerWorksInOrder()
{
    std::vector<int> done;
    std::latch ended(1);
    Planner planner(1);
    for (int part = 0; part < 5; ++part)
        planner.add([&, part] { done.push_back(part); });
    planner.add([&] { ended.count_down(); });
    ended.wait();
    CHECK((done == std::vector{0, 1, 2, 3, 4}));
}

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
                     {"batches_go_to_the_device_that_has_the_fewest", batchesGoToTheDeviceThatHasTheFewest},
                     {"a_device_that_does_not_answer_is_left_out", aDeviceThatDoesNotAnswerIsLeftOut},
                     {"large_cards_fill_their_batches_and_small_ones_work", largeCardsFillTheirBatchesAndSmallOnesWork},
                     {"the_planner_works_in_order", thePlannerWorksInOrder},
                     {"the_pools_work_is_shared_by_all_devices", thePoolsWorkIsSharedByAllDevices}},
                    argc > 1 ? argv[1] : "");
}
