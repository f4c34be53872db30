// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/device_kernels.h"

#include <expected>
#include <string>

namespace sheaf::gpu {

/** Opens the library at that path on the first call; later calls, with whatever path, answer the same. Thread-safe. */
std::expected<const DeviceKernels*, std::string> openDeviceKernels(const std::string& libraryPath);

} // namespace sheaf::gpu
