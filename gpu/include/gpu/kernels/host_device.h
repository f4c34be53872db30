// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/** SHEAF_HD marks a function that is one element's work of a kernel: compiled for the device by nvcc, for the host by
 * everything, so that the device's result can be compared with the host's. */
#ifdef __CUDACC__
#define SHEAF_HD __host__ __device__
#else
#define SHEAF_HD
#endif
