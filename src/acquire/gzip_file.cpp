// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "acquire/gzip_file.h"

#include "acquire/acquire_failure.h"

#include <QFile>
#include <QFileInfo>

#include <cstdio>
#include <zlib.h>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

constexpr int pieceBytes = 256 << 10;

struct GzipCloser
{
    void operator()(gzFile file) const { gzclose(file); }
};
using GzipHandle = std::unique_ptr<gzFile_s, GzipCloser>;

bool isGzip(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(3) == "\x1f\x8b\x08"_ba;
}

Result<void> unpack(gzFile from, QFile& to, qint64 maxBytes, std::stop_token stop)
{
    QByteArray piece(pieceBytes, Qt::Uninitialized);
    qint64 total = 0;
    while (true) {
        if (stop.stop_requested())
            return std::unexpected(acquireStopped());
        const int size = gzread(from, piece.data(), unsigned(piece.size()));
        if (size < 0)
            return std::unexpected(cutOff(QString()));
        if (size == 0)
            break;
        total += size;
        if (total > maxBytes)
            return std::unexpected(tooLarge(maxBytes));
        if (to.write(piece.constData(), size) != size)
            return std::unexpected(diskFailure(QFileInfo(to).absolutePath(), to.errorString()));
    }
    int error = Z_OK;
    gzerror(from, &error);
    if (error == Z_BUF_ERROR) // the end came too early
        return std::unexpected(cutOff(QString()));
    return {};
}

} // namespace

Result<void> unpackGzip(const QString& path, qint64 maxBytes, std::stop_token stop)
{
    if (!isGzip(path))
        return {};
    const QString unpacked = path + ".unpacked"_L1;
    const GzipHandle from(gzopen(QFile::encodeName(path).constData(), "rb"));
    QFile to(unpacked);
    if (!from || !to.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return std::unexpected(diskFailure(QFileInfo(path).absolutePath(), to.errorString()));
    const auto done = unpack(from.get(), to, maxBytes, stop);
    to.close();
    if (!done) {
        to.remove();
        return done;
    }
    if (std::rename(QFile::encodeName(unpacked).constData(), QFile::encodeName(path).constData()) != 0)
        return std::unexpected(diskFailure(QFileInfo(path).absolutePath(), qt_error_string()));
    return {};
}

} // namespace sheaf
