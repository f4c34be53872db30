// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "servers/http_server.h"

#include <QJsonArray>

/**
 * Crossref (below /crossref) and OpenAlex (below /openalex) on a real socket: GET …/works with filter=doi:… or a
 * search, which answers all works whose titles share a word with it, as loosely as the real ones do.
 */
namespace sheaf::testing {

struct MetadataWork
{
    QString doi, title, family, given;
    int year = 0;
    QString type = QStringLiteral("journal-article");
    QString retractedBy{};  ///< DOI of the notice
    QString isPreprintOf{}; ///< DOI of the article
    bool inCrossref = true, inOpenAlex = true;
};

class MetadataServer
{
public:
    explicit MetadataServer(const QVector<MetadataWork>& works);

    QString crossref() const { return m_server.url(QStringLiteral("/crossref")).toString(); }
    QString openAlex() const { return m_server.url(QStringLiteral("/openalex")).toString(); }
    HttpServer& http() { return m_server; }
    void answerAll(const std::optional<ServedReply>& reply);

private:
    ServedReply answer(const ServedRequest& request) const;

    const QVector<MetadataWork> m_works;
    std::optional<ServedReply> m_all;
    HttpServer m_server; // last: its thread ends first
};

} // namespace sheaf::testing
