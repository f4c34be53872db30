// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/session.h"

namespace sheaf::gpu {

void Tensor::reshape(std::int64_t batch, std::int64_t channels, std::int64_t height, std::int64_t width)
{
    shape = {batch, channels, height, width};
    values.resize(std::size_t(batch * channels * height * width));
}

} // namespace sheaf::gpu
