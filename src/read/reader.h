// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/column.h"
#include "core/failure.h"
#include "core/paper.h"
#include "core/record.h"
#include "core/secrets.h"
#include "core/settings.h"

#include <QJsonObject>
#include <QObject>
#include <QUrl>
#include <QVector>

#include <memory>

/**
 * Reader: papers' markdown and questions → one outcome each. Kinds: offline, openai, anthropic. Lives on the engine
 * thread, signal-driven.
 *
 * What was sent and may have been paid must be found again after any kill. The caller journals a call (id, mode,
 * request ids) and waits until that is on disk before start(); it journals the remote id on submitted(), and each
 * outcome before use. After a restart it calls recover() for every call that has no end in the journal; only what
 * recover() reports as "read.not-sent" may be sent again. A single paid request goes through a courier (program
 * sheaf-courier), a process of its own that survives the program's death and leaves the reply in the spool folder; a
 * batch is found on the server by its id, else by its requests' custom ids.
 *
 * Failures of one request: read.schema, read.too-long, read.refused, read.truncated, read.not-sent, read.in-doubt
 * (sent, answer lost: perhaps paid), read.missing, read.expired, read.canceled, read.errored (by the service, in a
 * batch), read.reply, http.*, net.*, stopped. Failures that hit everybody (isStageWide()): read.key, read.credit,
 * read.cap, read.service, read.model, http.429 without end.
 */
namespace sheaf {

class HttpClient;

struct PageMark
{
    int offset = 0; ///< into the markdown
    int page = 0;
};

struct ReadRequest
{
    QString id; ///< the custom id: [A-Za-z0-9_-]{1,64}, unique in the file, also over restarts
    Paper paper;
    QString markdown;
    QVector<PageMark> pageMarks;
    bool abstractOnly = false;  ///< all there is of the paper: the reader is told
    QVector<int> doubtfulPages; ///< pages whose conversion is flagged: the reader is told
    QVector<Column> columns;
    QString answerLanguage; ///< BCP 47, empty = English
};

struct ReadUsage
{
    qint64 inputTokens = 0; ///< all input, cached included
    qint64 cachedTokens = 0;
    qint64 cacheWriteTokens = 0;
    qint64 outputTokens = 0;
    double costUsd = 0;

    bool operator==(const ReadUsage&) const = default;
};

struct ReadOutcome
{
    QString requestId;
    Result<Record> record; ///< quotes unchecked; cells in the columns' order
    ReadUsage usage;       ///< also of a failed request that was paid; one in doubt counts as paid, at its upper bound
    QString model;
    QString promptHash;
    QString warning; ///< a repair that was needed, for the log
};

struct ReaderTraits
{
    QString kind; ///< "offline", "openai", "anthropic"
    QString model;
    QString host; ///< where the papers' text goes, empty = stays on this computer
    bool batches = false;
    bool free = false;  ///< costs nothing
    int batchLimit = 1; ///< requests in one call
};

enum class ReadMode
{
    Single,
    Batch
};

/** One call to a reader: one paper, or a batch. Owned by the caller; deleting it abandons it (an unfinished batch stays
 * recoverable). */
class ReadCall : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    /** Asks for an early end; outcomes that exist are still delivered, the rest end "stopped". */
    virtual void cancel() = 0;

Q_SIGNALS:
    /** The server has taken the call; `remoteId` finds it again ("" where there is none). */
    void submitted(const QString& remoteId);
    /** Requests done of all, -1 = unknown. */
    void progressed(int done, int total);
    /** A batch cannot be looked at just now; the call goes on trying, for what was sent is paid. For the user. */
    void waiting(const sheaf::Failure& why);
    /** Once, last: exactly one outcome per request, any order. `stageWide` is set when the failure would hit every
     * paper. */
    void finished(const QVector<sheaf::ReadOutcome>& outcomes, const std::optional<sheaf::Failure>& stageWide);
};

/** An upper bound of what a request may cost, from counted tokens and the price table; 0 for free readers. */
struct ReadEstimate
{
    qint64 inputTokens = 0;
    qint64 outputTokensLow = 0, outputTokensHigh = 0;
    double usdLow = 0, usdHigh = 0;
};

class Reader : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    virtual ReaderTraits traits() const = 0;
    virtual ReadEstimate estimate(const ReadRequest& request, ReadMode mode) const = 0;
    /** `callId` is journalled already and names spool files. Emits nothing before control returns to the event loop. */
    virtual ReadCall* start(const QString& callId, const QVector<ReadRequest>& requests, ReadMode mode) = 0;
    /** Finds a call of an earlier start of the program; remoteId may be empty (killed before it was known). */
    virtual ReadCall* recover(const QString& callId, const QString& remoteId, const QVector<ReadRequest>& requests,
                              ReadMode mode) = 0;
    /** The call's end is on disk: what was kept to find it again is deleted. */
    virtual void forget(const QString& callId) = 0;
    /** "Test connection": one sentence of what is there, or the failure. */
    virtual void test(QObject* context, std::function<void(Result<QString>)> done) = 0;
};

struct ReaderSetup
{
    Settings settings;
    SecretSource secrets;
    QString spoolFolder; ///< beside the project file; for the courier's replies
};

/** The registry: "read.kind". A new vendor is one file and one line. */
Result<std::unique_ptr<Reader>> makeReader(const ReaderSetup& setup, HttpClient& http);
QStringList readerKinds();

bool isStageWide(const Failure& failure);

/** Whether the reader that is chosen so puts several papers into a batch where that saves money. */
bool wantsBatches(const Settings& settings);

/** What a request asks, hashed: names the prompt in results. Same columns and prompt text → same hash. */
QString promptHash(const QVector<Column>& columns, const QString& answerLanguage);

} // namespace sheaf
