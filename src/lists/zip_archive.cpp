// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/zip_archive.h"

#include <memory>

#include <zip.h>

namespace sheaf {

ZipReader::ZipReader(const QByteArray& bytes)
{
    zip_source_t* source = zip_source_buffer_create(bytes.constData(), zip_uint64_t(bytes.size()), 0, nullptr);
    if (!source)
        return;
    m_zip = zip_open_from_source(source, ZIP_RDONLY, nullptr);
    if (!m_zip)
        zip_source_free(source);
}

ZipReader::~ZipReader()
{
    if (m_zip)
        zip_discard(m_zip);
}

std::optional<QByteArray> ZipReader::member(const QString& path, qint64 limit) const
{
    zip_stat_t stat;
    if (!m_zip || zip_stat(m_zip, path.toUtf8().constData(), ZIP_FL_NOCASE, &stat) != 0 ||
        !(stat.valid & ZIP_STAT_SIZE) || stat.size > zip_uint64_t(limit))
        return std::nullopt;
    const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> file(zip_fopen_index(m_zip, stat.index, 0), &zip_fclose);
    QByteArray bytes(qsizetype(stat.size), Qt::Uninitialized);
    // The size is what the archive claims: libzip reads no more than that and checks the sum.
    if (!file || zip_fread(file.get(), bytes.data(), stat.size) != zip_int64_t(stat.size))
        return std::nullopt;
    return bytes;
}

} // namespace sheaf
