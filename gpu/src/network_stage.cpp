// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "network_stage.h"

#include <algorithm>
#include <functional>

namespace sheaf::gpu {

std::function<void()> NetworkStage::prepare(std::span<Task* const> batch) const
{
    std::vector<NetworkTask*> tasks;
    std::vector<Crop> crops;
    for (Task* task : batch) {
        tasks.push_back(static_cast<NetworkTask*>(task));
        crops.push_back(cropOf(*tasks.back()));
    }
    const std::size_t images = m_network.isOnDevice() ? largestBatch(tasks.front()->bucket) : tasks.size();
    const auto input =
        std::make_shared<NetworkInput>(m_network.lay(crops, sizeOf(tasks.front()->bucket), images, look()));
    return [this, tasks = std::move(tasks), input] { run(tasks, *input); };
}

std::vector<std::function<void()>> NetworkStage::preparations() const
{
    std::vector<std::function<void()>> all;
    if (m_network.isOnDevice())
        for (const int bucket : usualBuckets())
            all.emplace_back([this, bucket] { m_network.makeReady(sizeOf(bucket), largestBatch(bucket)); });
    return all;
}

void NetworkStage::run(std::span<NetworkTask* const> tasks, const NetworkInput& input) const
{
    bool fits = true;
    const Outcome done = m_network.run(input, [&](std::int64_t first, std::span<const Output> outputs) {
        const std::int64_t images = outputs.front().shape[0];
        for (std::int64_t i = 0; i < images && first + i < std::int64_t(tasks.size()); ++i) {
            std::vector<Output> own;
            std::ranges::transform(outputs, std::back_inserter(own),
                                   [i](const Output& output) { return output.ofImage(i); });
            fits = take(*tasks[std::size_t(first + i)], own) && fits;
        }
    });
    for (NetworkTask* task : tasks)
        task->error = !done  ? done.error()
                      : fits ? std::string()
                             : std::string("the model to ") + name() + " has an unexpected output";
}

std::expected<Tasks, std::string> runAll(BatchPool& pool, const Stage& stage, Tasks tasks, const std::stop_token& stop)
{
    if (tasks.empty())
        return tasks;
    tasks = pool.run(stage, std::move(tasks), stop);
    if (tasks.empty())
        return std::unexpected(std::string("stopped"));
    for (const auto& task : tasks)
        if (const std::string& error = static_cast<const NetworkTask&>(*task).error; !error.empty())
            return std::unexpected(error);
    return tasks;
}

} // namespace sheaf::gpu
