// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "check.h"
#include "region_boxes.h"

#include <algorithm>
#include <array>
#include <cmath>

using namespace sheaf::gpu;
using namespace sheaf::testing;

namespace {

constexpr std::array<std::array<std::int64_t, 2>, 4> grids{{{76, 100}, {38, 50}, {19, 25}, {10, 13}}};

/** The network's eight outputs; nothing in them. */
struct Outputs
{
    std::array<std::vector<float>, 8> values;
    std::array<std::array<std::int64_t, 2>, 8> shapes;

    Outputs()
    {
        for (std::size_t i = 0; i < 8; ++i) {
            const std::int64_t cells = grids[i % 4][0] * grids[i % 4][1], width = i < 4 ? 10 : 32;
            shapes[i] = {cells, width};
            values[i].assign(std::size_t(cells * width), 0);
        }
    }
    /** A cell that is sure of one distance for each side, in strides. */
    void set(std::size_t level, std::int64_t x, std::int64_t y, RegionKind kind, float score, std::array<int, 4> sides)
    {
        const auto cell = std::size_t(y * grids[level][0] + x);
        values[level][cell * 10 + std::size_t(kind)] = score;
        for (std::size_t side = 0; side < 4; ++side)
            values[level + 4][cell * 32 + side * 8 + std::size_t(sides[side])] = 50;
    }
    std::vector<Output> outputs() const
    {
        std::vector<Output> all;
        for (std::size_t i = 0; i < 8; ++i)
            all.push_back({shapes[i], values[i].data()});
        return all;
    }
};

bool near(float a, float b)
{
    return std::abs(a - b) < 0.01F;
}

void aBoxReachesFromItsCellsMiddle()
{
    Outputs outputs;
    outputs.set(2, 9, 10, RegionKind::Figure, 0.9F, {7, 3, 1, 5});
    const auto regions = readRegions(outputs.outputs());
    CHECK(regions.size() == 1);
    if (regions.size() != 1)
        return;
    const FoundRegion& region = regions.front();
    CHECK(region.kind == RegionKind::Figure && near(region.score, 0.9F));
    CHECK(near(region.x0, 304 - 7 * 32) && near(region.y0, 336 - 3 * 32));
    CHECK(near(region.x1, 304 + 32) && near(region.y1, 336 + 5 * 32));
}

void overlappingBoxesOfOneKindAreOne()
{
    Outputs outputs;
    outputs.set(1, 10, 10, RegionKind::Table, 0.7F, {5, 5, 5, 5});
    outputs.set(1, 11, 10, RegionKind::Table, 0.8F, {5, 5, 5, 5});
    outputs.set(1, 12, 10, RegionKind::Figure, 0.5F, {5, 5, 5, 5});
    outputs.set(1, 30, 40, RegionKind::Table, 0.6F, {5, 5, 5, 5});
    outputs.set(3, 5, 5, RegionKind::Text, 0.3F, {1, 1, 1, 1}); // hardly
    const auto regions = readRegions(outputs.outputs());
    CHECK(regions.size() == 3);
    CHECK(std::ranges::is_sorted(regions, std::greater(), &FoundRegion::score));
    CHECK(near(regions.front().score, 0.8F));
}

void otherOutputsThanTheNetworksAreNoRegions()
{
    Outputs outputs;
    outputs.set(2, 9, 10, RegionKind::Figure, 0.9F, {7, 3, 1, 5});
    std::vector<Output> fewer = outputs.outputs();
    fewer.pop_back();
    CHECK(readRegions(fewer).empty());
    outputs.shapes[3][0] = 140;
    CHECK(readRegions(outputs.outputs()).empty());
}

void withoutAModelThereIsNoFinder()
{
    const auto workplace = Workplace::open({.runtime = "/nowhere/libonnxruntime.so"}); // the system may have one
    CHECK(workplace ? !RegionFinder::open("/nowhere/model.onnx", *workplace) : !workplace.error().empty());
}

} // namespace

int main(int argc, char* argv[])
{
    return runCases({{"a_box_reaches_from_its_cells_middle", aBoxReachesFromItsCellsMiddle},
                     {"overlapping_boxes_of_one_kind_are_one", overlappingBoxesOfOneKindAreOne},
                     {"other_outputs_than_the_networks_are_no_regions", otherOutputsThanTheNetworksAreNoRegions},
                     {"without_a_model_there_is_no_finder", withoutAModelThereIsNoFinder}},
                    argc > 1 ? argv[1] : "");
}
