// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "servers/http_server.h"

#include <QHash>

/**
 * A retrieval service on a real socket: POST /retrieve, GET /jobs/{id}, GET /jobs/{id}/file, GET /health. A job is
 * pending, searching and downloading for one look each, then ends as it was told.
 */
namespace sheaf::testing {

class RetrievalServer
{
public:
    RetrievalServer();

    /** The document of a DOI; what is not known ends as NOT_FOUND. */
    void add(const QString& doi, const QByteArray& document);
    /** Every job ends so: "SOURCE_BLOCKED", "VPN_ERROR", …; "lost" = its number is forgotten, "never" = it never ends.
     * Empty = as told. */
    void endAll(const QString& how);
    /** So many looks at jobs are answered with 503 first. */
    void setBadLooks(int looks);
    HttpServer& http() { return m_http; }

private:
    struct Job
    {
        QString doi;
        int looks = 0;
    };
    ServedReply answer(const ServedRequest& request);
    ServedReply look(const QString& id);

    QHash<QString, QByteArray> m_documents;
    QHash<QString, Job> m_jobs;
    QString m_how;
    int m_badLooks = 0;
    HttpServer m_http; // last: its thread ends first
};

} // namespace sheaf::testing
