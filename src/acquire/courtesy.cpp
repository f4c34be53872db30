// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "acquire/courtesy.h"

#include "acquire/acquire_failure.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace sheaf {

namespace {

constexpr HostPolicy thisComputer{.parallel = 6, .interval = 0ms};
constexpr HostPolicy publisher{.parallel = 2, .interval = 500ms};

struct KnownHost
{
    QLatin1StringView name; ///< its subdomains, too
    HostPolicy policy;
};

/** What services ask for in their terms, or less. */
constexpr std::array knownHosts{
    KnownHost{"arxiv.org"_L1, {1, 3000ms}},       KnownHost{"api.unpaywall.org"_L1, {4, 100ms}},
    KnownHost{"api.openalex.org"_L1, {4, 100ms}}, KnownHost{"ebi.ac.uk"_L1, {2, 200ms}},
    KnownHost{"europepmc.org"_L1, {2, 500ms}},    KnownHost{"api.semanticscholar.org"_L1, {1, 1000ms}},
    KnownHost{"core.ac.uk"_L1, {1, 2000ms}},      KnownHost{"biorxiv.org"_L1, {1, 1000ms}},
    KnownHost{"medrxiv.org"_L1, {1, 1000ms}},     KnownHost{"doi.org"_L1, {2, 200ms}},
};

/** "host" or "host:port" → the seconds that the user set. */
using Paces = QHash<QString, std::chrono::milliseconds>;

Paces pacesIn(const QString& setting)
{
    static const QRegularExpression pattern(uR"(([^\s,;=]+)\s*=\s*(\d+(?:\.\d+)?))"_s);
    Paces paces;
    for (auto it = pattern.globalMatch(setting); it.hasNext();) {
        const auto match = it.next();
        paces.insert(match.captured(1).toLower(),
                     std::chrono::milliseconds(qint64(match.captured(2).toDouble() * 1000)));
    }
    return paces;
}

QString hostAndPort(const QUrl& url)
{
    return url.host().toLower() + u':' + QString::number(url.port(url.scheme() == "https"_L1 ? 443 : 80));
}

HostPolicy policyOf(const QUrl& url, const Paces& paces)
{
    const QString host = url.host().toLower();
    HostPolicy policy = isThisComputer(url) ? thisComputer : publisher;
    for (const KnownHost& known : knownHosts) {
        if (host == known.name || host.endsWith(u'.' + known.name))
            policy = known.policy;
    }
    const auto pace = paces.value(hostAndPort(url), paces.value(host, 0ms));
    policy.interval = std::max(policy.interval, pace);
    return policy;
}

} // namespace

Courtesy::Courtesy(HttpClient& http, const Settings& settings, std::chrono::milliseconds rest)
    : m_http(http), m_robots(http), m_rest(rest)
{
    setSettings(settings);
}

Courtesy::~Courtesy()
{
    m_http.setPolicyRule({});
}

void Courtesy::setSettings(const Settings& settings)
{
    m_http.setPolicyRule(
        [paces = pacesIn(settings.text(u"acquire.pace"_s))](const QUrl& url) { return policyOf(url, paces); });
    m_resting.clear();
}

void Courtesy::rest(const QUrl& url, const Failure& why)
{
    m_resting.insert(hostAndPort(url), {QDeadlineTimer(m_rest), why});
}

std::optional<Failure> Courtesy::whyResting(const QUrl& url, const QString& name) const
{
    const auto found = m_resting.constFind(hostAndPort(url));
    const bool rests = found != m_resting.cend() && !found->until.hasExpired();
    if (rests && !found->why.retryable)
        return found->why; // a refused key: waiting does not help
    return rests || m_http.askedToWait(url) > 0ms ? std::optional(hostRests(name)) : std::nullopt;
}

HostPolicy politePolicy(const QUrl& url, const Settings& settings)
{
    return policyOf(url, pacesIn(settings.text(u"acquire.pace"_s)));
}

bool isSameHost(const QUrl& a, const QUrl& b)
{
    return hostAndPort(a) == hostAndPort(b);
}

} // namespace sheaf
