// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "servers/zotero_shelf.h"

#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace sheaf::testing {

namespace {

const QString& generalFields()
{
    static const QString fields = u"key version itemType tags collections relations dateAdded dateModified deleted "_s;
    return fields;
}

const QHash<QString, QString>& fieldTable()
{
    static const QString work = u"title creators abstractNote date shortTitle language url accessDate archive "
                                "archiveLocation libraryCatalog callNumber rights extra "_s;
    static const QHash<QString, QString> table{
        {u"journalArticle"_s,
         work + u"publicationTitle volume issue pages series seriesTitle seriesText journalAbbreviation DOI ISSN"_s},
        {u"conferencePaper"_s,
         work + u"proceedingsTitle conferenceName place publisher volume pages series DOI ISBN"_s},
        {u"preprint"_s, work + u"genre repository archiveID place series seriesNumber DOI citationKey"_s},
        {u"book"_s, work + u"series seriesNumber volume numberOfVolumes edition place publisher numPages ISBN"_s},
        {u"bookSection"_s, work + u"bookTitle series seriesNumber volume numberOfVolumes edition place publisher pages "
                                  "ISBN"_s},
        {u"thesis"_s, work + u"thesisType university place numPages"_s},
        {u"report"_s, work + u"reportNumber reportType seriesTitle place institution pages"_s},
        {u"webpage"_s, work + u"websiteTitle websiteType"_s},
        {u"document"_s, work + u"publisher"_s},
        {u"note"_s, u"note parentItem"_s},
        {u"attachment"_s,
         u"title parentItem linkMode contentType charset filename md5 mtime note url path accessDate"_s},
        {u"annotation"_s, u"parentItem annotationType annotationText annotationComment annotationColor "
                          "annotationPageLabel annotationSortIndex annotationPosition annotationAuthorName"_s}};
    return table;
}

QSet<QString> fieldsOf(const QString& itemType)
{
    const QStringList names = (generalFields() + fieldTable().value(itemType)).split(' '_L1, Qt::SkipEmptyParts);
    return QSet<QString>(names.cbegin(), names.cend());
}

std::optional<ZoteroShelf::Fault> checkFields(const QJsonObject& data)
{
    const QString type = data["itemType"_L1].toString();
    const QSet<QString> fields = fieldsOf(type);
    for (auto it = data.begin(); it != data.end(); ++it)
        if (!fields.contains(it.key()))
            return ZoteroShelf::Fault{400, u"'%1' is not a valid field for type '%2'"_s.arg(it.key(), type)};
    if (data["title"_L1].toString().size() > 65535)
        return ZoteroShelf::Fault{413, u"Title is too long"_s};
    return {};
}

std::optional<ZoteroShelf::Fault> checkAnnotation(const QJsonObject& data, const QJsonObject& parent)
{
    static const QRegularExpression sortIndex(u"\\A\\d{5}\\|\\d{6}\\|\\d{5}\\z"_s);
    static const QRegularExpression color(u"\\A#[0-9a-f]{6}\\z"_s);
    if (parent["itemType"_L1].toString() != "attachment"_L1 ||
        parent["contentType"_L1].toString() != "application/pdf"_L1)
        return ZoteroShelf::Fault{400, u"Parent item of highlight annotation must be a PDF attachment"_s};
    if (!sortIndex.match(data["annotationSortIndex"_L1].toString()).hasMatch())
        return ZoteroShelf::Fault{400, u"Invalid sortIndex"_s};
    if (!color.match(data["annotationColor"_L1].toString()).hasMatch())
        return ZoteroShelf::Fault{400, u"annotationColor must be a hex color"_s};
    const QJsonObject position = QJsonDocument::fromJson(data["annotationPosition"_L1].toString().toUtf8()).object();
    if (!position["pageIndex"_L1].isDouble() || position["rects"_L1].toArray().isEmpty())
        return ZoteroShelf::Fault{400, u"Invalid annotationPosition"_s};
    return {};
}

} // namespace

QStringList ZoteroShelf::fields()
{
    QSet<QString> all;
    for (const QString& type : fieldTable().keys())
        all += fieldsOf(type);
    return all.values();
}

