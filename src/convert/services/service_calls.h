// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "convert/converter.h"
#include "convert/services/service_failures.h"
#include "core/secrets.h"

#include <QElapsedTimer>
#include <QJsonObject>

#include <mutex>

/**
 * The requests that one document takes at a service that works through jobs: submit, look until it is done, fetch. All
 * share the document's deadline. Blocks on a worker thread, returns within 200 ms of a stop.
 */
namespace sheaf {

class RangeShelf;

struct ServiceAddress
{
    QUrl base;
    QString label; ///< the user's name for the service's version
    std::chrono::seconds deadline{1800};
    ServicePace pace;
    Secret key;
    QByteArray keyHeader = "Authorization"; ///< that one carries "Bearer KEY", any other the key alone
};

class ServiceCalls
{
public:
    ServiceCalls(const ServiceAddress& service, std::stop_token stop);

    /** The base with a path below it; what people copy along from a service's documents ends the base early. */
    QUrl url(const QString& path, const QStringList& shownEnds = {}) const;
    HttpRequest get(const QUrl& url) const;
    /** What a healthy service answers at once: its version, its models. */
    Result<HttpReply> askQuickly(const QUrl& url);
    HttpRequest post(const QUrl& url, const QVector<FormPart>& parts) const;
    HttpRequest post(const QUrl& url, const QJsonObject& body) const;

    /** Once; any status is a reply, what got none is a failure of this room. */
    Result<HttpReply> send(HttpRequest request);
    /** A request that begins work: never sent twice where it may have arrived, but waits for a service that says it is
     * busy. */
    Result<HttpReply> submit(const HttpRequest& request);

    using Look = std::function<Result<std::optional<QJsonObject>>()>;
    /** Looks at growing intervals until there is something. Trouble of the service is borne for a while: the job may be
     * well. */
    Result<QJsonObject> lookUntilDone(const Look& look);
    /** Nothing, or why there is no time left: stopped, convert.timeout. */
    std::optional<Failure> pause(std::chrono::milliseconds time);

private:
    std::chrono::milliseconds left() const;

    const ServiceAddress& m_service;
    const std::stop_token m_stop;
    QElapsedTimer m_clock;
};

/** The file's bytes; convert.unreadable. */
Result<QByteArray> documentBytes(const QString& path);
/** A reply's JSON object; service-refused where it is none. */
Result<QJsonObject> jsonOf(const Result<HttpReply>& reply);
bool isSameOrigin(const QUrl& a, const QUrl& b);

/** Runs a job that an earlier start may have begun: its name is kept on the shelf while it runs. A job that the service
 * lost is begun once more. */
Result<QJsonObject> runNamedJob(RangeShelf* shelf, const std::function<Result<QString>()>& begin,
                                const std::function<Result<QJsonObject>(const QString& name)>& finish);

/** A job whose name is of no use any more although its trouble is the service's. */
void forgetJob(RangeShelf* shelf);

/** What a service said once about its version. Thread-safe. */
class LearnedVersion
{
public:
    QString get() const;
    /** `ask` is called until it once says something. */
    void learn(const std::function<QString()>& ask);

private:
    mutable std::mutex m_mutex;
    QString m_version;
};

} // namespace sheaf
