// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/device_kernels.h"

#include <expected>
#include <string>

namespace sheaf::gpu {

/** Opens the library at that path on the first call; later calls, with whatever path, answer the same. It names none of
 * CUDA's libraries, as the runtime may be the system's or one that was fetched: its functions are found in the one that
 * is open or that the system has. Thread-safe. */
std::expected<const DeviceKernels*, std::string> openDeviceKernels(const std::string& libraryPath);

} // namespace sheaf::gpu
