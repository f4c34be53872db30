// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/workplace.h"

#include "engine_device.h"
#include "gpu/batch_pool.h"

#include <algorithm>
#include <thread>

namespace sheaf::gpu {

struct Workplace::Private
{
    Private(EngineDevice chosen, std::size_t largestBatch)
        : device(std::move(chosen)), pool(device.poolThreads(), largestBatch)
    {}

    const EngineDevice device;
    BatchPool pool;
};

Workplace::Workplace(EngineDevice device, std::size_t largestBatch)
    : d(std::make_unique<Private>(std::move(device), largestBatch))
{}
Workplace::~Workplace() = default;

std::expected<std::shared_ptr<const Workplace>, std::string> Workplace::open(const WorkplaceOptions& options)
{
    const auto runtime = openRuntime(options.runtime);
    if (!runtime)
        return std::unexpected(runtime.error());
    const int threads = options.threads > 0 ? options.threads : std::max(1, int(std::thread::hardware_concurrency()));
    EngineDevice device =
        chooseDevices({options.mayUseDevice, options.deviceMemory, threads}, *runtime,
                      [&](const SessionOptions& place) -> std::expected<void, std::string> {
                          const auto opened = Session::open(options.trialModel, place);
                          return opened ? std::expected<void, std::string>() : std::unexpected(opened.error());
                      });
    device.tell = options.tell;
    device.openRoads(options.kernels);
    return std::make_shared<const Workplace>(std::move(device), options.largestBatch);
}

const std::string& Workplace::name() const
{
    return d->device.sentence;
}

int Workplace::threads() const
{
    return d->pool.threads();
}

double Workplace::busySeconds() const
{
    return d->pool.busySeconds();
}

const EngineDevice& Workplace::device() const
{
    return d->device;
}

BatchPool& Workplace::pool() const
{
    return d->pool;
}

} // namespace sheaf::gpu
