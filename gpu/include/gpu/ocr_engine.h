// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/kernels/oriented_box.h"
#include "gpu/workplace.h"

#include <expected>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

/**
 * Reads the text of a page's picture: which way up it is, where its lines are, what they say. One engine serves all
 * threads. The networks run on the workplace's threads, fairly for all pages that are being read; on a device pages and
 * lines of all papers share runs.
 */
namespace sheaf::gpu {

struct OcrFiles
{
    std::string orientation, detection, direction, recognition;
    /** Their twins for the processor (gpu/byte_network.h); empty = none. */
    std::string detectionInBytes, recognitionInBytes;
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
                                                                       std::shared_ptr<const Workplace> workplace);
    ~OcrEngine();

    /** The lines of a page in no order; none on a blank page. `dpi`: the picture's resolution. Blocks; thread-safe; a
     * stop ends it within the time of one line, with the error "stopped". */
    std::expected<std::vector<ReadLine>, std::string> read(const Bitmap& page, float dpi,
                                                           const std::stop_token& stop = {}) const;

private:
    struct Private;
    explicit OcrEngine(std::unique_ptr<Private> priv);
    std::unique_ptr<Private> d;
};

} // namespace sheaf::gpu
