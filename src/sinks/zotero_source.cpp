// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sinks/zotero_source.h"

#include "sinks/waiting.h"
#include "sinks/zotero_api.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

/** What a link names. */
struct Place
{
    QString group;      ///< number; empty = the user's own library
    QString collection; ///< key; empty = the whole library
};

std::optional<Place> placeOf(const QString& link)
{
    static const QRegularExpression form(
        u"\\Azotero://select/(?:library|groups/(\\d+))(?:/collections/([A-Z0-9]{8}))?/?\\z"_s);
    const auto match = form.match(link.trimmed());
    return match.hasMatch() ? std::optional(Place{match.captured(1), match.captured(2)}) : std::nullopt;
}

QString linkOf(const QString& group, const QString& collection)
{
    const QString library = group.isEmpty() ? u"zotero://select/library"_s : u"zotero://select/groups/"_s + group;
    return collection.isEmpty() ? library : library + u"/collections/"_s + collection;
}

/** The program on this computer, or zotero.org: whichever answers. */
class Source
{
public:
    explicit Source(const ZoteroAccess& access) : m_access(access) {}

    bool isLocal() const { return m_isLocal; }
    /** The number of the user whose key it is; 0 on this computer. */
    const QString& user() const { return m_user; }

    Result<void> open(std::stop_token stop)
    {
        m_options = {.base = m_access.local, .isLocal = true};
        m_options.base.setPath(m_options.base.path() + u"/api"_s);
        const auto greeting = ZoteroApi(m_options).getFromRoot(u"/"_s, stop);
        if (greeting || m_access.key.isEmpty())
            return greeting ? Result<void>() : std::unexpected(explained(greeting.error()));
        m_isLocal = false;
        m_options = {.base = m_access.web, .key = m_access.key};
        const auto key = ZoteroApi(m_options).getFromRoot(u"/keys/current"_s, stop);
        if (!key)
            return std::unexpected(key.error());
        m_user = QString::number(jsonOf(key->body)["userID"_L1].toInteger());
        return {};
    }

    ZoteroApi api(const QString& group) const
    {
        ZoteroApi::Options options = m_options;
        options.library = group.isEmpty() ? u"users/"_s + m_user : u"groups/"_s + group;
        return ZoteroApi(options);
    }

private:
    static Failure explained(const Failure& failure)
    {
        if (failure.code != "net.unreachable"_L1)
            return failure;
        return zoteroFailure(u"service"_s,
                             QCoreApplication::translate("sinks",
                                                         "Zotero is not open on this computer, and there is no "
                                                         "key for zotero.org."),
                             failure.detail, true);
    }

    const ZoteroAccess& m_access;
    ZoteroApi::Options m_options;
    bool m_isLocal = true;
    QString m_user = u"0"_s;
};

/** Parents before their children, in the order of their names. */
void addBelow(const QString& parentKey, const QString& parentLink, const QString& group, const QJsonArray& all,
              QVector<ZoteroCollection>& into)
{
    QVector<QPair<QString, QJsonObject>> here;
    for (const QJsonValue& one : all)
        if (one["data"_L1]["parentCollection"_L1].toString() == parentKey)
            here.append({one["data"_L1]["name"_L1].toString(), one.toObject()});
    std::ranges::sort(here, [](const auto& a, const auto& b) { return a.first.localeAwareCompare(b.first) < 0; });
    for (const auto& [name, collection] : here) {
        const QString key = collection["key"_L1].toString(), link = linkOf(group, key);
        if (key.isEmpty() || key == parentKey)
            continue;
        into.append({link, parentLink, name, collection["meta"_L1]["numItems"_L1].toInt()});
        addBelow(key, link, group, all, into);
    }
}

Result<void> addLibrary(const Source& source, const QString& group, const QString& name, ZoteroShelves& shelves,
                        std::stop_token stop)
{
    ZoteroApi api = source.api(group);
    const auto items = api.get(u"/items/top"_s, {{u"limit"_s, u"1"_s}}, stop);
    if (!items)
        return std::unexpected(items.error());
    const auto collections = api.all(u"/collections"_s, {}, stop);
    if (!collections)
        return std::unexpected(collections.error());
    shelves.collections.append({linkOf(group, {}), {}, name, items->header("Total-Results").toInt()});
    addBelow({}, linkOf(group, {}), group, collections->objects, shelves.collections);
    return {};
}

