// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

struct zip; // libzip's

/** ZIP archives in memory, by libzip: what XLSX is made of, and folders that travel as one file. Any thread. */
namespace sheaf {

struct ZipMember
{
    QString path; ///< with "/", as in the archive
    QByteArray bytes;
};

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

/** Empty where memory does not suffice. */
QByteArray zipOf(const QVector<ZipMember>& members);

} // namespace sheaf
