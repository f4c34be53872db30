// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "acquire/robots.h"
#include "core/failure.h"
#include "core/settings.h"
#include "net/http_client.h"

#include <QDeadlineTimer>
#include <QHash>
#include <QUrl>

/**
 * How hosts want to be treated: how many requests at once and how far apart each of them gets, who is left alone for a
 * while, and what robots.txt says about publishers' pages. Engine thread; outlives the requests.
 */
namespace sheaf {

class Courtesy
{
public:
    /** `rest`: how long a host is left alone after rest(). */
    Courtesy(HttpClient& http, const Settings& settings, std::chrono::milliseconds rest);
    ~Courtesy();
    Courtesy(const Courtesy&) = delete;
    Courtesy& operator=(const Courtesy&) = delete;

    void setSettings(const Settings& settings);
    /** The host cannot be reached, is overrun or gives no sensible answer: nobody asks it for a while. */
    void rest(const QUrl& url, const Failure& why);
    /** Why it is to be left alone now: after rest(), or as long as it has asked for; nothing = it may be asked. `name`
     * is what people call it. */
    std::optional<Failure> whyResting(const QUrl& url, const QString& name) const;
    Robots& robots() { return m_robots; }

private:
    struct Rest
    {
        QDeadlineTimer until;
        Failure why;
    };
    HttpClient& m_http;
    Robots m_robots;
    const std::chrono::milliseconds m_rest;
    QHash<QString, Rest> m_resting; ///< by "host:port"
};

/** What a host wants, or what the user sets (acquire.pace) where that is slower. */
HostPolicy politePolicy(const QUrl& url, const Settings& settings);
bool isSameHost(const QUrl& a, const QUrl& b);

} // namespace sheaf
