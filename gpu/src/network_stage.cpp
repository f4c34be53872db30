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
    const auto input = std::make_shared<NetworkInput>(m_network.lay(crops, sizeOf(tasks.front()->bucket), look()));
    for (NetworkTask* task : tasks)
        task->sent = input->size();
    return [this, tasks = std::move(tasks), input] { run(tasks, *input); };
}

void NetworkStage::planAhead() const
{
    for (const int bucket : usualBuckets())
        m_network.planLater(sizeOf(bucket));
}

void NetworkStage::run(std::span<NetworkTask* const> tasks, const NetworkInput& input) const
{
    const Outcome done = m_network.run(input, [&](std::int64_t first, std::span<const Output> outputs) {
        const std::int64_t images = outputs.front().shape[0];
        for (std::int64_t i = 0; i < images && first + i < std::int64_t(tasks.size()); ++i) {
            std::vector<Output> own;
            std::ranges::transform(outputs, std::back_inserter(own),
                                   [i](const Output& output) { return output.ofImage(i); });
            NetworkTask& task = *tasks[std::size_t(first + i)];
            task.isAnswered = take(task, own);
        }
    });
    for (NetworkTask* task : tasks)
        task->error = task->isAnswered ? std::string()
                      : !done          ? done.error()
                                       : std::string("the model to ") + name() + " has an unexpected output";
}

std::expected<Tasks, std::string> NetworkStage::answer(BatchPool& pool, Tasks tasks, const std::stop_token& stop) const
{
    std::string error;
    // A device that failed with a batch gets no other: each may do so once before the processor has its turn.
    for (std::size_t tries = 0; tries <= m_network.deviceCount(); ++tries) {
        Tasks open;
        std::vector<std::size_t> places;
        for (std::size_t i = 0; i < tasks.size(); ++i) {
            if (!static_cast<const NetworkTask&>(*tasks[i]).isAnswered) {
                places.push_back(i);
                open.push_back(std::move(tasks[i]));
            }
        }
        if (open.empty())
            return tasks;
        open = pool.run(*this, std::move(open), stop);
        if (open.empty())
            return std::unexpected(std::string("stopped"));
        error.clear();
        for (std::size_t i = 0; i < open.size(); ++i) {
            if (error.empty())
                error = static_cast<const NetworkTask&>(*open[i]).error;
            tasks[places[i]] = std::move(open[i]);
        }
        if (error.empty())
            return tasks;
    }
    return std::unexpected(error);
}

} // namespace sheaf::gpu
