// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/kernels/oriented_box.h"

#include <vector>

/** Where on a page something stands: what is paper only needs no network. Pure, any thread. */
namespace sheaf::gpu {

/** Nothing stands on it: the difference between its darkest and lightest spots is that of paper. */
bool isBlank(const Bitmap& bitmap);

/** Parts of the page, from top to bottom, that hold all that is not paper, each with some paper around it; parted where
 * at least `gap` rows are paper only. Grain and the noise of a scanner are paper, its shadows are not. */
std::vector<PixelRange> inkBands(const Bitmap& bitmap, int gap);

} // namespace sheaf::gpu
