// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sight/model_store.h"

/**
 * What runs networks on a CUDA device besides its driver: an ONNX Runtime made for CUDA, and CUDA's own libraries, each
 * of which may be the system's or one that was fetched. Any thread but the main one: the driver and the libraries are
 * opened, which takes up to a second where there are some.
 */
namespace sheaf {

class DeviceRuntime
{
public:
    explicit DeviceRuntime(ModelStore store = ModelStore(ModelStore::standardFolders(), deviceSpecs()));

    /** There is a CUDA device that could use it. */
    static bool isOfUse();

    const QVector<ModelSpec>& specs() const { return m_store.specs(); }
    /** The system's loader finds it without our help. */
    static bool isSystems(const ModelSpec& library);
    /** Neither fetched nor the system's. */
    QVector<ModelSpec> missing() const;
    /** Opens the libraries, so that the runtime finds them, and names the runtime's file; empty while some are missing.
     */
    QString open() const;

private:
    const ModelStore m_store;
};

/** The ONNX Runtime that this machine's pages are read with: for its device where there is one and nothing is missing,
 * else the one among the models; empty = the system's, if it has one. */
QString runtimeFor(const ModelStore& models);

/** Fetches what this machine reads pages with and does not have yet: the models, and what a CUDA device needs where
 * there is one, or in any case. Otherwise as ModelStore::fetch(). */
Result<void> fetchModels(bool evenWithoutDevice, const ModelStore::Progress& progress, std::stop_token stop);

} // namespace sheaf
