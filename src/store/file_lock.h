// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/failure.h"

#include <QString>

#include <memory>

/**
 * Keeps a second Sheaf from writing to the same project file: an advisory lock on "FILE.lock" beside it. The kernel
 * drops the lock with the process, so a killed program leaves at most an empty file that nobody minds. Any thread.
 */
namespace sheaf {

class FileLock
{
public:
    /** Failures: store.locked, store.readonly (no file can be made beside it). */
    static Result<std::unique_ptr<FileLock>> take(const QString& path);
    ~FileLock();
    Q_DISABLE_COPY_MOVE(FileLock)

private:
    FileLock(QByteArray lockPath, int descriptor) : m_lockPath(std::move(lockPath)), m_descriptor(descriptor) {}

    const QByteArray m_lockPath;
    const int m_descriptor;
};

} // namespace sheaf
