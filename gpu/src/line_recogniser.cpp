// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "line_recogniser.h"

#include "engine_device.h"

#include <algorithm>
#include <array>

namespace sheaf::gpu {

namespace {

constexpr int rows = 48;
constexpr int widest = 4096;  ///< columns; a longer line is squeezed
constexpr int narrowest = 64; ///< a lone figure is read better with some paper beside it
/** Few, as each costs a second of planning, and lines that share one fill a run sooner. */
constexpr std::array deviceColumns{512, 1024, 2048, widest};

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

LineRecogniser::LineRecogniser(Network network, std::vector<std::string> signs)
    : NetworkStage(std::move(network)), m_signs(std::move(signs))
{}

std::expected<OwnedStage<LineRecogniser>, std::string> LineRecogniser::open(const std::string& modelPath,
                                                                            const Workplace& workplace)
{
    auto network = Network::open(modelPath, workplace.device().places(recognitionBudget, 1), Answer::bestClasses);
    if (!network)
        return std::unexpected(network.error());
    const auto list = network->metadata().find("character");
    std::vector<std::string> signs = signsOf(list != network->metadata().end() ? list->second : std::string());
    return ownedStage(std::unique_ptr<const LineRecogniser>(new LineRecogniser(std::move(*network), std::move(signs))),
                      workplace.pool());
}

int LineRecogniser::leastColumns(const OrientedBox& box) const
{
    const int columns = std::max(narrowest, columnsOf(box));
    if (network().isOnDevice())
        return *std::ranges::lower_bound(deviceColumns, columns);
    constexpr int multiple = 16;
    return (columns + multiple - 1) / multiple * multiple;
}

ImageSize LineRecogniser::sizeOf(int bucket) const
{
    return {bucket, rows};
}

std::vector<int> LineRecogniser::usualBuckets() const
{
    return {2048, 1024, 512}; // wide ones stand in for narrow ones; the last is for newspapers' headlines
}

Crop LineRecogniser::cropOf(const NetworkTask& task) const
{
    const auto& line = static_cast<const LineTask&>(task);
    return {&line.page, line.box, {columnsOf(line.box), rows}};
}

bool LineRecogniser::take(NetworkTask& task, std::span<const Output> outputs) const
{
    auto [shape, values] = outputs.front();
    const auto classes = std::int64_t(m_signs.size());
    if (shape.size() != 2 || (shape[1] != classes && shape[1] != 2))
        return false;
    auto& line = static_cast<LineTask&>(task);
    std::vector<BestClass> steps;
    for (std::int64_t step = 0; step < shape[0]; ++step, values += shape[1])
        steps.push_back(shape[1] == classes ? bestClass(values, int(classes)) : BestClass{int(values[0]), values[1]});
    if (std::ranges::any_of(steps, [&](const BestClass& best) { return best.index >= int(classes); }))
        return false;
    const float stepLength = float(line.sent.columns) / float(steps.size()) / float(columnsOf(line.box));
    line.words = wordsOf(line.box, steps, stepLength);
    return true;
}

/** `stepLength`: share of the line's width that one time step covers. */
std::vector<ReadWord> LineRecogniser::wordsOf(const OrientedBox& box, const std::vector<BestClass>& steps,
                                              float stepLength) const
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
    for (const DecodedSign& sign : decodeGreedily(steps)) {
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
