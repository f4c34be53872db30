// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "line_finder.h"

#include "images.h"
#include "ink.h"

#include <algorithm>

namespace sheaf::gpu {

namespace {

// Of the picture that lines are looked for in. The networks were trained on sides of at least 736 pixels; small print
// still has ten pixels a line at this resolution, and twice the pixels take twice the time.
constexpr float searchDpi = 110, shortestSide = 736, longestSide = 2560;
constexpr float bandGap = 0.5F; ///< inches of paper that part what is searched for lines
constexpr int stride = 32;      ///< sides of the detector's input are multiples of it

OrientedBox wholePage(const Bitmap& page)
{
    return {float(page.width) / 2, float(page.height) / 2, 1, 0, float(page.width), float(page.height)};
}

/** From the page's pixels to the detector's. */
float searchScale(const Bitmap& page, float dpi)
{
    const auto longer = float(std::max(page.width, page.height)), shorter = float(std::min(page.width, page.height));
    const float wanted = std::max(std::min(1.0F, searchDpi / dpi), shortestSide / shorter);
    return std::min(wanted, longestSide / longer);
}

/** Around a part of the page, with as much of its surroundings as the detector's sides ask for. */
OrientedBox frameAround(const PixelRange& part, int quarterTurns, float scale)
{
    const auto whole = [&](int side) { return std::ceil(float(side) * scale / stride) * stride / scale; };
    const int width = part.x1 - part.x0 + 1, height = part.y1 - part.y0 + 1;
    return quarterTurned(
        {float(part.x0) + float(width) / 2, float(part.y0) + float(height) / 2, 1, 0, whole(width), whole(height)},
        quarterTurns);
}

/** From the detector's picture, which `map` has taken from the page, back to the page. */
OrientedBox onPage(const OrientedBox& box, const SampleMap& map)
{
    const auto mapped = [&](float u, float v) {
        return MapPoint{u * map.rightX + v * map.downX, u * map.rightY + v * map.downY};
    };
    const MapPoint centre = mapped(box.centreX, box.centreY), along = mapped(box.alongX, box.alongY),
                   across = mapped(-box.alongY, box.alongX);
    const float scale = std::hypot(along.x, along.y);
    return {map.originX + centre.x, map.originY + centre.y, along.x / scale,
            along.y / scale,        box.width * scale,      box.height * std::hypot(across.x, across.y)};
}

using Lines = std::expected<std::vector<OrientedBox>, std::string>;

} // namespace

LineFinder::LineFinder(Network orientation, Network detection, Network direction)
    : m_orientation(std::move(orientation)), m_detection(std::move(detection)), m_direction(std::move(direction))
{}

std::expected<LineFinder, std::string> LineFinder::open(const std::string& orientation, const std::string& detection,
                                                        const std::string& direction, const SessionOptions& options)
{
    auto first = Network::open(orientation, options);
    if (!first)
        return std::unexpected(first.error());
    auto second = Network::open(detection, options);
    if (!second)
        return std::unexpected(second.error());
    auto third = Network::open(direction, options);
    if (!third)
        return std::unexpected(third.error());
    return LineFinder(std::move(*first), std::move(*second), std::move(*third));
}

std::expected<int, std::string> LineFinder::quarterTurns(const Bitmap& page, const std::stop_token& stop) const
{
    // The network wants the middle 224 × 224 of the picture with its shorter side at 256.
    constexpr int side = 224;
    OrientedBox middle = wholePage(page);
    middle.width = middle.height = float(std::min(page.width, page.height)) * side / 256;
    Tensor input;
    input.reshape(1, 3, side, side);
    sampleImage(page, middle, imageNetNormalisation, input, 0, side);
    int turns = 0;
    const auto done = m_orientation.run(
        input,
        [&](std::int64_t, const Output& output) {
            const std::size_t classes = output.shape.empty() ? 0 : std::size_t(output.shape.back());
            turns = classes == 4 ? int(std::max_element(output.values, output.values + 4) - output.values) : 0;
        },
        stop);
    if (!done)
        return std::unexpected(done.error());
    return turns;
}

Lines LineFinder::detect(const Bitmap& page, const OrientedBox& frame, float scale, const std::stop_token& stop) const
{
    const int columns = int(std::lround(frame.width * scale)), rows = int(std::lround(frame.height * scale));
    Tensor input;
    input.reshape(1, 3, rows, columns);
    sampleImage(page, frame, textNormalisation, input, 0, columns);
    const SampleMap map = cropMap(frame, columns, rows);
    std::vector<OrientedBox> lines;
    bool fits = true;
    const auto done = m_detection.run(
        input,
        [&](std::int64_t, const Output& output) {
            fits = output.shape.size() == 4 && output.shape[2] == rows && output.shape[3] == columns;
            if (!fits)
                return;
            for (const TextRegion& region : textRegions({output.values, columns, rows}))
                lines.push_back(onPage(region.box, map));
        },
        stop);
    if (!done)
        return std::unexpected(done.error());
    if (!fits)
        return std::unexpected(std::string("the model for text detection has an unexpected output"));
    return lines;
}

std::expected<std::vector<float>, std::string>
LineFinder::upsideDown(const Bitmap& page, std::span<const OrientedBox> lines, const std::stop_token& stop) const
{
    constexpr int columns = 192, rows = 48;
    Tensor input;
    input.reshape(std::int64_t(lines.size()), 3, rows, columns);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        // The beginning of a line is enough, and not squeezed.
        OrientedBox begin = lines[i];
        begin.width = std::min(begin.width, begin.height * columns / rows);
        pointOf(lines[i], (begin.width - lines[i].width) / 2, 0, begin.centreX, begin.centreY);
        const int width = std::clamp(int(std::lround(begin.width / std::max(1.0F, begin.height) * rows)), 8, columns);
        sampleImage(page, begin, textNormalisation, input, int(i), width);
    }
    std::vector<float> answers(lines.size());
    const auto done = m_direction.run(
        input,
        [&](std::int64_t first, const Output& output) {
            if (output.shape.size() == 2 && output.shape[1] == 2)
                for (std::size_t i = 0; i < std::size_t(output.shape[0]); ++i)
                    answers[std::size_t(first) + i] = output.values[2 * i + 1] - output.values[2 * i];
        },
        stop);
    if (!done)
        return std::unexpected(done.error());
    return answers;
}

