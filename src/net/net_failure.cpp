// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/net_failure.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

struct Words
{
    QString code;
    QString message;
    bool retryable;
};

Words wordsOf(NetProblem problem)
{
    switch (problem) {
    case NetProblem::Timeout:
        return {u"net.timeout"_s, QCoreApplication::translate("net", "The server did not answer in time."), true};
    case NetProblem::Unreachable:
        return {u"net.unreachable"_s, QCoreApplication::translate("net", "The server cannot be reached."), true};
    case NetProblem::Tls:
        return {u"net.tls"_s, QCoreApplication::translate("net", "No secure connection to the server could be made."),
                false};
    case NetProblem::Dropped:
        return {u"net.dropped"_s,
                QCoreApplication::translate("net", "The server closed the connection before its answer was complete."),
                true};
    case NetProblem::TooLarge:
        return {u"net.too-large"_s, QCoreApplication::translate("net", "The server's answer is larger than allowed."),
                false};
    case NetProblem::Redirect:
        return {u"net.redirect"_s,
                QCoreApplication::translate("net", "The server sends us on to where we must not go, or without end."),
                false};
    case NetProblem::Url:
        return {u"net.url"_s, QCoreApplication::translate("net", "This is no web address that can be fetched."), false};
    case NetProblem::Disk:
        return {u"net.disk"_s, QCoreApplication::translate("net", "The download could not be written to the disk."),
                true};
    case NetProblem::Stopped:
        return {u"stopped"_s, QCoreApplication::translate("net", "Stopped."), true};
    }
    Q_UNREACHABLE();
}

} // namespace

Failure netFailure(Stage stage, NetProblem problem, const QString& detail)
{
    const auto [code, message, retryable] = wordsOf(problem);
    return {stage, code, message, detail, retryable};
}

NetProblem problemOf(QNetworkReply::NetworkError error, bool wasSent)
{
    switch (error) {
    case QNetworkReply::TimeoutError:
    case QNetworkReply::ProxyTimeoutError:
        return NetProblem::Timeout;
    case QNetworkReply::SslHandshakeFailedError:
        return NetProblem::Tls;
    case QNetworkReply::ProtocolUnknownError:
        return NetProblem::Url;
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyNotFoundError:
        return NetProblem::Unreachable;
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ContentReSendError: // the connection closed, and Qt would have sent the body again
        return NetProblem::Dropped;
    default:
        return wasSent ? NetProblem::Dropped : NetProblem::Unreachable;
    }
}

} // namespace sheaf
