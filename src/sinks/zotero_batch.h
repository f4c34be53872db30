// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sinks/zotero_job.h"
#include "sinks/zotero_library.h"

/**
 * Some papers into a library: first their items in one request, then each one's note, PDF and highlights below it. What
 * is there is looked at before anything is written, what the user has changed since stays as it is, and what was
 * changed at the same moment is looked at again. Blocks; one thread.
 */
namespace sheaf {

class ZoteroBatch
{
public:
    ZoteroBatch(ZoteroApi& api, ZoteroLibrary& library, ZoteroWishes wishes, const QVector<SinkRecord>& records,
                const QVector<Column>& columns);

    QVector<DeliveryOutcome> run(std::stop_token stop);

private:
    using Job = ZoteroJob;

    Result<void> placeItems(std::stop_token stop);
    QJsonObject itemFor(Job& job) const;
    /** The tags and the collection that the item lacks; empty = it has all. */
    QJsonObject additionsTo(const ZoteroLibrary::Item& item) const;
    void settleItems(const QVector<Job*>& sent, const QJsonArray& objects, const HttpReply& reply);

    ZoteroApi& m_api;
    ZoteroLibrary& m_library;
    const ZoteroWishes m_wishes;
    const QVector<Column> m_columns;
    QVector<Job> m_jobs;
};

} // namespace sheaf
