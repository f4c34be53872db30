// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QUrl>

/** How many requests at once, and how far apart, each host of a source or a download gets. Engine thread. */
namespace sheaf {

class HttpClient;

class Courtesy
{
public:
    explicit Courtesy(HttpClient& http);
    /** Sets the policy of a host that is met for the first time. */
    void meet(const QUrl& url);

private:
    HttpClient& m_http;
    QSet<QString> m_met;
};

} // namespace sheaf
