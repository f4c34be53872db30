// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/http_client.h"
#include "read/prompts/prompt.h"

#include <functional>

/**
 * What differs between vendors: how a prompt becomes a request, and what their reply means. Lives on the engine thread.
 * Everything else (order of steps, retries, repairs, spool) is common: SingleCall.
 */
namespace sheaf {

struct ChatAnswer
{
    enum class Stop
    {
        Complete,
        Truncated, ///< the limit on its length was reached
        Refused,
        WindowExceeded
    };
    QString text;
    Stop stop = Stop::Complete;
    QString stopWord; ///< the vendor's own word, for the log
    ReadUsage usage;  ///< tokens; the cost is the caller's
    QString model;
};

struct ServiceFacts
{
    QString model;
    qint64 contextTokens = 0;
};

class ChatService
{
public:
    virtual ~ChatService() = default;
    /** Learns what it must know of the server before the first request; `done` is called later, once. */
    virtual void prepare(QObject* context, std::function<void(Result<ServiceFacts>)> done) = 0;
    /** Counts the tokens of a text where the server can; `done` gets -1 where it cannot. */
    virtual void countTokens(const QString& text, QObject* context, std::function<void(qint64)> done) = 0;
    virtual HttpRequest request(const Prompt& prompt) const = 0;
    /** The body of a reply with a status below 400. */
    virtual Result<ChatAnswer> answer(const QByteArray& body) const = 0;
    /** Whether the request should be made anew in another form after this refusal (a server that lacks a feature). */
    virtual bool adapts(const Failure& refusal) = 0;
};

} // namespace sheaf
