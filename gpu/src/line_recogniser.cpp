// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "line_recogniser.h"

#include "gpu/kernels/ctc.h"

#include <algorithm>

namespace sheaf::gpu {

namespace {

constexpr int rows = 48;
constexpr int widest = 4096;  ///< columns; a longer line is squeezed
constexpr int narrowest = 64; ///< a lone figure is read better with some paper beside it

std::vector<std::string> signsOf(const std::string& list)
{
    std::vector<std::string> signs{std::string()};
    for (std::size_t begin = 0; begin < list.size();) {
        const std::size_t end = std::min(list.find('\n', begin), list.size());
        std::string sign = list.substr(begin, end - begin);
        if (!sign.empty() && sign.back() == '\r')
            sign.pop_back();
        signs.push_back(std::move(sign));
        begin = end + 1;
    }
    signs.emplace_back(" ");
    return signs;
}

bool isSpace(const std::string& sign)
{
    return sign == " " || sign == "\u3000";
}

/** Columns of the network's input that a line's crop takes. */
int columnsOf(const OrientedBox& box)
{
    return std::clamp(int(std::lround(box.width / std::max(1.0F, box.height) * rows)), 8, widest);
}

/** The part of a line's box from `from` to `to`, shares of its width. */
OrientedBox part(const OrientedBox& box, float from, float to)
{
    OrientedBox result = box;
    pointOf(box, box.width * ((from + to) / 2 - 0.5F), 0, result.centreX, result.centreY);
    result.width = box.width * (to - from);
    return result;
}

} // namespace

LineTask::LineTask(const Bitmap& of, const OrientedBox& where, int multiple)
    : NetworkTask((std::max(narrowest, columnsOf(where)) + multiple - 1) / multiple * multiple), page(of), box(where)
{}

LineRecogniser::LineRecogniser(Network network, std::vector<std::string> signs)
    : NetworkStage(std::move(network)), m_signs(std::move(signs))
{}

std::expected<std::unique_ptr<LineRecogniser>, std::string> LineRecogniser::open(const std::string& modelPath,
                                                                                 const EngineDevice& device)
{
    auto network = Network::open(modelPath, device.sessions(1, 0.5));
    if (!network)
        return std::unexpected(network.error());
    std::vector<std::string> signs = signsOf(network->metadata("character"));
    return std::unique_ptr<LineRecogniser>(new LineRecogniser(std::move(*network), std::move(signs)));
}

std::size_t LineRecogniser::largestBatch(int bucket) const
{
    constexpr std::uint64_t bytesAColumn = 48'000; // mostly for the probabilities of all signs
    return network().largestBatch(std::uint64_t(bucket) * bytesAColumn);
}

ImageSize LineRecogniser::sizeOf(const NetworkTask& task) const
{
    return {task.bucket, rows};
}

void LineRecogniser::fill(const NetworkTask& task, Tensor& input, int image) const
{
    const auto& line = static_cast<const LineTask&>(task);
    sampleImage(line.page, line.box, textNormalisation, input, image, {columnsOf(line.box), rows});
}

bool LineRecogniser::take(NetworkTask& task, std::span<const std::int64_t> shape, const float* values) const
{
    if (shape.size() != 2 || shape[1] != std::int64_t(m_signs.size()))
        return false;
    auto& line = static_cast<LineTask&>(task);
    const int steps = int(shape[0]), classes = int(shape[1]);
    const float stepLength = float(line.bucket) / float(steps) / float(columnsOf(line.box));
    line.words = wordsOf(line.box, values, steps, classes, stepLength);
    return true;
}

/** `stepLength`: share of the line's width that one time step covers. */
std::vector<ReadWord> LineRecogniser::wordsOf(const OrientedBox& box, const float* probabilities, int steps,
                                              int classes, float stepLength) const
{
    struct Open
    {
        std::string text;
        float from = 0, to = 0, sum = 0;
        int signs = 0;
    };
    std::vector<ReadWord> words;
    Open open;
    const auto close = [&] {
        if (open.signs > 0) {
            const float from = std::clamp((open.from - 0.5F) * stepLength, 0.0F, 1.0F);
            const float to = std::clamp((open.to + 0.5F) * stepLength, from, 1.0F);
            words.push_back({open.text, part(box, from, to), open.sum / float(open.signs)});
        }
        open = {};
    };
    for (const DecodedSign& sign : decodeGreedily(probabilities, steps, classes)) {
        const std::string& text = m_signs[std::size_t(sign.index)];
        if (isSpace(text)) {
            close();
            continue;
        }
        if (open.signs == 0)
            open.from = sign.from;
        open.text += text;
        open.to = sign.to;
        open.sum += sign.probability;
        ++open.signs;
    }
    close();
    return words;
}

} // namespace sheaf::gpu
