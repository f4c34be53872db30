// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/batch_pool.h"
#include "gpu/ocr_engine.h"
#include "network.h"

/** The network that reads lines: crops → words. Thread-safe. */
namespace sheaf::gpu {

/** A line that is to be read. Its bucket is the width of the network's input. */
struct LineTask : Task
{
    LineTask(const Bitmap& of, const OrientedBox& where);

    const Bitmap& page; ///< until the task is prepared
    const OrientedBox box;
    std::vector<ReadWord> words;
    std::string error;
};

class LineRecogniser : public Stage
{
public:
    /** `batch`: lines a run. */
    static std::expected<std::unique_ptr<LineRecogniser>, std::string>
    open(const std::string& modelPath, const SessionOptions& options, std::size_t batch);

    const char* name() const override { return "read lines"; }
    std::size_t largestBatch() const override { return m_batch; }
    std::function<void()> prepare(std::span<Task* const> batch) const override;

private:
    LineRecogniser(Network network, std::vector<std::string> signs, std::size_t batch);

    void read(std::span<LineTask* const> lines, const Tensor& input) const;
    std::vector<ReadWord> wordsOf(const OrientedBox& box, const float* probabilities, int steps, int classes,
                                  float stepLength) const;

    Network m_network;
    std::vector<std::string> m_signs; ///< by class; the first one is the blank
    std::size_t m_batch;
};

} // namespace sheaf::gpu
