// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/redirect.h"

#include "net/net_failure.h"

#include <QHostAddress>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

int portOf(const QUrl& url)
{
    return url.port(url.scheme() == "https"_L1 ? 443 : 80);
}

bool sameOrigin(const QUrl& a, const QUrl& b)
{
    return a.scheme() == b.scheme() && a.host() == b.host() && portOf(a) == portOf(b);
}

bool isSecret(const HttpHeader& header)
{
    static const QByteArrayList always{"authorization", "proxy-authorization", "cookie"};
    return header.secret || always.contains(header.name.toLower());
}

bool breaksLines(const QByteArray& text)
{
    return text.contains('\r') || text.contains('\n') || text.contains('\0');
}

} // namespace

bool isThisComputer(const QUrl& url)
{
    const QString host = url.host();
    const QHostAddress address(host);
    return host == "localhost"_L1 || host.endsWith(".localhost"_L1) || address.isLoopback() ||
           address.isEqual(QHostAddress(QHostAddress::AnyIPv4), QHostAddress::TolerantConversion) ||
           address == QHostAddress(QHostAddress::AnyIPv6);
}

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

Result<void> checkRequest(const HttpRequest& request)
{
    const auto bad = [&](const QString& why) {
        return std::unexpected(netFailure(request.stage, NetProblem::Url, why + ": "_L1 + redacted(request.url)));
    };
    const QString scheme = request.url.scheme();
    if (!request.url.isValid() || request.url.host().isEmpty())
        return bad(u"not a complete URL"_s);
    if (scheme != "http"_L1 && scheme != "https"_L1)
        return bad(u"scheme"_s);
    for (const HttpHeader& header : request.headers) {
        if (header.name.isEmpty() || breaksLines(header.name) || breaksLines(header.value))
            return bad(u"malformed header"_s);
    }
    return {};
}

Result<HttpRequest> redirected(const HttpRequest& from, int status, const QByteArray& location)
{
    const auto refuse = [&](const QString& why) {
        return std::unexpected(netFailure(from.stage, NetProblem::Redirect, redacted(from.url) + ": "_L1 + why));
    };
    if (location.isEmpty())
        return refuse(u"no Location"_s);
    HttpRequest to = from;
    to.url = from.url.resolved(QUrl::fromEncoded(location.trimmed()));
    if (!to.url.hasFragment())
        to.url.setFragment(from.url.fragment());
    if (!checkRequest(to))
        return refuse(u"the target is no web address"_s);
    if (isThisComputer(to.url) && !isThisComputer(from.url))
        return refuse(u"the target is this computer"_s);
    const bool keepsMethod = status == 307 || status == 308 || from.method == "GET" || from.method == "HEAD";
    if (!keepsMethod) {
        to.method = "GET";
        to.body.clear();
        to.headers.removeIf([](const HttpHeader& h) { return h.name.toLower().startsWith("content-"); });
    }
    if (!sameOrigin(from.url, to.url)) {
        if (!to.body.isEmpty())
            return refuse(u"the body would leave its origin"_s);
        to.headers.removeIf(isSecret);
    }
    return to;
}

} // namespace sheaf