/** A file of this computer, where the attachment is one. */
QString pathOf(const QJsonObject& attachment, ZoteroApi& api, std::stop_token stop)
{
    const QJsonValue data = attachment["data"_L1];
    const QString mode = data["linkMode"_L1].toString();
    if (mode == "linked_url"_L1)
        return {};
    if (const QString path = data["path"_L1].toString(); mode == "linked_file"_L1 && QDir::isAbsolutePath(path))
        return path;
    const QUrl enclosure(attachment["links"_L1]["enclosure"_L1]["href"_L1].toString());
    if (enclosure.isLocalFile())
        return enclosure.toLocalFile();
    if (!api.isLocal())
        return {};
    const auto reply = api.get(u"/items/%1/file/view/url"_s.arg(attachment["key"_L1].toString()), {}, stop);
    return reply && reply->ok() ? QUrl(QString::fromUtf8(reply->body.trimmed())).toLocalFile() : QString();
}

QJsonArray withAttachments(const QJsonArray& objects, ZoteroApi& api, std::stop_token stop)
{
    QHash<QString, QJsonArray> attachments; // by parent
    for (const QJsonValue& object : objects) {
        const QJsonValue data = object["data"_L1];
        const QString parent = data["parentItem"_L1].toString();
        if (parent.isEmpty() || data["itemType"_L1].toString() != "attachment"_L1)
            continue;
        const QString path = pathOf(object.toObject(), api, stop);
        attachments[parent].append(QJsonObject{{u"path"_s, path}, {u"url"_s, data["url"_L1]}});
    }
    QJsonArray items;
    for (const QJsonValue& object : objects) {
        QJsonObject data = object["data"_L1].toObject();
        if (data.contains("parentItem"_L1))
            continue;
        data.insert(u"attachments"_s, attachments.value(data["key"_L1].toString()));
        items.append(data);
    }
    return items;
}

} // namespace

ZoteroAccess ZoteroAccess::from(const Settings& settings, const SecretSource& secrets)
{
    return {QUrl(settings.text(u"zotero.local.url"_s)), QUrl(settings.text(u"zotero.url"_s)),
            settings.text(u"zotero.library"_s), secrets(SecretName::ZoteroKey)};
}

Result<ZoteroShelves> zoteroShelves(const ZoteroAccess& access, std::stop_token stop)
{
    Source source(access);
    if (const auto opened = source.open(stop); !opened)
        return std::unexpected(opened.error());
    ZoteroShelves shelves{.isLocal = source.isLocal()};
    if (const auto own = addLibrary(source, {}, QCoreApplication::translate("sinks", "My Library"), shelves, stop);
        !own)
        return std::unexpected(own.error());
    const auto groups = source.api({}).all(u"/groups"_s, {}, stop);
    if (!groups)
        return std::unexpected(groups.error());
    for (const QJsonValue& group : groups->objects)
        if (const auto added = addLibrary(source, QString::number(group["id"_L1].toInteger()),
                                          group["data"_L1]["name"_L1].toString(), shelves, stop);
            !added)
            return std::unexpected(added.error());
    return shelves;
}

bool isZoteroLink(const QString& text)
{
    return placeOf(text).has_value();
}

Result<ZoteroItems> zoteroItems(const ZoteroAccess& access, const QString& link, std::stop_token stop)
{
    const auto place = placeOf(link);
    if (!place)
        return std::unexpected(zoteroFailure(
            u"settings"_s, QCoreApplication::translate("sinks", "“%1” names no Zotero library.").arg(link)));
    Source source(access);
    if (const auto opened = source.open(stop); !opened)
        return std::unexpected(opened.error());
    ZoteroApi api = source.api(place->group);
    ZoteroItems items{.name = QCoreApplication::translate("sinks", "Zotero library")};
    QString path = u"/items"_s;
    if (!place->collection.isEmpty()) {
        const auto collection = api.get(u"/collections/"_s + place->collection, {}, stop);
        if (!collection)
            return std::unexpected(collection.error());
        items.name = jsonOf(collection->body)["data"_L1]["name"_L1].toString();
        path = u"/collections/%1/items"_s.arg(place->collection);
    }
    const auto objects = api.all(path, {}, stop);
    if (!objects)
        return std::unexpected(objects.error());
    items.json = QJsonDocument(withAttachments(objects->objects, api, stop)).toJson(QJsonDocument::Compact);
    return items;
}

} // namespace sheaf
