// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/courier/lock_watch.h"

#include <QFile>

#include <cerrno>
#include <mutex>
#include <thread>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace sheaf {

namespace {

/** Shared by both threads: whoever comes second finds the other gone. */
struct Handover
{
    std::mutex mutex;
    QObject* context = nullptr;
    std::function<void()> then;
};

void waitForLock(const QByteArray& path)
{
    const int fd = ::open(path.constData(), O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return;
    while (::flock(fd, LOCK_SH) != 0 && errno == EINTR) {
    }
    ::close(fd);
}

} // namespace

void whenUnlocked(const QString& path, QObject* context, std::function<void()> then)
{
    const auto handover = std::make_shared<Handover>();
    handover->context = context;
    handover->then = std::move(then);
    QObject::connect(context, &QObject::destroyed, context, [handover] {
        const std::scoped_lock guard(handover->mutex);
        handover->context = nullptr;
    });
    std::thread([handover, file = QFile::encodeName(path)] {
        waitForLock(file);
        const std::scoped_lock guard(handover->mutex);
        if (handover->context)
            QMetaObject::invokeMethod(handover->context, handover->then, Qt::QueuedConnection);
    }).detach();
}

} // namespace sheaf
