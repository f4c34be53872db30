// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "servers/http_server.h"

#include <QHash>
#include <QJsonArray>

/**
 * A fake conversion service that works through jobs, on a real socket, with the troubles that any of them can have.
 * What differs from service to service, routes, fields and words, are ConversionRoutes, one file a service, as the
 * services' sources have them; what is converted is what the test says.
 */
namespace sheaf::testing {

struct ConversionBehaviour
{
    int looks = 2;                      ///< at a job before it is done
    int busySubmits = 0;                ///< 503 with Retry-After: 0, first
    int downLooks = 0;                  ///< 502, first
    int lostJobs = 0;                   ///< unknown, as after a restart: the first ones
    QString error;                      ///< not empty: each job fails so
    std::optional<ServedReply> instead; ///< answers this, whatever was sent
};

/** The jobs of one server and how it behaves; used on the server's thread. */
class ConversionJobs
{
public:
    ConversionBehaviour behaviour;

    QString begin() { return QStringLiteral("job-%1").arg(++m_begun); }
    /** A look at a job that the server knows: whether it is done. */
    bool isDone(const QString& id) { return ++m_looks[id] > behaviour.looks; }
    bool isLost(const QString& id) const
    {
        return id.mid(4).toInt() <= behaviour.lostJobs || id.mid(4).toInt() > m_begun;
    }
    /** Counts the looks that get nothing. */
    bool isDown() { return behaviour.downLooks-- > 0; }
    bool isBusy() { return behaviour.busySubmits-- > 0; }

private:
    int m_begun = 0;
    QHash<QString, int> m_looks;
};

class ConversionRoutes
{
public:
    virtual ~ConversionRoutes() = default;
    /** Whether this begins a job. */
    virtual bool begins(const ServedRequest& request) const = 0;
    virtual ServedReply answer(const ServedRequest& request, ConversionJobs& jobs) = 0;
};

std::unique_ptr<ConversionRoutes> datalabRoutes(const QString& markdown);
/** `document`: a DoclingDocument, empty: markdown only. */
std::unique_ptr<ConversionRoutes> doclingRoutes(const QJsonObject& document, const QString& markdown);
/** Of mineru-api 3, or of an earlier one, which answers when it is done. */
std::unique_ptr<ConversionRoutes> mineruRoutes(const QJsonArray& contentList, const QString& markdown,
                                               bool isBefore3 = false);
/** `folder`: the shared one, as the server sees it. */
std::unique_ptr<ConversionRoutes> markerQueueRoutes(const QString& folder, const QString& markdown);
/** Answers at once, with this TEI; an error is a 500 with "[CODE] message". */
std::unique_ptr<ConversionRoutes> grobidRoutes(const QByteArray& tei);

class ConversionServer
{
public:
    explicit ConversionServer(std::unique_ptr<ConversionRoutes> routes);

    QUrl url(const QString& path = {}) const { return m_server.url(path); }
    HttpServer& http() { return m_server; }
    void setBehaviour(const ConversionBehaviour& behaviour);
    /** The requests that began a job. */
    QVector<ServedRequest> submits() const;
    /** Their form's fields, lists joined by ","; a file's is its name. */
    QHash<QByteArray, QByteArray> fields(int submit) const;

private:
    ServedReply answer(const ServedRequest& request);

    const std::unique_ptr<ConversionRoutes> m_routes;
    ConversionJobs m_jobs;
    mutable HttpServer m_server; // last: its thread ends first
};

} // namespace sheaf::testing
