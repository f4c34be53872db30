// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/device_kernels.h"
#include "images.h"

#include <expected>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <utility>
#include <vector>

/** From pages to a network's input and from its answer to the host, on one device: a page goes there once, its crops
 * never come back, and answers come into pinned memory. */
namespace sheaf::gpu {

/** A stream of a device, with its memory. */
class DeviceStream
{
public:
    static std::expected<std::unique_ptr<DeviceStream>, std::string> open(const DeviceKernels& kernels, int device);
    ~DeviceStream();
    DeviceStream(const DeviceStream&) = delete;
    DeviceStream& operator=(const DeviceStream&) = delete;

    /** Given back in the stream's order. */
    using Memory = std::unique_ptr<void, std::function<void(void*)>>;
    std::expected<Memory, std::string> allocate(std::size_t bytes) const;

    void* handle() const { return m_stream; }
    int device() const { return m_device; }
    const DeviceKernels& kernels() const { return m_kernels; }

private:
    DeviceStream(const DeviceKernels& kernels, int device, void* stream)
        : m_kernels(kernels), m_device(device), m_stream(stream)
    {}

    const DeviceKernels& m_kernels;
    const int m_device;
    void* const m_stream;
};

/** All networks of a device share one. Thread-safe. */
class DeviceRoad
{
public:
    static std::expected<std::unique_ptr<DeviceRoad>, std::string> open(const DeviceKernels& kernels, int device);
    ~DeviceRoad();

    const DeviceKernels& kernels() const { return m_stream->kernels(); }
    int device() const { return m_stream->device(); }

    /** The crops as the first images of a batch of `images` × 3 × rows × columns; what the others show is undefined.
     * All is there when it returns, and the pages are not read any more. */
    std::expected<DeviceStream::Memory, std::string> sample(std::span<const Crop> crops, const ImageSize& size,
                                                            std::int64_t images, const Look& look);
    /** Nobody asks for crops of that page any more. */
    void forget(const Bitmap& page);

    /** As many of the device's values as `host` has; null, or an error. */
    const char* download(const float* values, std::vector<float>& host) const;

    /** So many values of pinned memory, kept for the next who asks once they are let go. */
    using Pinned = std::unique_ptr<float, std::function<void(float*)>>;
    std::expected<Pinned, std::string> pinned(std::size_t values);

private:
    struct Upload;
    explicit DeviceRoad(std::unique_ptr<DeviceStream> stream) : m_stream(std::move(stream)) {}
    std::expected<Bitmap, std::string> onDevice(const Bitmap& page);

    const std::unique_ptr<DeviceStream> m_stream;
    std::mutex m_mutex;
    std::map<const Bitmap*, std::shared_ptr<Upload>> m_pages;
    std::multimap<std::size_t, float*> m_idlePinned; ///< by size
};

} // namespace sheaf::gpu
