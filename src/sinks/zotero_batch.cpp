// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sinks/zotero_batch.h"

#include "sinks/waiting.h"
#include "sinks/work_identity.h"
#include "sinks/zotero_children.h"
#include "sinks/zotero_items.h"
#include "sinks/zotero_reply.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

constexpr int Rounds = 4;

QString ownKey(const SinkRecord& record)
{
    return zoteroKeyOf("item|" + workIdentity(record.row.paper, record.fileHash));
}

QJsonArray tagsOf(const QStringList& names)
{
    QJsonArray tags;
    for (const QString& name : names)
        tags.append(QJsonObject{{u"tag"_s, name}});
    return tags;
}

Failure refused(const QString& why)
{
    return zoteroFailure(u"refused"_s, QCoreApplication::translate("sinks", "Zotero will not have it: %1").arg(why),
                         why);
}

Failure changing()
{
    return zoteroFailure(u"service"_s,
                         QCoreApplication::translate("sinks", "The Zotero library is being changed by somebody else."),
                         {}, true);
}

} // namespace

ZoteroBatch::ZoteroBatch(ZoteroApi& api, ZoteroLibrary& library, ZoteroWishes wishes,
                         const QVector<SinkRecord>& records, const QVector<Column>& columns)
    : m_api(api), m_library(library), m_wishes(std::move(wishes)), m_columns(columns)
{
    for (const SinkRecord& record : records)
        m_jobs.append(Job{.record = &record, .memo = record.memo});
}

QVector<DeliveryOutcome> ZoteroBatch::run(std::stop_token stop)
{
    Result<void> going = placeItems(stop);
    QVector<DeliveryOutcome> outcomes;
    for (Job& job : m_jobs) {
        // What is there after the service failed is found again the next time.
        if (going && !job.failure)
            going = ZoteroChildren(m_api, m_wishes, m_columns, job).write(stop);
        if (job.failure)
            outcomes.append(std::unexpected(*job.failure));
        else if (!going)
            outcomes.append(std::unexpected(going.error()));
        else
            outcomes.append(Delivered{job.key, job.memo, job.said.join(u"; "_s)});
    }
    return outcomes;
}

Result<void> ZoteroBatch::placeItems(std::stop_token stop)
{
    for (int round = 0; round < Rounds; ++round) {
        if (const auto known = m_library.refresh(stop); !known)
            return known;
        QVector<Job*> sent;
        QJsonArray objects;
        for (Job& job : m_jobs) {
            const QJsonObject object = job.key.isEmpty() && !job.failure ? itemFor(job) : QJsonObject();
            if (object.isEmpty())
                continue;
            sent.append(&job);
            objects.append(object);
        }
        if (objects.isEmpty())
            return {};
        const auto reply = m_api.post(u"/items"_s, objects, stop);
        if (!reply)
            return std::unexpected(reply.error());
        settleItems(sent, objects, *reply);
    }
    for (Job& job : m_jobs)
        if (job.key.isEmpty() && !job.failure)
            job.failure = changing();
    return {};
}

QJsonObject ZoteroBatch::itemFor(Job& job) const
{
    const SinkRecord& record = *job.record;
    const QString own = ownKey(record), known = record.row.zoteroKey;
    if (const auto* item = m_library.find(record.row.paper, {known, own})) {
        const QJsonObject more = additionsTo(*item);
        if (more.isEmpty())
            job.key = item->key;
        return more;
    }
    if (m_library.isInTrash(own) || m_library.isInTrash(known)) {
        job.failure = refused(QCoreApplication::translate("sinks", "it lies in the trash"));
        return {};
    }
    QJsonObject item = zoteroItem(record.row.paper);
    item.insert(u"key"_s, own);
    item.insert(u"version"_s, 0);
    item.insert(u"tags"_s, tagsOf(m_wishes.tags));
    item.insert(u"collections"_s, m_wishes.collection.isEmpty() ? QJsonArray() : QJsonArray{m_wishes.collection});
    item.insert(u"relations"_s, QJsonObject());
    job.isNew = true;
    return item;
}

QJsonObject ZoteroBatch::additionsTo(const ZoteroLibrary::Item& item) const
{
    QJsonArray tags = item.data["tags"_L1].toArray(), collections = item.data["collections"_L1].toArray();
    bool more = false;
    for (const QString& name : m_wishes.tags) {
        const bool there =
            std::ranges::any_of(tags, [&](const QJsonValue& tag) { return tag["tag"_L1].toString() == name; });
        if (!there)
            tags.append(QJsonObject{{u"tag"_s, name}});
        more = more || !there;
    }
    if (!m_wishes.collection.isEmpty() && !collections.contains(m_wishes.collection)) {
        collections.append(m_wishes.collection);
        more = true;
    }
    if (!more)
        return {};
    return {{u"key"_s, item.key}, {u"version"_s, item.version}, {u"tags"_s, tags}, {u"collections"_s, collections}};
}

/** What conflicts has no key yet and is looked at again. */
void ZoteroBatch::settleItems(const QVector<Job*>& sent, const QJsonArray& objects, const HttpReply& reply)
{
    const ZoteroReply written(reply);
    for (int i = 0; i < int(sent.size()); ++i) {
        Job& job = *sent[i];
        if (written.isSaved(i)) {
            job.key = objects[i]["key"_L1].toString();
            if (const QJsonObject saved = written.saved(i); !saved.isEmpty())
                m_library.put(saved);
            job.said.append(job.isNew ? QCoreApplication::translate("sinks", "Added to Zotero")
                                      : QCoreApplication::translate("sinks", "Tagged in Zotero"));
        } else if (!written.isConflict(i)) {
            job.failure = refused(written.reason(i));
        } else {
            job.isNew = false;
        }
    }
}

} // namespace sheaf
