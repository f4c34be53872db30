// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "acquire/courtesy.h"

#include "net/http_client.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace sheaf {

namespace {

constexpr HostPolicy thisComputer{.parallel = 6, .interval = 0ms};
constexpr HostPolicy arxiv{.parallel = 1, .interval = 3000ms}; // its terms of use
constexpr HostPolicy unpaywall{.parallel = 4, .interval = 100ms};
constexpr HostPolicy publisher{.parallel = 2, .interval = 500ms};

HostPolicy policyFor(const QUrl& url)
{
    const QString host = url.host().toLower();
    if (isThisComputer(url))
        return thisComputer;
    if (host == "arxiv.org"_L1 || host.endsWith(".arxiv.org"_L1))
        return arxiv;
    if (host == "api.unpaywall.org"_L1)
        return unpaywall;
    return publisher;
}

} // namespace

Courtesy::Courtesy(HttpClient& http) : m_http(http)
{
    // A redirect may lead there before a candidate does.
    for (const QString& host : {u"arxiv.org"_s, u"export.arxiv.org"_s})
        m_http.setHostPolicy(host, arxiv);
}

void Courtesy::meet(const QUrl& url)
{
    const QString host = url.host().toLower();
    if (m_met.contains(host))
        return;
    m_met.insert(host);
    m_http.setHostPolicy(host, policyFor(url));
}

} // namespace sheaf
