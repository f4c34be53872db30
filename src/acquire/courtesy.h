// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "acquire/robots.h"
#include "core/settings.h"

#include <QDeadlineTimer>
#include <QHash>
#include <QUrl>

/**
 * How hosts want to be treated: how many requests at once and how far apart each of them gets, who is left alone for a
 * while, and what robots.txt says about publishers' pages. Engine thread; outlives the requests.
 */
namespace sheaf {

class HttpClient;

class Courtesy
{
public:
    Courtesy(HttpClient& http, const Settings& settings);
    ~Courtesy();
    Courtesy(const Courtesy&) = delete;
    Courtesy& operator=(const Courtesy&) = delete;

    void setSettings(const Settings& settings);
    /** The host could not be reached, or is overrun: nobody asks it for a while. */
    void rest(const QUrl& url);
    /** Whether it is to be left alone now: after rest(), or as long as it has asked for. */
    bool isResting(const QUrl& url) const;
    Robots& robots() { return m_robots; }

private:
    HttpClient& m_http;
    Robots m_robots;
    QHash<QString, QDeadlineTimer> m_resting; ///< by "host:port"
};

} // namespace sheaf
