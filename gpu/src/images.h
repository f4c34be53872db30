// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/kernels/oriented_box.h"
#include "gpu/session.h"

/** The sampling kernel over whole images, on the host. */
namespace sheaf::gpu {

/** (rgb/255 − ½)/½, as the text networks want it. */
constexpr Normalisation textNormalisation{{2 / 255.0F, 2 / 255.0F, 2 / 255.0F}, {-1, -1, -1}};
/** ImageNet's mean and deviation. */
constexpr Normalisation imageNetNormalisation{{1 / (255 * 0.229F), 1 / (255 * 0.224F), 1 / (255 * 0.225F)},
                                              {-0.485F / 0.229F, -0.456F / 0.224F, -0.406F / 0.225F}};

struct ImageSize
{
    int columns = 0, rows = 0;
};

/** Fills one image of the tensor from the box's pixels: so many of its columns and rows, and what is beyond them with
 * one value. */
void sampleImage(const Bitmap& bitmap, const OrientedBox& box, const Normalisation& normal, Tensor& tensor, int image,
                 const ImageSize& size, float beyond = 0);

} // namespace sheaf::gpu
