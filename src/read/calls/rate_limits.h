// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/http_client.h"

#include <QDateTime>
#include <QHash>

/**
 * What a service lets through, learned from its replies, so that requests wait before they are refused: Anthropic's
 * anthropic-ratelimit-*, OpenAI's x-ratelimit-*, for requests and for tokens. Between two replies a limit is taken to
 * fill up evenly, until the moment of which the service says that it is full. Shared by the deliveries of one reader;
 * engine thread. Times are milliseconds since 1970.
 */
namespace sheaf {

class RateLimits
{
public:
    void learn(const HttpReply& reply, qint64 now);
    /** How long a request with so many tokens of input should wait. */
    std::chrono::milliseconds waitFor(qint64 tokens, qint64 now) const;
    /** A request goes out: it counts until a reply says what is left. */
    void spend(qint64 tokens);

private:
    struct Limit
    {
        double most = 0;
        double left = 0; ///< at `at`
        qint64 at = 0;
        qint64 fullAt = 0;
    };
    QHash<QString, Limit> m_limits; ///< by what they limit: "requests", "tokens", "input-tokens", "output-tokens"
};

/** The moment at which a reply was made, by the server's clock where it tells, else by ours. */
QDateTime serverTime(const HttpReply& reply);

} // namespace sheaf
