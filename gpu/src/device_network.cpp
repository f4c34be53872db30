// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "device_network.h"

#include <algorithm>
#include <atomic>
#include <numeric>

namespace sheaf::gpu {

std::expected<std::shared_ptr<DeviceNetwork>, std::string>
DeviceNetwork::open(std::string modelPath, const NetworkPlaces& places, std::size_t device, Answer answer)
{
    std::shared_ptr<DeviceNetwork> network(new DeviceNetwork);
    SessionOptions options = places.sessions[device];
    if (!places.roads.empty()) {
        network->m_road = places.roads[device];
        auto stream = DeviceStream::open(network->m_road->kernels(), network->m_road->device());
        if (!stream)
            return std::unexpected(stream.error());
        network->m_stream = std::move(*stream);
        options.stream = network->m_stream->handle();
        options.memory = network->m_road->kernels().memory;
    }
    auto first = Session::open(modelPath, options);
    if (!first)
        return std::unexpected(first.error());
    network->m_metadata = first->metadata();
    network->m_first = std::move(*first);
    network->m_modelPath = std::move(modelPath);
    network->m_options = options;
    network->m_mostSessions = places.budget.shapes;
    network->m_planner = places.planner;
    network->m_tell = places.tell;
    network->m_answer = answer;
    return network;
}

/** Made ready by the first who needs it, while the others wait. */
struct DeviceNetwork::ShapedSession
{
    explicit ShapedSession(const TensorShape& of) : shape(of) {}

    const TensorShape shape;
    std::once_flag once;
    std::shared_ptr<const Session> session;
    std::string problem;
    std::atomic<bool> isReady = false;
};

std::shared_ptr<DeviceNetwork::ShapedSession> DeviceNetwork::entryFor(const TensorShape& shape)
{
    const std::lock_guard lock(m_mutex);
    const auto known = std::ranges::find(m_sessions, shape, [](const auto& entry) { return entry->shape; });
    if (known != m_sessions.end()) {
        m_sessions.splice(m_sessions.begin(), m_sessions, known);
        return m_sessions.front();
    }
    if (m_sessions.size() == m_mostSessions)
        m_sessions.pop_back();
    m_sessions.push_front(std::make_shared<ShapedSession>(shape));
    return m_sessions.front();
}

std::expected<Session, std::string> DeviceNetwork::openSession()
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_first)
            return *std::exchange(m_first, std::nullopt);
    }
    return Session::open(m_modelPath, m_options);
}

std::expected<std::shared_ptr<const Session>, std::string> DeviceNetwork::sessionFor(const TensorShape& shape)
{
    const std::shared_ptr<ShapedSession> entry = entryFor(shape);
    std::call_once(entry->once, [&] {
        auto opened = openSession();
        const auto planned = opened ? plan(*opened, shape) : std::unexpected(opened.error());
        if (planned)
            entry->session = std::make_shared<const Session>(std::move(*opened));
        else
            entry->problem = planned.error();
        entry->isReady = planned.has_value();
    });
    if (entry->session)
        return entry->session;
    const std::lock_guard lock(m_mutex);
    m_sessions.remove(entry); // there may be room another time
    return std::unexpected(entry->problem);
}

void DeviceNetwork::planLater(const TensorShape& shape)
{
    if (!m_planner)
        return;
    {
        const std::lock_guard lock(m_mutex);
        const auto isIts = [&](const auto& entry) { return entry->shape == shape; };
        if (std::ranges::any_of(m_sessions, isIts) || std::ranges::count(m_asked, shape) > 0)
            return;
        m_asked.push_back(shape);
    }
    m_planner->add([weak = weak_from_this(), shape] {
        const std::shared_ptr<DeviceNetwork> network = weak.lock();
        if (!network)
            return;
        if (const auto ready = network->makeReady(shape); !ready) {
            network->m_tell("a shape could not be planned ahead: " + ready.error());
            return; // who needs it tries again
        }
        const std::lock_guard lock(network->m_mutex);
        std::erase(network->m_asked, shape);
    });
}

TensorShape DeviceNetwork::shapeFor(const TensorShape& own, std::int64_t used)
{
    const auto pixels = [](const TensorShape& shape) { return shape[2] * shape[3]; };
    TensorShape best = own;
    if (m_planner) {
        const std::lock_guard lock(m_mutex);
        for (const auto& entry : m_sessions) {
            const TensorShape& shape = entry->shape;
            if (!entry->isReady)
                continue;
            if (shape == own)
                return own;
            const bool holds = shape[0] >= used && shape[2] >= own[2] && shape[3] >= own[3];
            if (holds && pixels(shape) <= 2 * pixels(own) &&
                (best == own || shape[0] * pixels(shape) < best[0] * pixels(best)))
                best = shape;
        }
    }
    if (best != own)
        planLater(own);
    return best;
}

