// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "nvml.h"

#include "shared_library.h"

#include <array>

namespace sheaf::gpu {

namespace {

constexpr int nvmlSuccess = 0;
constexpr int sensorOfChip = 0;

} // namespace

Nvml::Nvml()
{
    const SharedLibrary library("libnvidia-ml.so.1");
    int (*start)() = nullptr;
    m_started = library.load(start, "nvmlInit_v2") && library.load(m_driverVersion, "nvmlSystemGetDriverVersion") &&
                library.load(m_byUuid, "nvmlDeviceGetHandleByUUID") &&
                library.load(m_utilisation, "nvmlDeviceGetUtilizationRates") &&
                library.load(m_memory, "nvmlDeviceGetMemoryInfo") &&
                library.load(m_temperature, "nvmlDeviceGetTemperature") && start() == nvmlSuccess;
}

std::string Nvml::driverVersion() const
{
    std::array<char, 96> version{};
    if (!m_started || m_driverVersion(version.data(), unsigned(version.size()) - 1) != nvmlSuccess)
        return {};
    return version.data();
}

std::optional<DeviceUse> Nvml::use(const std::string& uuid) const
{
    Handle device = nullptr;
    Utilisation utilisation{};
    Memory memory{};
    if (!m_started || m_byUuid(uuid.c_str(), &device) != nvmlSuccess ||
        m_utilisation(device, &utilisation) != nvmlSuccess || m_memory(device, &memory) != nvmlSuccess)
        return std::nullopt;
    unsigned temperature = 0; // some devices have no sensor: 0 then
    m_temperature(device, sensorOfChip, &temperature);
    return DeviceUse{.utilisation = utilisation.gpu / 100.0,
                     .memoryUsedBytes = memory.used,
                     .memoryTotalBytes = memory.total,
                     .temperatureC = int(temperature)};
}

} // namespace sheaf::gpu
