// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/kernels/sampling.h"
#include "gpu/workplace.h"

#include <expected>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

/**
 * Finds what a page's picture shows where: figures, tables, headings, captions. A network (PicoDet, trained on CDLA's
 * academic pages) that sees the whole page at 608 × 800 pixels, a page a run.
 */
namespace sheaf::gpu {

/** In the network's order. */
enum class RegionKind
{
    Text,
    Title, ///< a section's heading as well
    Figure,
    FigureCaption,
    Table,
    TableCaption,
    Header,
    Footer,
    Reference,
    Equation,
};

/** A rectangle in pixels of the picture. */
struct FoundRegion
{
    RegionKind kind = RegionKind::Text;
    float x0 = 0, y0 = 0, x1 = 0, y1 = 0;
    float score = 0; ///< 0..1
};

class RegionFinder
{
public:
    /** Loads the network (about 100 ms). */
    static std::expected<std::unique_ptr<RegionFinder>, std::string> open(const std::string& model,
                                                                          std::shared_ptr<const Workplace> workplace);
    ~RegionFinder();

    /** The surest first. Blocks (0.2 s on the processor); thread-safe; "stopped" within a few ms of a stop. */
    std::expected<std::vector<FoundRegion>, std::string> find(const Bitmap& page,
                                                              const std::stop_token& stop = {}) const;

private:
    struct Private;
    explicit RegionFinder(std::unique_ptr<Private> priv);
    std::unique_ptr<Private> d;
};

} // namespace sheaf::gpu
