// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/column.h"
#include "core/failure.h"
#include "core/paper.h"
#include "core/paper_state.h"
#include "core/question.h"
#include "core/record.h"
#include "core/settings.h"
#include "core/text_basis.h"

#include <QDateTime>
#include <QHash>
#include <QObject>
#include <QSet>

#include <functional>
#include <memory>

/**
 * The .sheaf file: SQLite in WAL mode. One writer connection on a thread of its own groups what was posted into
 * transactions; readers have a connection each. Killed at any moment, the file holds everything up to the last
 * afterCommit(). Failures: store.newer (made by a newer version), store.not-sheaf, store.locked (open in another
 * Sheaf), store.readonly, store.corrupt, disk.full, store.sql.
 */
namespace sheaf {

/** A field that the list left out and that was filled in. */
struct FilledField
{
    QString field;       ///< as in pipeline/acquire/filled_fields.h: "doi"
    QString source;      ///< "Crossref"; empty = the document itself
    bool undone = false; ///< by the user: it stays empty

    bool operator==(const FilledField&) const = default;
};

/** Everything about a paper that changes while it is worked on. Written as a whole with each transition. */
struct PaperStatus
{
    State state = State::Waiting;
    State heldFrom = State::Waiting; ///< of a held paper: where it goes on
    std::optional<Failure> failure;  ///< of Failed and NeedsAttention
    PaperId duplicateOf = 0;         ///< of Skipped
    QString duplicateReason;
    bool inBatch = false; ///< of Reading
    QString filePath;
    QByteArray fileHash; ///< SHA-256, lower-case hex
    qint64 fileBytes = 0;
    QString provenance;
    int pages = 0;
    QString conversionKey; ///< into the conversions, empty = none yet
    QString converter;
    double confidence = 0; ///< mean of the pages' confidence
    QString reader;        ///< model
    TextBasis basis = TextBasis::Unknown;
    QString validation; ///< passed, failed, skipped, error, none
    QString validationReason;
    QString esRecordId, zoteroKey;
    qint64 acquireMs = 0, convertMs = 0, readMs = 0;
    double costUsd = 0;
    int valuesProven = 0, valuesTotal = 0; ///< counted over cells that have a value
    int quotesProven = 0, quotesTotal = 0;
    QString secondReader;                 ///< model that read it beside the first one
    std::optional<Failure> secondFailure; ///< why its second reading is missing; the paper is done all the same
    QVector<FilledField> filled;          ///< in the order in which that was done
    QString notice;                       ///< what became of the work since, a sentence: "The paper was retracted: …"

    bool operator==(const PaperStatus&) const = default;
};

struct StoredPaper
{
    Paper paper;
    PaperStatus status;
};

/** One line of a paper's history or of the log. */
struct HistoryEntry
{
    QDateTime at; ///< UTC
    PaperId paper = 0;
    QString event; ///< a state's name, or "note"
    QString text;
};

/** One call to a paid or free reader: journalled before it is sent. */
struct CallRecord
{
    QString id;     ///< [A-Za-z0-9_-]{1,64}
    QString reader; ///< kind
    QString model;
    QString host;
    bool batch = false;
    QString remoteId;                          ///< empty until the server said it
    QVector<QPair<QString, PaperId>> requests; ///< request id → paper
    QVector<Column> columns{};                 ///< what is asked of each; empty in files of before this was kept
    QDateTime openedAt;                        ///< UTC
    QDateTime closedAt;                        ///< invalid = still open
    double committedUsd = 0;                   ///< upper bound while open
    double costUsd = 0;
    qint64 inputTokens = 0, outputTokens = 0;
    QString outcome; ///< "ok", or a failure's code
    ReaderRole role = ReaderRole::First;
    QHash<PaperId, QString> conversions{}; ///< what was read of each; a paper may have got another document since
};

/** A paper's result on its way to a service (a library, an index), or arrived there: the outbox. */
struct OutboxItem
{
    PaperId paper = 0;
    QString sink;                   ///< "zotero"
    QDateTime queuedAt;             ///< valid: waits to be written
    std::optional<Failure> failure; ///< why the service will not have it: the user's to decide
    QDateTime sentAt;               ///< of the last one that arrived
    QJsonObject memo;               ///< what the sink wants to find again the next time

