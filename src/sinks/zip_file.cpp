// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sinks/zip_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>

#include <zip.h>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

QStringList filesBelow(const QString& folder)
{
    QStringList files;
    for (QDirIterator it(folder, QDir::Files, QDirIterator::Subdirectories); it.hasNext();)
        files.append(it.next());
    files.sort();
    return files;
}

std::unexpected<Failure> notPacked(const QString& path, const char* why)
{
    return fail(
        Stage::Write, u"disk.write"_s,
        QCoreApplication::translate("sinks", "“%1” could not be written: %2.").arg(path, QString::fromUtf8(why)),
        QString::fromUtf8(why));
}

} // namespace

Result<void> zipFolder(const QString& folder, const QString& path)
{
    int code = 0;
    zip_t* archive = zip_open(QFile::encodeName(path).constData(), ZIP_CREATE | ZIP_TRUNCATE, &code);
    if (!archive) {
        zip_error_t error;
        zip_error_init_with_code(&error, code);
        auto failure = notPacked(path, zip_error_strerror(&error));
        zip_error_fini(&error);
        return failure;
    }
    for (const QString& file : filesBelow(folder)) {
        // libzip reads the files when it closes the archive, and then writes beside the name before it renames.
        zip_source_t* source = zip_source_file(archive, QFile::encodeName(file).constData(), 0, -1);
        const QByteArray name = QDir(folder).relativeFilePath(file).toUtf8();
        if (!source || zip_file_add(archive, name.constData(), source, ZIP_FL_ENC_UTF_8) < 0) {
            zip_source_free(source);
            auto failure = notPacked(path, zip_strerror(archive));
            zip_discard(archive);
            return failure;
        }
    }
    if (zip_close(archive) == 0)
        return {};
    auto failure = notPacked(path, zip_strerror(archive));
    zip_discard(archive);
    return failure;
}

} // namespace sheaf
