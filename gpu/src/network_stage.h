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

    ImageSize sent;    ///< of the image; its bucket's or larger
    std::string error; ///< why it has no answer
    bool isAnswered = false;
};

/**
 * A stage that is one network: the tasks of a batch become the images of its input, and each takes its own part of the
 * output. What an image shows and what its answer means is for the kinds of it to say. Thread-safe.
 */
class NetworkStage : public Stage
{
public:
    std::size_t largestBatch(int bucket) const final { return m_network.largestBatch(sizeOf(bucket)); }
    std::function<void()> prepare(std::span<Task* const> batch) const final;
    /** Has planned what nearly all pages need. */
    void planAhead() const;

    /** Sends the tasks, all of which are NetworkTasks, through the stage; "stopped", or the first task's error. */
    std::expected<Tasks, std::string> answer(BatchPool& pool, Tasks tasks, const std::stop_token& stop) const;

protected:
    explicit NetworkStage(Network network) : m_network(std::move(network)) {}

    const Network& network() const { return m_network; }
    /** Of the images of a bucket. */
    virtual ImageSize sizeOf(int bucket) const = 0;
    /** Of nearly all tasks on a device, in the order in which they are to be planned. */
    virtual std::vector<int> usualBuckets() const { return {0}; }
    virtual Crop cropOf(const NetworkTask& task) const = 0;
    virtual Look look() const { return {}; }
    /** One image's part of each output. False: the network has another output than it should. */
    virtual bool take(NetworkTask& task, std::span<const Output> outputs) const = 0;

private:
    void run(std::span<NetworkTask* const> tasks, const NetworkInput& input) const;

    Network m_network;
};

/** Ends when no run goes through it any more: a stopped one may. */
template <typename Kind> using OwnedStage = std::unique_ptr<const Kind, std::function<void(const Kind*)>>;

template <typename Kind> OwnedStage<Kind> ownedStage(std::unique_ptr<const Kind> stage, BatchPool& pool)
{
    return {stage.release(), [&pool](const Kind* ending) {
                pool.leave(*ending);
                delete ending;
            }};
}

} // namespace sheaf::gpu
