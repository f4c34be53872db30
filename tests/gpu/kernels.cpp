// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "check.h"
#include "gpu/kernels/components.h"
#include "gpu/kernels/ctc.h"
#include "gpu/kernels/text_regions.h"
#include "gpu/session.h"
#include "ink.h"

#include <algorithm>
#include <cstdio>
#include <map>

using namespace sheaf::gpu;
using namespace sheaf::testing;

namespace {

bool near(float a, float b, float tolerance = 0.01F)
{
    return std::abs(a - b) <= tolerance;
}

struct Picture
{
    int width, height;
    std::vector<std::uint8_t> pixels;

    Picture(int w, int h) : width(w), height(h), pixels(std::size_t(w) * std::size_t(h) * 4, 255) {}
    void set(int x, int y, std::uint8_t red, std::uint8_t green, std::uint8_t blue)
    {
        std::uint8_t* pixel = pixels.data() + (std::size_t(y) * std::size_t(width) + std::size_t(x)) * 4;
        pixel[0] = blue;
        pixel[1] = green;
        pixel[2] = red;
    }
    Bitmap bitmap() const { return {pixels.data(), width, height}; }
};

/** A probability map with one rectangle at an angle. */
struct Map
{
    int width, height;
    std::vector<float> values;

    Map(int w, int h) : width(w), height(h), values(std::size_t(w) * std::size_t(h), 0.0F) {}
    void fill(const OrientedBox& box, float probability)
    {
        for (int y = 0; y < height; ++y)
            for (int x = 0; x < width; ++x) {
                const float dx = float(x) + 0.5F - box.centreX, dy = float(y) + 0.5F - box.centreY;
                if (std::abs(dx * box.alongX + dy * box.alongY) <= box.width / 2 &&
                    std::abs(dy * box.alongX - dx * box.alongY) <= box.height / 2)
                    values[std::size_t(y) * std::size_t(width) + std::size_t(x)] = probability;
            }
    }
    ProbabilityMap map() const { return {values.data(), width, height}; }
};

void faintPrintOnEvenPaperIsInk()
{
    Picture page(400, 400);
    for (int y = 0; y < page.height; ++y)
        for (int x = 0; x < page.width; ++x)
            page.set(x, y, 235, 235, 235);
    for (int y = 0; y < page.height; ++y) // a soft shadow towards the right edge
        for (int x = 200; x < page.width; ++x)
            page.set(x, y, std::uint8_t(235 - (x - 200) / 16), std::uint8_t(235 - (x - 200) / 16), 230);
    CHECK(inkBands(page.bitmap(), 100).empty());
    for (int x = 60; x < 160; ++x)
        for (int y = 200; y < 203; ++y)
            page.set(x, y, 215, 215, 215);
    CHECK(inkBands(page.bitmap(), 100).size() == 1);
}

void paperIsLeftOut()
{
    Picture page(400, 800);
    CHECK(inkBands(page.bitmap(), 100).empty());
    for (int y = 0; y < page.height; ++y) // a scanner's noise on grey paper
        for (int x = 0; x < page.width; ++x) {
            const auto value = std::uint8_t(200 + (x * 37 + y * 91 + x * y) % 31);
            page.set(x, y, value, value, value);
        }
    CHECK(inkBands(page.bitmap(), 100).empty());
    const auto stroke = [&](int left, int right, int top) {
        for (int y = top; y < top + 3; ++y)
            for (int x = left; x < right; ++x)
                page.set(x, y, 60, 60, 60);
    };
    stroke(150, 250, 100);
    stroke(100, 160, 180); // within the gap
    stroke(300, 399, 600);
    const auto bands = inkBands(page.bitmap(), 100);
    CHECK(bands.size() == 2);
    if (bands.size() == 2) {
        CHECK(bands[0].y0 <= 100 - 4 && bands[0].y1 >= 183 + 4 && bands[0].y1 < 260);
        CHECK(bands[0].x0 <= 100 - 4 && bands[0].x1 >= 250 + 4 && bands[0].x1 < 320);
        CHECK(bands[1].y0 > 520 && bands[1].x1 == 399);
    }
    CHECK(inkBands(Picture(3, 3).bitmap(), 100).empty());
}

void samplingKeepsChannelsAndNormalises()
{
    Picture picture(2, 1);
    picture.set(0, 0, 255, 128, 0);
    const Normalisation normal{{1 / 255.0F, 1 / 255.0F, 1 / 255.0F}, {0, 1, 2}};
    float planes[3] = {};
    samplePixel(picture.bitmap(), SampleMap{}, normal, planes, 1, 1, 0, 0);
    CHECK(near(planes[0], 1) && near(planes[1], 128 / 255.0F + 1) && near(planes[2], 2));
}

void samplingInterpolatesAndStopsAtTheEdges()
{
    Picture picture(2, 1);
    picture.set(0, 0, 0, 0, 0);
    picture.set(1, 0, 100, 100, 100);
    CHECK(near(interpolated(picture.bitmap(), 1, 0.5F).red, 50));
    CHECK(near(interpolated(picture.bitmap(), 0.75F, 0.5F).red, 25));
    CHECK(near(interpolated(picture.bitmap(), -5, 9).red, 0));
    CHECK(near(interpolated(picture.bitmap(), 7, -3).red, 100));
}

void shrinkingAveragesThinStrokes()
{
    Picture picture(8, 8);
    for (int y = 0; y < 8; ++y)
        picture.set(3, y, 0, 0, 0); // one dark column in four of the left half
    const OrientedBox all{4, 4, 1, 0, 8, 8};
    const SampleMap map = cropMap(all, 2, 2);
    CHECK(map.taps == 4);
    CHECK(near(sampled(picture.bitmap(), map, 0, 0).green, 255 * 0.75F, 1));
    CHECK(near(sampled(picture.bitmap(), map, 1, 1).green, 255));
}

void aTurnedBoxIsLaidUpright()
{
    // A column of pixels, dark at its lower end; text that runs downwards begins at the upper end.
    Picture picture(5, 20);
    picture.set(2, 19, 0, 0, 0);
    const OrientedBox downwards = quarterTurned({2.5F, 10, 1, 0, 1, 20}, 1);
    CHECK(near(downwards.alongX, 0) && near(downwards.alongY, 1) && near(downwards.width, 20));
    const SampleMap map = cropMap(downwards, 20, 1);
    CHECK(near(sampled(picture.bitmap(), map, 19, 0).red, 0, 1));
    CHECK(near(sampled(picture.bitmap(), map, 0, 0).red, 255, 1));
    const OrientedBox around = quarterTurned(downwards, 3);
    CHECK(near(around.alongX, 1) && near(around.alongY, 0) && near(around.width, 1));
}

void regionsAreFoundApartAndTouchingOnesTogether()
{
    Map map(40, 20);
    map.fill({10, 5, 1, 0, 10, 4}, 0.9F);
    map.fill({30, 5, 1, 0, 10, 4}, 0.9F);
    map.fill({10, 15, 1, 0, 6, 4}, 0.2F); // below the threshold
    CHECK(connectedRegions(map.map(), 0.3F).size() == 2);
    map.fill({20, 8, 1, 0, 12, 2}, 0.9F); // touches both at their corners
    CHECK(connectedRegions(map.map(), 0.3F).size() == 1);
    CHECK(connectedRegions(Map(3, 3).map(), 0.3F).empty());
}

void aRegionOfTwoArmsIsOne()
{
    // Its arms meet in the last row only: two runs of a row join late.
    Map map(9, 6);
    map.fill({1.5F, 2.5F, 1, 0, 2, 5}, 0.9F);
    map.fill({7.5F, 2.5F, 1, 0, 2, 5}, 0.9F);
    CHECK(connectedRegions(map.map(), 0.3F).size() == 2);
    map.fill({4.5F, 5.5F, 1, 0, 9, 1}, 0.9F);
    CHECK(connectedRegions(map.map(), 0.3F).size() == 1);
}

void labelsNameTheSameRegions()
{
    Map map(60, 40);
    map.fill({10, 10, 1, 0, 12, 8}, 0.9F);
    map.fill({36, 22, std::cos(0.5F), std::sin(0.5F), 30, 5}, 0.9F);
    map.fill({48, 8, 1, 0, 6, 6}, 0.9F);
    map.fill({5.5F, 33, 1, 0, 3, 8}, 0.9F); // two arms that meet in their last row
    map.fill({15.5F, 33, 1, 0, 3, 8}, 0.9F);
    map.fill({10.5F, 36.5F, 1, 0, 13, 1}, 0.9F);
    const std::vector<int> labels = labelledComponents(map.map(), 0.3F);
    std::map<int, int> sizes;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        CHECK((labels[i] >= 0) == (map.values[i] > 0.3F));
        CHECK(labels[i] <= int(i));
        if (labels[i] >= 0)
            ++sizes[labels[i]];
    }
    CHECK(sizes.size() == connectedRegions(map.map(), 0.3F).size() && sizes.size() == 4);
    CHECK(labelledComponents(Map(3, 3).map(), 0.3F) == std::vector<int>(9, -1));
}

