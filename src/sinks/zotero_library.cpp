// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sinks/zotero_library.h"

#include "sinks/waiting.h"
#include "sinks/zotero_items.h"

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

QString titleOf(const QJsonObject& data)
{
    return foldForMatching(data["title"_L1].toString());
}

QString firstFamily(const QJsonObject& data)
{
    const QJsonValue first = data["creators"_L1][0];
    const QString family = first["lastName"_L1].toString();
    return foldForMatching(family.isEmpty() ? first["name"_L1].toString() : family);
}

bool isContradicted(const QString& a, const QString& b)
{
    return !a.isEmpty() && !b.isEmpty() && a != b;
}

/** The titles are equal: does anything else speak against it? */
bool isSameWork(const Paper& paper, const QJsonObject& data)
{
    const QString year = paper.year > 0 ? QString::number(paper.year) : QString();
    const QString date = data["date"_L1].toString();
    if (isContradicted(paper.ids.doi, zoteroDoi(data)) || (!year.isEmpty() && !date.isEmpty() && !date.contains(year)))
        return false;
    const QString family = paper.authors.isEmpty() ? QString() : foldForMatching(paper.authors.constFirst().family);
    return !isContradicted(family, firstFamily(data));
}

} // namespace

Result<void> ZoteroLibrary::refresh(std::stop_token stop)
{
    QUrlQuery query{{u"includeTrashed"_s, u"1"_s}};
    if (m_version > 0)
        query.addQueryItem(u"since"_s, QString::number(m_version));
    const auto changed = m_api.all(u"/items/top"_s, query, stop);
    if (!changed)
        return std::unexpected(changed.error());
    for (const QJsonValue& object : changed->objects)
        put(object.toObject());
    if (m_version > 0 && changed->version > m_version)
        if (const auto dropped = dropDeleted(stop); !dropped)
            return dropped;
    m_version = changed->version;
    return {};
}

Result<void> ZoteroLibrary::dropDeleted(std::stop_token stop)
{
    const auto reply = m_api.get(u"/deleted"_s, {{u"since"_s, QString::number(m_version)}}, stop);
    if (!reply)
        return std::unexpected(reply.error());
    const QJsonArray keys = jsonOf(reply->body)["items"_L1].toArray();
    for (const QJsonValue& key : keys) {
        remove(key.toString());
        m_trash.remove(key.toString());
    }
    return {};
}

void ZoteroLibrary::put(const QJsonObject& object)
{
    const QJsonObject data = object["data"_L1].toObject();
    const QString key = object["key"_L1].toString(), type = data["itemType"_L1].toString();
    remove(key);
    m_trash.remove(key);
    if (data["deleted"_L1].toInt() != 0 || data["deleted"_L1].toBool()) {
        m_trash.insert(key);
        return;
    }
    if (key.isEmpty() || type == "note"_L1 || type == "attachment"_L1 || type == "annotation"_L1)
        return;
    m_items.insert(key, {key, object["version"_L1].toInteger(), data});
    if (const QString doi = zoteroDoi(data); !doi.isEmpty() && !m_byDoi.contains(doi))
        m_byDoi.insert(doi, key);
    if (const QString title = titleOf(data); !title.isEmpty())
        m_byTitle.insert(title, key);
}

void ZoteroLibrary::remove(const QString& key)
{
    const auto found = m_items.constFind(key);
    if (found == m_items.cend())
        return;
    m_byTitle.remove(titleOf(found->data), key);
    if (const QString doi = zoteroDoi(found->data); m_byDoi.value(doi) == key)
        m_byDoi.remove(doi);
    m_items.erase(found);
}

const ZoteroLibrary::Item* ZoteroLibrary::find(const Paper& paper, const QStringList& keys) const
{
    const auto at = [this](const QString& key) {
        const auto found = m_items.constFind(key);
        return found == m_items.cend() ? nullptr : &*found;
    };
    for (const QString& key : keys) // a key may come from another library, where it names something else
        if (const Item* item = at(key); item && !isContradicted(paper.ids.doi, zoteroDoi(item->data)))
            return item;
    if (!paper.ids.doi.isEmpty() && m_byDoi.contains(paper.ids.doi))
        return at(m_byDoi.value(paper.ids.doi));
    const auto [begin, end] = m_byTitle.equal_range(foldForMatching(paper.title));
    for (auto it = begin; it != end && !paper.title.isEmpty(); ++it)
        if (const Item* item = at(*it); item && isSameWork(paper, item->data))
            return item;
    return nullptr;
}

} // namespace sheaf
