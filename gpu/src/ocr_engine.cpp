// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/ocr_engine.h"

#include "engine_device.h"
#include "gpu/batch_pool.h"
#include "line_finder.h"
#include "line_recogniser.h"

#include <algorithm>

namespace sheaf::gpu {

namespace {

/** Of a page's confidence: handwriting, or a page whose lines were taken for being upside down. */
constexpr float readsBadly = 0.75F;
/** Of a line's confidence: stains, drawings and seals are read as something, too. */
constexpr float noText = 0.5F;

float confidenceOf(const std::vector<ReadLine>& lines)
{
    float sum = 0;
    std::size_t words = 0;
    for (const ReadLine& line : lines) {
        sum += line.confidence() * float(line.words.size());
        words += line.words.size();
    }
    return words > 0 ? sum / float(words) : 1;
}

std::vector<ReadLine> upsideDown(const std::vector<ReadLine>& lines)
{
    std::vector<ReadLine> turned;
    for (const ReadLine& line : lines)
        turned.push_back({quarterTurned(line.box, 2), {}});
    return turned;
}

/** All at once: most of it is a compiler's work on one processor each. */
void doAll(const std::vector<std::function<void()>>& work)
{
    std::vector<std::jthread> threads;
    for (const std::function<void()>& part : work)
        threads.emplace_back(part);
}

} // namespace

struct OcrEngine::Private
{
    EngineDevice device; // outlives its networks
    LineFinder finder;
    std::unique_ptr<LineRecogniser> recogniser;
    BatchPool pool; // ends before what it works on

    std::expected<std::vector<ReadLine>, std::string> findLines(const Bitmap& page, float dpi,
                                                                const std::stop_token& stop);
    std::expected<void, std::string> readLines(const Bitmap& page, std::vector<ReadLine>& lines,
                                               const std::stop_token& stop);
};

std::expected<std::vector<ReadLine>, std::string> OcrEngine::Private::findLines(const Bitmap& page, float dpi,
                                                                                const std::stop_token& stop)
{
    const auto boxes = finder.find(pool, page, dpi, stop);
    if (!boxes)
        return std::unexpected(boxes.error());
    std::vector<ReadLine> lines;
    for (const OrientedBox& box : *boxes)
        lines.push_back({box, {}});
    return lines;
}

std::expected<void, std::string> OcrEngine::Private::readLines(const Bitmap& page, std::vector<ReadLine>& lines,
                                                               const std::stop_token& stop)
{
    // The longest first: they would else be waited for at the end.
    std::ranges::sort(lines, std::greater(), [](const ReadLine& line) { return line.box.width / line.box.height; });
    Tasks tasks;
    for (const ReadLine& line : lines)
        tasks.push_back(std::make_unique<LineTask>(page, line.box, recogniser->sentColumns(line.box)));
    auto read = runAll(pool, *recogniser, std::move(tasks), stop);
    if (!read)
        return std::unexpected(read.error());
    for (std::size_t i = 0; i < lines.size(); ++i)
        lines[i].words = std::move(static_cast<LineTask&>(*(*read)[i]).words);
    return {};
}

float ReadLine::confidence() const
{
    float sum = 0;
    for (const ReadWord& word : words)
        sum += word.confidence;
    return words.empty() ? 0 : sum / float(words.size());
}

OcrEngine::OcrEngine(std::unique_ptr<Private> priv) : d(std::move(priv)) {}
OcrEngine::~OcrEngine() = default;

std::expected<std::unique_ptr<OcrEngine>, std::string> OcrEngine::open(const OcrFiles& files, const OcrOptions& options)
{
    const auto runtime = openRuntime(files.runtime);
    if (!runtime)
        return std::unexpected(runtime.error());
    const int threads = options.threads > 0 ? options.threads : std::max(1, int(std::thread::hardware_concurrency()));
    EngineDevice device =
        chooseDevices({options.mayUseDevice, options.deviceMemory, threads}, *runtime,
                      [&](const SessionOptions& place) -> std::expected<void, std::string> {
                          const auto opened = Session::open(files.orientation, place);
                          return opened ? std::expected<void, std::string>() : std::unexpected(opened.error());
                      });
    device.tell = options.tell;
    device.openRoads(files.kernels);
    // What calculates in bytes is for processors only.
    const auto fitting = [&](const std::string& model, const std::string& inBytes) {
        return device.isProcessor() && !inBytes.empty() ? inBytes : model;
    };
    auto finder =
        LineFinder::open(files.orientation, fitting(files.detection, files.detectionInBytes), files.direction, device);
    if (!finder)
        return std::unexpected(finder.error());
    auto recogniser = LineRecogniser::open(fitting(files.recognition, files.recognitionInBytes), device);
    if (!recogniser)
        return std::unexpected(recogniser.error());
    auto preparations = finder->preparations();
    std::ranges::move((*recogniser)->preparations(), std::back_inserter(preparations));
    doAll(preparations);
    const int poolThreads = device.poolThreads();
    return std::unique_ptr<OcrEngine>(new OcrEngine(std::unique_ptr<Private>(new Private{
        std::move(device), std::move(*finder), std::move(*recogniser), BatchPool(poolThreads, options.largestBatch)})));
}

const std::string& OcrEngine::device() const
{
    return d->device.sentence;
}

int OcrEngine::threads() const
{
    return d->pool.threads();
}

double OcrEngine::busySeconds() const
{
    return d->pool.busySeconds();
}

std::expected<std::vector<ReadLine>, std::string> OcrEngine::read(const Bitmap& page, float dpi,
                                                                  const std::stop_token& stop) const
{
    const std::unique_ptr<const Bitmap, std::function<void(const Bitmap*)>> onDevices(
        &page, [this](const Bitmap* done) { d->device.forget(*done); });
    auto lines = d->findLines(page, dpi, stop);
    if (!lines)
        return lines;
    if (const auto read = d->readLines(page, *lines, stop); !read)
        return std::unexpected(read.error());
    if (confidenceOf(*lines) < readsBadly) {
        std::vector<ReadLine> turned = upsideDown(*lines);
        if (const auto read = d->readLines(page, turned, stop); !read)
            return std::unexpected(read.error());
        if (confidenceOf(turned) > confidenceOf(*lines))
            *lines = std::move(turned);
    }
    std::erase_if(*lines, [](const ReadLine& line) { return line.confidence() < noText; });
    return lines;
}

} // namespace sheaf::gpu
