// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "servers/http_server.h"

#include <QHash>

/**
 * Unpaywall, version 2, on a real socket: GET /v2/{doi}?email=. Knows what it is told; anything else is 404. Without an
 * address, or with one at example.com, it answers 422, as the real one does.
 */
namespace sheaf::testing {

struct OpenPlace
{
    QUrl pdf; ///< may be empty: only a landing page is known
    QUrl page{};
    QString version = QStringLiteral("publishedVersion");
};

class UnpaywallServer
{
public:
    UnpaywallServer();

    /** The open places of a DOI (lower case), the best first; none = known, but closed. */
    void add(const QString& doi, const QVector<OpenPlace>& places, const QString& title = {});
    /** Answers everything so from now on: to be busy, down, or to talk nonsense. Nothing = as told. */
    void answerAll(std::optional<ServedReply> reply);
    HttpServer& http() { return m_http; }

private:
    struct Entry
    {
        QVector<OpenPlace> places;
        QString title;
    };
    ServedReply answer(const ServedRequest& request) const;

    QHash<QString, Entry> m_entries;
    std::optional<ServedReply> m_all;
    HttpServer m_http; // last: its thread ends first
};

} // namespace sheaf::testing
