// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine_device.h"
#include "gpu/ocr_engine.h"
#include "network_stage.h"

/** The network that reads lines: crops → words. Thread-safe. */
namespace sheaf::gpu {

/** A line that is to be read. Its bucket is the width of the network's input. */
struct LineTask : NetworkTask
{
    /** `multiple`: of the width that is sent, so that lines of nearly the same length share a run. */
    LineTask(const Bitmap& of, const OrientedBox& where, int multiple);

    const Bitmap& page; ///< until the task is prepared
    const OrientedBox box;
    std::vector<ReadWord> words;
};

class LineRecogniser : public NetworkStage
{
public:
    static std::expected<std::unique_ptr<LineRecogniser>, std::string> open(const std::string& modelPath,
                                                                            const EngineDevice& device);

    const char* name() const override { return "read lines"; }
    std::size_t largestBatch(int bucket) const override;
    /** Of a line's columns; a device is filled by lines that share a shape, to the processor each pixel is work. */
    int multiple() const { return network().isOnDevice() ? 64 : 16; }

private:
    LineRecogniser(Network network, std::vector<std::string> signs);

    ImageSize sizeOf(const NetworkTask& task) const override;
    void fill(const NetworkTask& task, Tensor& input, int image) const override;
    bool take(NetworkTask& task, std::span<const std::int64_t> shape, const float* values) const override;
    std::vector<ReadWord> wordsOf(const OrientedBox& box, const float* probabilities, int steps, int classes,
                                  float stepLength) const;

    std::vector<std::string> m_signs; ///< by class; the first one is the blank
};

} // namespace sheaf::gpu
