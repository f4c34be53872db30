// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/kernels/oriented_box.h"
#include "gpu/kernels/sampling.h"
#include "gpu/workplace.h"

#include <span>
#include <stop_token>
#include <vector>

/** The networks that find lines: which way up the page is, where its lines are, which way they run. Each is a stage of
 * the workplace's pool, so that pages of several papers share its runs. Thread-safe. */
namespace sheaf::gpu {

struct PixelRange;

class LineFinder
{
public:
    static std::expected<LineFinder, std::string> open(const std::string& orientation, const std::string& detection,
                                                       const std::string& direction, const Workplace& workplace);
    ~LineFinder();
    LineFinder(LineFinder&&) noexcept;

    /** As NetworkStage::planAhead(), for all of its networks. */
    void planAhead() const;

    /** Boxes in pixels of the page's picture, along the direction of their text, in no order. Blocks; a stop ends it at
     * once, with the error "stopped". */
    std::expected<std::vector<OrientedBox>, std::string> find(const Bitmap& page, float dpi,
                                                              const std::stop_token& stop) const;

private:
    struct Private;
    explicit LineFinder(std::unique_ptr<const Private> priv);
    /** In those parts of the page, turned so often, with so many pixels of the network's picture for one of its own. */
    std::expected<std::vector<OrientedBox>, std::string> search(const Bitmap& page, std::span<const PixelRange> parts,
                                                                int quarterTurns, float scale,
                                                                const std::stop_token& stop) const;
    std::expected<void, std::string> settleDirections(const Bitmap& page, std::vector<OrientedBox>& lines,
                                                      const std::stop_token& stop) const;

    std::unique_ptr<const Private> d;
};

} // namespace sheaf::gpu
