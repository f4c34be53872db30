// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "network_places.h"

#include <list>
#include <optional>

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
class DeviceNetwork : public std::enable_shared_from_this<DeviceNetwork>
{
public:
    /** On the places' device of that number. Without a road ONNX Runtime copies input and answer by itself, and the
     * answer is whole. */
    static std::expected<std::shared_ptr<DeviceNetwork>, std::string>
    open(std::string modelPath, const NetworkPlaces& places, std::size_t device, Answer answer);

    /** The model's own entries. */
    const std::map<std::string, std::string>& metadata() const { return m_metadata; }
    DeviceRoad* road() const { return m_road; }

    /** Opens the session of that shape and lets it plan, unless it has done so: seconds, in which others may run. */
    std::expected<void, std::string> makeReady(const TensorShape& shape);
    /** Has the planner do so. */
    void planLater(const TensorShape& shape);
    /** The shape in which a batch with `used` images should be sent now: as long as its own is not planned, which it
     * is meanwhile, the least of those that are and hold it. More than twice its pixels cost more than time: lines are
     * read worse with much paper beside them. */
    TensorShape shapeFor(const TensorShape& own, std::int64_t used);

    /** `computed` is called as soon as the next run may begin, while this one's answer is still being taken. */
    std::expected<void, std::string> run(const TensorView& input, const TakeOutputs& take,
                                         const std::function<void()>& computed);

private:
    struct ShapedSession;
    struct Fetched;
    DeviceNetwork() = default;
    std::shared_ptr<ShapedSession> entryFor(const TensorShape& shape);
    std::expected<std::shared_ptr<const Session>, std::string> sessionFor(const TensorShape& shape);
    std::expected<Session, std::string> openSession();
    std::expected<void, std::string> plan(const Session& session, const TensorShape& shape) const;
    std::expected<std::vector<Fetched>, std::string> fetchAll(std::span<const Output> outputs) const;
    std::expected<Fetched, std::string> fetch(const Output& output) const;

    std::string m_modelPath;
    SessionOptions m_options;
    std::size_t m_mostSessions = 1;
    DeviceRoad* m_road = nullptr;
    Planner* m_planner = nullptr;
    std::function<void(const std::string&)> m_tell;
    Answer m_answer = Answer::whole;
    std::map<std::string, std::string> m_metadata;
    std::unique_ptr<DeviceStream> m_stream;               ///< the sessions' own; null without a road
    std::mutex m_mutex;                                   ///< guards what follows
    std::optional<Session> m_first;                       ///< showed that the model opens; the first shape takes it
    std::vector<TensorShape> m_asked;                     ///< of the planner, which has not planned them, or could not
    std::list<std::shared_ptr<ShapedSession>> m_sessions; ///< the one that was used last is the first
};

} // namespace sheaf::gpu
