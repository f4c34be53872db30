// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "line_finder.h"

#include "engine_device.h"
#include "gpu/kernels/text_regions.h"
#include "ink.h"
#include "network_stage.h"

#include <algorithm>
#include <array>

namespace sheaf::gpu {

namespace {

// Of the picture that lines are looked for in. The networks were trained on sides of at least 736 pixels; small print
// still has ten pixels a line at this resolution, and twice the pixels take twice the time.
constexpr float searchDpi = 110, shortestSide = 736, longestSide = 2560;
constexpr float finePrint = 14; ///< pixels a line of that picture: lower ones run into one another, or are not seen
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

/** The scale at which most of the lines that were found at that one are high enough, as far as the page has pixels. */
float scaleFor(const std::vector<OrientedBox>& found, const Bitmap& page, float scale)
{
    std::vector<float> heights;
    for (const OrientedBox& line : found)
        heights.push_back(std::min(line.width, line.height) * scale);
    if (heights.empty())
        return scale;
    const auto middle = heights.begin() + std::ptrdiff_t(heights.size() / 2);
    std::ranges::nth_element(heights, middle);
    if (*middle >= finePrint)
        return scale;
    const auto longer = float(std::max(page.width, page.height));
    return std::max(scale, std::min({2 * scale, 1.0F, longestSide / longer}));
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

struct OrientationTask : NetworkTask
{
    explicit OrientationTask(const Bitmap& of) : page(of) {}

    const Bitmap& page;
    int quarterTurns = 0;
};

/** Which way up pages are. */
class OrientationStage : public NetworkStage
{
public:
    explicit OrientationStage(Network network) : NetworkStage(std::move(network)) {}

    const char* name() const override { return "turn pages"; }

private:
    // The network wants the middle 224 × 224 of the picture with its shorter side at 256.
    static constexpr int side = 224;

    ImageSize sizeOf(int) const override { return {side, side}; }
    Crop cropOf(const NetworkTask& task) const override
    {
        const Bitmap& page = static_cast<const OrientationTask&>(task).page;
        OrientedBox middle = wholePage(page);
        middle.width = middle.height = float(std::min(page.width, page.height)) * side / 256;
        return {&page, middle, {side, side}};
    }
    Look look() const override { return {imageNetNormalisation}; }
    bool take(NetworkTask& task, std::span<const Output> outputs) const override
    {
        const auto& [shape, values] = outputs.front();
        if (shape.size() != 1 || shape[0] != 4)
            return false;
        static_cast<OrientationTask&>(task).quarterTurns = int(std::max_element(values, values + 4) - values);
        return true;
    }
};

/** Sides of the network's input for a frame of the page. */
ImageSize detectionSize(const OrientedBox& frame, float scale)
{
    return {int(std::lround(frame.width * scale)), int(std::lround(frame.height * scale))};
}

/** What a device is sent: with as much paper around it as makes its sides two of few. The first ones fit A4 and
 * Letter. */
ImageSize padded(const ImageSize& size)
{
    constexpr std::array sides{960, 1312, 1760, 2208, 2560};
    const auto up = [&](int side) {
        const auto found = std::ranges::lower_bound(sides, side);
        return found == sides.end() ? side : *found;
    };
    return {up(size.columns), up(size.rows)};
}

int bucketOf(const ImageSize& size)
{
    return size.rows / stride * (1 << 12) + size.columns / stride;
}

struct DetectionTask : NetworkTask
{
    DetectionTask(const Bitmap& of, const OrientedBox& where, const ImageSize& ownSize, const ImageSize& leastSent)
        : NetworkTask(bucketOf(leastSent)), page(of), frame(where), size(ownSize)
    {}

    const Bitmap& page;
    const OrientedBox frame;
    const ImageSize size;
    std::vector<OrientedBox> lines;
};

/** Where lines are on pages that stand upright in their frames. */
class DetectionStage : public NetworkStage
{
public:
    explicit DetectionStage(Network network) : NetworkStage(std::move(network)) {}

    const char* name() const override { return "find lines"; }
    /** A device gains nothing from leaving out a page's empty parts, and loses by their many shapes. */
    bool searchesWholePages() const { return network().isOnDevice(); }
    ImageSize sent(const ImageSize& size) const { return network().isOnDevice() ? padded(size) : size; }

private:
    ImageSize sizeOf(int bucket) const override { return {(bucket & 0xFFF) * stride, (bucket >> 12) * stride}; }
    std::vector<int> usualBuckets() const override { return {bucketOf({960, 1312})}; }
    Crop cropOf(const NetworkTask& task) const override
    {
        const auto& own = static_cast<const DetectionTask&>(task);
        return {&own.page, own.frame, own.size};
    }
    Look look() const override { return {textNormalisation, 1}; } // white
    bool take(NetworkTask& task, std::span<const Output> outputs) const override
    {
        auto& own = static_cast<DetectionTask&>(task);
        const auto& [shape, values] = outputs.front();
        if (shape.size() != 3 || shape[1] != own.sent.rows || shape[2] != own.sent.columns)
            return false;
        const SampleMap map = cropMap(own.frame, own.size.columns, own.size.rows);
        for (const TextRegion& region : textRegions({values, own.sent.columns, own.sent.rows}))
            own.lines.push_back(onPage(region.box, map));
        return true;
    }
};

struct DirectionTask : NetworkTask
{
    DirectionTask(const Bitmap& of, const OrientedBox& where) : page(of), line(where) {}

    const Bitmap& page;
    const OrientedBox line;
    float upsideDown = 0; ///< how much more likely than not, −1..1
};

/** Which way round lines run. */
class DirectionStage : public NetworkStage
{
public:
    explicit DirectionStage(Network network) : NetworkStage(std::move(network)) {}

    const char* name() const override { return "turn lines"; }

private:
    static constexpr int columns = 192, rows = 48;

    ImageSize sizeOf(int) const override { return {columns, rows}; }
    Crop cropOf(const NetworkTask& task) const override
    {
        const auto& own = static_cast<const DirectionTask&>(task);
        // The beginning of a line is enough, and not squeezed.
        OrientedBox begin = own.line;
        begin.width = std::min(begin.width, begin.height * columns / rows);
        pointOf(own.line, (begin.width - own.line.width) / 2, 0, begin.centreX, begin.centreY);
        const int width = std::clamp(int(std::lround(begin.width / std::max(1.0F, begin.height) * rows)), 8, columns);
        return {&own.page, begin, {width, rows}};
    }
    bool take(NetworkTask& task, std::span<const Output> outputs) const override
    {
        const auto& [shape, values] = outputs.front();
        if (shape.size() != 1 || shape[0] != 2)
            return false;
        static_cast<DirectionTask&>(task).upsideDown = values[1] - values[0];
        return true;
    }
};

template <typename Kind>
std::expected<OwnedStage<Kind>, std::string> openStage(const std::string& modelPath, const NetworkPlaces& places,
                                                       BatchPool& pool)
{
    auto network = Network::open(modelPath, places);
    if (!network)
        return std::unexpected(network.error());
    return ownedStage(std::make_unique<const Kind>(std::move(*network)), pool);
}

template <typename Kind> const Kind& taskOf(const Tasks& tasks, std::size_t index = 0)
{
    return static_cast<const Kind&>(*tasks[index]);
}

} // namespace

struct LineFinder::Private
{
    BatchPool& pool;
    OwnedStage<OrientationStage> orientation;
    OwnedStage<DetectionStage> detection;
    OwnedStage<DirectionStage> direction;
};

LineFinder::LineFinder(std::unique_ptr<const Private> priv) : d(std::move(priv)) {}
LineFinder::~LineFinder() = default;
LineFinder::LineFinder(LineFinder&&) noexcept = default;

std::expected<LineFinder, std::string> LineFinder::open(const std::string& orientation, const std::string& detection,
                                                        const std::string& direction, const Workplace& workplace)
{
    const EngineDevice& device = workplace.device();
    BatchPool& pool = workplace.pool();
    const auto placesOf = [&](const NetworkBudget& budget) { return device.places(budget, device.threads); };
    auto first = openStage<OrientationStage>(orientation, placesOf(orientationBudget), pool);
    if (!first)
        return std::unexpected(first.error());
    auto second = openStage<DetectionStage>(detection, placesOf(detectionBudget), pool);
    if (!second)
        return std::unexpected(second.error());
    auto third = openStage<DirectionStage>(direction, placesOf(directionBudget), pool);
    if (!third)
        return std::unexpected(third.error());
    return LineFinder(
        std::unique_ptr<const Private>(new Private{pool, std::move(*first), std::move(*second), std::move(*third)}));
}

void LineFinder::planAhead() const
{
    for (const NetworkStage* stage :
         std::initializer_list<const NetworkStage*>{d->orientation.get(), d->detection.get(), d->direction.get()})
        stage->planAhead();
}

std::expected<void, std::string> LineFinder::settleDirections(const Bitmap& page, std::vector<OrientedBox>& lines,
                                                              const std::stop_token& stop) const
{
    constexpr std::size_t voters = 8;
    // The lines of one page run one way: the longest ones say which, and so none pays for a network of its own.
    std::ranges::sort(lines, std::greater(), &OrientedBox::width);
    Tasks tasks;
    for (const OrientedBox& line : std::span(lines).first(std::min(voters, lines.size())))
        tasks.push_back(std::make_unique<DirectionTask>(page, line));
    const auto voted = d->direction->answer(d->pool, std::move(tasks), stop);
    if (!voted)
        return std::unexpected(voted.error());
    float sum = 0;
    for (std::size_t i = 0; i < voted->size(); ++i)
        sum += taskOf<DirectionTask>(*voted, i).upsideDown;
    if (sum > 0)
        for (OrientedBox& line : lines)
            line = quarterTurned(line, 2);
    return {};
}

Lines LineFinder::search(const Bitmap& page, std::span<const PixelRange> parts, int quarterTurns, float scale,
                         const std::stop_token& stop) const
{
    Tasks tasks;
    for (const PixelRange& part : parts) {
        const OrientedBox frame = frameAround(part, quarterTurns, scale);
        const ImageSize size = detectionSize(frame, scale);
        tasks.push_back(std::make_unique<DetectionTask>(page, frame, size, d->detection->sent(size)));
    }
    const auto searched = d->detection->answer(d->pool, std::move(tasks), stop);
    if (!searched)
        return std::unexpected(searched.error());
    std::vector<OrientedBox> found;
    for (std::size_t i = 0; i < searched->size(); ++i) {
        const auto& lines = taskOf<DetectionTask>(*searched, i).lines;
        found.insert(found.end(), lines.begin(), lines.end());
    }
    return found;
}

Lines LineFinder::find(const Bitmap& page, float dpi, const std::stop_token& stop) const
{
    std::vector<PixelRange> bands = inkBands(page, int(bandGap * dpi));
    if (bands.empty())
        return {};
    if (d->detection->searchesWholePages())
        bands = {{0, 0, page.width - 1, page.height - 1}};
    Tasks tasks;
    tasks.push_back(std::make_unique<OrientationTask>(page));
    const auto turned = d->orientation->answer(d->pool, std::move(tasks), stop);
    if (!turned)
        return std::unexpected(turned.error());
    const int quarterTurns = taskOf<OrientationTask>(*turned).quarterTurns;
    const float scale = searchScale(page, dpi);
    Lines found = search(page, bands, quarterTurns, scale, stop);
    if (const float finer = found ? scaleFor(*found, page, scale) : scale; finer > scale)
        found = search(page, bands, quarterTurns, finer, stop);
    if (!found)
        return found;
    std::vector<OrientedBox> level, upright;
    for (const OrientedBox& line : *found) {
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