std::optional<ZoteroShelf::Fault> ZoteroShelf::check(const QString& kind, const QJsonObject& fields,
                                                     qint64 precondition) const
{
    static const QRegularExpression keyForm(u"\\A[23456789ABCDEFGHIJKLMNPQRSTUVWXYZ]{8}\\z"_s);
    const QString key = fields["key"_L1].toString();
    if (fields.contains("key"_L1) && !keyForm.match(key).hasMatch())
        return Fault{400, u"'%1' is not a valid item key"_s.arg(key)};
    const bool exists = m_objects.contains(key);
    const bool hasVersion = fields.contains("version"_L1);
    const qint64 version = fields["version"_L1].toInteger();
    const qint64 current = data(key)["version"_L1].toInteger();
    if (exists && !hasVersion && precondition < 0)
        return Fault{428, u"Either If-Unmodified-Since-Version or object version property must be provided"_s};
    if (exists && ((hasVersion && version != current) || (!hasVersion && precondition < current)))
        return Fault{
            412, u"Item has been modified since specified version (expected %1, found %2)"_s.arg(version).arg(current)};
    if (!exists && hasVersion && version > 0)
        return Fault{404, u"Item doesn't exist (expected version %1; use 0 instead)"_s.arg(version)};
    if (kind != "items"_L1)
        return {};
    QJsonObject whole = data(key);
    for (auto it = fields.begin(); it != fields.end(); ++it)
        whole.insert(it.key(), *it);
    if (whole["itemType"_L1].toString().isEmpty())
        return Fault{400, u"'itemType' property not provided"_s};
    if (const auto fault = checkFields(whole))
        return fault;
    const QString parent = whole["parentItem"_L1].toString();
    if (!parent.isEmpty() && !m_objects.contains(parent))
        return Fault{409, u"Parent item %1 doesn't exist"_s.arg(parent)};
    const QJsonArray collections = whole["collections"_L1].toArray();
    for (const QJsonValue& collection : collections)
        if (!m_objects.contains(collection.toString()))
            return Fault{409, u"Collection %1 doesn't exist"_s.arg(collection.toString())};
    return whole["itemType"_L1].toString() == "annotation"_L1 ? checkAnnotation(whole, data(parent)) : std::nullopt;
}

QString ZoteroShelf::newKey()
{
    static constexpr char letters[] = "23456789ABCDEFGHIJKMNPQRSTUVWXYZ";
    QString key = u"FAKE"_s;
    for (int shift = 15; shift >= 0; shift -= 5)
        key += QLatin1Char(letters[(m_made >> shift) % 32]);
    return key;
}

QString ZoteroShelf::put(const QString& kind, QJsonObject fields, bool touchesVersion)
{
    QString key = fields["key"_L1].toString();
    if (key.isEmpty())
        key = newKey();
    if (touchesVersion)
        ++m_version;
    if (!m_objects.contains(key))
        m_objects.insert(key, {kind, ++m_made, {}});
    QJsonObject& now = m_objects[key].data;
    // The server cleans notes its own way.
    if (fields.contains("note"_L1))
        fields.insert(u"note"_s, fields["note"_L1].toString().replace(">\n<"_L1, "><"_L1));
    for (auto it = fields.begin(); it != fields.end(); ++it)
        now.insert(it.key(), *it);
    if (kind == "items"_L1)
        for (const auto& [field, empty] :
             {std::pair{u"tags"_s, QJsonValue(QJsonArray())}, std::pair{u"relations"_s, QJsonValue(QJsonObject())}})
            if (!now.contains(field))
                now.insert(field, empty);
    now.insert(u"key"_s, key);
    now.insert(u"version"_s, m_version);
    return key;
}

void ZoteroShelf::remove(const QString& key)
{
    for (const QString& child : children(key))
        remove(child);
    m_objects.remove(key);
    m_deleted.insert(key, ++m_version);
}

QJsonObject ZoteroShelf::envelope(const QString& key) const
{
    const QJsonObject data = m_objects.value(key).data;
    return {{u"key"_s, key},
            {u"version"_s, data["version"_L1]},
            {u"library"_s, QJsonObject{{u"type"_s, u"user"_s}, {u"id"_s, 475}, {u"name"_s, u"fake"_s}}},
            {u"links"_s, QJsonObject()},
            {u"meta"_s, QJsonObject{{u"numChildren"_s, children(key).size()}, {u"numItems"_s, itemsIn(key)}}},
            {u"data"_s, data}};
}

int ZoteroShelf::itemsIn(const QString& collection) const
{
    return int(std::ranges::count_if(
        m_objects, [&](const Object& object) { return object.data["collections"_L1].toArray().contains(collection); }));
}

QStringList ZoteroShelf::keys(const QString& kind) const
{
    QMap<int, QString> inOrder;
    for (auto it = m_objects.cbegin(); it != m_objects.cend(); ++it)
        if (it->kind == kind)
            inOrder.insert(it->place, it.key());
    return inOrder.values();
}

QStringList ZoteroShelf::children(const QString& parent) const
{
    QStringList found;
    for (const QString& key : keys(u"items"_s))
        if (m_objects[key].data["parentItem"_L1].toString() == parent)
            found.append(key);
    return found;
}

QJsonArray ZoteroShelf::deletedSince(qint64 version) const
{
    QJsonArray keys;
    for (auto it = m_deleted.cbegin(); it != m_deleted.cend(); ++it)
        if (*it > version)
            keys.append(it.key());
    return keys;
}

} // namespace sheaf::testing
