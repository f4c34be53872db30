// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/kernels/oriented_box.h"

#include <expected>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

/**
 * Reads the text of a page's picture: which way up it is, where its lines are, what they say. One engine serves all
 * threads. The networks run on threads of its own, fairly for all pages that are being read: one a processor, or four
 * for each device, where pages and lines of all papers share runs. Devices are taken where there are some and a runtime
 * for them.
 */
namespace sheaf::gpu {

struct OcrFiles
{
    std::string runtime; ///< libonnxruntime's path; empty = the system's own
    std::string orientation, detection, direction, recognition;
    /** Their twins for the processor (gpu/byte_network.h); empty = none. */
    std::string detectionInBytes, recognitionInBytes;
    std::string kernels; ///< libsheaf_cuda's path (gpu/device_kernels.h); empty = the host's loops do its work
};

struct OcrOptions
{
    int threads = 0;          ///< of the processor; 0 = one for each
    bool mayUseDevice = true; ///< false: the processor, whatever there is
    /** Bytes that may be taken of a device's memory; 0 = a quarter of what is free, or 4 GB if that is more. Never more
     * than half of what is free: the rest is for a language model on this machine. */
    std::uint64_t deviceMemory = 0;
    std::size_t largestBatch = 0; ///< pages or lines of one run; 0 = as many as are of use
    /** Hears what is for the log; on any of the engine's threads. */
    std::function<void(const std::string&)> tell = [](const std::string&) {};
};

/** Boxes are in pixels of the page's picture; `alongX`, `alongY` say in which direction the text runs. */
struct ReadWord
{
    std::string text; ///< UTF-8
    OrientedBox box;
    float confidence = 0; ///< mean over its letters, 0..1
};

struct ReadLine
{
    OrientedBox box;
    std::vector<ReadWord> words; ///< in the line's direction

    float confidence() const; ///< mean over its words
};

class OcrEngine
{
public:
    /** Loads the networks (about half a second). */
    static std::expected<std::unique_ptr<OcrEngine>, std::string> open(const OcrFiles& files,
                                                                       const OcrOptions& options = {});
    ~OcrEngine();

    /** The lines of a page in no order; none on a blank page. `dpi`: the picture's resolution. Blocks; thread-safe; a
     * stop ends it within the time of one line, with the error "stopped". */
    std::expected<std::vector<ReadLine>, std::string> read(const Bitmap& page, float dpi,
                                                           const std::stop_token& stop = {}) const;

    /** What the networks run on, and why: "CPU, 2 threads (no CUDA device)", "NVIDIA H100, ONNX Runtime 1.32.0". */
    const std::string& device() const;
    /** The networks' threads, and the time that they have worked so far, all together. */
    int threads() const;
    double busySeconds() const;

private:
    struct Private;
    explicit OcrEngine(std::unique_ptr<Private> priv);
    std::unique_ptr<Private> d;
};

} // namespace sheaf::gpu