/** A run over whatever the memory holds. */
std::expected<void, std::string> DeviceNetwork::plan(const Session& session, const TensorShape& shape) const
{
    const auto nothing = [](std::span<const Output>) {};
    if (!m_road) {
        Tensor input;
        input.reshape(shape[0], shape[1], shape[2], shape[3]);
        return session.run(input.view(), nothing);
    }
    const auto memory = m_stream->allocate(std::size_t(shape[0] * shape[1] * shape[2] * shape[3]) * sizeof(float));
    if (!memory)
        return std::unexpected(memory.error());
    auto done = session.run({shape, static_cast<const float*>(memory->get()), true}, nothing);
    const char* problem = m_road->kernels().wait(m_stream->device(), m_stream->handle());
    return done && problem ? std::unexpected(std::string(problem)) : done;
}

std::expected<void, std::string> DeviceNetwork::makeReady(const TensorShape& shape)
{
    if (const auto session = sessionFor(shape); !session)
        return std::unexpected(session.error());
    return {};
}

/** An output in the host's memory. */
struct DeviceNetwork::Fetched
{
    std::vector<std::int64_t> shape;
    DeviceRoad::Pinned values;
};

/** Sends it from the device to the host, as small as it may be. It is there when the stream was waited for. */
std::expected<DeviceNetwork::Fetched, std::string> DeviceNetwork::fetch(const Output& output) const
{
    const DeviceKernels& kernels = m_road->kernels();
    const float* values = output.values;
    DeviceStream::Memory best;
    Fetched fetched{{output.shape.begin(), output.shape.end()}, {}};
    std::vector<std::int64_t>& shape = fetched.shape;
    if (m_answer == Answer::bestClasses && shape.size() == 3) {
        const std::int64_t steps = shape[0] * shape[1], classes = std::exchange(shape[2], 2);
        auto memory = m_stream->allocate(std::size_t(steps) * 2 * sizeof(float));
        if (!memory)
            return std::unexpected(memory.error());
        best = std::move(*memory);
        if (const char* problem = kernels.bestClasses(m_stream->device(), m_stream->handle(), values, int(steps),
                                                      int(classes), static_cast<float*>(best.get())))
            return std::unexpected(std::string(problem));
        values = static_cast<const float*>(best.get());
    }
    const auto size = std::size_t(std::reduce(shape.begin(), shape.end(), std::int64_t(1), std::multiplies()));
    auto host = m_road->pinned(size);
    if (!host)
        return std::unexpected(host.error());
    fetched.values = std::move(*host);
    if (const char* problem =
            kernels.copy(m_stream->device(), m_stream->handle(), fetched.values.get(), values, size * sizeof(float)))
        return std::unexpected(std::string(problem));
    return fetched;
}

std::expected<std::vector<DeviceNetwork::Fetched>, std::string>
DeviceNetwork::fetchAll(std::span<const Output> outputs) const
{
    std::vector<Fetched> all;
    std::string problem;
    for (const Output& output : outputs) {
        auto fetched = fetch(output);
        if (!fetched) {
            problem = fetched.error();
            break;
        }
        all.push_back(std::move(*fetched));
    }
    // Also after an error: what is on its way must not arrive in memory that another has by then.
    const char* unfinished = m_road->kernels().wait(m_stream->device(), m_stream->handle());
    if (problem.empty() && unfinished)
        problem = unfinished;
    if (!problem.empty())
        return std::unexpected(problem);
    return all;
}

std::expected<void, std::string> DeviceNetwork::run(const TensorView& input, const TakeOutputs& take,
                                                    const std::function<void()>& computed)
{
    const auto session = sessionFor(input.shape);
    if (!session)
        return std::unexpected(session.error());
    if (!m_road)
        return (*session)->run(input, [&](std::span<const Output> outputs) {
            computed();
            take(outputs);
        });
    std::expected<std::vector<Fetched>, std::string> answer;
    const auto done = (*session)->run(input, [&](std::span<const Output> outputs) { answer = fetchAll(outputs); });
    if (!done || !answer)
        return std::unexpected(done ? answer.error() : done.error());
    computed();
    std::vector<Output> outputs;
    for (const Fetched& fetched : *answer)
        outputs.push_back({fetched.shape, fetched.values.get()});
    take(outputs);
    return {};
}

} // namespace sheaf::gpu
