// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "servers/http_connection.h"

namespace sheaf::testing {

using Manner = ServedReply::Manner;

HttpConnection::HttpConnection(QTcpSocket* socket, bool open) : QObject(socket), m_socket(socket), m_open(open)
{
    m_pace.setSingleShot(true);
    m_pace.setTimerType(Qt::PreciseTimer);
    connect(m_socket, &QTcpSocket::readyRead, this, &HttpConnection::readOn);
    connect(m_socket, &QTcpSocket::disconnected, m_socket, &QObject::deleteLater);
}

HttpConnection::~HttpConnection()
{
    if (m_busy)
        Q_EMIT answered();
}

void HttpConnection::readOn()
{
    m_parser.feed(m_socket->readAll());
    if (m_busy)
        return;
    if (auto request = m_parser.next()) {
        m_busy = true;
        m_isHead = request->method == "HEAD";
        Q_EMIT received(std::move(*request));
    } else if (m_parser.isBroken()) {
        m_socket->abort();
    }
}

void HttpConnection::answer(const ServedReply& reply)
{
    m_reply = reply;
    m_pace.disconnect(this);
    connect(&m_pace, &QTimer::timeout, this, &HttpConnection::begin);
    m_pace.start(reply.delay);
}

void HttpConnection::release(bool open)
{
    m_open = open;
    if (std::exchange(m_held, false))
        begin();
}

void HttpConnection::begin()
{
    if (m_socket->state() != QAbstractSocket::ConnectedState)
        return; // the destructor reports the end
    if (m_reply.held && !m_open) {
        m_reply.held = false;
        m_held = true;
        return;
    }
    if (m_reply.manner == Manner::NeverAnswer)
        return;
    if (m_reply.manner == Manner::DropBeforeHeaders)
        return end(true);
    m_socket->write(headers());
    if (m_reply.manner == Manner::DropAfterHeaders)
        return end(true);
    if (m_isHead)
        return end(m_reply.closes);
    m_written = 0;
    m_pace.disconnect(this);
    connect(&m_pace, &QTimer::timeout, this, &HttpConnection::writePiece);
    writePiece();
}

void HttpConnection::writePiece()
{
    if (m_socket->state() != QAbstractSocket::ConnectedState)
        return;
    const bool cut = m_reply.manner == Manner::DropMidBody;
    const qsizetype last = cut ? m_reply.body.size() / 2 : m_reply.body.size();
    const qsizetype left = last - m_written;
    const QByteArray piece =
        m_reply.body.mid(m_written, m_reply.dripBytes > 0 ? qMin<qsizetype>(m_reply.dripBytes, left) : left);
    if (m_reply.chunked && !piece.isEmpty())
        m_socket->write(QByteArray::number(piece.size(), 16) + "\r\n" + piece + "\r\n");
    else
        m_socket->write(piece);
    m_written += piece.size();
    if (m_written < last)
        return m_pace.start(m_reply.dripPace);
    if (m_reply.chunked && !cut)
        m_socket->write("0\r\n\r\n");
    end(cut || m_reply.closes || (m_reply.claimedLength >= 0 && m_reply.claimedLength != m_reply.body.size()));
}

void HttpConnection::end(bool close)
{
    m_busy = false;
    Q_EMIT answered();
    if (close)
        m_socket->disconnectFromHost(); // what was written goes out first
    else
        readOn();
}

QByteArray HttpConnection::headers() const
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(m_reply.status) + " Status\r\n";
    if (!m_reply.contentType.isEmpty())
        head += "Content-Type: " + m_reply.contentType + "\r\n";
    if (m_reply.chunked)
        head += "Transfer-Encoding: chunked\r\n";
    else if (m_reply.status != 204 && m_reply.status != 304)
        head += "Content-Length: " +
                QByteArray::number(m_reply.claimedLength >= 0 ? m_reply.claimedLength : m_reply.body.size()) + "\r\n";
    if (m_reply.closes)
        head += "Connection: close\r\n";
    for (const auto& [name, value] : m_reply.headers)
        head += name + ": " + value + "\r\n";
    return head + "\r\n";
}

} // namespace sheaf::testing
