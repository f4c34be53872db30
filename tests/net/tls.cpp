// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/http_client.h"

#include <QFile>
#include <QProcess>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sheaf;

/** A server with a certificate of its own, trusted on wish and not otherwise. */
class TlsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void aCertificateThatNobodyKnowsIsRefused();
    void aCertificateThatTheUserNamesIsTrustedForThatRequest();

private:
    QByteArray read(const QString& name) const;
    HttpRequest request() const;

    QTemporaryDir m_folder;
    QSslServer m_server;
};

QByteArray TlsTest::read(const QString& name) const
{
    QFile file(m_folder.filePath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

HttpRequest TlsTest::request() const
{
    HttpRequest request;
    request.url = QUrl(u"https://127.0.0.1:%1/"_s.arg(m_server.serverPort()));
    request.retry.attempts = 1;
    return request;
}

void TlsTest::initTestCase()
{
    if (QStandardPaths::findExecutable(u"openssl"_s).isEmpty() || !QSslSocket::supportsSsl())
        QSKIP("there is no OpenSSL here");
    QCOMPARE(QProcess::execute(u"openssl"_s,
                               {u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-days"_s, u"2"_s,
                                u"-subj"_s, u"/CN=own"_s, u"-addext"_s, u"subjectAltName=IP:127.0.0.1"_s, u"-keyout"_s,
                                m_folder.filePath(u"key.pem"_s), u"-out"_s, m_folder.filePath(u"own.pem"_s)}),
             0);
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setPrivateKey(QSslKey(read(u"key.pem"_s), QSsl::Rsa));
    tls.setLocalCertificate(QSslCertificate(read(u"own.pem"_s)));
    m_server.setSslConfiguration(tls);
    QVERIFY(m_server.listen(QHostAddress::LocalHost));
    connect(&m_server, &QSslServer::pendingConnectionAvailable, this, [this] {
        QTcpSocket* socket = m_server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [socket] {
            if (socket->readAll().endsWith("\r\n\r\n"))
                socket->write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi");
        });
    });
}

void TlsTest::aCertificateThatNobodyKnowsIsRefused()
{
    const auto reply = sendAndWait(request(), {});
    QVERIFY(!reply);
    QCOMPARE(reply.error().code, u"net.tls"_s);
}

void TlsTest::aCertificateThatTheUserNamesIsTrustedForThatRequest()
{
    HttpRequest trusting = request();
    trusting.trusted = read(u"own.pem"_s);
    const auto reply = sendAndWait(trusting, {});
    QVERIFY2(reply.has_value(), reply ? "" : qPrintable(reply.error().detail));
    QCOMPARE(reply->body, "hi"_ba);
    QCOMPARE(sendAndWait(request(), {}).error().code, u"net.tls"_s);
}

QTEST_GUILESS_MAIN(TlsTest)
#include "tls.moc"
