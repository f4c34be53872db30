// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images.h"

#include <algorithm>

namespace sheaf::gpu {

void sampleImage(const Crop& crop, const Look& look, Tensor& tensor, int image)
{
    const int rows = int(tensor.shape[2]), columns = int(tensor.shape[3]);
    const SampleMap map = cropMap(crop.box, crop.size.columns, crop.size.rows);
    const auto plane = std::ptrdiff_t(tensor.planeSize());
    float* const planes = tensor.values.data() + 3 * plane * image;
    for (int y = 0; y < rows; ++y) {
        const int filled = y < crop.size.rows ? crop.size.columns : 0;
        for (int x = 0; x < filled; ++x)
            samplePixel(*crop.page, map, look.normal, planes, columns, plane, x, y);
        for (int channel = 0; channel < 3; ++channel)
            std::fill_n(planes + channel * plane + std::ptrdiff_t(y) * columns + filled, columns - filled, look.beyond);
    }
}

} // namespace sheaf::gpu
