// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/kernels/oriented_box.h"
#include "gpu/session.h"

/** What the sampling kernel makes of pages, and its loop on the host. */
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

/** A part of a page that becomes so many columns and rows of an image. */
struct Crop
{
    const Bitmap* page = nullptr;
    OrientedBox box;
    ImageSize size;
};

/** How a network sees its images; what is beyond a crop has one value. */
struct Look
{
    Normalisation normal = textNormalisation;
    float beyond = 0;
};

/** Fills one image of the tensor. */
void sampleImage(const Crop& crop, const Look& look, Tensor& tensor, int image);

} // namespace sheaf::gpu
