// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "servers/http_server.h"

#include <QJsonArray>
#include <QMap>

/** The objects of one Zotero library with their versions, and the rules by which they are written. One thread. */
namespace sheaf::testing {

class ZoteroShelf
{
public:
    struct Fault
    {
        int code = 0;
        QString message;
    };

    /** Of all types. */
    static QStringList fields();

    qint64 version() const { return m_version; }
    /** Like a client's write: null or the fault. A new object gets a key where it has none. */
    std::optional<Fault> check(const QString& kind, const QJsonObject& fields, qint64 precondition) const;
    /** Without looking. Returns the key. */
    QString put(const QString& kind, QJsonObject fields, bool touchesVersion = true);
    void beginWrite() { ++m_version; }
    void remove(const QString& key);

    bool contains(const QString& key) const { return m_objects.contains(key); }
    QJsonObject data(const QString& key) const { return m_objects.value(key).data; }
    QJsonObject envelope(const QString& key) const;
    /** In the order in which they were made. */
    QStringList keys(const QString& kind) const;
    QStringList children(const QString& parent) const;
    QJsonArray deletedSince(qint64 version) const;

private:
    struct Object
    {
        QString kind; ///< "items", "collections"
        int place = 0;
        QJsonObject data;
    };
    QString newKey();
    int itemsIn(const QString& collection) const;

    qint64 m_version = 1;
    int m_made = 0;
    QMap<QString, Object> m_objects;
    QMap<QString, qint64> m_deleted;
};

} // namespace sheaf::testing
