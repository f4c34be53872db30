// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "network.h"

#include <algorithm>
#include <filesystem>

namespace sheaf::gpu {

Outcome runInParts(const TensorView& input, std::int64_t used, const Run& run, const Run& otherwise,
                   const TakeFrom& take)
{
    const auto takeAll = [&](std::span<const Output> outputs) { take(0, outputs); };
    if (Outcome done = run(input, takeAll))
        return done;
    if (input.shape[0] == 1)
        return otherwise(input, takeAll);
    const std::int64_t half = used < input.shape[0] ? used : used / 2;
    for (const auto& [first, count] : {std::pair{std::int64_t(0), half}, {half, used - half}}) {
        const auto takePart = [&, offset = first](std::int64_t from, std::span<const Output> outputs) {
            take(offset + from, outputs);
        };
        if (count == 0)
            continue;
        if (Outcome done = runInParts(input.images(first, count), count, run, otherwise, takePart); !done)
            return done;
    }
    return {};
}

/** Its session is there from the beginning, or opened when it has to help a device. */
struct Network::OnProcessor
{
    std::string modelPath;
    int threads = 1;
    std::once_flag once;
    std::expected<Session, std::string> session = std::unexpected(std::string());

    const std::expected<Session, std::string>& opened()
    {
        std::call_once(once, [this] { session = Session::open(modelPath, {.threads = threads}); });
        return session;
    }
};

Network::Network() : m_processor(std::make_shared<OnProcessor>()) {}

std::expected<Network, std::string> Network::open(const std::string& modelPath, const NetworkPlaces& places,
                                                  Answer answer)
{
    Network network;
    network.m_name = std::filesystem::path(modelPath).stem().string();
    network.m_options = places.sessions.front();
    network.m_budget = places.budget;
    network.m_tell = places.tell;
    network.m_processor->modelPath = modelPath;
    network.m_processor->threads = network.m_options.threads;
    if (network.m_options.device < 0) {
        const auto& session = network.m_processor->opened();
        if (!session)
            return std::unexpected(session.error());
        network.m_metadata = session->metadata();
        return network;
    }
    for (std::size_t i = 0; i < places.sessions.size(); ++i) {
        auto device = DeviceNetwork::open(modelPath, places, i, answer);
        if (!device)
            return std::unexpected(device.error());
        network.m_devices.push_back(std::move(*device));
    }
    network.m_metadata = network.m_devices.front()->metadata();
    network.m_choice = std::make_unique<DeviceChoice>(network.m_devices.size());
    return network;
}

std::size_t Network::largestBatch(const ImageSize& size) const
{
    return isOnDevice() ? m_budget.imagesOfRun(m_options.memoryLimit, size) : 1;
}

TensorShape Network::shapeOf(const ImageSize& size) const
{
    return {std::int64_t(largestBatch(size)), 3, size.rows, size.columns};
}

void Network::planLater(const ImageSize& size) const
{
    for (const auto& device : m_devices)
        device->planLater(shapeOf(size));
}

NetworkInput Network::lay(std::span<const Crop> crops, const ImageSize& size, const Look& look) const
{
    NetworkInput input;
    input.used = std::int64_t(crops.size());
    TensorShape shape{input.used, 3, size.rows, size.columns};
    if (m_choice)
        input.place = m_choice->enter();
    if (input.place) {
        DeviceNetwork& device = *m_devices[input.place->device()];
        shape = device.shapeFor(shapeOf(size), input.used);
        if (DeviceRoad* const road = device.road()) {
            if (auto memory = road->sample(crops, {int(shape[3]), int(shape[2])}, shape[0], look)) {
                input.onDevice = std::move(*memory);
                input.view = {shape, static_cast<float*>(input.onDevice.get()), true};
                return input;
            }
        }
    }
    // The processor, a device without kernels, or one without room: the host's loop does the same.
    input.onHost = std::make_unique<Tensor>();
    input.onHost->reshape(shape[0], shape[1], shape[2], shape[3]);
    for (std::size_t i = 0; i < crops.size(); ++i)
        sampleImage(crops[i], look, *input.onHost, int(i));
    input.view = input.onHost->view();
    return input;
}

Outcome Network::run(const NetworkInput& input, const TakeFrom& take) const
{
    if (!input.place)
        return runOnProcessor(input, input.view, [&](std::span<const Output> outputs) { take(0, outputs); });
    bool needsHelp = false;
    const auto help = [&](const TensorView& part, const TakeOutputs& taker) {
        if (!std::exchange(needsHelp, true))
            m_tell(m_name + ": an image goes to the processor");
        return runOnProcessor(input, part, taker);
    };
    Outcome done = runInParts(
        input.view, input.used,
        [&](const TensorView& part, const TakeOutputs& taker) { return runOnDevice(input, part, taker); }, help, take);
    const std::size_t device = input.place->device();
    if (done && !needsHelp)
        m_choice->praise(device);
    else if (m_choice->blame(device, !done))
        m_tell(m_name + ": device " + std::to_string(device) + " is left out, as it does not answer");
    return done;
}

Outcome Network::runOnDevice(const NetworkInput& input, const TensorView& part, const TakeOutputs& take) const
{
    DeviceNetwork& device = *m_devices[input.place->device()];
    Outcome done = device.makeReady(part.shape);
    if (done) {
        DeviceChoice::Turn turn(*input.place);
        done = device.run(part, take, [&] { turn.end(); });
    }
    if (!done)
        m_tell(m_name + ": " + std::to_string(part.shape[0]) + " images did not fit into the device (" + done.error() +
               ")");
    return done;
}

Outcome Network::runOnProcessor(const NetworkInput& input, const TensorView& part, const TakeOutputs& take) const
{
    const auto& session = m_processor->opened();
    if (!session)
        return std::unexpected(session.error());
    if (!part.isOnDevice)
        return session->run(part, take);
    Tensor host;
    host.reshape(part.shape[0], part.shape[1], part.shape[2], part.shape[3]);
    if (const char* problem = m_devices[input.place->device()]->road()->download(part.values, host.values))
        return std::unexpected(std::string(problem));
    return session->run(host.view(), take);
}

} // namespace sheaf::gpu
