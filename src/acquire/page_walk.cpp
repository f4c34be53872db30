// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "acquire/page_walk.h"

#include "acquire/acquire_failure.h"
#include "acquire/courtesy.h"
#include "net/redirect.h"

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {
constexpr int mostSteps = 10; // a DOI's, a link resolver's, a publisher's own with its cookies
}

PageWalk::PageWalk(HttpClient& http, Courtesy& courtesy, const HttpRequest& request, Road road,
                   std::function<bool(const QUrl&)> mayVisit, Done done, QObject* parent)
    : QObject(parent), m_http(http), m_courtesy(courtesy), m_request(request), m_road(road),
      m_mayVisit(std::move(mayVisit)), m_done(std::move(done))
{
    m_request.maxRedirects = 0;
    QMetaObject::invokeMethod(this, &PageWalk::step, Qt::QueuedConnection);
}

void PageWalk::step()
{
    if (++m_steps > mostSteps)
        return end(std::unexpected(redirectsInACircle(m_request.url.host())));
    // A page may send the browser round once, to see whether it keeps a cookie.
    m_seen.insert(m_request.url);
    if (m_road == Road::Invited)
        return send();
    m_courtesy.robots().ask(m_request.url, this, [this](bool allowed) {
        if (allowed)
            send();
        else
            end(std::unexpected(robotsForbid(m_request.url.host())));
    });
}

void PageWalk::send()
{
    m_http.send(m_request, this, [this](const Result<HttpReply>& reply) { replied(reply); });
}

void PageWalk::replied(const Result<HttpReply>& reply)
{
    if (!reply || !isRedirect(reply->status))
        return end(reply);
    const auto next = redirected(m_request, reply->status, reply->header("Location"));
    if (!next)
        return end(std::unexpected(next.error()));
    if (const auto why = whyNotTo(next->url))
        return end(std::unexpected(*why));
    m_request = *next;
    step();
}

std::optional<Failure> PageWalk::whyNotTo(const QUrl& next) const
{
    if (const auto why = m_courtesy.whyResting(next, next.host()))
        return why;
    if (m_road == Road::Invited)
        return {};
    if (m_seen.contains(next))
        return redirectsInACircle(next.host());
    if (!m_mayVisit(next))
        return triedBefore(next.host());
    return {};
}

void PageWalk::end(const Result<HttpReply>& result)
{
    deleteLater();
    if (const Done done = std::exchange(m_done, nullptr))
        done(m_request.url, result);
}

} // namespace sheaf
