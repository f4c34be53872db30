// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/kernels/host_device.h"

#include <cstddef>
#include <cstdint>

/**
 * From a page's pixels to a network's input in one pass: crop, turn, resize, normalise and transpose are one affine map
 * and one multiply-add a value. The whole page and a slanted line are the same kernel with another map.
 */
namespace sheaf::gpu {

/** Pixels of four bytes (blue, green, red, unused), rows from the top. Not owned. */
struct Bitmap
{
    const std::uint8_t* pixels = nullptr;
    int width = 0, height = 0;

    SHEAF_HD const std::uint8_t* at(int x, int y) const
    {
        return pixels + (static_cast<std::ptrdiff_t>(y) * width + x) * 4;
    }
};

/** Where an output pixel's centre lies in the bitmap: origin + (x + ½)·right + (y + ½)·down, in pixels. */
struct SampleMap
{
    float originX = 0, originY = 0;
    float rightX = 1, rightY = 0; ///< one output pixel to the right, in bitmap pixels
    float downX = 0, downY = 1;   ///< one output pixel down
    int taps = 1;                 ///< samples a side that are averaged: shrinking without them would lose thin strokes
};

/** value = byte · scale + offset, a channel: red, green, blue. */
struct Normalisation
{
    float scale[3];
    float offset[3];
};

struct Colour
{
    float red = 0, green = 0, blue = 0;
};

SHEAF_HD inline int clampedIndex(int value, int size)
{
    return value < 0 ? 0 : value >= size ? size - 1 : value;
}

/** Bilinear; beyond the edges the edge goes on. */
SHEAF_HD inline Colour interpolated(const Bitmap& bitmap, float x, float y)
{
    const float left = x - 0.5F, top = y - 0.5F;
    const int x0 = static_cast<int>(left) - (left < 0), y0 = static_cast<int>(top) - (top < 0);
    const float fx = left - static_cast<float>(x0), fy = top - static_cast<float>(y0);
    const int xa = clampedIndex(x0, bitmap.width), xb = clampedIndex(x0 + 1, bitmap.width);
    const int ya = clampedIndex(y0, bitmap.height), yb = clampedIndex(y0 + 1, bitmap.height);
    const std::uint8_t *p00 = bitmap.at(xa, ya), *p10 = bitmap.at(xb, ya), *p01 = bitmap.at(xa, yb),
                       *p11 = bitmap.at(xb, yb);
    const float w00 = (1 - fx) * (1 - fy), w10 = fx * (1 - fy), w01 = (1 - fx) * fy, w11 = fx * fy;
    return {p00[2] * w00 + p10[2] * w10 + p01[2] * w01 + p11[2] * w11,
            p00[1] * w00 + p10[1] * w10 + p01[1] * w01 + p11[1] * w11,
            p00[0] * w00 + p10[0] * w10 + p01[0] * w01 + p11[0] * w11};
}

/** The output pixel (x, y). With several taps each takes the nearest pixel: their mean does the smoothing. */
SHEAF_HD inline Colour sampled(const Bitmap& bitmap, const SampleMap& map, int x, int y)
{
    if (map.taps <= 1) {
        const float u = static_cast<float>(x) + 0.5F, v = static_cast<float>(y) + 0.5F;
        return interpolated(bitmap, map.originX + u * map.rightX + v * map.downX,
                            map.originY + u * map.rightY + v * map.downY);
    }
    const float step = 1.0F / static_cast<float>(map.taps);
    int red = 0, green = 0, blue = 0;
    for (int j = 0; j < map.taps; ++j) {
        const float v = static_cast<float>(y) + (static_cast<float>(j) + 0.5F) * step;
        for (int i = 0; i < map.taps; ++i) {
            const float u = static_cast<float>(x) + (static_cast<float>(i) + 0.5F) * step;
            const int sx = clampedIndex(static_cast<int>(map.originX + u * map.rightX + v * map.downX), bitmap.width);
            const int sy = clampedIndex(static_cast<int>(map.originY + u * map.rightY + v * map.downY), bitmap.height);
            const std::uint8_t* pixel = bitmap.at(sx, sy);
            red += pixel[2];
            green += pixel[1];
            blue += pixel[0];
        }
    }
    const float share = step * step;
    return {static_cast<float>(red) * share, static_cast<float>(green) * share, static_cast<float>(blue) * share};
}

/** One output pixel into the three planes of a tensor; `planes` is the first value of the image in its batch. */
SHEAF_HD inline void samplePixel(const Bitmap& bitmap, const SampleMap& map, const Normalisation& normal, float* planes,
                                 int rowLength, std::ptrdiff_t planeSize, int x, int y)
{
    const Colour colour = sampled(bitmap, map, x, y);
    float* out = planes + static_cast<std::ptrdiff_t>(y) * rowLength + x;
    out[0] = colour.red * normal.scale[0] + normal.offset[0];
    out[planeSize] = colour.green * normal.scale[1] + normal.offset[1];
    out[2 * planeSize] = colour.blue * normal.scale[2] + normal.offset[2];
}

} // namespace sheaf::gpu
