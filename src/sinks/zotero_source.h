// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets.h"
#include "core/settings.h"

#include <QUrl>
#include <QVector>

#include <stop_token>

/**
 * A user's Zotero as a source of papers: its libraries and collections to choose from, and what stands in them as JSON
 * that the lists room reads. The program on this computer is asked first, as its files can be used where they lie, then
 * zotero.org with the user's key. Nothing is changed there. Blocks; any thread. Failures as those of ZoteroApi.
 */
namespace sheaf {

struct ZoteroAccess
{
    QUrl local, web;
    QString library; ///< of the web key, empty = its own
    Secret key;

    static ZoteroAccess from(const Settings& settings, const SecretSource& secrets);
};

struct ZoteroCollection
{
    QString link;   ///< "zotero://select/library/collections/KEY", as Zotero itself writes it
    QString parent; ///< the link of what it stands in: another collection, or the library
    QString name;
    int items = 0;
};

struct ZoteroShelves
{
    bool isLocal = false;
    QVector<ZoteroCollection> collections; ///< libraries have no parent; parents stand before their children
};

Result<ZoteroShelves> zoteroShelves(const ZoteroAccess& access, std::stop_token stop);

bool isZoteroLink(const QString& text);
struct ZoteroItems
{
    QString name;    ///< of the collection or library
    QByteArray json; ///< items with their attachments; files of this computer by their paths
};
Result<ZoteroItems> zoteroItems(const ZoteroAccess& access, const QString& link, std::stop_token stop);

} // namespace sheaf
