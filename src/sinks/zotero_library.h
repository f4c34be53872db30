// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/paper.h"
#include "sinks/zotero_api.h"

#include <QHash>
#include <QSet>

/**
 * What a library holds, as far as papers are found by it: every item that is no child, read once and then followed by
 * its changes. Blocks in refresh(); one thread.
 */
namespace sheaf {

class ZoteroLibrary
{
public:
    struct Item
    {
        QString key;
        qint64 version = 0;
        QJsonObject data;
    };

    explicit ZoteroLibrary(ZoteroApi& api) : m_api(api) {}

    Result<void> refresh(std::stop_token stop);
    /** The item that this paper is: by the key it was known under, its DOI, else its title, year and first author. */
    const Item* find(const Paper& paper, const QStringList& keys) const;
    bool isInTrash(const QString& key) const { return m_trash.contains(key); }
    /** What was just written, as the server gave it back. */
    void put(const QJsonObject& object);

private:
    void remove(const QString& key);
    Result<void> dropDeleted(std::stop_token stop);

    ZoteroApi& m_api;
    QHash<QString, Item> m_items;           ///< by key
    QHash<QString, QString> m_byDoi;        ///< → key
    QMultiHash<QString, QString> m_byTitle; ///< folded title → key
    QSet<QString> m_trash;
    qint64 m_version = 0; ///< of the library, as far as it was followed
};

} // namespace sheaf
