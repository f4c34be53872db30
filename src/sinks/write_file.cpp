// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sinks/sink.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QStorageInfo>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

Failure writeFailure(const QString& path, const QString& detail, qint64 bytes)
{
    // Qt reports a full disk as any other write error; what the disk has left tells them apart.
    const QStorageInfo disk(QFileInfo(path).absolutePath());
    const QString shown = QDir::toNativeSeparators(path);
    if (disk.isValid() && disk.bytesAvailable() < bytes)
        return {Stage::Write, u"disk.full"_s,
                QCoreApplication::translate("sinks", "There is no room left on the disk for “%1”.").arg(shown), detail,
                true};
    return {Stage::Write, u"disk.write"_s,
            QCoreApplication::translate("sinks", "“%1” could not be written: %2.").arg(shown, detail), detail, true};
}

/** A file as a device that remembers whether everything was taken: a write that ends half way reports no error. */
class WholeWrites : public QIODevice
{
public:
    explicit WholeWrites(QFileDevice& file) : m_file(file) { open(WriteOnly | Unbuffered); }
    bool areWhole() const { return m_whole; }
    bool isSequential() const override { return true; }

protected:
    qint64 readData(char*, qint64) override { return -1; }
    qint64 writeData(const char* data, qint64 size) override
    {
        const qint64 taken = m_file.write(data, size);
        m_whole = m_whole && taken == size;
        return taken;
    }

private:
    QFileDevice& m_file;
    bool m_whole = true;
};

} // namespace

Result<void> writeFile(const QString& path, const std::function<void(QIODevice&)>& write)
{
    QSaveFile file(path);
    bool written = file.open(QIODevice::WriteOnly);
    if (written) {
        WholeWrites device(file);
        write(device);
        written = device.areWhole() && file.flush();
    }
    if (written && file.commit())
        return {};
    return std::unexpected(writeFailure(path, file.errorString(), file.pos() + 1));
}

Result<void> writeFile(const QString& path, const QByteArray& bytes)
{
    return writeFile(path, [&bytes](QIODevice& file) { file.write(bytes); });
}

} // namespace sheaf
