// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "check.h"
#include "gpu/batch_pool.h"
#include "gpu/run_observer.h"
#include "network.h"

#include <algorithm>
#include <latch>
#include <vector>

using namespace sheaf::gpu;
using namespace sheaf::testing;

namespace {

struct Numbered : Task
{
    Numbered(int list, int bucketOfShape) : Task(bucketOfShape), number(list) {}

    const int number;
    bool done = false;
};

/** Writes down the lists whose tasks share a run. Its first run waits until all lists are there. */
class Recorder : public Stage
{
public:
    explicit Recorder(std::size_t largest) : m_largest(largest) {}

    const char* name() const override { return "recorder"; }
    std::size_t largestBatch(int) const override { return m_largest; }
    std::function<void()> prepare(std::span<Task* const> batch) const override
    {
        std::vector<int> numbers;
        for (Task* task : batch)
            numbers.push_back(static_cast<Numbered*>(task)->number);
        return [this, numbers, tasks = std::vector<Task*>(batch.begin(), batch.end())] {
            if (!m_hasBegun.exchange(true))
                begun.count_down();
            mayGoOn.wait();
            runs.push_back(numbers);
            for (Task* task : tasks)
                static_cast<Numbered*>(task)->done = true;
        };
    }

    mutable std::latch begun{1}, mayGoOn{1};
    mutable std::vector<std::vector<int>> runs;

private:
    std::size_t m_largest;
    mutable std::atomic<bool> m_hasBegun = false;
};

Tasks tasksOf(int list, int count, int bucket = 0)
{
    Tasks tasks;
    for (int i = 0; i < count; ++i)
        tasks.push_back(std::make_unique<Numbered>(list, bucket));
    return tasks;
}

bool allDone(const Tasks& tasks, std::size_t count)
{
    return tasks.size() == count &&
           std::ranges::all_of(tasks, [](const auto& task) { return static_cast<const Numbered&>(*task).done; });
}

void untilListsWait(BatchPool& pool, int count)
{
    while (pool.waitingLists() < count)
        std::this_thread::yield();
}

/** A list of many tasks is running when one of few comes. */
std::vector<std::vector<int>> runsOfTwoLists(std::size_t largest, int bucketOfSecond)
{
    BatchPool pool(1);
    const Recorder stage(largest);
    {
        std::jthread one([&] { CHECK(allDone(pool.run(stage, tasksOf(1, 8)), 8)); });
        stage.begun.wait();
        std::jthread other([&] { CHECK(allDone(pool.run(stage, tasksOf(2, 2, bucketOfSecond)), 2)); });
        untilListsWait(pool, 2);
        stage.mayGoOn.count_down();
    }
    return stage.runs;
}

void listsAreServedInTurn()
{
    // The first run was taken before the second list came.
    const auto runs = runsOfTwoLists(1, 0);
    CHECK((runs == std::vector<std::vector<int>>{{1}, {1}, {2}, {1}, {2}, {1}, {1}, {1}, {1}, {1}}) ||
          (runs == std::vector<std::vector<int>>{{1}, {2}, {1}, {2}, {1}, {1}, {1}, {1}, {1}, {1}}));
}

void aRunGathersTasksOfAllLists()
{
    const auto runs = runsOfTwoLists(4, 0);
    CHECK(runs.size() == 3);
    CHECK(runs.size() > 1 && std::ranges::count(runs[1], 1) == 2 && std::ranges::count(runs[1], 2) == 2);
}

void anotherShapeHasARunOfItsOwn()
{
    for (const std::vector<int>& run : runsOfTwoLists(4, 7))
        CHECK(std::ranges::count(run, run.front()) == std::ptrdiff_t(run.size()));
}

void aPoolMayBoundItsRuns()
{
    const Recorder stage(4);
    stage.mayGoOn.count_down();
    BatchPool pool(1, 2);
    CHECK(allDone(pool.run(stage, tasksOf(1, 5)), 5));
    CHECK((stage.runs == std::vector<std::vector<int>>{{1, 1}, {1, 1}, {1}}));
}

void aStoppedListIsTakenOutAndNotWaitedFor()
{
    BatchPool pool(1);
    const Recorder stage(1);
    std::stop_source stop;
    std::jthread stopped([&] { CHECK(pool.run(stage, tasksOf(1, 100), stop.get_token()).empty()); });
    stage.begun.wait();
    stop.request_stop();
    stopped.join(); // though its first run is still going on
    CHECK(pool.waitingLists() == 0);
    stage.mayGoOn.count_down();
    CHECK(allDone(pool.run(stage, tasksOf(2, 1)), 1));
    CHECK((stage.runs == std::vector<std::vector<int>>{{1}, {2}}));
}

void whoEndsAStageWaitsForItsLastRun()
{
    BatchPool pool(1);
    const Recorder stage(1), other(1);
    std::stop_source stop;
    std::jthread stopped([&] { CHECK(pool.run(stage, tasksOf(1, 2), stop.get_token()).empty()); });
    stage.begun.wait();
    stop.request_stop();
    stopped.join();
    pool.leave(other); // has none
    std::jthread leaving([&] {
        pool.leave(stage);
        CHECK(stage.runs.size() == 1);
    });
    stage.mayGoOn.count_down();
}

void timeOfWorkIsCounted()
{
    BatchPool pool(1);
    const Recorder stage(1);
    CHECK(pool.busySeconds() == 0 && pool.threads() == 1);
    stage.mayGoOn.count_down();
    pool.run(stage, tasksOf(1, 3));
    CHECK(pool.busySeconds() > 0);
}

void anObserverHearsOfEachRun()
{
    std::vector<RunSpan> spans;
    const Recorder stage(2);
    stage.mayGoOn.count_down();
    BatchPool pool(1);
    {
        const RunObserver observer([&](const RunSpan& span) { spans.push_back(span); });
        pool.run(stage, tasksOf(1, 3));
    }
    pool.run(stage, tasksOf(1, 3)); // of which it hears no more
    CHECK(spans.size() == 2);
    for (const RunSpan& span : spans)
        CHECK(std::string(span.stage) == "recorder" && span.thread == 0 && span.papers == 1 && span.begin <= span.end);
    CHECK(spans.size() == 2 && spans[0].tasks == 2 && spans[1].tasks == 1 && spans[0].end <= spans[1].begin);
}

/** A device that takes so many images at once; what it does with them is counted. */
struct FakeDevice
{
    std::int64_t room;
    std::vector<std::int64_t> batches{};

