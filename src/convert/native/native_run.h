// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "convert/converter.h"

#include <thread>

/**
 * The native conversion of a document on a thread beside the caller's: while a service works, it provides the words of
 * the pages, which are the ground for proof, and what the service's blocks are placed on. Stopped when this goes.
 */
namespace sheaf {

class BlockPlacer;

struct NativePages
{
    Conversion conversion;               ///< its words are in the placer
    std::unique_ptr<BlockPlacer> placer; ///< ready to use
};

class NativeRun
{
public:
    NativeRun(const ConvertInput& input, std::stop_token stop);
    ~NativeRun();
    Q_DISABLE_COPY_MOVE(NativeRun)

    /** Waits for the end, once. */
    Result<NativePages> take();

private:
    void run(const ConvertInput& input);

    std::stop_source m_stop;
    std::stop_callback<std::function<void()>> m_stopFromOutside;
    std::optional<Result<NativePages>> m_outcome; ///< the thread's until it is joined
    std::thread m_thread;
};

} // namespace sheaf
