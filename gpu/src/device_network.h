// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "device_road.h"
#include "gpu/session.h"

#include <list>

namespace sheaf::gpu {

/** What a device sends back of each output. */
enum class Answer
{
    whole,
    bestClasses ///< of probabilities [N,T,classes]: pairs of index and probability, [N,T,2]
};

/**
 * A network on one device. It has a session for each shape of its input, as ONNX Runtime plans each convolution anew
 * whenever its shape is another than the last (measured on an H200: 1 to 2.5 s, where the run itself takes 4 ms); only
 * the few that were used last are kept. run() one at a time, the rest at any.
 */
class DeviceNetwork
{
public:
    /** Without a road ONNX Runtime copies input and answer by itself, and the answer is whole. `options.memoryLimit` is
     * that of one session, of which there are at most `shapes`. */
    static std::expected<std::unique_ptr<DeviceNetwork>, std::string>
    open(std::string modelPath, SessionOptions options, std::size_t shapes, DeviceRoad* road, Answer answer);

    std::string metadata(const std::string& key) const { return m_first->metadata(key); }
    DeviceRoad* road() const { return m_road; }

    /** Opens the session of that shape and lets it plan, unless it has done so: seconds, in which others may run. */
    std::expected<void, std::string> makeReady(const TensorShape& shape);

    /** `computed` is called as soon as the next run may begin, while this one's answer is still being taken. */
    std::expected<void, std::string> run(const TensorView& input, const TakeOutputs& take,
                                         const std::function<void()>& computed);

private:
    struct ShapedSession;
    struct Fetched;
    DeviceNetwork() = default;
    std::shared_ptr<ShapedSession> entryFor(const TensorShape& shape);
    std::expected<std::shared_ptr<const Session>, std::string> sessionFor(const TensorShape& shape);
    std::expected<void, std::string> plan(const Session& session, const TensorShape& shape) const;
    std::expected<std::vector<Fetched>, std::string> fetchAll(std::span<const Output> outputs) const;
    std::expected<Fetched, std::string> fetch(const Output& output) const;

    std::string m_modelPath;
    SessionOptions m_options;
    std::size_t m_mostSessions = 1;
    DeviceRoad* m_road = nullptr;
    Answer m_answer = Answer::whole;
    std::unique_ptr<DeviceStream> m_stream; ///< the sessions' own; null without a road
    std::shared_ptr<const Session> m_first; ///< showed that the model opens; knows its metadata
    std::mutex m_mutex;
    std::list<std::shared_ptr<ShapedSession>> m_sessions; ///< the one that was used last is the first
};

} // namespace sheaf::gpu
