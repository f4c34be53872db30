// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/hop.h"

#include "net/net_failure.h"
#include "net/once_body.h"

#include <QNetworkAccessManager>
#include <QSslConfiguration>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

/** What is kept of the page that comes with a redirect or an error. */
constexpr qint64 errorPageBytes = qint64(1) << 20;

bool isSuccess(int status)
{
    return status >= 200 && status < 300;
}

QNetworkRequest wireRequest(const HttpRequest& request)
{
    QNetworkRequest wire(request.url);
    wire.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    wire.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    wire.setRawHeader("User-Agent", userAgent());
    if (!request.downloadTo.isEmpty())
        wire.setRawHeader("Accept-Encoding", "identity"); // so that the announced length can be checked
    for (const HttpHeader& header : request.headers)
        wire.setRawHeader(header.name, header.value);
    if (!request.trusted.isEmpty()) {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.addCaCertificates(QSslCertificate::fromData(request.trusted));
        wire.setSslConfiguration(tls);
    }
    if (!request.resendable)
        wire.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
    return wire;
}

} // namespace

QNetworkAccessManager* makeManager(QObject* parent)
{
    auto* manager = new QNetworkAccessManager(parent);
    manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    return manager;
}

Hop::Hop(QNetworkAccessManager& manager, const HttpRequest& request, std::chrono::milliseconds deadline, Ended ended)
    : m_request(request), m_ended(std::move(ended))
{
    const auto timeOut = [this](const QString& which) {
        end(std::unexpected(
            netFailure(m_request.stage, NetProblem::Timeout, redacted(m_request.url) + ": "_L1 + which)));
    };
    connect(&m_deadline, &QTimer::timeout, this, [timeOut] { timeOut(u"deadline"_s); });
    connect(&m_inactivity, &QTimer::timeout, this, [timeOut] { timeOut(u"inactivity"_s); });
    m_inactivity.setInterval(request.inactivity);
    m_deadline.start(deadline);
    m_inactivity.start();
    send(manager);
}

Hop::~Hop()
{
    if (!m_reply)
        return;
    m_reply->disconnect(this); // abort() reports the end at once
    m_reply->abort();
    m_reply->deleteLater();
}

void Hop::send(QNetworkAccessManager& manager)
{
    const QNetworkRequest wire = wireRequest(m_request);
    if (m_request.resendable && m_request.method == "GET" && m_request.body.isEmpty()) {
        m_reply = manager.get(wire);
    } else if (m_request.resendable && m_request.method == "HEAD") {
        m_reply = manager.head(wire);
    } else if (m_request.resendable) {
        m_reply = manager.sendCustomRequest(wire, m_request.method, m_request.body);
    } else {
        // A connection of its own: one kept from before may be closing, and then nobody knows what was read from it.
        QNetworkAccessManager* fresh = makeManager(this);
        m_reply = fresh->sendCustomRequest(wire, m_request.method, new OnceBody(m_request.body, fresh));
    }
    connect(m_reply, &QNetworkReply::requestSent, this, [this] { m_wasSent = true; });
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &Hop::readHead);
    connect(m_reply, &QNetworkReply::readyRead, this, &Hop::readOn);
    connect(m_reply, &QNetworkReply::uploadProgress, &m_inactivity, qOverload<>(&QTimer::start));
    connect(m_reply, &QNetworkReply::finished, this, &Hop::finished);
}

int Hop::status() const
{
    return m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

void Hop::readHead()
{
    m_inactivity.start();
    if (m_sink || status() < 200)
        return;
    HttpRequest where = m_request;
    if (!isSuccess(status())) {
        where.downloadTo.clear();
        where.maxBytes = std::min(where.maxBytes, errorPageBytes);
    }
    m_sink = std::make_unique<BodySink>(where);
    bool isNumber = false;
    const qint64 length = m_reply->rawHeader("Content-Length").toLongLong(&isNumber);
    if (!isNumber || !isSuccess(status()) || m_request.method == "HEAD" || status() == 204)
        return;
    if (const auto fits = m_sink->expect(length); !fits)
        end(std::unexpected(fits.error()));
}

void Hop::readOn()
{
    m_inactivity.start();
    readHead();
    if (!m_reply || !m_sink)
        return;
    const auto written = m_sink->write(m_reply->readAll());
    if (written)
        return;
    if (isSuccess(status()))
        end(std::unexpected(written.error()));
    else
        end(replySoFar()); // the status is what counts, the rest of the page is not needed
}

void Hop::finished()
{
    readOn();
    if (!m_reply)
        return;
    const auto error = m_reply->error();
    const bool isAnswer = error == QNetworkReply::NoError || status() >= 400;
    if (!m_sink || !isAnswer) {
        const auto problem = error == QNetworkReply::NoError ? NetProblem::Dropped : problemOf(error, m_wasSent);
        return end(std::unexpected(
            netFailure(m_request.stage, problem, redacted(m_request.url) + ": "_L1 + m_reply->errorString())));
    }
    const Result<QByteArray> body = m_sink->finish();
    if (!body)
        return end(std::unexpected(body.error()));
    HttpReply reply = replySoFar();
    reply.body = *body;
    end(reply);
}

HttpReply Hop::replySoFar() const
{
    HttpReply reply;
    reply.status = status();
    reply.url = m_request.url;
    for (const auto& [name, value] : m_reply->rawHeaderPairs())
        reply.headers.append({name, value});
    return reply;
}

void Hop::end(Result<HttpReply> result)
{
    m_deadline.stop();
    m_inactivity.stop();
    m_sink.reset();
    m_reply->disconnect(this);
    m_reply->abort();
    m_reply->deleteLater();
    m_reply = nullptr;
    if (const Ended ended = std::exchange(m_ended, nullptr))
        ended(std::move(result));
}

} // namespace sheaf
