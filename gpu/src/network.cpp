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

std::expected<Network, std::string> Network::open(const std::string& modelPath, const NetworkPlaces& places,
                                                  Answer answer)
{
    Network network;
    network.m_name = std::filesystem::path(modelPath).stem().string();
    network.m_modelPath = modelPath;
    network.m_options = places.sessions.front();
    network.m_tell = places.tell;
    if (network.m_options.device < 0) {
        auto session = Session::open(modelPath, network.m_options);
        if (!session)
            return std::unexpected(session.error());
        network.m_processor = std::move(*session);
        return network;
    }
    for (std::size_t i = 0; i < places.sessions.size(); ++i) {
        DeviceRoad* const road = places.roads.empty() ? nullptr : places.roads[i];
        auto device = DeviceNetwork::open(modelPath, places.sessions[i], places.shapes, road, answer);
        if (!device)
            return std::unexpected(device.error());
        network.m_devices.push_back(std::move(*device));
    }
    network.m_choice = std::make_unique<DeviceChoice>(network.m_devices.size());
    return network;
}

std::size_t Network::largestBatch(std::uint64_t bytesAnImage, std::uint64_t most) const
{
    if (!isOnDevice())
        return 1;
    return m_options.memoryLimit == 0 ? most : std::clamp<std::uint64_t>(m_options.memoryLimit / bytesAnImage, 1, most);
}

std::string Network::metadata(const std::string& key) const
{
    return isOnDevice() ? m_devices.front()->metadata(key) : m_processor->metadata(key);
}

void Network::makeReady(const ImageSize& size, std::size_t images) const
{
    for (const auto& device : m_devices)
        if (const auto ready = device->makeReady({std::int64_t(images), 3, size.rows, size.columns}); !ready)
            m_tell(m_name + ": " + ready.error());
}

NetworkInput Network::lay(std::span<const Crop> crops, const ImageSize& size, std::size_t images,
                          const Look& look) const
{
    NetworkInput input;
    const auto count = std::int64_t(images);
    input.used = std::int64_t(crops.size());
    if (isOnDevice()) {
        input.place = std::make_unique<DeviceChoice::Place>(*m_choice);
        if (DeviceRoad* const road = m_devices[input.place->device()]->road()) {
            if (auto memory = road->sample(crops, size, count, look)) {
                input.onDevice = std::move(*memory);
                input.view = {{count, 3, size.rows, size.columns}, static_cast<float*>(input.onDevice.get()), true};
                return input;
            }
        }
    }
    // The processor, a device without kernels, or one without room: the host's loop does the same.
    input.onHost = std::make_unique<Tensor>();
    input.onHost->reshape(count, 3, size.rows, size.columns);
    for (std::size_t i = 0; i < crops.size(); ++i)
        sampleImage(crops[i], look, *input.onHost, int(i));
    input.view = input.onHost->view();
    return input;
}

Outcome Network::run(const NetworkInput& input, const TakeFrom& take) const
{
    if (!isOnDevice())
        return m_processor->run(input.view, [&](std::span<const Output> outputs) { take(0, outputs); });
    return runInParts(
        input.view, input.used,
        [&](const TensorView& part, const auto& taker) { return runOnDevice(input, part, taker); },
        [&](const TensorView& part, const auto& taker) { return runOnProcessor(input, part, taker); }, take);
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

/** So rare that the session is not kept: it would take memory for as long as the device is in need of it. */
Outcome Network::runOnProcessor(const NetworkInput& input, const TensorView& part, const TakeOutputs& take) const
{
    m_tell(m_name + ": an image goes to the processor");
    const auto session = Session::open(m_modelPath, {.threads = m_options.threads});
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
