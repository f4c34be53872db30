// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/session.h"

#include <functional>

namespace sheaf::gpu {

/** What an engine's networks run on: every device that takes them, each with sessions of its own, or the processor. */
struct EngineDevice
{
    std::vector<int> devices; ///< CUDA's numbers of them; none = the processor
    std::uint64_t memory = 0; ///< of each device, for all networks together, bytes
    int threads = 1;          ///< of the processor
    std::string sentence;     ///< which, and why

    bool isProcessor() const { return devices.empty(); }
    /** While one thread's run is on a device, the others cut out the next images and decode the last answers: 32 lines
     * are answered with 70 million probabilities. */
    int poolThreads() const { return isProcessor() ? threads : 4 * int(devices.size()); }
    /** A session for each device, with that share of its memory; `threadsOfRun`: inside one run on the processor. */
    std::vector<SessionOptions> sessions(int threadsOfRun, double shareOfMemory) const;
};

struct DeviceWishes
{
    bool mayUse = true;       ///< false: the processor, whatever there is
    std::uint64_t memory = 0; ///< most that may be taken of each, bytes; half of what is free is the limit in any case
    int threads = 1;          ///< of the processor
};

/** All devices that `opens` a model, else the processor. The version is ONNX Runtime's, for the sentence. */
using OpensModel = std::function<std::expected<void, std::string>(const SessionOptions&)>;
EngineDevice chooseDevices(const DeviceWishes& wishes, const std::string& runtimeVersion, const OpensModel& opens);

} // namespace sheaf::gpu
