// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/http_client.h"

/** Whether and when a request is sent again. Pure functions. */
namespace sheaf {

struct Again
{
    std::chrono::milliseconds delay{0};
    bool holdsHost = false; ///< the server asked for the pause: it holds for all requests to it
};

/**
 * What to do after attempt number `attempt` (from 1) ended with `result`; nothing = hand the result to the caller.
 * `random` is 0..1 and spreads the back-off.
 */
std::optional<Again> retryAfter(const HttpRequest& request, const Result<HttpReply>& result, int attempt,
                                double random);

} // namespace sheaf
