// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace sheaf::gpu {

/** What an engine's networks run on. */
struct EngineDevice
{
    int index = -1;                ///< CUDA's number of it; -1 = the processor
    std::uint64_t memoryLimit = 0; ///< a network; a local language model may want the rest
    std::string sentence;          ///< which, and why

    /** On a processor a run of many lines takes as long as as many runs; a device is filled by them. */
    std::size_t linesAtOnce() const { return index < 0 ? 1 : 32; }
};

/** The first device that takes the model, else the processor. Loads the model once if there is a device. */
EngineDevice chooseDevice(bool mayUseDevice, const std::string& modelPath, const std::string& runtimeVersion,
                          int threads);

} // namespace sheaf::gpu
