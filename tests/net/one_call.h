// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/http_client.h"

#include <QCoreApplication>
#include <QEventLoop>

/** Sends one request and runs the event loop until its end. */
namespace sheaf::testing {

inline Result<HttpReply> fetch(HttpClient& client, const HttpRequest& request)
{
    QEventLoop loop;
    Result<HttpReply> outcome;
    client.send(request, &loop, [&](Result<HttpReply> result) {
        outcome = std::move(result);
        loop.quit();
    });
    loop.exec();
    return outcome;
}

/** One try, so that a failure shows at once. */
inline HttpRequest onceTo(const QUrl& url)
{
    HttpRequest request;
    request.url = url;
    request.retry.attempts = 1;
    return request;
}

inline QString codeOf(const Result<HttpReply>& result)
{
    return result ? QString() : result.error().code;
}

} // namespace sheaf::testing
