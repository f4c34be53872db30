// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "region_boxes.h"

#include <algorithm>
#include <cmath>

namespace sheaf::gpu {

namespace {

constexpr std::array strides{8, 16, 32, 64};
constexpr std::int64_t kinds = 10, bins = 8, sides = 4;
constexpr float likely = 0.4F;
constexpr float same = 0.5F; ///< of the area of both together

int cellsAcross(int stride)
{
    return (regionInputWidth + stride - 1) / stride;
}

std::int64_t cellCount(int stride)
{
    return std::int64_t(cellsAcross(stride)) * ((regionInputHeight + stride - 1) / stride);
}

bool hasShape(const Output& output, std::int64_t cells, std::int64_t values)
{
    return output.shape.size() == 2 && output.shape[0] == cells && output.shape[1] == values;
}

/** Softmax, then the expected bin. */
float expectedBin(const float* logits)
{
    const float highest = *std::max_element(logits, logits + bins);
    float sum = 0, weighted = 0;
    for (int i = 0; i < bins; ++i) {
        const float weight = std::exp(logits[i] - highest);
        sum += weight;
        weighted += weight * float(i);
    }
    return weighted / sum;
}

float overlap(const FoundRegion& a, const FoundRegion& b)
{
    const float width = std::min(a.x1, b.x1) - std::max(a.x0, b.x0);
    const float height = std::min(a.y1, b.y1) - std::max(a.y0, b.y0);
    if (width <= 0 || height <= 0)
        return 0;
    const auto area = [](const FoundRegion& r) { return (r.x1 - r.x0) * (r.y1 - r.y0); };
    return width * height / (area(a) + area(b) - width * height);
}

} // namespace

std::vector<FoundRegion> readRegions(std::span<const Output> outputs)
{
    if (outputs.size() != 2 * strides.size())
        return {};
    std::vector<FoundRegion> all;
    for (std::size_t level = 0; level < strides.size(); ++level) {
        const int stride = strides[level];
        const std::int64_t cells = cellCount(stride);
        const Output &scores = outputs[level], &boxes = outputs[level + strides.size()];
        if (!hasShape(scores, cells, kinds) || !hasShape(boxes, cells, sides * bins))
            return {};
        for (std::int64_t cell = 0; cell < cells; ++cell) {
            const float* const score = scores.values + cell * kinds;
            const float* const best = std::max_element(score, score + kinds);
            if (*best < likely)
                continue;
            const float x = (float(cell % cellsAcross(stride)) + 0.5F) * float(stride);
            const float y = (float(cell / cellsAcross(stride)) + 0.5F) * float(stride);
            const float* const box = boxes.values + cell * sides * bins;
            const auto distance = [&](int side) { return expectedBin(box + side * bins) * float(stride); };
            all.push_back(
                {RegionKind(best - score), x - distance(0), y - distance(1), x + distance(2), y + distance(3), *best});
        }
    }
    std::ranges::sort(all, std::greater(), &FoundRegion::score);
    std::vector<FoundRegion> kept;
    for (const FoundRegion& region : all) {
        const auto isSame = [&](const FoundRegion& other) {
            return other.kind == region.kind && overlap(other, region) > same;
        };
        if (std::ranges::none_of(kept, isSame))
            kept.push_back(region);
    }
    return kept;
}

} // namespace sheaf::gpu
