// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A stand-in for the kernels' library: its devices are the host. HOST_DEVICE_BYTES is how much memory they have (no
// limit), HOST_DEVICE_FAILS the number of one that does nothing any more, HOST_DEVICE_DIES that of one that fails from
// when its first batch has been laid out.
#include "gpu/device_kernels.h"
#include "gpu/kernels/components.h"
#include "gpu/kernels/ctc.h"

#include <atomic>
#include <cstdlib>
#include <cstring>
#include <map>
#include <mutex>

namespace sheaf::gpu {

namespace {

std::mutex mutex;
std::map<void*, std::size_t> taken; ///< guarded by it
std::size_t takenBytes = 0;
std::atomic<std::size_t> copied = 0;

std::atomic<bool> isLaidOut = false, isDead = false; ///< the one that dies

bool isNamed(const char* variable, int device)
{
    const char* number = std::getenv(variable);
    return number && std::atoi(number) == device;
}

const char* problemOf(int device)
{
    const bool fails = isNamed("HOST_DEVICE_FAILS", device) || (isDead && isNamed("HOST_DEVICE_DIES", device));
    return fails ? "unspecified launch failure" : nullptr;
}

bool hasRoom(std::size_t bytes)
{
    const char* limit = std::getenv("HOST_DEVICE_BYTES");
    return !limit || takenBytes + bytes <= std::strtoull(limit, nullptr, 10);
}

const char* openStream(int, void** stream)
{
    static int any = 0;
    *stream = &any;
    return nullptr;
}

void closeStream(int, void*) {}

const char* allocate(int device, void*, std::size_t bytes, void** data)
{
    if (const char* problem = problemOf(device))
        return problem;
    const std::lock_guard lock(mutex);
    if (!hasRoom(bytes))
        return "out of memory";
    *data = std::malloc(bytes);
    taken[*data] = bytes;
    takenBytes += bytes;
    return nullptr;
}

void release(int, void*, void* data)
{
    const std::lock_guard lock(mutex);
    takenBytes -= taken.extract(data).mapped();
    std::free(data);
}

const char* allocatePinned(int, std::size_t bytes, void** data)
{
    *data = std::malloc(bytes);
    return nullptr;
}

void releasePinned(void* data)
{
    std::free(data);
}

const char* copy(int device, void*, void* to, const void* from, std::size_t bytes)
{
    if (const char* problem = problemOf(device))
        return problem;
    std::memcpy(to, from, bytes);
    copied += bytes;
    return nullptr;
}

const char* wait(int device, void*)
{
    const char* problem = problemOf(device);
    if (isLaidOut && isNamed("HOST_DEVICE_DIES", device))
        isDead = true;
    return problem;
}

const char* sample(int device, void*, const DeviceCrop* crops, int count, const Normalisation* normal, float beyond,
                   int rows, int columns, float* batch)
{
    const std::ptrdiff_t plane = std::ptrdiff_t(rows) * columns;
    for (int image = 0; image < count; ++image, batch += 3 * plane)
        for (int y = 0; y < rows; ++y)
            for (int x = 0; x < columns; ++x) {
                if (x < crops[image].columns && y < crops[image].rows)
                    samplePixel(crops[image].page, crops[image].map, *normal, batch, columns, plane, x, y);
                else
                    for (int channel = 0; channel < 3; ++channel)
                        batch[channel * plane + std::ptrdiff_t(y) * columns + x] = beyond;
            }
    isLaidOut = isLaidOut || isNamed("HOST_DEVICE_DIES", device);
    return nullptr;
}

const char* bestClasses(int, void*, const float* probabilities, int steps, int classes, float* best)
{
    for (int step = 0; step < steps; ++step) {
        const BestClass found = bestClass(probabilities + std::ptrdiff_t(step) * classes, classes);
        *best++ = float(found.index);
        *best++ = found.probability;
    }
    return nullptr;
}

const char* labels(int, void*, const ProbabilityMap* map, float threshold, int* out)
{
    const std::vector<int> found = labelledComponents(*map, threshold);
    std::memcpy(out, found.data(), found.size() * sizeof(int));
    return nullptr;
}

const char* means(int, void*, const ProbabilityMap* map, const OrientedBox* boxes, int count, float* out)
{
    for (int i = 0; i < count; ++i)
        out[i] = meanInside(*map, boxes[i]);
    return nullptr;
}

} // namespace

extern "C" const DeviceKernels* sheafDeviceKernels()
{
    static const DeviceKernels kernels{DeviceKernels::currentVersion,
                                       "Cpu",
                                       openStream,
                                       closeStream,
                                       allocate,
                                       release,
                                       allocatePinned,
                                       releasePinned,
                                       copy,
                                       wait,
                                       sample,
                                       bestClasses,
                                       labels,
                                       means};
    return &kernels;
}

/** For tests: bytes that are taken now, and those that were ever copied. */
extern "C" std::size_t hostDeviceTaken()
{
    const std::lock_guard lock(mutex);
    return takenBytes;
}

extern "C" std::size_t hostDeviceCopied()
{
    return copied;
}

} // namespace sheaf::gpu
