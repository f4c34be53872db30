// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "device_road.h"

namespace sheaf::gpu {

std::expected<std::unique_ptr<DeviceStream>, std::string> DeviceStream::open(const DeviceKernels& kernels, int device)
{
    void* stream = nullptr;
    if (const char* problem = kernels.openStream(device, &stream))
        return std::unexpected(std::string(problem));
    return std::unique_ptr<DeviceStream>(new DeviceStream(kernels, device, stream));
}

DeviceStream::~DeviceStream()
{
    m_kernels.closeStream(m_device, m_stream);
}

std::expected<DeviceStream::Memory, std::string> DeviceStream::allocate(std::size_t bytes) const
{
    void* data = nullptr;
    if (const char* problem = m_kernels.allocate(m_device, m_stream, bytes, &data))
        return std::unexpected(std::string(problem));
    return Memory(data, [this](void* memory) { m_kernels.release(m_device, m_stream, memory); });
}

/** A page's way to the device, made by the first who needs it while the others wait. */
struct DeviceRoad::Upload
{
    std::once_flag once;
    DeviceStream::Memory memory;
    std::string problem;
};

std::expected<std::unique_ptr<DeviceRoad>, std::string> DeviceRoad::open(const DeviceKernels& kernels, int device)
{
    auto stream = DeviceStream::open(kernels, device);
    if (!stream)
        return std::unexpected(stream.error());
    return std::unique_ptr<DeviceRoad>(new DeviceRoad(std::move(*stream)));
}

DeviceRoad::~DeviceRoad()
{
    for (const auto& [size, values] : m_idlePinned)
        kernels().releasePinned(values);
}

std::expected<Bitmap, std::string> DeviceRoad::onDevice(const Bitmap& page)
{
    std::shared_ptr<Upload> upload;
    {
        const std::lock_guard lock(m_mutex);
        std::shared_ptr<Upload>& known = m_pages[&page];
        if (!known)
            known = std::make_shared<Upload>();
        upload = known;
    }
    std::call_once(upload->once, [&] {
        const std::size_t bytes = std::size_t(page.width) * std::size_t(page.height) * 4;
        auto memory = m_stream->allocate(bytes);
        const char* problem = memory ? kernels().copy(device(), m_stream->handle(), memory->get(), page.pixels, bytes)
                                     : memory.error().c_str();
        if (problem)
            upload->problem = problem;
        else
            upload->memory = std::move(*memory);
    });
    if (!upload->problem.empty())
        return std::unexpected(upload->problem);
    return Bitmap{static_cast<const std::uint8_t*>(upload->memory.get()), page.width, page.height};
}

void DeviceRoad::forget(const Bitmap& page)
{
    const std::lock_guard lock(m_mutex);
    m_pages.erase(&page);
}

std::expected<DeviceStream::Memory, std::string> DeviceRoad::sample(std::span<const Crop> crops, const ImageSize& size,
                                                                    std::int64_t images, const Look& look)
{
    std::vector<DeviceCrop> places;
    for (const Crop& crop : crops) {
        const auto page = onDevice(*crop.page);
        if (!page)
            return std::unexpected(page.error());
        places.push_back(
            {*page, cropMap(crop.box, crop.size.columns, crop.size.rows), crop.size.columns, crop.size.rows});
    }
    auto batch = m_stream->allocate(std::size_t(images) * 3 * std::size_t(size.rows) * std::size_t(size.columns) *
                                    sizeof(float));
    if (!batch)
        return batch;
    const char* problem =
        kernels().sample(device(), m_stream->handle(), places.data(), int(places.size()), &look.normal, look.beyond,
                         size.rows, size.columns, static_cast<float*>(batch->get()));
    if (!problem)
        problem = kernels().wait(device(), m_stream->handle());
    if (problem)
        return std::unexpected(std::string(problem));
    return batch;
}

const char* DeviceRoad::download(const float* values, std::vector<float>& host) const
{
    const char* problem =
        kernels().copy(device(), m_stream->handle(), host.data(), values, host.size() * sizeof(float));
    return problem ? problem : kernels().wait(device(), m_stream->handle());
}

std::expected<DeviceRoad::Pinned, std::string> DeviceRoad::pinned(std::size_t values)
{
    float* memory = nullptr;
    {
        const std::lock_guard lock(m_mutex);
        if (const auto idle = m_idlePinned.lower_bound(values); idle != m_idlePinned.end()) {
            values = idle->first;
            memory = idle->second;
            m_idlePinned.erase(idle);
        }
    }
    if (!memory) {
        void* made = nullptr;
        if (const char* problem = kernels().allocatePinned(device(), values * sizeof(float), &made))
            return std::unexpected(std::string(problem));
        memory = static_cast<float*>(made);
    }
    return Pinned(memory, [this, values](float* idle) {
        const std::lock_guard lock(m_mutex);
        m_idlePinned.emplace(values, idle);
    });
}

} // namespace sheaf::gpu
