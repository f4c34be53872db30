// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>

/**
 * The events of a streamed chat completion (server-sent events: "data: {…}" lines, the last one "[DONE]"), joined into
 * the object that the same request brings when it is not streamed. Pure, any thread; the text is hostile.
 */
namespace sheaf {

/** {"error": …} where an event reports one; without "choices" where the stream ended before the answer did. */
QJsonObject joinedCompletion(const QByteArray& events);

} // namespace sheaf
