// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets.h"
#include "net/http_client.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QUrlQuery>

#include <stop_token>

/**
 * One library of Zotero through its interface, version 3: that of zotero.org, and the same one that the program serves
 * on its own computer. Keeps the pauses that the server asks for, also beside an answer (Backoff). Blocks; one thread
 * at a time. Failures zotero.key, zotero.settings, zotero.service (down, or too much to do), stopped, and those of net;
 * 404, 412, 413 and 428 are replies, as what they mean depends on what was asked.
 */
namespace sheaf {

class ZoteroApi
{
public:
    struct Options
    {
        QUrl base;       ///< "https://api.zotero.org", "http://127.0.0.1:23119/api"
        QString library; ///< "users/123", "groups/7"
        Secret key;      ///< empty: reading only, where the server lets everybody
        bool isLocal = false;
        std::chrono::milliseconds firstPause{1000}; ///< after "too many requests" without a time; doubles
    };
    explicit ZoteroApi(Options options) : m_options(std::move(options)) {}

    const QString& library() const { return m_options.library; }
    bool isLocal() const { return m_options.isLocal; }

    /** `path` below the library: "/items/top". */
    Result<HttpReply> get(const QString& path, const QUrlQuery& query, std::stop_token stop);
    /** The same below the server's root: "/keys/current". */
    Result<HttpReply> getFromRoot(const QString& path, std::stop_token stop);
    struct Pages
    {
        QJsonArray objects;
        qint64 version = 0; ///< of the library
    };
    /** All pages of a list. */
    Result<Pages> all(const QString& path, QUrlQuery query, std::stop_token stop);
    /** At most 50 objects, each with its key and version; none is written twice. */
    Result<HttpReply> post(const QString& path, const QJsonArray& objects, std::stop_token stop);
    /** A form of a file's upload; only for a file that is not there yet. */
    using Form = QVector<QPair<QString, QString>>;
    Result<HttpReply> postForm(const QString& path, const Form& form, std::stop_token stop);
    /** The file itself, to where the server said: somebody else's, who gets no key. */
    Result<HttpReply> upload(const QUrl& url, const QByteArray& contentType, const QByteArray& bytes,
                             std::stop_token stop);
    /** On one's own computer: leave to write. `kept` is what an earlier call told to keep: it is shown only to the very
     * Zotero that gave it. Without it the user is asked, in Zotero. Tells what is to be kept; empty where the user
     * wants to be asked again. */
    Result<Secret> authorize(const Secret& kept, std::stop_token stop);

private:
    HttpRequest request(const QByteArray& method, const QString& path) const;
    Result<HttpReply> send(HttpRequest request, std::stop_token stop);
    Result<HttpReply> checked(HttpReply reply) const;

    Options m_options;
    QByteArray m_serverId; ///< of the program on this computer: what it gives belongs to it
    std::chrono::steady_clock::time_point m_notBefore;
};

Failure zoteroFailure(const QString& what, const QString& sentence, const QString& detail = {}, bool retryable = false);

} // namespace sheaf
