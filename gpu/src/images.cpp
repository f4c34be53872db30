// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images.h"

#include <algorithm>

namespace sheaf::gpu {

void sampleImage(const Bitmap& bitmap, const OrientedBox& box, const Normalisation& normal, Tensor& tensor, int image,
                 const ImageSize& size, float beyond)
{
    const int rows = int(tensor.shape[2]), columns = int(tensor.shape[3]);
    const SampleMap map = cropMap(box, size.columns, size.rows);
    const auto plane = std::ptrdiff_t(tensor.planeSize());
    float* const planes = tensor.values.data() + 3 * plane * image;
    for (int y = 0; y < rows; ++y) {
        const int filled = y < size.rows ? size.columns : 0;
        for (int x = 0; x < filled; ++x)
            samplePixel(bitmap, map, normal, planes, columns, plane, x, y);
        for (int channel = 0; channel < 3; ++channel)
            std::fill_n(planes + channel * plane + std::ptrdiff_t(y) * columns + filled, columns - filled, beyond);
    }
}

} // namespace sheaf::gpu
