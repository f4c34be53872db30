// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/kernels/components.h"

namespace sheaf::gpu {

std::vector<int> labelledComponents(const ProbabilityMap& map, float threshold)
{
    std::vector<int> labels(std::size_t(map.width) * std::size_t(map.height));
    for (int y = 0; y < map.height; ++y)
        for (int x = 0; x < map.width; ++x)
            labels[std::size_t(y * map.width + x)] = ownLabel(map, threshold, x, y);
    for (int y = 0; y < map.height; ++y)
        for (int x = 0; x < map.width; ++x)
            joinNeighbours(labels.data(), map.width, x, y);
    for (int& label : labels)
        label = label < 0 ? label : rootOf(labels.data(), label);
    return labels;
}

} // namespace sheaf::gpu
