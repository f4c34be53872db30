// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/device_probe.h"

namespace sheaf::gpu {

/** Devices and CUDA version by the driver (libcuda.so.1), in the driver's order. Tens of milliseconds with a GPU. */
Probe askCudaDriver();

} // namespace sheaf::gpu
