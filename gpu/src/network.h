// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/session.h"

/** A session that helps itself: where a batch does not fit into a device's memory it goes in halves, and what does not
 * fit alone is done on the processor. Thread-safe. */
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
    static std::expected<Network, std::string> open(const std::string& modelPath, const SessionOptions& options);

    std::string metadata(const std::string& key) const { return m_session.metadata(key); }
    Outcome run(const Tensor& input, const TakeFrom& take, const std::stop_token& stop = {}) const;

private:
    Network(Session session, std::string modelPath, const SessionOptions& options);
    Outcome runOnProcessor(const Tensor& input, const std::function<void(const Output&)>& take,
                           const std::stop_token& stop) const;

    Session m_session;
    std::string m_modelPath;
    SessionOptions m_options;
};

} // namespace sheaf::gpu
