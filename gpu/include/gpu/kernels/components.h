// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/kernels/text_regions.h"

#include <vector>

/**
 * Connected components by union and find on the pixels themselves, in any order and by as many threads as there are
 * (Komura, GPU-based cluster-labeling algorithm without the use of conventional iteration, 2015). A pixel's label is
 * the number of its component's first pixel; −1 is below the threshold.
 */
namespace sheaf::gpu {

SHEAF_HD inline int lesserOf(int* value, int other)
{
#ifdef __CUDA_ARCH__
    return atomicMin(value, other);
#else
    const int before = *value;
    *value = other < before ? other : before;
    return before;
#endif
}

SHEAF_HD inline int rootOf(const int* labels, int pixel)
{
    while (labels[pixel] != pixel)
        pixel = labels[pixel];
    return pixel;
}

SHEAF_HD inline void joinPixels(int* labels, int a, int b)
{
    while (true) {
        a = rootOf(labels, a);
        b = rootOf(labels, b);
        if (a == b)
            return;
        const int low = a < b ? a : b, high = a < b ? b : a;
        const int before = lesserOf(labels + high, low);
        if (before == high)
            return;
        a = low; // another thread has joined it meanwhile
        b = before;
    }
}

/** First pass, a pixel. */
SHEAF_HD inline int ownLabel(const ProbabilityMap& map, float threshold, int x, int y)
{
    return map.at(x, y) > threshold ? y * map.width + x : -1;
}

/** Second pass, a pixel: it joins its four neighbours that come before it. */
SHEAF_HD inline void joinNeighbours(int* labels, int width, int x, int y)
{
    const int pixel = y * width + x;
    if (labels[pixel] < 0)
        return;
    if (x > 0 && labels[pixel - 1] >= 0)
        joinPixels(labels, pixel, pixel - 1);
    for (int dx = -1; y > 0 && dx <= 1; ++dx) {
        if (x + dx >= 0 && x + dx < width && labels[pixel - width + dx] >= 0)
            joinPixels(labels, pixel, pixel - width + dx);
    }
}

/** The passes on the host. */
std::vector<int> labelledComponents(const ProbabilityMap& map, float threshold);

} // namespace sheaf::gpu
