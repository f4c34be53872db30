// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/body_sink.h"
#include "net/http_client.h"

#include <QNetworkReply>
#include <QTimer>

class QNetworkAccessManager;

/**
 * One request on the wire, from its sending to the end of its answer: deadline, inactivity, size. Follows no redirect
 * and sends nothing twice, nor does it let Qt do so for a request that must not be. One thread; destroying it aborts.
 */
namespace sheaf {

/** A manager that follows no redirect. */
QNetworkAccessManager* makeManager(QObject* parent);

class Hop : public QObject
{
    Q_OBJECT
public:
    using Ended = std::function<void(Result<HttpReply>)>;
    /** Sends at once. `ended` is called once, later, and may schedule the hop's deletion but not delete it. */
    Hop(QNetworkAccessManager& manager, const HttpRequest& request, std::chrono::milliseconds deadline, Ended ended);
    ~Hop() override;

private:
    void send(QNetworkAccessManager& manager);
    void readHead();
    void readOn();
    void finished();
    void end(Result<HttpReply> result);
    HttpReply replySoFar() const;
    int status() const;

    const HttpRequest m_request;
    Ended m_ended;
    QNetworkReply* m_reply = nullptr;
    std::unique_ptr<BodySink> m_sink; ///< made when the status tells where the body goes
    bool m_wasSent = false;
    QTimer m_deadline, m_inactivity;
};

} // namespace sheaf
