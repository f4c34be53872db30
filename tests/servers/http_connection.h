// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "servers/http_message.h"

#include <QTcpSocket>
#include <QTimer>

/** One connection of an HttpServer: one request after the other, each answered as its ServedReply says. Lives on the
 * server's thread, as a child of its socket. */
namespace sheaf::testing {

class HttpConnection : public QObject
{
    Q_OBJECT
public:
    HttpConnection(QTcpSocket* socket, bool open);
    ~HttpConnection() override;

    /** Answers the request that was received last. */
    void answer(const ServedReply& reply);
    /** Sends the answer that is held; later ones are not held if `open`. */
    void release(bool open);

Q_SIGNALS:
    void received(sheaf::testing::ServedRequest request);
    /** The answer was written to its end, was cut on purpose, or nobody is there to read it. */
    void answered();

private:
    void readOn();
    void begin();
    void writePiece();
    void end(bool close);
    QByteArray headers() const;

    QTcpSocket* m_socket;
    RequestParser m_parser;
    ServedReply m_reply;
    QTimer m_pace;
    qsizetype m_written = 0;
    bool m_busy = false;   ///< a request was received and its answer is not out
    bool m_isHead = false; ///< that request asks for no body
    bool m_held = false;
    bool m_open;
};

} // namespace sheaf::testing