    Run run()
    {
        return [this](const TensorView& input, const TakeOutputs& take) -> Outcome {
            if (input.shape[0] > room)
                return std::unexpected(std::string("out of memory"));
            batches.push_back(input.shape[0]);
            const std::int64_t shape[] = {input.shape[0]};
            const Output output{shape, input.values};
            take(std::span(&output, 1));
            return {};
        };
    }
};

/** Whether each image's own value came back in its place; `filling` images follow them in the batch. */
bool isWhole(FakeDevice& device, FakeDevice& processor, std::int64_t images, std::int64_t filling = 0)
{
    Tensor input;
    input.reshape(images + filling, 1, 1, 1);
    for (std::int64_t i = 0; i < images + filling; ++i)
        input.values[std::size_t(i)] = float(i);
    std::vector<float> answers(std::size_t(images + filling), -1);
    const Outcome done =
        runInParts(input.view(), images, device.run(), processor.run(), [&](std::int64_t first, auto outputs) {
            for (std::int64_t i = 0; i < outputs[0].shape[0]; ++i)
                answers[std::size_t(first + i)] = outputs[0].values[i];
        });
    answers.resize(std::size_t(images));
    input.values.resize(std::size_t(images));
    return done && answers == input.values;
}

void aBatchWithoutRoomIsSplit()
{
    FakeDevice device{3}, processor{1};
    CHECK(isWhole(device, processor, 3) && (device.batches == std::vector<std::int64_t>{3}));
    device.batches.clear();
    CHECK(isWhole(device, processor, 7) && (device.batches == std::vector<std::int64_t>{3, 2, 2}));
    CHECK(processor.batches.empty());
}

void whatFillsABatchIsLeftOutOfItsParts()
{
    FakeDevice device{3}, processor{1};
    CHECK(isWhole(device, processor, 2, 6) && (device.batches == std::vector<std::int64_t>{2}));
    device.batches.clear();
    CHECK(isWhole(device, processor, 5, 3) && (device.batches == std::vector<std::int64_t>{2, 3}));
    FakeDevice none{0};
    CHECK(isWhole(none, processor, 2, 6) && processor.batches.size() == 2);
}

void whatHasNoRoomAloneGoesToTheProcessor()
{
    FakeDevice device{0}, processor{1};
    CHECK(isWhole(device, processor, 3) && processor.batches.size() == 3);
    FakeDevice none{0};
    CHECK(!isWhole(device, none, 3));
}

} // namespace

int main(int argc, char* argv[])
{
    return runCases({{"lists_are_served_in_turn", listsAreServedInTurn},
                     {"a_run_gathers_tasks_of_all_lists", aRunGathersTasksOfAllLists},
                     {"another_shape_has_a_run_of_its_own", anotherShapeHasARunOfItsOwn},
                     {"a_pool_may_bound_its_runs", aPoolMayBoundItsRuns},
                     {"a_stopped_list_is_taken_out_and_not_waited_for", aStoppedListIsTakenOutAndNotWaitedFor},
                     {"who_ends_a_stage_waits_for_its_last_run", whoEndsAStageWaitsForItsLastRun},
                     {"time_of_work_is_counted", timeOfWorkIsCounted},
                     {"an_observer_hears_of_each_run", anObserverHearsOfEachRun},
                     {"a_batch_without_room_is_split", aBatchWithoutRoomIsSplit},
                     {"what_fills_a_batch_is_left_out_of_its_parts", whatFillsABatchIsLeftOutOfItsParts},
                     {"what_has_no_room_alone_goes_to_the_processor", whatHasNoRoomAloneGoesToTheProcessor}},
                    argc > 1 ? argv[1] : "");
}
