// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/session.h"

/** A network that answers with several tensors, all of which are wanted; Session hands over the first only. On the
 * processor. Errors as Session's. */
namespace sheaf::gpu {

class OutputsSession
{
public:
    /** Loads a model; openRuntime() came before. `threads`: inside one run. */
    static std::expected<OutputsSession, std::string> open(const std::string& modelPath, int threads);
    ~OutputsSession();
    OutputsSession(OutputsSession&&) noexcept;
    OutputsSession& operator=(OutputsSession&&) noexcept;

    /** The outputs in the model's order, valid inside the call. Blocks; thread-safe; a stop ends it within a few ms
     * with the error "stopped". */
    std::expected<void, std::string> run(const Tensor& input, const std::function<void(std::span<const Output>)>& take,
                                         const std::stop_token& stop = {}) const;

private:
    struct Private;
    explicit OutputsSession(std::unique_ptr<Private> priv);
    std::unique_ptr<Private> d;
};

} // namespace sheaf::gpu
