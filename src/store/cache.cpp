// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/cache.h"

#include "core/log.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QSaveFile>
#include <QStandardPaths>

#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

/** Keys are made by key(): anything else would let a name reach out of the folder. */
bool isKey(const QString& key)
{
    return key.size() == 64 &&
           std::ranges::all_of(key, [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); });
}

QString pathOf(const QString& folder, const QString& key)
{
    return folder + u'/' + key.left(2) + u'/' + key;
}

std::unexpected<Failure> cannotWrite(const QString& reason)
{
    const bool full = errno == ENOSPC || errno == EDQUOT;
    return fail(Stage::Store, full ? u"disk.full"_s : u"cache.write"_s,
                full ? QCoreApplication::translate("store", "The disk is full, so the conversion was not cached.")
                     : QCoreApplication::translate("store", "The conversion could not be cached."),
                reason, true);
}

} // namespace

ConversionCache::ConversionCache(QString folder) : m_folder(std::move(folder)) {}

QString ConversionCache::defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + u"/sheaf/conversions"_s;
}

QString ConversionCache::key(const QByteArray& documentSha256, const QString& preset, const QString& converterLabel)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QByteArray& part : {documentSha256, preset.toUtf8(), converterLabel.toUtf8()}) {
        hash.addData(QByteArray::number(part.size()) + ':'); // so that parts cannot run into each other
        hash.addData(part);
    }
    return QString::fromLatin1(hash.result().toHex());
}

QByteArray ConversionCache::get(const QString& key) const
{
    if (!isKey(key))
        return {};
    const QString path = pathOf(m_folder, key);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    // The time of the last use, for trim(): many systems do not keep the time of access.
    ::utimensat(AT_FDCWD, QFile::encodeName(path).constData(), nullptr, 0);
    return file.readAll();
}

Result<void> ConversionCache::put(const QString& key, const QByteArray& packed) const
{
    if (!isKey(key))
        return cannotWrite(u"not a key: "_s + key);
    const QString path = pathOf(m_folder, key);
    errno = 0;
    if (!QDir().mkpath(QFileInfo(path).path()))
        return cannotWrite(u"cannot make "_s + QFileInfo(path).path());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(packed) != packed.size() || !file.commit())
        return cannotWrite(file.errorString());
    return {};
}

void ConversionCache::remove(const QString& key) const
{
    if (isKey(key) && !QFile::remove(pathOf(m_folder, key)))
        qCWarning(logStore) << "cannot remove" << pathOf(m_folder, key);
}

void ConversionCache::trim(qint64 bytes) const
{
    QFileInfoList files;
    qint64 total = 0;
    for (QDirIterator i(m_folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); i.hasNext();) {
        i.next();
        files.append(i.fileInfo());
        total += i.fileInfo().size();
    }
    std::ranges::sort(files, {}, [](const QFileInfo& file) { return file.lastModified(); });
    for (const QFileInfo& file : files) {
        if (total <= bytes)
            return;
        if (!QFile::remove(file.filePath()))
            qCWarning(logStore) << "cannot remove" << file.filePath();
        total -= file.size();
    }
}

} // namespace sheaf
