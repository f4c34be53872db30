// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <expected>
#include <functional>
#include <memory>
#include <string>

/** What all networks run on: every device that takes them, else the processor; the memory that may be taken there, and
 * the threads. OcrEngine and RegionFinder share one, so that their pages wait in one place. Thread-safe. */
namespace sheaf::gpu {

class BatchPool;
struct EngineDevice;

struct WorkplaceOptions
{
    std::string runtime;      ///< libonnxruntime's path; empty = the system's own
    std::string kernels;      ///< libsheaf_cuda's path (gpu/device_kernels.h); empty = the host's loops do its work
    std::string trialModel;   ///< a device is taken when it opens this model
    int threads = 0;          ///< of the processor; 0 = one for each
    bool mayUseDevice = true; ///< false: the processor, whatever there is
    /** Bytes that may be taken of a device's memory; 0 = a quarter of what is free, or 4 GB if that is more. Never more
     * than half of what is free: the rest is for a language model on this machine. */
    std::uint64_t deviceMemory = 0;
    std::size_t largestBatch = 0; ///< pages or lines of one run; 0 = as many as are of use
    /** Hears what is for the log; on any of the networks' threads. */
    std::function<void(const std::string&)> tell = [](const std::string&) {};
};

class Workplace
{
public:
    /** Opens ONNX Runtime and what there is of devices (about a tenth of a second without one). */
    static std::expected<std::shared_ptr<const Workplace>, std::string> open(const WorkplaceOptions& options);
    /** On what was chosen elsewhere. */
    explicit Workplace(EngineDevice device, std::size_t largestBatch = 0);
    ~Workplace();

    /** What the networks run on, and why: "CPU, 2 threads (no CUDA device)", "NVIDIA H100, ONNX Runtime 1.32.0". */
    const std::string& name() const;
    /** The networks' threads, and the time that they have worked so far, all together. */
    int threads() const;
    double busySeconds() const;

    /** For those who bring networks. */
    const EngineDevice& device() const;
    BatchPool& pool() const;

private:
    struct Private;
    const std::unique_ptr<Private> d;
};

} // namespace sheaf::gpu
