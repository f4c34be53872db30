// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/http_client.h"

#include <QJsonValue>

#include <stop_token>

/** What the sinks' threads do between two requests. */
namespace sheaf {

/** Sleeps, unless stopped; false: stopped. */
bool pauseUnlessStopped(std::chrono::milliseconds time, std::stop_token stop);
/** 0.5 s, 1 s, 2 s, … up to 8 s for the waits number 0, 1, 2, …; never less than the server asked for. */
std::chrono::milliseconds pauseBefore(int retry, std::chrono::milliseconds first,
                                      const std::optional<HttpReply>& reply);
Failure stoppedFailure();
/** A body's JSON in any case, null where it is none. */
QJsonValue jsonOf(const QByteArray& body);

} // namespace sheaf
