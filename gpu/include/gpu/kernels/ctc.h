// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/kernels/host_device.h"

#include <vector>

/** Greedy decoding of a recogniser's output (connectionist temporal classification): class 0 is the blank. */
namespace sheaf::gpu {

struct BestClass
{
    int index = 0;
    float probability = 0;
};

/** Of equals the lower one, so that the order of comparing does not matter. */
SHEAF_HD inline BestClass betterOf(const BestClass& a, const BestClass& b)
{
    return b.probability > a.probability || (b.probability == a.probability && b.index < a.index) ? b : a;
}

/** The most probable class of one time step. The values are probabilities, so a blank above one half needs no search.
 */
SHEAF_HD inline BestClass bestClass(const float* probabilities, int classes)
{
    BestClass best{0, probabilities[0]};
    if (best.probability > 0.5F)
        return best;
    for (int i = 1; i < classes; ++i)
        best = betterOf(best, {i, probabilities[i]});
    return best;
}

struct DecodedSign
{
    int index = 0;          ///< class, from 1
    float from = 0, to = 0; ///< time steps it was seen in: [from, to)
    float probability = 0;  ///< highest of its steps
};

/** From the best class of each step. Repeats of a class in neighbouring steps are one sign; blanks part signs and are
 * dropped. */
std::vector<DecodedSign> decodeGreedily(const std::vector<BestClass>& steps);

} // namespace sheaf::gpu
