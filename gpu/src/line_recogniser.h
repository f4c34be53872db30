// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/kernels/ctc.h"
#include "gpu/ocr_engine.h"
#include "gpu/workplace.h"
#include "network_stage.h"

/** The network that reads lines: crops → words. Thread-safe. */
namespace sheaf::gpu {

/** A line that is to be read. Its bucket is the least width of the network's input. */
struct LineTask : NetworkTask
{
    LineTask(const Bitmap& of, const OrientedBox& where, int leastColumns)
        : NetworkTask(leastColumns), page(of), box(where)
    {}

    const Bitmap& page; ///< until the task is prepared
    const OrientedBox box;
    std::vector<ReadWord> words;
};

class LineRecogniser : public NetworkStage
{
public:
    static std::expected<OwnedStage<LineRecogniser>, std::string> open(const std::string& modelPath,
                                                                       const Workplace& workplace);

    const char* name() const override { return "read lines"; }
    /** Columns that a line is sent with at least: on a device one of few widths, as lines that share one share a run;
     * to the processor each is work. */
    int leastColumns(const OrientedBox& box) const;

private:
    LineRecogniser(Network network, std::vector<std::string> signs);

    ImageSize sizeOf(int bucket) const override;
    std::vector<int> usualBuckets() const override;
    Crop cropOf(const NetworkTask& task) const override;
    bool take(NetworkTask& task, std::span<const Output> outputs) const override;
    std::vector<ReadWord> wordsOf(const OrientedBox& box, const std::vector<BestClass>& steps, float stepLength) const;

    std::vector<std::string> m_signs; ///< by class; the first one is the blank
};

} // namespace sheaf::gpu