void aSlantedLineHasASlantedBox()
{
    const float angle = 0.2F;
    const OrientedBox drawn{100, 60, std::cos(angle), std::sin(angle), 120, 16};
    Map map(200, 120);
    map.fill(drawn, 0.9F);
    const std::vector<TextRegion> found = textRegions(map.map(), {.unclip = 0});
    CHECK(found.size() == 1);
    if (found.size() != 1)
        return;
    const OrientedBox& box = found.front().box;
    CHECK(near(box.centreX, 100, 1) && near(box.centreY, 60, 1));
    CHECK(near(std::atan2(box.alongY, box.alongX), angle, 0.03F));
    CHECK(near(box.width, 120, 3) && near(box.height, 16, 3));
    CHECK(found.front().score > 0.8F);
}

void weakAndTinyRegionsAreDropped()
{
    Map map(60, 20);
    map.fill({10, 10, 1, 0, 12, 6}, 0.4F); // over the threshold of a pixel, under that of a box
    map.fill({40, 10, 1, 0, 12, 2}, 0.9F); // too thin
    CHECK(textRegions(map.map()).empty());
}

void unclippingGrowsByAreaOverPerimeter()
{
    const OrientedBox box = unclipped({0, 0, 1, 0, 100, 10}, 1.6F);
    const float distance = 1000 * 1.6F / 220;
    CHECK(near(box.width, 100 + 2 * distance) && near(box.height, 10 + 2 * distance));
    CHECK(near(unclipped(OrientedBox{}, 1.6F).width, 0));
}

