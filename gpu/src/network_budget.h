// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "images.h"

#include <algorithm>
#include <cstdint>

/** How a device's memory is shared out between the networks, and how many images of a run that is. */
namespace sheaf::gpu {

struct NetworkBudget
{
    double share = 0;              ///< of what may be taken of the device's memory
    std::size_t shapes = 1;        ///< that sessions are kept for; each has the same part of the share
    std::uint64_t bytesAPixel = 1; ///< of a network's input, that a run takes
    std::size_t mostImages = 1;    ///< of a run, that are of use

    std::uint64_t ofSession(std::uint64_t memory) const
    {
        return std::uint64_t(double(memory) * share / double(shapes));
    }
    /** No limit is 0; one image is tried in any case. */
    std::size_t imagesOfRun(std::uint64_t sessionLimit, const ImageSize& size) const
    {
        const std::uint64_t image = bytesAPixel * std::uint64_t(size.columns) * std::uint64_t(size.rows);
        return sessionLimit == 0 ? mostImages : std::clamp<std::uint64_t>(sessionLimit / image, 1, mostImages);
    }
};

// Bytes a pixel are what runs took on the processor (66, 190 to 245, 200, 1000 and 145), and more for convolutions, as
// cuDNN works beside its data; most of recognition's are probabilities, which have no such need. A 2/64 is left for
// pages and inputs.
constexpr NetworkBudget orientationBudget{1.0 / 64, 1, 140, 8};
constexpr NetworkBudget detectionBudget{28.0 / 64, 3, 300, 8};
constexpr NetworkBudget directionBudget{1.0 / 64, 1, 400, 32};
constexpr NetworkBudget recognitionBudget{29.0 / 64, 3, 1000, 64};
constexpr NetworkBudget regionBudget{3.0 / 64, 1, 290, 1}; // the model's batch is fixed

static_assert(orientationBudget.share + detectionBudget.share + directionBudget.share + recognitionBudget.share +
                  regionBudget.share ==
              62.0 / 64);

} // namespace sheaf::gpu
