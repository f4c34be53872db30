// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>

/**
 * How long a page worker is waited for. Its progress counts, not the clock: on a busy machine a healthy worker gets the
 * processor rarely, and its page may take any number of turns. What ends it is much of the processor's time for one
 * page, or a silence that no load explains (it hangs, the file's disk is gone). Value type, any thread.
 */
namespace sheaf {

struct WorkerPatience
{
    std::chrono::milliseconds processor = std::chrono::seconds(20); ///< that the worker itself used
    std::chrono::milliseconds silence = std::chrono::minutes(10);   ///< on the wall

    /** How long to wait before looking again, since a single thread cannot use more of the processor than passes on the
     * wall; nothing when it is over. `used` and `waited` count from the last answer. */
    std::optional<std::chrono::milliseconds> nextWait(std::chrono::milliseconds used,
                                                      std::chrono::milliseconds waited) const
    {
        if (used >= processor || waited >= silence)
            return std::nullopt;
        return std::min(processor - used, silence - waited);
    }
};

} // namespace sheaf
