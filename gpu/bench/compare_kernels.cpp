// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
// compare_kernels LIBRARY: every kernel of libsheaf_cuda on the first device against its twin on the host, on a page's
// worth of made-up data: the largest difference, the kernel's time, the time with the copies, the host's time. Status 1
// if any of them differs.
#include "device_road.h"
#include "gpu/kernels/components.h"
#include "gpu/kernels/ctc.h"
#include "kernel_library.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <functional>
#include <random>

using namespace sheaf::gpu;

namespace {

using Memory = DeviceStream::Memory;

double millisecondsOf(const std::function<void()>& work)
{
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

/** A device's side of a comparison; the first error is kept and the rest left out. */
class Bench
{
public:
    explicit Bench(const DeviceStream& stream) : m_stream(stream) {}

    void call(const char* problem)
    {
        if (problem && m_problem.empty())
            m_problem = problem;
    }
    template <typename Value> Memory room(std::size_t count)
    {
        auto memory = m_stream.allocate(count * sizeof(Value));
        call(memory ? nullptr : memory.error().c_str());
        return memory ? std::move(*memory) : Memory();
    }
    template <typename Value> Memory there(const Value* values, std::size_t count)
    {
        Memory memory = room<Value>(count);
        if (memory)
            call(kernels().copy(0, m_stream.handle(), memory.get(), values, count * sizeof(Value)));
        return memory;
    }
    template <typename Value> std::vector<Value> back(const Memory& memory, std::size_t count)
    {
        std::vector<Value> values(count);
        if (memory)
            call(kernels().copy(0, m_stream.handle(), values.data(), memory.get(), count * sizeof(Value)));
        call(kernels().wait(0, m_stream.handle()));
        return values;
    }
    /** The kernel alone: what was queued before it has ended. */
    void timed(const std::function<const char*()>& kernel)
    {
        call(kernels().wait(0, m_stream.handle()));
        kernelMilliseconds = millisecondsOf([&] {
            call(kernel());
            call(kernels().wait(0, m_stream.handle()));
        });
    }
    const DeviceKernels& kernels() const { return m_stream.kernels(); }
    void* stream() const { return m_stream.handle(); }
    const std::string& problem() const { return m_problem; }

    double kernelMilliseconds = 0;

private:
    const DeviceStream& m_stream;
    std::string m_problem;
};

/** Runs both and tells; `difference` compares what they left. */
bool compare(const char* name, Bench& bench, const std::function<void()>& device, const std::function<void()>& host,
             const std::function<double()>& difference, double allowed)
{
    device(); // the first call loads the code
    const double whole = millisecondsOf(device), onHost = millisecondsOf(host);
    if (!bench.problem().empty()) {
        std::printf("%-16s %s\n", name, bench.problem().c_str());
        return false;
    }
    const double differs = difference();
    std::printf("%-16s largest difference %.2g; kernel %.3f ms, with copies %.3f ms, host %.3f ms\n", name, differs,
                bench.kernelMilliseconds, whole, onHost);
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

/** Lines' crops, of which some reach beyond the page and some do not fill their image. */
bool compareSampling(const DeviceStream& stream)
{
    constexpr int rows = 48, columns = 960;
    std::vector<std::uint8_t> pixels(std::size_t(pageWidth) * pageHeight * 4);
    std::ranges::generate(pixels, [] { return std::uint8_t(dice()()); });
    const Bitmap page{pixels.data(), pageWidth, pageHeight};
    std::vector<Crop> crops;
    for (const OrientedBox& line : slantedLines(60, pageWidth, pageHeight))
        crops.push_back({&page, line, {int(random(300, columns)), rows}});
    Bench bench(stream);
    std::vector<float> onDevice;
    Tensor onHost;
    onHost.reshape(std::int64_t(crops.size()), 3, rows, columns);
    const auto device = [&] {
        const Memory picture = bench.there(pixels.data(), pixels.size());
        std::vector<DeviceCrop> places;
        for (const Crop& crop : crops)
            places.push_back({{static_cast<const std::uint8_t*>(picture.get()), pageWidth, pageHeight},
                              cropMap(crop.box, crop.size.columns, rows),
                              crop.size.columns,
                              rows});
        const Memory batch = bench.room<float>(onHost.values.size());
        bench.timed([&] {
            return bench.kernels().sample(0, bench.stream(), places.data(), int(places.size()), &textNormalisation, 0,
                                          rows, columns, static_cast<float*>(batch.get()));
        });
        onDevice = bench.back<float>(batch, onHost.values.size());
    };
    const auto host = [&] {
        for (std::size_t i = 0; i < crops.size(); ++i)
            sampleImage(crops[i], {}, onHost, int(i));
    };
    return compare(
        "sampling", bench, device, host, [&] { return largestDifference(onDevice, onHost.values); }, 0);
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

bool compareComponents(const DeviceStream& stream, const ProbabilityMap& map, const std::vector<float>& values)
{
    Bench bench(stream);
    std::vector<int> labels, twins;
    const auto device = [&] {
        const Memory there = bench.there(values.data(), values.size()), out = bench.room<int>(values.size());
        const ProbabilityMap mapThere{static_cast<const float*>(there.get()), map.width, map.height};
        bench.timed([&] {
            return bench.kernels().labelComponents(0, bench.stream(), &mapThere, 0.3F, static_cast<int*>(out.get()));
        });
        labels = bench.back<int>(out, values.size());
    };
    return compare(
        "components", bench, device, [&] { twins = labelledComponents(map, 0.3F); },
        [&] { return labels == twins ? 0 : HUGE_VAL; }, 0);
}

bool compareScores(const DeviceStream& stream, const ProbabilityMap& map, const std::vector<float>& values,
                   const std::vector<OrientedBox>& lines)
{
    Bench bench(stream);
    std::vector<float> means, twins;
    const auto device = [&] {
        const Memory there = bench.there(values.data(), values.size()), boxes = bench.there(lines.data(), lines.size()),
                     out = bench.room<float>(lines.size());
        const ProbabilityMap mapThere{static_cast<const float*>(there.get()), map.width, map.height};
        bench.timed([&] {
            return bench.kernels().meansInside(0, bench.stream(), &mapThere,
                                               static_cast<const OrientedBox*>(boxes.get()), int(lines.size()),
                                               static_cast<float*>(out.get()));
        });
        means = bench.back<float>(out, lines.size());
    };
    const auto host = [&] {
        twins.clear();
        for (const OrientedBox& line : lines)
            twins.push_back(meanInside(map, line));
    };
    return compare(
        "box scores", bench, device, host, [&] { return largestDifference(means, twins); }, 0.001);
}

bool compareDecoding(const DeviceStream& stream)
{
    constexpr int classes = 18710, steps = 16 * 120;
    std::vector<float> probabilities(std::size_t(steps) * classes);
    for (int step = 0; step < steps; ++step) {
        float* const own = probabilities.data() + std::ptrdiff_t(step) * classes;
        std::generate(own, own + classes, [] { return random(0, 0.0001F); });
        own[dice()() % classes] = random(0.0002F, 1); // of which the blanks are some
    }
    Bench bench(stream);
    std::vector<float> onDevice, onHost;
    const auto device = [&] {
        const Memory there = bench.there(probabilities.data(), probabilities.size()),
                     out = bench.room<float>(2 * steps);
        bench.timed([&] {
            return bench.kernels().bestClasses(0, bench.stream(), static_cast<const float*>(there.get()), steps,
                                               classes, static_cast<float*>(out.get()));
        });
        onDevice = bench.back<float>(out, 2 * steps);
    };
    const auto host = [&] {
        onHost.clear();
        for (int step = 0; step < steps; ++step) {
            const BestClass best = bestClass(probabilities.data() + std::ptrdiff_t(step) * classes, classes);
            onHost.insert(onHost.end(), {float(best.index), best.probability});
        }
    };
    return compare(
        "decoding", bench, device, host, [&] { return largestDifference(onDevice, onHost); }, 0);
}

} // namespace

int main(int argc, char* argv[])
{
    const auto kernels = openDeviceKernels(argc > 1 ? argv[1] : "");
    if (!kernels) {
        std::fprintf(stderr, "compare_kernels LIBRARY: %s\n", kernels.error().c_str());
        return 2;
    }
    const auto stream = DeviceStream::open(**kernels, 0);
    if (!stream) {
        std::fprintf(stderr, "%s\n", stream.error().c_str());
        return 3;
    }
    const std::vector<OrientedBox> lines = slantedLines(80, pageWidth, pageHeight);
    const std::vector<float> values = textMap(lines);
    const ProbabilityMap map{values.data(), pageWidth, pageHeight};
    const bool samples = compareSampling(**stream), components = compareComponents(**stream, map, values),
               scores = compareScores(**stream, map, values, lines), decodes = compareDecoding(**stream);
    return samples && components && scores && decodes ? 0 : 1;
}
