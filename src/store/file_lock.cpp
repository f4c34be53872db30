// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/file_lock.h"

#include "core/log.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

/** Whether the path still names the file that was locked: its last owner removes it while others may be waiting. */
bool isStillThere(const QByteArray& path, int descriptor)
{
    struct stat byPath = {}, byDescriptor = {};
    return ::stat(path.constData(), &byPath) == 0 && ::fstat(descriptor, &byDescriptor) == 0 &&
           byPath.st_ino == byDescriptor.st_ino && byPath.st_dev == byDescriptor.st_dev;
}

std::unexpected<Failure> cannotMake(const QString& path, int error)
{
    const QString name = QFileInfo(path).fileName();
    const QString reason = QString::fromLocal8Bit(std::strerror(error));
    if (error == ENOSPC || error == EDQUOT)
        return fail(Stage::Store, u"disk.full"_s,
                    QCoreApplication::translate("store", "“%1” cannot be opened: the disk is full.").arg(name), reason,
                    true);
    if (error == ENOENT || error == ENOTDIR)
        return fail(Stage::Store, u"store.sql"_s,
                    QCoreApplication::translate("store", "“%1” cannot be opened: its folder does not exist.").arg(name),
                    reason, true);
    return fail(
        Stage::Store, u"store.readonly"_s,
        QCoreApplication::translate("store", "“%1” cannot be opened: nothing can be written to its folder.").arg(name),
        reason, true);
}

} // namespace

Result<std::unique_ptr<FileLock>> FileLock::take(const QString& path)
{
    const QByteArray lockPath = QFile::encodeName(path + u".lock"_s);
    for (;;) {
        const int descriptor = ::open(lockPath.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
        if (descriptor < 0)
            return cannotMake(path, errno);
        const int refused = ::flock(descriptor, LOCK_EX | LOCK_NB) == 0 ? 0 : errno;
        if (refused == EWOULDBLOCK) {
            ::close(descriptor);
            return fail(Stage::Store, u"store.locked"_s,
                        QCoreApplication::translate("store", "“%1” is already open in another Sheaf.")
                            .arg(QFileInfo(path).fileName()),
                        {}, true);
        }
        if (refused) // a file system without locks: better no guard than no project
            qCWarning(logStore) << "no lock on" << path << std::strerror(refused);
        if (isStillThere(lockPath, descriptor))
            return std::unique_ptr<FileLock>(new FileLock(lockPath, descriptor));
        ::close(descriptor);
    }
}

FileLock::~FileLock()
{
    ::unlink(m_lockPath.constData());
    ::close(m_descriptor);
}

} // namespace sheaf
