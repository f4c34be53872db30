// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/kernels/ctc.h"

#include <algorithm>
#include <cstddef>

namespace sheaf::gpu {

std::vector<DecodedSign> decodeGreedily(const std::vector<BestClass>& steps)
{
    std::vector<DecodedSign> signs;
    int previous = 0;
    for (std::size_t step = 0; step < steps.size(); ++step) {
        const BestClass& best = steps[step];
        if (best.index > 0) {
            if (best.index != previous)
                signs.push_back({best.index, float(step), 0, 0});
            signs.back().to = float(step + 1);
            signs.back().probability = std::max(signs.back().probability, best.probability);
        }
        previous = best.index;
    }
    return signs;
}

} // namespace sheaf::gpu
