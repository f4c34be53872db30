// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/http_client.h"
#include "net/net_failure.h"

#include <QEventLoop>

namespace sheaf {

Result<HttpReply> sendAndWait(const HttpRequest& request, std::stop_token stop)
{
    if (stop.stop_requested())
        return std::unexpected(netFailure(request.stage, NetProblem::Stopped, {}));
    HttpClient client;
    QEventLoop loop;
    Result<HttpReply> outcome;
    const quint64 id = client.send(request, &loop, [&](Result<HttpReply> result) {
        outcome = std::move(result);
        loop.quit();
    });
    // Runs on the thread that stops; the client is only touched on this one.
    const std::stop_callback onStop(stop, [&] {
        QMetaObject::invokeMethod(
            &client, [&client, id] { client.cancel(id); }, Qt::QueuedConnection);
    });
    loop.exec();
    return outcome;
}

} // namespace sheaf
