// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/ocr_engine.h"

#include "engine_device.h"
#include "gpu/batch_pool.h"
#include "ink.h"
#include "line_finder.h"
#include "line_recogniser.h"

#include <algorithm>

namespace sheaf::gpu {

namespace {

struct PageTask : Task
{
    PageTask(const Bitmap& of, float resolution, const std::stop_token& until) : page(of), dpi(resolution), stop(until)
    {}

    const Bitmap& page;
    const float dpi;
    const std::stop_token& stop;
    std::expected<std::vector<OrientedBox>, std::string> boxes;
};

/** Finds a page's lines. A page fills a run by itself. */
class FinderStage : public Stage
{
public:
    explicit FinderStage(LineFinder finder) : m_finder(std::move(finder)) {}

    const char* name() const override { return "find lines"; }
    std::size_t largestBatch() const override { return 1; }
    std::function<void()> prepare(std::span<Task* const> batch) const override
    {
        auto* const task = static_cast<PageTask*>(batch.front());
        task->boxes = m_finder.find(task->page, task->dpi, task->stop);
        return {};
    }

private:
    LineFinder m_finder;
};

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

} // namespace

struct OcrEngine::Private
{
    std::string device;
    FinderStage finder;
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
    Tasks tasks;
    tasks.push_back(std::make_unique<PageTask>(page, dpi, stop));
    tasks = pool.run(finder, std::move(tasks), stop);
    if (tasks.empty())
        return std::unexpected(std::string("stopped"));
    const auto& boxes = static_cast<const PageTask&>(*tasks.front()).boxes;
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
        tasks.push_back(std::make_unique<LineTask>(page, line.box));
    tasks = pool.run(*recogniser, std::move(tasks), stop);
    if (stop.stop_requested())
        return std::unexpected(std::string("stopped"));
    for (std::size_t i = 0; i < lines.size(); ++i) {
        auto& task = static_cast<LineTask&>(*tasks[i]);
        if (!task.error.empty())
            return std::unexpected(task.error);
        lines[i].words = std::move(task.words);
    }
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
    const EngineDevice device = chooseDevice(options.mayUseDevice, files.orientation, *runtime, threads);
    const auto fitting = [&](const std::string& model, const std::string& inBytes) {
        return device.index < 0 && !inBytes.empty() ? inBytes : model;
    };
    auto finder = LineFinder::open(files.orientation, fitting(files.detection, files.detectionInBytes), files.direction,
                                   {threads, device.index, device.memoryLimit});
    if (!finder)
        return std::unexpected(finder.error());
    auto recogniser = LineRecogniser::open(fitting(files.recognition, files.recognitionInBytes),
                                           {1, device.index, device.memoryLimit}, device.linesAtOnce());
    if (!recogniser)
        return std::unexpected(recogniser.error());
    return std::unique_ptr<OcrEngine>(new OcrEngine(
        std::unique_ptr<Private>(new Private{device.sentence, FinderStage(std::move(*finder)), std::move(*recogniser),
                                             BatchPool(device.index < 0 ? threads : 1)})));
}

const std::string& OcrEngine::device() const
{
    return d->device;
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
    if (isBlank(page))
        return {};
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
