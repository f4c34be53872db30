// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
// compare_kernels: every kernel on the device against its twin on the host, on a page's worth of made-up data: the
// largest difference, the kernel's time, the time with the copies, the host's time. Status 1 if any of them differs.
#include "device_kernels.h"
#include "images.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <functional>
#include <map>
#include <random>

using namespace sheaf::gpu;

namespace {

double secondsOf(const std::function<void()>& work)
{
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

/** Runs both and tells; `difference` compares what they left. */
bool compare(const char* name, const std::function<std::string(float&)>& device, const std::function<void()>& host,
             const std::function<double()>& difference, double allowed)
{
    float kernel = 0;
    std::string problem = device(kernel); // the first call loads the code
    const double whole = problem.empty() ? secondsOf([&] { problem = device(kernel); }) : 0;
    if (!problem.empty()) {
        std::printf("%-16s %s\n", name, problem.c_str());
        return false;
    }
    const double onHost = secondsOf(host), differs = difference();
    std::printf("%-16s largest difference %.2g; kernel %.3f ms, with copies %.3f ms, host %.3f ms\n", name, differs,
                double(kernel), 1000 * whole, 1000 * onHost);
    return differs <= allowed;
}

double largestDifference(const std::vector<float>& a, const std::vector<float>& b)
{
    double largest = a.size() == b.size() ? 0 : HUGE_VAL;
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
        largest = std::max(largest, double(std::abs(a[i] - b[i])));
    return largest;
}

std::mt19937& dice()
{
    static std::mt19937 engine(7);
    return engine;
}

float random(float from, float to)
{
    return std::uniform_real_distribution<float>(from, to)(dice());
}

std::vector<OrientedBox> slantedLines(int count, float width, float height)
{
    std::vector<OrientedBox> boxes;
    for (int i = 0; i < count; ++i) {
        const float angle = random(-0.1F, 0.1F);
        boxes.push_back({random(0.1F, 0.9F) * width, random(0, 1) * height, std::cos(angle), std::sin(angle),
                         random(100, 900), random(12, 40)});
    }
    return boxes;
}

constexpr int pageWidth = 1240, pageHeight = 1754;

/** Lines' crops, of which some reach beyond the page. */
bool compareSampling()
{
    constexpr int rows = 48, columns = 960;
    std::vector<std::uint8_t> pixels(std::size_t(pageWidth) * pageHeight * 4);
    std::ranges::generate(pixels, [] { return std::uint8_t(dice()()); });
    const Bitmap page{pixels.data(), pageWidth, pageHeight};
    const std::vector<OrientedBox> lines = slantedLines(60, pageWidth, pageHeight);
    std::vector<SampleMap> maps;
    for (const OrientedBox& line : lines)
        maps.push_back(cropMap(line, columns, rows));
    std::vector<float> onDevice;
    Tensor onHost;
    onHost.reshape(std::int64_t(lines.size()), 3, rows, columns);
    return compare(
        "sampling",
        [&](float& ms) { return cuda::sampleImages(page, maps, textNormalisation, rows, columns, onDevice, ms); },
        [&] {
            for (std::size_t i = 0; i < lines.size(); ++i)
                sampleImage(page, lines[i], textNormalisation, onHost, int(i), {columns, rows});
        },
        // A device's fused multiply-add rounds once where the host rounds twice.
        [&] { return largestDifference(onDevice, onHost.values); }, 0.02);
}

/** A detector's answer for a page: lines with rough edges. */
std::vector<float> textMap(const std::vector<OrientedBox>& lines)
{
    std::vector<float> values(std::size_t(pageWidth) * pageHeight);
    for (const OrientedBox& line : lines) {
        const PixelRange range = pixelsAround(line, pageWidth, pageHeight);
        for (int y = range.y0; y <= range.y1; ++y)
            for (int x = range.x0; x <= range.x1; ++x)
                if (isInside(line, x, y))
                    values[std::size_t(y) * pageWidth + std::size_t(x)] = random(0.2F, 1);
    }
    return values;
}

bool compareRegions()
{
    const std::vector<OrientedBox> lines = slantedLines(80, pageWidth, pageHeight);
    const std::vector<float> values = textMap(lines);
    const ProbabilityMap map{values.data(), pageWidth, pageHeight};
    std::vector<int> labels, twins;
    const bool sameLabels = compare(
        "components", [&](float& ms) { return cuda::labelComponents(map, 0.3F, labels, ms); },
        [&] { twins = labelledComponents(map, 0.3F); }, [&] { return labels == twins ? 0 : HUGE_VAL; }, 0);
    std::vector<float> means, meansOnHost;
    const bool sameMeans = compare(
        "box scores", [&](float& ms) { return cuda::meansInside(map, lines, means, ms); },
        [&] {
            meansOnHost.clear();
            for (const OrientedBox& line : lines)
                meansOnHost.push_back(meanInside(map, line));
        },
        [&] { return largestDifference(means, meansOnHost); }, 0.001);
    return sameLabels && sameMeans;
}

bool compareDecoding()
{
    constexpr int classes = 18710, steps = 16 * 120;
    std::vector<float> probabilities(std::size_t(steps) * classes);
    for (int step = 0; step < steps; ++step) {
        float* const own = probabilities.data() + std::ptrdiff_t(step) * classes;
        std::generate(own, own + classes, [] { return random(0, 0.0001F); });
        own[dice()() % classes] = random(0.0002F, 1); // of which the blanks are some
    }
    std::vector<BestClass> onDevice, onHost(steps);
    return compare(
        "decoding", [&](float& ms) { return cuda::bestClasses(probabilities, classes, onDevice, ms); },
        [&] {
            for (int step = 0; step < steps; ++step)
                onHost[std::size_t(step)] = bestClass(probabilities.data() + std::ptrdiff_t(step) * classes, classes);
        },
        [&] {
            const auto same = [](const BestClass& a, const BestClass& b) {
                return a.index == b.index && a.probability == b.probability;
            };
            return std::ranges::equal(onDevice, onHost, same) ? 0 : HUGE_VAL;
        },
        0);
}

} // namespace

int main()
{
    const bool samples = compareSampling(), regions = compareRegions(), decodes = compareDecoding();
    return samples && regions && decodes ? 0 : 1;
}
