// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/failure.h"

#include <QByteArray>

/**
 * The content-addressed cache of finished conversions, shared by all project files of this user: key = SHA-256 of the
 * document, preset and converter's label. Files under the user's cache folder, written through a temporary name; any
 * thread, any number of processes.
 */
namespace sheaf {

class ConversionCache
{
public:
    explicit ConversionCache(QString folder = defaultFolder());
    static QString defaultFolder();
    static QString key(const QByteArray& documentSha256, const QString& preset, const QString& converterLabel);

    QByteArray get(const QString& key) const; ///< empty = not there
    Result<void> put(const QString& key, const QByteArray& packed) const;
    void remove(const QString& key) const;
    /** Oldest-used files go until at most this many bytes are left. For whoever has written much, or starts to. */
    void trim(qint64 bytes = qint64(4) << 30) const;

private:
    QString m_folder;
};

} // namespace sheaf
