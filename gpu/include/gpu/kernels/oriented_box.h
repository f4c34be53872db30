// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/kernels/host_device.h"
#include "gpu/kernels/sampling.h"

#include <cmath>

namespace sheaf::gpu {

/** A rectangle at any angle. (alongX, alongY) is the unit vector along its width, the direction in which its text runs.
 */
struct OrientedBox
{
    float centreX = 0, centreY = 0;
    float alongX = 1, alongY = 0;
    float width = 0, height = 0;
};

/** Point at `u` along the width and `v` along the height, both from the centre. */
SHEAF_HD inline void pointOf(const OrientedBox& box, float u, float v, float& x, float& y)
{
    x = box.centreX + u * box.alongX - v * box.alongY;
    y = box.centreY + u * box.alongY + v * box.alongX;
}

/**
 * Grown on each side by area · ratio / perimeter: a detector for text marks the kernel of a line, which is smaller by a
 * distance of that form (Liao et al., Real-time Scene Text Detection with Differentiable Binarization, 2020).
 */
SHEAF_HD inline OrientedBox unclipped(OrientedBox box, float ratio)
{
    const float around = 2 * (box.width + box.height);
    const float distance = around > 0 ? box.width * box.height * ratio / around : 0;
    box.width += 2 * distance;
    box.height += 2 * distance;
    return box;
}

/** Whether the centre of the pixel (x, y) lies in the box. */
SHEAF_HD inline bool isInside(const OrientedBox& box, int x, int y)
{
    const float dx = static_cast<float>(x) + 0.5F - box.centreX, dy = static_cast<float>(y) + 0.5F - box.centreY;
    const float u = dx * box.alongX + dy * box.alongY, v = dy * box.alongX - dx * box.alongY;
    return u <= box.width / 2 && -u <= box.width / 2 && v <= box.height / 2 && -v <= box.height / 2;
}

/** Pixels x0..x1 and y0..y1, the last ones included. */
struct PixelRange
{
    int x0 = 0, y0 = 0, x1 = -1, y1 = -1;
};

/** All that may lie in the box, of a picture of that size. */
SHEAF_HD inline PixelRange pixelsAround(const OrientedBox& box, int width, int height)
{
    const float alongX = box.alongX < 0 ? -box.alongX : box.alongX, alongY = box.alongY < 0 ? -box.alongY : box.alongY;
    const float halfX = (alongX * box.width + alongY * box.height) / 2;
    const float halfY = (alongY * box.width + alongX * box.height) / 2;
    PixelRange range{static_cast<int>(box.centreX - halfX), static_cast<int>(box.centreY - halfY),
                     static_cast<int>(box.centreX + halfX), static_cast<int>(box.centreY + halfY)};
    range.x0 = range.x0 < 0 ? 0 : range.x0;
    range.y0 = range.y0 < 0 ? 0 : range.y0;
    range.x1 = range.x1 >= width ? width - 1 : range.x1;
    range.y1 = range.y1 >= height ? height - 1 : range.y1;
    return range;
}

/** Turned by quarters counter-clockwise of its text's direction: 1 makes a text that ran downwards run to the right. */
SHEAF_HD inline OrientedBox quarterTurned(OrientedBox box, int quarters)
{
    for (int i = 0; i < (quarters & 3); ++i) {
        const float x = box.alongX, width = box.width;
        box.alongX = -box.alongY;
        box.alongY = x;
        box.width = box.height;
        box.height = width;
    }
    return box;
}

/** The map that lays the box upright into an image of `width` × `height`. */
SHEAF_HD inline SampleMap cropMap(const OrientedBox& box, int width, int height)
{
    const float right = box.width / static_cast<float>(width), down = box.height / static_cast<float>(height);
    SampleMap map;
    pointOf(box, -box.width / 2, -box.height / 2, map.originX, map.originY);
    map.rightX = box.alongX * right;
    map.rightY = box.alongY * right;
    map.downX = -box.alongY * down;
    map.downY = box.alongX * down;
    const float shrink = right > down ? right : down;
    map.taps = shrink <= 1.2F ? 1 : shrink >= 4 ? 4 : static_cast<int>(std::ceil(shrink));
    return map;
}

} // namespace sheaf::gpu
