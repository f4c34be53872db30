// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/region_finder.h"

#include "gpu/session.h"
#include "images.h"
#include "region_boxes.h"

namespace sheaf::gpu {

struct RegionFinder::Private
{
    Session session;
};

RegionFinder::RegionFinder(std::unique_ptr<Private> priv) : d(std::move(priv)) {}
RegionFinder::~RegionFinder() = default;

std::expected<std::unique_ptr<RegionFinder>, std::string> RegionFinder::open(const std::string& runtime,
                                                                             const std::string& model)
{
    if (const auto opened = openRuntime(runtime); !opened)
        return std::unexpected(opened.error());
    auto session = Session::open(model, {.threads = 1}); // each converter has a run of its own
    if (!session)
        return std::unexpected(session.error());
    return std::unique_ptr<RegionFinder>(new RegionFinder(std::make_unique<Private>(*std::move(session))));
}

std::expected<std::vector<FoundRegion>, std::string> RegionFinder::find(const Bitmap& page,
                                                                        const std::stop_token& stop) const
{
    Tensor input;
    input.reshape(1, 3, regionInputHeight, regionInputWidth);
    const float width = float(page.width), height = float(page.height);
    const OrientedBox whole{width / 2, height / 2, 1, 0, width, height};
    sampleImage({&page, whole, {regionInputWidth, regionInputHeight}}, {imageNetNormalisation}, input, 0);
    std::vector<FoundRegion> regions;
    const auto take = [&](std::span<const Output> outputs) {
        std::vector<Output> own;
        for (const Output& output : outputs)
            own.push_back(output.ofImage(0));
        regions = readRegions(own);
    };
    const auto done = d->session.run(input.view(), take, stop);
    if (!done)
        return std::unexpected(done.error());
    for (FoundRegion& region : regions) {
        const auto place = [](float at, int of, float size) { return std::clamp(at / float(of) * size, 0.0F, size); };
        region.x0 = place(region.x0, regionInputWidth, width), region.x1 = place(region.x1, regionInputWidth, width);
        region.y0 = place(region.y0, regionInputHeight, height);
        region.y1 = place(region.y1, regionInputHeight, height);
    }
    return regions;
}

} // namespace sheaf::gpu
