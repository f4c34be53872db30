// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "acquire/robots.h"

#include "net/http_client.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace sheaf {

namespace {

constexpr qsizetype longestFile = 500 << 10; // more need not be read, says the RFC
constexpr qsizetype mostRules = 5000;
constexpr QByteArrayView ourName("sheaf");

/** `*` stands for any bytes, `$` at the end for the end. Linear: the last star is the only one gone back to. */
bool matches(const QByteArray& pattern, const QByteArray& path)
{
    const bool toTheEnd = pattern.endsWith('$');
    const qsizetype length = pattern.size() - (toTheEnd ? 1 : 0);
    qsizetype p = 0, s = 0, star = -1, mark = 0;
    while (s < path.size()) {
        if (p == length && !toTheEnd)
            return true;
        if (p < length && pattern[p] == '*') {
            star = p++;
            mark = s;
        } else if (p < length && pattern[p] == path[s]) {
            ++p;
            ++s;
        } else if (star >= 0) {
            p = star + 1;
            s = ++mark;
        } else {
            return false;
        }
    }
    while (p < length && pattern[p] == '*')
        ++p;
    return p == length;
}

QByteArray pathOf(const QUrl& url)
{
    const QByteArray path = url.path(QUrl::FullyEncoded).toLatin1();
    const QByteArray query = url.query(QUrl::FullyEncoded).toLatin1();
    return (path.isEmpty() ? "/"_ba : path) + (query.isEmpty() ? QByteArray() : '?' + query);
}

} // namespace

RobotsRules::RobotsRules(const QByteArray& text, QByteArrayView product)
{
    QVector<Rule> ours, everybodys;
    bool isOurs = false, isEverybodys = false, inHead = false, hasOurs = false;
    for (QByteArray line : text.left(longestFile).replace('\r', '\n').split('\n')) {
        line = line.left(line.indexOf('#') < 0 ? line.size() : line.indexOf('#'));
        const qsizetype colon = line.indexOf(':');
        const QByteArray key = line.left(std::max<qsizetype>(colon, 0)).trimmed().toLower();
        const QByteArray value = line.mid(colon + 1).trimmed();
        if (key == "user-agent") {
            if (!std::exchange(inHead, true))
                isOurs = isEverybodys = false;
            const QByteArray agent = value.toLower();
            isOurs = isOurs || agent == product;
            hasOurs = hasOurs || isOurs;
            isEverybodys = isEverybodys || agent == "*";
        } else if (key == "allow" || key == "disallow") {
            inHead = false;
            if (value.isEmpty() || ours.size() + everybodys.size() > mostRules)
                continue;
            if (isOurs)
                ours.append({value, key == "allow"});
            if (isEverybodys)
                everybodys.append({value, key == "allow"});
        }
    }
    m_rules = hasOurs ? ours : everybodys;
}

RobotsRules RobotsRules::forbiddingAll()
{
    return {"User-agent: *\nDisallow: /"_ba, "*"};
}

bool RobotsRules::allow(const QUrl& url) const
{
    const QByteArray path = pathOf(url);
    const Rule* best = nullptr;
    for (const Rule& rule : m_rules) {
        if (!matches(rule.path, path))
            continue;
        if (!best || rule.path.size() > best->path.size() || (rule.path.size() == best->path.size() && rule.allow))
            best = &rule;
    }
    return !best || best->allow;
}

Robots::Robots(HttpClient& http) : m_http(http) {}

Robots::~Robots() = default;

void Robots::ask(const QUrl& url, QObject* context, std::function<void(bool)> done)
{
    const QString origin = url.adjusted(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment).toString();
    Host& host = m_hosts[origin];
    const Waiting waiting{url, context, std::move(done)};
    if (host.rules)
        return answer(*host.rules, waiting);
    host.waiting.append(waiting);
    if (host.waiting.size() > 1)
        return;
    HttpRequest request;
    request.url = QUrl(origin + "/robots.txt"_L1);
    request.maxBytes = longestFile;
    request.deadline = 15s;
    request.retry.attempts = 2;
    m_http.send(request, &m_context, [this, origin](const Result<HttpReply>& reply) {
        if (!reply)
            leaveOpen(origin);
        else if (reply->status >= 500)
            know(origin, RobotsRules::forbiddingAll());
        else
            know(origin, reply->ok() ? RobotsRules(reply->body, ourName) : RobotsRules());
    });
}

void Robots::know(const QString& origin, const RobotsRules& rules)
{
    Host& host = m_hosts[origin];
    host.rules = rules;
    for (const Waiting& waiting : std::exchange(host.waiting, {}))
        answer(rules, waiting);
}

/** Nobody is there, and so will the page not be; whoever comes next asks again. */
void Robots::leaveOpen(const QString& origin)
{
    const Host host = m_hosts.take(origin);
    for (const Waiting& waiting : host.waiting)
        answer(RobotsRules(), waiting);
}

void Robots::answer(const RobotsRules& rules, const Waiting& waiting)
{
    if (!waiting.context)
        return;
    QMetaObject::invokeMethod(
        waiting.context, [allowed = rules.allow(waiting.url), done = waiting.done] { done(allowed); },
        Qt::QueuedConnection);
}

} // namespace sheaf
