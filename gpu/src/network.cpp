// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "network.h"

#include <algorithm>
#include <optional>

namespace sheaf::gpu {

namespace {

Tensor part(const Tensor& whole, std::int64_t first, std::int64_t count)
{
    Tensor result;
    result.reshape(count, whole.shape[1], whole.shape[2], whole.shape[3]);
    const auto image = std::ptrdiff_t(whole.planeSize()) * whole.shape[1];
    std::copy_n(whole.values.begin() + first * image, count * image, result.values.begin());
    return result;
}

} // namespace

Outcome runInParts(const Tensor& input, const Run& run, const Run& otherwise, const TakeFrom& take)
{
    const auto takeAll = [&](const Output& output) { take(0, output); };
    if (Outcome done = run(input, takeAll))
        return done;
    const std::int64_t all = input.shape[0];
    if (all < 2)
        return otherwise(input, takeAll);
    for (const auto& [first, count] : {std::pair{std::int64_t(0), all / 2}, {all / 2, all - all / 2}}) {
        const auto takePart = [&, offset = first](std::int64_t from, const Output& output) {
            take(offset + from, output);
        };
        if (Outcome done = runInParts(part(input, first, count), run, otherwise, takePart); !done)
            return done;
    }
    return {};
}

Network::Network(std::vector<Session> sessions, std::string modelPath, const SessionOptions& options)
    : m_sessions(std::move(sessions)), m_choice(std::make_unique<DeviceChoice>(m_sessions.size())),
      m_modelPath(std::move(modelPath)), m_options(options)
{}

std::expected<Network, std::string> Network::open(const std::string& modelPath,
                                                  const std::vector<SessionOptions>& places)
{
    std::vector<Session> sessions;
    for (const SessionOptions& place : places) {
        auto session = Session::open(modelPath, place);
        if (!session)
            return std::unexpected(session.error());
        sessions.push_back(std::move(*session));
    }
    return Network(std::move(sessions), modelPath, places.front());
}

std::size_t Network::largestBatch(std::uint64_t bytesAnImage) const
{
    constexpr std::uint64_t most = 32;
    if (!isOnDevice())
        return 1;
    return m_options.memoryLimit == 0 ? most : std::clamp<std::uint64_t>(m_options.memoryLimit / bytesAnImage, 1, most);
}

Outcome Network::run(const Tensor& input, const TakeFrom& take) const
{
    if (!isOnDevice())
        return m_sessions.front().run(input, [&](const Output& output) { take(0, output); });
    const Run onDevice = [&](const Tensor& tensor, const std::function<void(const Output&)>& taker) {
        std::optional<DeviceChoice::Place> place(std::in_place, *m_choice);
        return m_sessions[place->device()].run(tensor, [&](const Output& output) {
            place.reset(); // the answer is in the host's memory: the next run may begin while this one's is read
            taker(output);
        });
    };
    const Run onProcessor = [&](const Tensor& tensor, const std::function<void(const Output&)>& taker) {
        return runOnProcessor(tensor, taker);
    };
    return runInParts(input, onDevice, onProcessor, take);
}

/** So rare that the session is not kept: it would take memory for as long as the device is in need of it. */
Outcome Network::runOnProcessor(const Tensor& input, const std::function<void(const Output&)>& take) const
{
    const auto session = Session::open(m_modelPath, {.threads = m_options.threads});
    return session ? session->run(input, take) : std::unexpected(session.error());
}

} // namespace sheaf::gpu