std::expected<void, std::string> LineFinder::settleDirections(const Bitmap& page, std::vector<OrientedBox>& lines,
                                                              const std::stop_token& stop) const
{
    constexpr std::size_t voters = 8;
    // The lines of one page run one way: the longest ones say which, and so none pays for a network of its own.
    std::ranges::sort(lines, std::greater(), &OrientedBox::width);
    const std::span voting(lines.data(), std::min(voters, lines.size()));
    if (voting.empty())
        return {};
    const auto votes = upsideDown(page, voting, stop);
    if (!votes)
        return std::unexpected(votes.error());
    float sum = 0;
    for (const float vote : *votes)
        sum += vote;
    if (sum > 0)
        for (OrientedBox& line : lines)
            line = quarterTurned(line, 2);
    return {};
}

Lines LineFinder::find(const Bitmap& page, float dpi, const std::stop_token& stop) const
{
    const auto turns = quarterTurns(page, stop);
    if (!turns)
        return std::unexpected(turns.error());
    std::vector<OrientedBox> found, level, upright;
    const float scale = searchScale(page, dpi);
    for (const PixelRange& band : inkBands(page, int(bandGap * dpi))) {
        const Lines lines = detect(page, frameAround(band, *turns, scale), scale, stop);
        if (!lines)
            return lines;
        found.insert(found.end(), lines->begin(), lines->end());
    }
    for (const OrientedBox& line : found) {
        const bool isTall = line.height > 1.5F * line.width;
        (isTall ? upright : level).push_back(isTall ? quarterTurned(line, 1) : line);
    }
    for (std::vector<OrientedBox>* group : {&level, &upright})
        if (const auto settled = settleDirections(page, *group, stop); !settled)
            return std::unexpected(settled.error());
    level.insert(level.end(), upright.begin(), upright.end());
    return level;
}

} // namespace sheaf::gpu
