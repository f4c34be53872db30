// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/batch_pool.h"
#include "network.h"

namespace sheaf::gpu {

/** A task that is one image of a network's input. */
struct NetworkTask : Task
{
    using Task::Task;

    std::string error; ///< empty = it has its answer
};

/**
 * A stage that is one network: the tasks of a batch become the images of its input, and each takes its own part of the
 * output. What an image shows and what its answer means is for the kinds of it to say. Thread-safe.
 */
class NetworkStage : public Stage
{
public:
    std::function<void()> prepare(std::span<Task* const> batch) const final;
    /** What is to be done, at once and by several threads, before pages of the usual sizes meet no waiting. */
    std::vector<std::function<void()>> preparations() const;

protected:
    explicit NetworkStage(Network network) : m_network(std::move(network)) {}

    const Network& network() const { return m_network; }
    /** Of the images of a bucket. */
    virtual ImageSize sizeOf(int bucket) const = 0;
    /** Of nearly all tasks on a device. */
    virtual std::vector<int> usualBuckets() const { return {0}; }
    virtual Crop cropOf(const NetworkTask& task) const = 0;
    virtual Look look() const { return {}; }
    /** One image's part of each output. False: the network has another output than it should. */
    virtual bool take(NetworkTask& task, std::span<const Output> outputs) const = 0;

private:
    void run(std::span<NetworkTask* const> tasks, const NetworkInput& input) const;

    Network m_network;
};

/** Sends the tasks, all of which are NetworkTasks, through the stage; "stopped", or the first task's error. */
std::expected<Tasks, std::string> runAll(BatchPool& pool, const Stage& stage, Tasks tasks, const std::stop_token& stop);

} // namespace sheaf::gpu
