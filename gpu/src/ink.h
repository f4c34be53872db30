// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/kernels/oriented_box.h"

#include <vector>

/** Where on a page something stands: what is paper only needs no network. Pure, any thread. */
namespace sheaf::gpu {

/** Parts of the page, from top to bottom, that hold all that is not paper, each with some paper around it; parted where
 * at least `gap` rows are paper only; none on a blank page. Grain, a scanner's noise and soft shadows are paper; on
 * even paper faint print is ink. */
std::vector<PixelRange> inkBands(const Bitmap& bitmap, int gap);

} // namespace sheaf::gpu
