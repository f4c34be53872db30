// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/region_finder.h"

#include "engine_device.h"
#include "network_stage.h"
#include "region_boxes.h"

#include <algorithm>
#include <mutex>

namespace sheaf::gpu {

namespace {

struct RegionTask : NetworkTask
{
    explicit RegionTask(const Bitmap& of) : page(of) {}

    const Bitmap& page;
    std::vector<FoundRegion> regions; ///< in pixels of the network's input
};

class RegionStage : public NetworkStage
{
public:
    explicit RegionStage(Network network) : NetworkStage(std::move(network)) {}

    const char* name() const override { return "see regions"; }

private:
    ImageSize sizeOf(int) const override { return {regionInputWidth, regionInputHeight}; }
    Crop cropOf(const NetworkTask& task) const override
    {
        const Bitmap& page = static_cast<const RegionTask&>(task).page;
        const auto width = float(page.width), height = float(page.height);
        return {&page, {width / 2, height / 2, 1, 0, width, height}, sizeOf(0)};
    }
    Look look() const override { return {imageNetNormalisation}; }
    bool take(NetworkTask& task, std::span<const Output> outputs) const override
    {
        static_cast<RegionTask&>(task).regions = readRegions(outputs);
        return true;
    }
};

} // namespace

struct RegionFinder::Private
{
    std::shared_ptr<const Workplace> workplace; // outlives the network
    OwnedStage<RegionStage> stage;
    std::once_flag planned;
};

RegionFinder::RegionFinder(std::unique_ptr<Private> priv) : d(std::move(priv)) {}
RegionFinder::~RegionFinder() = default;

std::expected<std::unique_ptr<RegionFinder>, std::string> RegionFinder::open(const std::string& model,
                                                                             std::shared_ptr<const Workplace> workplace)
{
    auto network = Network::open(model, workplace->device().places(regionBudget, 1));
    if (!network)
        return std::unexpected(network.error());
    auto stage = ownedStage(std::make_unique<const RegionStage>(std::move(*network)), workplace->pool());
    return std::unique_ptr<RegionFinder>(
        new RegionFinder(std::unique_ptr<Private>(new Private{std::move(workplace), std::move(stage), {}})));
}

std::expected<std::vector<FoundRegion>, std::string> RegionFinder::find(const Bitmap& page,
                                                                        const std::stop_token& stop) const
{
    std::call_once(d->planned, [this] { d->stage->planAhead(); });
    const std::unique_ptr<const Bitmap, std::function<void(const Bitmap*)>> onDevices(
        &page, [this](const Bitmap* done) { d->workplace->device().forget(*done); });
    Tasks tasks;
    tasks.push_back(std::make_unique<RegionTask>(page));
    const auto looked = d->stage->answer(d->workplace->pool(), std::move(tasks), stop);
    if (!looked)
        return std::unexpected(looked.error());
    std::vector<FoundRegion> regions = std::move(static_cast<RegionTask&>(*looked->front()).regions);
    const auto width = float(page.width), height = float(page.height);
    for (FoundRegion& region : regions) {
        const auto place = [](float at, int of, float size) { return std::clamp(at / float(of) * size, 0.0F, size); };
        region.x0 = place(region.x0, regionInputWidth, width), region.x1 = place(region.x1, regionInputWidth, width);
        region.y0 = place(region.y0, regionInputHeight, height);
        region.y1 = place(region.y1, regionInputHeight, height);
    }
    return regions;
}

} // namespace sheaf::gpu
