// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/ocr_engine.h"

#include "engine_device.h"
#include "gpu/batch_pool.h"
#include "gpu/workplace.h"
#include "line_finder.h"
#include "line_recogniser.h"

#include <algorithm>
#include <mutex>

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

} // namespace

struct OcrEngine::Private
{
    std::shared_ptr<const Workplace> workplace; // outlives its networks
    LineFinder finder;
    OwnedStage<LineRecogniser> recogniser;
    std::once_flag planned;

    std::expected<std::vector<ReadLine>, std::string> findLines(const Bitmap& page, float dpi,
                                                                const std::stop_token& stop);
    std::expected<void, std::string> readLines(const Bitmap& page, std::vector<ReadLine>& lines,
                                               const std::stop_token& stop);
};

std::expected<std::vector<ReadLine>, std::string> OcrEngine::Private::findLines(const Bitmap& page, float dpi,
                                                                                const std::stop_token& stop)
{
    const auto boxes = finder.find(page, dpi, stop);
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
        tasks.push_back(std::make_unique<LineTask>(page, line.box, recogniser->leastColumns(line.box)));
    auto read = recogniser->answer(workplace->pool(), std::move(tasks), stop);
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

std::expected<std::unique_ptr<OcrEngine>, std::string> OcrEngine::open(const OcrFiles& files,
                                                                       std::shared_ptr<const Workplace> workplace)
{
    // What calculates in bytes is for processors only.
    const auto fitting = [&](const std::string& model, const std::string& inBytes) {
        return workplace->device().isProcessor() && !inBytes.empty() ? inBytes : model;
    };
    auto finder = LineFinder::open(files.orientation, fitting(files.detection, files.detectionInBytes), files.direction,
                                   *workplace);
    if (!finder)
        return std::unexpected(finder.error());
    auto recogniser = LineRecogniser::open(fitting(files.recognition, files.recognitionInBytes), *workplace);
    if (!recogniser)
        return std::unexpected(recogniser.error());
    return std::unique_ptr<OcrEngine>(new OcrEngine(
        std::unique_ptr<Private>(new Private{std::move(workplace), std::move(*finder), std::move(*recogniser), {}})));
}

std::expected<std::vector<ReadLine>, std::string> OcrEngine::read(const Bitmap& page, float dpi,
                                                                  const std::stop_token& stop) const
{
    // What is met first is planned first; whoever only wants to know that the networks open does not pay for it.
    std::call_once(d->planned, [this] {
        d->finder.planAhead();
        d->recogniser->planAhead();
    });
    const std::unique_ptr<const Bitmap, std::function<void(const Bitmap*)>> onDevices(
        &page, [this](const Bitmap* done) { d->workplace->device().forget(*done); });
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
