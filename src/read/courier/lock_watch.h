// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>

/**
 * Calls `then` in the context's thread once nobody holds the lock (flock) on a file any more, or the file is gone; not
 * at all when the context is deleted before. A thread sleeps in the kernel meanwhile: the end of the other process, by
 * whatever cause, is what wakes it.
 */
namespace sheaf {

void whenUnlocked(const QString& path, QObject* context, std::function<void()> then);

} // namespace sheaf
