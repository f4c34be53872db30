// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/ocr_engine.h"

#include "gpu/fair_pool.h"
#include "images.h"
#include "line_finder.h"
#include "line_recogniser.h"

#include <algorithm>

namespace sheaf::gpu {

struct OcrEngine::Private
{
    LineFinder finder;
    LineRecogniser recogniser;
    FairPool pool;

    std::expected<std::vector<ReadLine>, std::string> findLines(const Bitmap& page, float dpi,
                                                                const std::stop_token& stop);
    std::expected<void, std::string> readLines(const Bitmap& page, std::vector<ReadLine>& lines,
                                               const std::stop_token& stop);
};

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

/** Lines that are read in one run: of similar width, so that little of the tensor is padding. */
std::vector<std::vector<ReadLine*>> batchesOf(std::vector<ReadLine>& lines)
{
    constexpr std::size_t most = 4;
    constexpr int padding = 24; ///< columns; more costs more than a run of its own
    std::vector<ReadLine*> byWidth;
    for (ReadLine& line : lines)
        byWidth.push_back(&line);
    const auto columns = [](const ReadLine* line) { return LineRecogniser::columnsOf(line->box); };
    std::ranges::sort(byWidth, std::greater(), columns);
    std::vector<std::vector<ReadLine*>> batches;
    for (ReadLine* line : byWidth) {
        const bool joins = !batches.empty() && batches.back().size() < most &&
                           columns(batches.back().front()) - columns(line) <= padding;
        if (!joins)
            batches.emplace_back();
        batches.back().push_back(line);
    }
    return batches;
}

} // namespace

std::expected<std::vector<ReadLine>, std::string> OcrEngine::Private::findLines(const Bitmap& page, float dpi,
                                                                                const std::stop_token& stop)
{
    std::expected<std::vector<OrientedBox>, std::string> boxes = std::unexpected(std::string("stopped"));
    const Job find = [&] { boxes = finder.find(page, dpi, stop); };
    pool.run({&find, 1}, stop);
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
    std::mutex mutex;
    std::expected<void, std::string> outcome;
    std::vector<Job> jobs;
    for (const std::vector<ReadLine*>& batch : batchesOf(lines)) {
        jobs.push_back([&, batch] {
            if (const auto read = recogniser.read(page, batch, stop); !read) {
                const std::lock_guard lock(mutex);
                outcome = read;
            }
        });
    }
    pool.run(jobs, stop);
    if (stop.stop_requested())
        return std::unexpected(std::string("stopped"));
    return outcome;
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
    if (const auto runtime = openRuntime(files.runtime); !runtime)
        return std::unexpected(runtime.error());
    const int threads = options.threads > 0 ? options.threads : std::max(1, int(std::thread::hardware_concurrency()));
    auto finder = LineFinder::open(files.orientation, files.detection, files.direction, threads);
    if (!finder)
        return std::unexpected(finder.error());
    auto recogniser = LineRecogniser::open(files.recognition);
    if (!recogniser)
        return std::unexpected(recogniser.error());
    return std::unique_ptr<OcrEngine>(new OcrEngine(
        std::unique_ptr<Private>(new Private{std::move(*finder), std::move(*recogniser), FairPool(threads)})));
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
