// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/kernels/oriented_box.h"

#include <vector>

/** From a text detector's probability map to boxes of lines. Pure functions, any thread. Units: pixels of the map. */
namespace sheaf::gpu {

/** Not owned; rows of `width` values in 0..1. */
struct ProbabilityMap
{
    const float* values = nullptr;
    int width = 0, height = 0;

    SHEAF_HD float at(int x, int y) const { return values[static_cast<std::ptrdiff_t>(y) * width + x]; }
};

struct RegionOptions
{
    float threshold = 0.3F; ///< of a pixel that belongs to text
    float score = 0.5F;     ///< least mean probability inside a box
    float unclip = 1.6F;
    float smallest = 3; ///< least side of a region before it is grown
};

struct TextRegion
{
    OrientedBox box;
    float score = 0;
};

struct MapPoint
{
    float x = 0, y = 0;
};

/** The outline of each connected region (eight neighbours) above the threshold: the ends of its runs in each row. */
std::vector<std::vector<MapPoint>> connectedRegions(const ProbabilityMap& map, float threshold);

/** The smallest rectangle around the points, its width along the more horizontal side (convex hull by Andrew's monotone
 * chain, then one side of the rectangle lies on a side of the hull). */
OrientedBox smallestBox(std::vector<MapPoint> points);

/** Mean probability inside the box. */
float meanInside(const ProbabilityMap& map, const OrientedBox& box);

std::vector<TextRegion> textRegions(const ProbabilityMap& map, const RegionOptions& options = {});

} // namespace sheaf::gpu
