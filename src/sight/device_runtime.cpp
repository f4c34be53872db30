// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sight/device_runtime.h"

#include "gpu/device_probe.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

constexpr auto runtimeName = "onnxruntime-cuda"_L1;

bool opens(const QString& nameOrPath)
{
    return gpu::openLibrary(QFile::encodeName(nameOrPath).toStdString()).has_value();
}

/** The runtime opens its own parts, from the folder that it lies in. */
bool isCudas(const ModelSpec& spec)
{
    return !spec.name.startsWith("onnxruntime"_L1);
}

} // namespace

DeviceRuntime::DeviceRuntime(ModelStore store) : m_store(std::move(store)) {}

bool DeviceRuntime::isOfUse()
{
    return !gpu::probe().devices.empty();
}

bool DeviceRuntime::isSystems(const ModelSpec& library)
{
    return isCudas(library) && opens(library.fileName());
}

QVector<ModelSpec> DeviceRuntime::missing() const
{
    QVector<ModelSpec> missing = m_store.missing();
    missing.removeIf([](const ModelSpec& spec) { return isSystems(spec); });
    return missing;
}

QString DeviceRuntime::open() const
{
    for (const ModelSpec& spec : specs()) {
        if (!isCudas(spec)) {
            if (m_store.path(spec).isEmpty())
                return {};
            continue;
        }
        // What was fetched fits the runtime; the system's may be older.
        const QString fetched = m_store.path(spec);
        if (!opens(fetched.isEmpty() ? spec.fileName() : fetched))
            return {};
    }
    return m_store.path(runtimeName);
}

QString runtimeFor(const ModelStore& models)
{
    const QString forDevice = DeviceRuntime::isOfUse() ? DeviceRuntime().open() : QString();
    return forDevice.isEmpty() ? models.path(u"onnxruntime"_s) : forDevice;
}

Result<void> fetchModels(bool evenWithoutDevice, const ModelStore::Progress& progress, std::stop_token stop)
{
    if (const auto fetched = ModelStore().fetch(progress, stop); !fetched)
        return fetched;
    if (!evenWithoutDevice && !DeviceRuntime::isOfUse())
        return {};
    return ModelStore(ModelStore::standardFolders(), DeviceRuntime().missing()).fetch(progress, stop);
}

} // namespace sheaf