void decodingDropsRepeatsAndBlanks()
{
    // Classes: blank, a, b. Steps: a a - a b -
    const float steps[][3] = {{0.1F, 0.8F, 0.1F}, {0.1F, 0.9F, 0},    {0.9F, 0.1F, 0},
                              {0.2F, 0.7F, 0.1F}, {0.3F, 0.3F, 0.4F}, {1, 0, 0}};
    std::vector<BestClass> best;
    for (const auto& step : steps)
        best.push_back(bestClass(step, 3));
    const std::vector<DecodedSign> signs = decodeGreedily(best);
    CHECK(signs.size() == 3);
    if (signs.size() != 3)
        return;
    CHECK(signs[0].index == 1 && near(signs[0].from, 0) && near(signs[0].to, 2) && near(signs[0].probability, 0.9F));
    CHECK(signs[1].index == 1 && near(signs[1].from, 3) && near(signs[1].to, 4));
    CHECK(signs[2].index == 2 && near(signs[2].from, 4) && near(signs[2].probability, 0.4F));
    CHECK(decodeGreedily({}).empty());
}

void withoutALibraryThereAreNoSessions()
{
    const auto opened = openRuntime("/nowhere/libonnxruntime.so");
    CHECK(opened || !opened.error().empty());
    if (!opened)
        CHECK(!Session::open("/nowhere/model.onnx"));
}

} // namespace

int main(int argc, char* argv[])
{
    return runCases(
        {{"paper_is_left_out", paperIsLeftOut},
         {"faint_print_on_even_paper_is_ink", faintPrintOnEvenPaperIsInk},
         {"sampling_keeps_channels_and_normalises", samplingKeepsChannelsAndNormalises},
         {"sampling_interpolates_and_stops_at_the_edges", samplingInterpolatesAndStopsAtTheEdges},
         {"shrinking_averages_thin_strokes", shrinkingAveragesThinStrokes},
         {"a_turned_box_is_laid_upright", aTurnedBoxIsLaidUpright},
         {"regions_are_found_apart_and_touching_ones_together", regionsAreFoundApartAndTouchingOnesTogether},
         {"a_region_of_two_arms_is_one", aRegionOfTwoArmsIsOne},
         {"labels_name_the_same_regions", labelsNameTheSameRegions},
         {"a_slanted_line_has_a_slanted_box", aSlantedLineHasASlantedBox},
         {"weak_and_tiny_regions_are_dropped", weakAndTinyRegionsAreDropped},
         {"unclipping_grows_by_area_over_perimeter", unclippingGrowsByAreaOverPerimeter},
         {"decoding_drops_repeats_and_blanks", decodingDropsRepeatsAndBlanks},
         {"without_a_library_there_are_no_sessions", withoutALibraryThereAreNoSessions}},
        argc > 1 ? argv[1] : "");
}