    bool operator==(const OutboxItem&) const = default;
};

struct LedgerTotals
{
    double spentUsd = 0;
    double committedUsd = 0; ///< of open calls
    int calls = 0;
    double secondSpentUsd = 0; ///< of what was spent, the second reader's
};

/** What is known of a paper's questions: the answers that are shown, where the user decided as decided; and beside them
 * the readers' own, of the columns that the second reader answered. */
struct PaperReadings
{
    Record shown;
    Record first, second;
};

/** Write side. Post from one thread (the engine's); all methods return at once. */
class Store : public QObject
{
    Q_OBJECT
public:
    /** Opens, or creates where there is nothing; migrates older files. Holds the file's lock until destroyed. */
    static Result<std::unique_ptr<Store>> open(const QString& path);
    /** Writes what was posted, then closes. */
    ~Store() override;

    QString path() const;
    PaperId nextPaperId();       ///< never reused
    QString nextCallId();        ///< unique over restarts and copies of the file
    QString spoolFolder() const; ///< beside the file, created when first used
    QString documentFolder() const;

    void putPaper(const Paper& paper);
    void removePapers(const QVector<PaperId>& papers);
    /** The status, and a journal row when the state changed or `note` is not empty. */
    void putStatus(PaperId paper, const PaperStatus& status, const QString& note = {});
    void addNote(PaperId paper, const QString& text);
    void putColumns(const QVector<Column>& columns);
    void putSettings(const Settings& settings);
    /** Replaces the answers of the record's columns; decisions of the user (accepted, edited, rejected) are kept. */
    void putRecord(PaperId paper, const Record& record, const AnsweredQuestions& answered = {},
                   ReaderRole role = ReaderRole::First);
    /** Both readers' answers to the paper, of these columns or (none) of all, stay only until the questions are
     * answered again. */
    void askAgain(PaperId paper, const QStringList& columns);
    void putDecision(PaperId paper, const Cell& cell);
    void putConversion(const QString& key, const QByteArray& packed);
    void openCall(const CallRecord& call);
    void setCallRemote(const QString& call, const QString& remoteId);
    void closeCall(const QString& call, double costUsd, qint64 inputTokens, qint64 outputTokens,
                   const QString& outcome);

    /** Lays it over the one of the same paper and sink. */
    void putDelivery(const OutboxItem& delivery);

    /** `then` runs in `context`'s thread once everything posted so far is on disk; not at all after a write failure. */
    void afterCommit(QObject* context, std::function<void()> then);
    QDateTime lastCommit() const; ///< any thread

Q_SIGNALS:
    /** A write failed (disk full, file gone): nothing is written any more until retryWrites(). */
    void writeFailed(const sheaf::Failure& failure);

public Q_SLOTS:
    void retryWrites();

private:
    Store();
    struct Private;
    std::unique_ptr<Private> d;
};

/** Read side: a read-only connection. Belongs to the thread that made it; make one where you need one. Blocks for
 * milliseconds. */
class StoreReader
{
public:
    static Result<std::unique_ptr<StoreReader>> open(const QString& path);
    ~StoreReader();

    QVector<StoredPaper> papers() const; ///< in list order
    std::optional<StoredPaper> paper(PaperId id) const;
    QVector<Column> columns() const; ///< default columns where none are stored
    Settings settings() const;
    Record record(PaperId paper) const;
    QHash<PaperId, Record> records() const;
    PaperReadings readings(PaperId paper) const;
    QHash<PaperId, PaperReadings> readings() const;
    /** Of all of a reader's answers, also to columns that are no more. */
    AnsweredQuestions answered(PaperId paper, ReaderRole role = ReaderRole::First) const;
    QHash<PaperId, AnsweredQuestions> answered(ReaderRole role = ReaderRole::First) const;
    QByteArray conversion(const QString& key) const; ///< packed, empty = none
    bool hasConversion(const QString& key) const;
    QVector<HistoryEntry> history(PaperId paper, int limit = 500) const; ///< oldest first
    QVector<HistoryEntry> log(int limit = 1000) const;                   ///< whole file, newest first
    QVector<CallRecord> openCalls() const;
    QVector<CallRecord> calls() const;
    LedgerTotals ledger() const;
    QVector<OutboxItem> deliveries() const; ///< the longest waiting first

private:
    StoreReader();
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace sheaf
