// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/zip_archive.h"

#include <memory>

#include <zip.h>

namespace sheaf {

namespace {

using SourcePointer = std::unique_ptr<zip_source_t, decltype(&zip_source_free)>;

QByteArray contentOf(zip_source_t* source)
{
    zip_stat_t stat;
    if (zip_source_stat(source, &stat) != 0 || !(stat.valid & ZIP_STAT_SIZE) || zip_source_open(source) != 0)
        return {};
    QByteArray bytes(qsizetype(stat.size), Qt::Uninitialized);
    const zip_int64_t got = zip_source_read(source, bytes.data(), stat.size);
    zip_source_close(source);
    return got == zip_int64_t(stat.size) ? bytes : QByteArray();
}

} // namespace

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

QByteArray zipOf(const QVector<ZipMember>& members)
{
    const SourcePointer target(zip_source_buffer_create(nullptr, 0, 0, nullptr), &zip_source_free);
    if (!target)
        return {};
    zip_source_keep(target.get()); // closing the archive frees it once
    zip_t* zip = zip_open_from_source(target.get(), ZIP_TRUNCATE, nullptr);
    if (!zip) {
        zip_source_free(target.get());
        return {};
    }
    for (const ZipMember& member : members) {
        zip_source_t* source = zip_source_buffer(zip, member.bytes.constData(), zip_uint64_t(member.bytes.size()), 0);
        const zip_int64_t index = zip_file_add(zip, member.path.toUtf8().constData(), source, ZIP_FL_ENC_UTF_8);
        if (index < 0) {
            zip_source_free(source);
            zip_discard(zip);
            return {};
        }
        // The same papers make the same bytes: 1980-01-01, the first day that ZIP knows.
        zip_file_set_dostime(zip, zip_uint64_t(index), 0, 0x21, 0);
    }
    if (zip_close(zip) != 0) {
        zip_discard(zip);
        return {};
    }
    return contentOf(target.get());
}

} // namespace sheaf
