// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/http_client.h"

/**
 * What a reply of a model's service means: its error envelopes (both vendors' and Ollama's) and statuses → failures
 * with one sentence, and whether and when to try again. Follows the vendors' published rules: 408, 409, 429 and ≥ 500
 * are tried again, x-should-retry goes before, a wish to wait is obeyed. Pure, any thread.
 */
namespace sheaf {

/** A failure of this room. */
Failure readFailure(const char* code, const QString& message, const QString& detail = {}, bool retryable = false);

/** The failure of a request that may have been answered, and paid, without our hearing of it. */
Failure inDoubtFailure(const QString& detail);

/** The error inside a reply's body. */
struct ServiceError
{
    QString type; ///< "rate_limit_error", "insufficient_quota": the vendor's type or code
    QString message;
    bool isVendors = false; ///< an envelope was there: the service itself answers, not a gateway before it
};
ServiceError serviceError(const QByteArray& body);

struct Verdict
{
    enum Kind
    {
        Fine,
        Again, ///< transient: after `wait`, or after the usual back-off
        Final
    };
    Kind kind = Fine;
    Failure failure; ///< what it is when it stays so
    std::optional<std::chrono::milliseconds> wait;
};
Verdict judge(const HttpReply& reply);

/** The failure of an error that stands in a result of a batch instead of a reply; without `status`, its type says it.
 */
Failure failureFromError(const ServiceError& error, int status = 0);

/** Whether the network's failure left a request unsent for certain. */
bool wasNeverSent(const Failure& failure);
/** Whether a paid request that ended so may have been answered all the same: nobody knows, or the answer is there and
 * cannot be understood. */
bool mayBePaid(const Failure& failure);

} // namespace sheaf
