// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sinks/waiting.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <condition_variable>
#include <mutex>

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace sheaf {

bool pauseUnlessStopped(milliseconds time, std::stop_token stop)
{
    std::mutex mutex;
    std::condition_variable_any never;
    std::unique_lock lock(mutex);
    never.wait_for(lock, stop, time, [] { return false; });
    return !stop.stop_requested();
}

milliseconds pauseBefore(int retry, milliseconds first, const std::optional<HttpReply>& reply)
{
    constexpr milliseconds longestWish = std::chrono::minutes(2);
    const milliseconds own = std::min(first * (1 << std::min(retry, 10)), first * 16);
    const auto wish = reply ? reply->retryAfter() : std::nullopt;
    return wish ? std::max(own, std::min(*wish, longestWish)) : own;
}

Failure stoppedFailure()
{
    return {Stage::Write, u"stopped"_s, QCoreApplication::translate("sinks", "Stopped."), {}, true};
}

QJsonValue jsonOf(const QByteArray& body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (document.isArray())
        return document.array();
    return document.isObject() ? QJsonValue(document.object()) : QJsonValue();
}

} // namespace sheaf
