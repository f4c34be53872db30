// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets.h"
#include "net/http_client.h"

#include <QJsonObject>

#include <stop_token>

/**
 * Requests to an Elasticsearch or OpenSearch server, with the troubles that concern all of them told apart. Blocks; any
 * thread.
 */
namespace sheaf {

class ElasticsearchClient
{
public:
    struct Options
    {
        QUrl base;
        QString user; ///< empty = the key is an API key: "id:key", or as the server shows it, in Base64
        Secret key;   ///< empty = the server asks for none
        QByteArray trusted;
        std::chrono::milliseconds firstPause{500}; ///< before a second try; doubles
    };
    explicit ElasticsearchClient(Options options) : m_options(std::move(options)) {}

    /** Once. Failures elasticsearch.key, elasticsearch.certificate, stopped and those of net; any other status is a
     * reply. */
    Result<HttpReply> once(const QByteArray& method, const QString& path, const QByteArray& body, std::stop_token stop,
                           const QByteArray& contentType = "application/json") const;
    /** Again while the server is busy; then elasticsearch.service. */
    Result<HttpReply> ask(const QByteArray& method, const QString& path, const QJsonObject& body,
                          std::stop_token stop) const;
    std::chrono::milliseconds firstPause() const { return m_options.firstPause; }

private:
    HttpHeader authorization() const;

    const Options m_options;
};

/** Too much to do, or not all there yet: the same may succeed later. */
bool isBusy(int status);
/** "type: reason" of the server's error, else its status. */
QString serverReason(const HttpReply& reply);
Failure elasticsearchFailure(const QString& what, const QString& sentence, const QString& detail, bool retryable);

} // namespace sheaf
