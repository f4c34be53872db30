// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "device_choice.h"
#include "gpu/session.h"

/** A network on all devices, which helps itself: where a batch does not fit into a device's memory it goes in halves,
 * and what does not fit alone is done on the processor. Thread-safe. */
namespace sheaf::gpu {

/** Answers for the images of the batch from `first` on. */
using TakeFrom = std::function<void(std::int64_t first, const Output& output)>;
using Outcome = std::expected<void, std::string>;
using Run = std::function<Outcome(const Tensor& input, const std::function<void(const Output&)>& take)>;

/** The rule of it. Each image is answered once, or the outcome is an error of `otherwise`. */
Outcome runInParts(const Tensor& input, const Run& run, const Run& otherwise, const TakeFrom& take);

class Network
{
public:
    /** A session for each of `places`, all of which are alike. */
    static std::expected<Network, std::string> open(const std::string& modelPath,
                                                    const std::vector<SessionOptions>& places);

    bool isOnDevice() const { return m_options.device >= 0; }
    /** Images that fit into one run and fill it: on the processor one, as there a run of many takes as long as as many
     * runs. */
    std::size_t largestBatch(std::uint64_t bytesAnImage) const;
    std::string metadata(const std::string& key) const { return m_sessions.front().metadata(key); }
    Outcome run(const Tensor& input, const TakeFrom& take) const;

private:
    Network(std::vector<Session> sessions, std::string modelPath, const SessionOptions& options);
    Outcome runOnProcessor(const Tensor& input, const std::function<void(const Output&)>& take) const;

    std::vector<Session> m_sessions;
    std::unique_ptr<DeviceChoice> m_choice;
    std::string m_modelPath;
    SessionOptions m_options;
};

} // namespace sheaf::gpu
