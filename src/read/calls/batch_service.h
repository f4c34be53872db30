// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "read/calls/chat_service.h"

#include <QDateTime>

/**
 * What differs between vendors' batches: how papers become one, and what the server says of it. Everything else (order
 * of steps, search after a kill, patience, repairs) is common: BatchCall, BatchSearch. Engine thread.
 */
namespace sheaf {

/** A batch as the server describes it. */
struct BatchState
{
    QString id;     ///< empty: the server's words make no sense
    QString callId; ///< the call that made it, where the server keeps that; empty = it does not tell
    int requests = 0;
    int done = -1; ///< of them; -1 = it does not tell
    bool ended = false;
    std::optional<Failure> refusal; ///< it was refused as a whole: nothing of it was done or is paid
    QDateTime createdAt, expiresAt; ///< invalid = it does not tell
    QVector<HttpRequest> results;   ///< of an ended one: they lie there, one after the other
    QVector<HttpRequest> remains;   ///< of an ended one: what deletes the papers that lie there for it
};

struct BatchPage
{
    QVector<BatchState> batches; ///< newest first
    QString next;                ///< for list(); empty = there are no more
};

class BatchService
{
public:
    virtual ~BatchService() = default;
    /** One request of a batch, in one line. */
    virtual QByteArray entry(const QString& customId, const Prompt& prompt) const = 0;
    /** Goes first where a batch is made from a file; create() gets the id in its reply. Costs nothing. */
    virtual std::optional<HttpRequest> upload(const QString& callId, const QByteArrayList& entries) const = 0;
    virtual HttpRequest create(const QString& callId, const QByteArrayList& entries, const QString& fileId) const = 0;
    virtual HttpRequest look(const QString& id) const = 0;
    virtual HttpRequest cancel(const QString& id) const = 0;
    virtual HttpRequest list(const QString& next) const = 0;

    virtual BatchState state(const QJsonObject& batch) const = 0;
    virtual BatchPage page(const QJsonObject& reply) const = 0;
    /** What a line of the results says; read.canceled, read.expired and read.errored where it is no answer. */
    virtual Result<ChatAnswer> answerOf(const QJsonObject& line) const = 0;
};

/** Its time was over an hour ago, by the server's clock: it will hardly end by itself. */
bool isOverdue(const BatchState& batch, const QDateTime& serverTime);

Failure batchExpired(const QString& detail = {});
Failure batchCanceled();
/** No line, or none that makes sense: the answer may have been made and paid. */
Failure batchMissing();

/** What the server says of its batches makes no sense just now. */
Failure batchUnclear(const QByteArray& reply);

/** A batch's path under its service's root. */
QString batchPath(const QString& root, const QString& id, const QString& rest = {});
/** Results are large and may come slowly. */
HttpRequest forResults(HttpRequest request);

} // namespace sheaf
