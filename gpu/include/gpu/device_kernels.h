// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/kernels/oriented_box.h"
#include "gpu/kernels/text_regions.h"

#include <cstddef>

/**
 * The kernels on a device, in a library of their own that is built where nvcc is and opened at run time, so that
 * nothing of CUDA is linked. Each kernel calls the function of gpu/kernels that the host's loop calls. Functions and
 * structures are plain C's, as the library has another compiler. A returned text is an error; it lives as long as the
 * program. All work is queued on a stream, and what a pointer points to is the device's memory where nothing else is
 * said. Thread-safe.
 */
namespace sheaf::gpu {

/** One image of a batch: so many columns and rows are taken from a page, which is in the device's memory. */
struct DeviceCrop
{
    Bitmap page;
    SampleMap map;
    int columns = 0, rows = 0;
};

struct DeviceKernels
{
    static constexpr int currentVersion = 1;

    int version;
    const char* memory; ///< ONNX Runtime's name of the device's memory

    const char* (*openStream)(int device, void** stream);
    void (*closeStream)(int device, void* stream);
    /** Memory in the order of the stream: what was queued before it is released may still use it. */
    const char* (*allocate)(int device, void* stream, std::size_t bytes, void** data);
    void (*release)(int device, void* stream, void* data);
    /** The host's memory that a device reaches at full speed. */
    const char* (*allocatePinned)(int device, std::size_t bytes, void** data);
    void (*releasePinned)(void* data);
    /** To and from the device; from memory of the host that is not pinned it returns once that has been read. */
    const char* (*copy)(int device, void* stream, void* to, const void* from, std::size_t bytes);
    /** Until all that was queued has ended. */
    const char* (*wait)(int device, void* stream);

    /** A batch of `count` images of three planes of rows × columns, what is beyond a crop filled with one value. The
     * crops are the host's. */
    const char* (*sample)(int device, void* stream, const DeviceCrop* crops, int count, const Normalisation* normal,
                          float beyond, int rows, int columns, float* batch);
    /** Pairs of index and probability: the most probable class of each step. */
    const char* (*bestClasses)(int device, void* stream, const float* probabilities, int steps, int classes,
                               float* best);
    const char* (*labelComponents)(int device, void* stream, const ProbabilityMap* map, float threshold, int* labels);
    /** Mean probability inside each box. */
    const char* (*meansInside)(int device, void* stream, const ProbabilityMap* map, const OrientedBox* boxes, int count,
                               float* means);
};

} // namespace sheaf::gpu
