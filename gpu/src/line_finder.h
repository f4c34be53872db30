// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/kernels/text_regions.h"
#include "network.h"

/** The networks that find lines: which way up the page is, where its lines are, which way they run. Thread-safe. */
namespace sheaf::gpu {

class LineFinder
{
public:
    static std::expected<LineFinder, std::string> open(const std::string& orientation, const std::string& detection,
                                                       const std::string& direction, const SessionOptions& options);

    /** Boxes in pixels of the page's picture, along the direction of their text, in no order. */
    std::expected<std::vector<OrientedBox>, std::string> find(const Bitmap& page, float dpi,
                                                              const std::stop_token& stop) const;

private:
    LineFinder(Network orientation, Network detection, Network direction);

    std::expected<int, std::string> quarterTurns(const Bitmap& page, const std::stop_token& stop) const;
    std::expected<std::vector<OrientedBox>, std::string> detect(const Bitmap& page, const OrientedBox& frame,
                                                                float scale, const std::stop_token& stop) const;
    std::expected<void, std::string> settleDirections(const Bitmap& page, std::vector<OrientedBox>& lines,
                                                      const std::stop_token& stop) const;
    /** How much more likely each line is upside down than not, −1..1. */
    std::expected<std::vector<float>, std::string> upsideDown(const Bitmap& page, std::span<const OrientedBox> lines,
                                                              const std::stop_token& stop) const;

    Network m_orientation, m_detection, m_direction;
};

} // namespace sheaf::gpu
