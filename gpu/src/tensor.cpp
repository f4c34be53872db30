// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/session.h"

#include <numeric>

namespace sheaf::gpu {

void Tensor::reshape(std::int64_t batch, std::int64_t channels, std::int64_t height, std::int64_t width)
{
    shape = {batch, channels, height, width};
    values.resize(std::size_t(batch * channels * height * width));
}

Output Output::ofImage(std::int64_t image) const
{
    const std::span own = shape.subspan(1);
    return {own, values + image * std::reduce(own.begin(), own.end(), std::int64_t(1), std::multiplies())};
}

} // namespace sheaf::gpu
