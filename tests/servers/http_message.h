// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPair>
#include <QString>
#include <QUrl>
#include <QUrlQuery>
#include <QVector>

#include <chrono>
#include <optional>

/** What a fake service receives and answers, as values, and the parser of the one. Any thread. */
namespace sheaf::testing {

using Headers = QVector<QPair<QByteArray, QByteArray>>;

/** A request as it stood on the wire; chunked bodies are joined. */
struct ServedRequest
{
    int number = 0;     ///< from 1, in the order in which requests were complete
    int connection = 0; ///< from 1, in the order in which connections were accepted
    qint64 at = 0;      ///< milliseconds since the server started, when the request was complete
    QByteArray method;
    QByteArray target; ///< as sent: "/v2/10.1000%2Fxyz?email=a%40b.org"
    QString path;      ///< without the query, decoded: "/v2/10.1000/xyz"
    QUrlQuery query;   ///< query.queryItemValue(u"email"_s, QUrl::FullyDecoded)
    Headers headers;
    QByteArray body;

    QByteArray header(QByteArrayView name) const; ///< case-insensitive, empty when absent
    bool hasHeader(QByteArrayView name) const;
    QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
};

/** One part of a multipart/form-data body. */
struct ServedPart
{
    QByteArray name;
    QByteArray fileName; ///< empty = a plain field
    QByteArray contentType;
    QByteArray data;
};
/** The parts of a multipart/form-data request; empty when it is none or is malformed. */
QVector<ServedPart> multipartParts(const ServedRequest& request);

/** An answer, and how badly it is given. The default is a complete, prompt, honest one that keeps the connection. */
struct ServedReply
{
    enum class Manner
    {
        Complete,
        NeverAnswer,       ///< the connection stays open and silent
        DropBeforeHeaders, ///< closed after the request was read, without a byte
        DropAfterHeaders,
        DropMidBody, ///< closed after half of the body
    };

    int status = 200;
    Headers headers{}; ///< beside Content-Type, Content-Length or Transfer-Encoding, Connection
    QByteArray body{};
    QByteArray contentType = "application/json"; ///< empty = none is sent
    Manner manner = Manner::Complete;
    std::chrono::milliseconds delay{0};    ///< before the first byte
    bool held = false;                     ///< waits, after the delay, for HttpServer::release()
    qint64 claimedLength = -1;             ///< what Content-Length says; -1 = the truth
    bool chunked = false;                  ///< Transfer-Encoding: chunked instead of a length
    int dripBytes = 0;                     ///< > 0: the body comes in pieces of so many bytes …
    std::chrono::milliseconds dripPace{0}; ///< … with this pause between them
    bool closes = false;                   ///< Connection: close

    static ServedReply json(const QJsonObject& object, int status = 200);
    static ServedReply text(const QByteArray& body, const QByteArray& contentType = "text/plain", int status = 200);
    static ServedReply redirect(const QUrl& to, int status = 302);
};

/** Cuts a connection's bytes into requests. */
class RequestParser
{
public:
    void feed(const QByteArray& bytes) { m_buffer += bytes; }
    /** The next complete request, if it is there. */
    std::optional<ServedRequest> next();
    /** The bytes are no HTTP: close the connection. */
    bool isBroken() const { return m_broken; }

private:
    std::optional<QByteArray> takeBody(const ServedRequest& head, qsizetype begin, qsizetype& end);
    std::optional<QByteArray> takeChunks(qsizetype begin, qsizetype& end);

    QByteArray m_buffer;
    bool m_broken = false;
};

} // namespace sheaf::testing
