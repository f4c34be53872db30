// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/region_finder.h"
#include "gpu/session.h"

/** What PicoDet's outputs mean. Pure. */
namespace sheaf::gpu {

constexpr int regionInputWidth = 608, regionInputHeight = 800;

/**
 * For strides 8, 16, 32 and 64 the scores of each cell, then for the same strides its boxes: the distance from the
 * cell's middle to each side as the mean of a distribution over eight strides (Li et al., Generalized Focal Loss,
 * 2020). Overlapping boxes of one kind are one. Boxes in pixels of the input; nothing where one image's outputs have
 * other shapes than these.
 */
std::vector<FoundRegion> readRegions(std::span<const Output> outputs);

} // namespace sheaf::gpu
