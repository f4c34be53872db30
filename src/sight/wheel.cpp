// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sight/wheel.h"

#include <QCoreApplication>
#include <QFile>

#include <archive.h>
#include <archive_entry.h>

using namespace Qt::StringLiterals;

namespace sheaf {

Result<QByteArray> readWheelMember(const QString& wheelPath, const QString& member, qint64 bytes)
{
    const std::unique_ptr<archive, int (*)(archive*)> reader(archive_read_new(), &archive_read_free);
    const auto broken = [&] {
        const char* const detail = archive_error_string(reader.get());
        return fail(Stage::Convert, u"models.archive"_s,
                    QCoreApplication::translate("sight", "The package of the models cannot be unpacked."),
                    detail ? QString::fromUtf8(detail) : u"%1 is not in it"_s.arg(member), true);
    };
    constexpr std::size_t blockBytes = std::size_t(1) << 16;
    archive_read_support_format_zip(reader.get());
    if (archive_read_open_filename(reader.get(), QFile::encodeName(wheelPath).constData(), blockBytes) != ARCHIVE_OK)
        return broken();
    archive_entry* entry = nullptr;
    while (archive_read_next_header(reader.get(), &entry) == ARCHIVE_OK) {
        if (QString::fromUtf8(archive_entry_pathname(entry)) != member)
            continue;
        QByteArray content(bytes, Qt::Uninitialized);
        if (archive_read_data(reader.get(), content.data(), std::size_t(bytes)) != bytes)
            return broken();
        return content;
    }
    return broken();
}

} // namespace sheaf
