// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

struct zip; // libzip's

/** A ZIP archive in memory, read by libzip: what XLSX is made of. Any thread. */
namespace sheaf {

class ZipReader
{
public:
    /** `bytes` must outlive the reader. */
    explicit ZipReader(const QByteArray& bytes);
    ~ZipReader();
    ZipReader(const ZipReader&) = delete;
    ZipReader& operator=(const ZipReader&) = delete;

    bool isOpen() const { return m_zip != nullptr; }
    /** Nothing where there is no such member, where it is damaged, or where it unpacks to more than `limit` bytes. */
    std::optional<QByteArray> member(const QString& path, qint64 limit) const;

private:
    ::zip* m_zip = nullptr;
};

} // namespace sheaf
