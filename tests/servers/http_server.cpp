// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "servers/http_server.h"

#include "servers/http_connection.h"

#include <QElapsedTimer>
#include <QMutex>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>

#include <atomic>

namespace sheaf::testing {

/** The part that lives on the server's thread. What tests read from outside is guarded by the mutex. */
class HttpServer::Listener : public QObject
{
public:
    explicit Listener(LaterHandler handler) : m_handler(std::move(handler)) { m_clock.start(); }

    void listen()
    {
        m_server = new QTcpServer(this);
        connect(m_server, &QTcpServer::newConnection, this, &Listener::accept);
        if (!m_server->listen(QHostAddress::LocalHost, m_port))
            qFatal("The fake service cannot listen: %ls", qUtf16Printable(m_server->errorString()));
        m_port = m_server->serverPort();
    }

    void close()
    {
        delete m_server; // and with it the sockets, which close
        m_server = nullptr;
    }

    void release(bool stayOpen)
    {
        m_open = stayOpen;
        for (const QPointer<HttpConnection>& connection : std::as_const(m_connections)) {
            if (connection)
                connection->release(stayOpen);
        }
    }

    quint16 port() const { return m_port; }

    QMutex mutex;
    QVector<ServedRequest> requests;
    std::atomic_int connections = 0, mostAtOnce = 0, pending = 0;

private:
    void accept()
    {
        while (QTcpSocket* socket = m_server->nextPendingConnection()) {
            const int number = ++connections;
            auto* connection = new HttpConnection(socket, m_open);
            m_connections.removeIf([](const auto& gone) { return gone.isNull(); });
            m_connections.append(connection);
            connect(connection, &HttpConnection::received, this, [this, connection, number](ServedRequest request) {
                serve(connection, number, std::move(request));
            });
            connect(connection, &HttpConnection::answered, this, [this] { --pending; });
        }
    }

    void serve(HttpConnection* connection, int number, ServedRequest request)
    {
        request.connection = number;
        request.at = m_clock.elapsed();
        {
            const QMutexLocker lock(&mutex);
            request.number = int(requests.size()) + 1;
            requests.append(request);
        }
        mostAtOnce = std::max(mostAtOnce.load(), ++pending);
        m_handler(request, [this, place = QPointer(connection)](ServedReply reply) {
            QMetaObject::invokeMethod(this, [place, reply = std::move(reply)] {
                if (place)
                    place->answer(reply);
            });
        });
    }

    LaterHandler m_handler;
    QElapsedTimer m_clock;
    QTcpServer* m_server = nullptr;
    std::atomic<quint16> m_port = 0;
    QVector<QPointer<HttpConnection>> m_connections;
    bool m_open = false;
};

HttpServer::HttpServer(Handler handler)
    : HttpServer(LaterHandler([handler = std::move(handler)](const ServedRequest& request, const Respond& respond) {
          respond(handler(request));
      }))
{}

HttpServer::HttpServer(LaterHandler handler) : m_listener(std::make_unique<Listener>(std::move(handler)))
{
    m_listener->moveToThread(&m_thread);
    m_thread.start();
    call([this] { m_listener->listen(); });
}

HttpServer::~HttpServer()
{
    call([this] { m_listener->close(); });
    m_thread.quit();
    m_thread.wait();
}

quint16 HttpServer::port() const
{
    return m_listener->port();
}

QUrl HttpServer::url(const QString& path, const QString& host) const
{
    return QUrl(QStringLiteral("http://%1:%2").arg(host).arg(port()) + path);
}

QVector<ServedRequest> HttpServer::requests() const
{
    const QMutexLocker lock(&m_listener->mutex);
    return m_listener->requests;
}

QVector<ServedRequest> HttpServer::requests(QStringView pathPrefix) const
{
    QVector<ServedRequest> some = requests();
    some.removeIf([&](const ServedRequest& request) { return !request.path.startsWith(pathPrefix); });
    return some;
}

int HttpServer::connections() const
{
    return m_listener->connections;
}

int HttpServer::mostAtOnce() const
{
    return m_listener->mostAtOnce;
}

int HttpServer::answersPending() const
{
    return m_listener->pending;
}

void HttpServer::forgetRequests()
{
    const QMutexLocker lock(&m_listener->mutex);
    m_listener->requests.clear();
    m_listener->mostAtOnce = 0;
}

void HttpServer::release(bool stayOpen)
{
    call([&] { m_listener->release(stayOpen); });
}

void HttpServer::goDown()
{
    call([this] { m_listener->close(); });
}

void HttpServer::comeBack()
{
    call([this] { m_listener->listen(); });
}

void HttpServer::call(const std::function<void()>& work)
{
    QMetaObject::invokeMethod(m_listener.get(), work, Qt::BlockingQueuedConnection);
}

} // namespace sheaf::testing
