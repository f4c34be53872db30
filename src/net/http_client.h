// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/failure.h"
#include "core/secrets.h"

#include <QByteArray>
#include <QObject>
#include <QUrl>
#include <QVector>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

/**
 * HTTP for everybody: a queue a host (never more in flight than its limit, so that no time-out starts before the
 * request does), a total deadline and an inactivity time-out, retries with back-off, Retry-After, redirects followed by
 * us without carrying secrets to another origin, redaction in logs. Knows no vendor. One client belongs to one thread
 * with an event loop. Failures: net.timeout, net.unreachable, net.tls, net.dropped, net.too-large, net.redirect,
 * net.url, net.disk, stopped; an HTTP status ≥ 400 is a reply, not a failure: the caller decides.
 */
namespace sheaf {

struct HttpHeader
{
    QByteArray name;
    QByteArray value;
    bool secret = false; ///< never logged, never sent to another origin
};

struct RetryPolicy
{
    int attempts = 3;                          ///< in all, 1 = never again
    std::chrono::milliseconds firstDelay{500}; ///< doubles, with jitter, up to maxDelay
    std::chrono::milliseconds maxDelay{8000};
    bool onStatus = true; ///< 408, 429, ≥ 500 (obeying retry-after-ms, Retry-After, x-should-retry)
    std::chrono::milliseconds longestRetryAfter{60000}; ///< a longer wish is handed to the caller as the reply
};

struct HttpRequest
{
    QByteArray method = "GET";
    QUrl url;
    QVector<HttpHeader> headers;
    QByteArray body;
    QString downloadTo; ///< not empty: the body goes to this file through a .part, then a rename
    qint64 maxBytes = qint64(64) << 20;
    int maxRedirects = 5; ///< 0: a redirect is the reply
    std::chrono::milliseconds inactivity{30000};
    std::chrono::milliseconds deadline{
        60000}; ///< from the moment it is sent, redirects included, retries and queueing not
    RetryPolicy retry;
    /** PEM certificates that are trusted for this request beside the system's: a server of one's own. */
    QByteArray trusted;
    /** false: never sent again once its bytes may have been acted on. What is left is a failed connection, and the
     * server's own word that it did nothing: 429, 529 or x-should-retry: true. */
    bool resendable = true;
    Stage stage = Stage::Acquire; ///< whose failure it is when it fails
};

struct HttpReply
{
    int status = 0;
    QVector<HttpHeader> headers;
    QByteArray body; ///< empty with downloadTo
    QUrl url;        ///< the last one, after redirects
    int attempts = 1;

    QByteArray header(QByteArrayView name) const; ///< case-insensitive, empty when absent
    bool ok() const { return status >= 200 && status < 300; }
    /** Retry-After and retry-after-ms, if any. */
    std::optional<std::chrono::milliseconds> retryAfter() const;
};

struct HostPolicy
{
    int parallel = 4;
    std::chrono::milliseconds interval{0}; ///< least time between two starts
};

class HttpClient : public QObject
{
    Q_OBJECT
public:
    explicit HttpClient(QObject* parent = nullptr);
    ~HttpClient() override;

    /** For "host" or "host:port". */
    void setHostPolicy(const QString& host, HostPolicy policy);
    /** For every other host, asked when it is met for the first time, be it through a redirect. Without a rule it is 4
     * at once and no interval. */
    using PolicyRule = std::function<HostPolicy(const QUrl&)>;
    void setPolicyRule(PolicyRule rule);
    /** How long the host still wants to be left alone, where it asked for more than requests wait. */
    std::chrono::milliseconds askedToWait(const QUrl& url) const;

    using Done = std::function<void(Result<HttpReply>)>;
    /**
     * Queues a request; `done` is called exactly once, later, on this thread, unless `context` is gone first (which
     * cancels it). Returns a number for cancel().
     */
    quint64 send(const HttpRequest& request, QObject* context, Done done);
    /** `done` is called with code "stopped", later. Unknown numbers are ignored. */
    void cancel(quint64 id);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/** For worker threads: a client of its own and a local event loop; returns within 200 ms of a stop. */
Result<HttpReply> sendAndWait(const HttpRequest& request, std::stop_token stop);

struct FormPart
{
    QByteArray name;
    QByteArray data;
    QByteArray fileName; ///< empty = a plain field
    QByteArray contentType;
};
/** Encodes multipart/form-data into request.body and sets Content-Type. */
void setMultipart(HttpRequest& request, const QVector<FormPart>& parts);

/** What we call ourselves: "Sheaf/0.1.0", with "(mailto:…)" where a service asks for an address. Sent by itself unless
 * the caller sets a User-Agent. */
QByteArray userAgent(const QString& email = {});

/** Whether it leads to this computer itself: nobody but the user may send us there. */
bool isThisComputer(const QUrl& url);

/** "host:port" of the proxy through which it would be asked for; empty = none. */
QString proxyFor(const QUrl& url);

/** The URL as it may be logged: no user info, values of key-like query items replaced by "…". */
QString redacted(const QUrl& url);

} // namespace sheaf
