// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/rows.h"

#include "store/sql_connection.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

QString arrayToSql(const QJsonArray& array)
{
    return array.isEmpty() ? QString() : QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QJsonArray arrayFromJson(const QVariant& text)
{
    const QByteArray bytes = text.toByteArray(); // UTF-8, whether it came as text or as bytes
    return bytes.isEmpty() ? QJsonArray() : QJsonDocument::fromJson(bytes).array();
}

QString listToSql(const QStringList& list)
{
    return arrayToSql(QJsonArray::fromStringList(list));
}

QStringList listFromSql(const QVariant& text)
{
    QStringList list;
    for (const QJsonValue& item : arrayFromJson(text))
        list.append(item.toString());
    return list;
}

QString authorsToSql(const QVector<Author>& authors)
{
    QJsonArray array;
    for (const Author& a : authors)
        array.append(QJsonArray{a.family, a.given, a.orcid});
    return arrayToSql(array);
}

QVector<Author> authorsFromSql(const QVariant& text)
{
    QVector<Author> authors;
    for (const QJsonValue& item : arrayFromJson(text)) {
        const QJsonArray a = item.toArray();
        authors.append({a.at(0).toString(), a.at(1).toString(), a.at(2).toString()});
    }
    return authors;
}

QString filledToSql(const QVector<FilledField>& filled)
{
    QJsonArray all;
    for (const FilledField& one : filled)
        all.append(QJsonArray{one.field, one.source, one.undone});
    return arrayToSql(all);
}

QVector<FilledField> filledFromSql(const QVariant& text)
{
    QVector<FilledField> filled;
    for (const QJsonValue& one : arrayFromJson(text))
        filled.append({one[0].toString(), one[1].toString(), one[2].toBool()});
    return filled;
}

QString failureToSql(const std::optional<Failure>& failure)
{
    if (!failure)
        return {};
    return compactJson(QJsonObject{{u"stage"_s, stageName(failure->stage)},
                                   {u"code"_s, failure->code},
                                   {u"message"_s, failure->message},
                                   {u"detail"_s, failure->detail},
                                   {u"retryable"_s, failure->retryable}});
}

std::optional<Failure> failureFromSql(const QVariant& text)
{
    const QJsonObject o = objectFromJson(text);
    if (o.isEmpty())
        return std::nullopt;
    return Failure{stageFromName(o["stage"_L1].toString()).value_or(Stage::Load), o["code"_L1].toString(),
                   o["message"_L1].toString(), o["detail"_L1].toString(), o["retryable"_L1].toBool()};
}

/** Reads a row's columns one after the other, in the order in which the SELECT names them. */
class Cursor
{
public:
    explicit Cursor(const SqlRows& rows) : m_rows(rows) {}
    QVariant next() { return m_rows[m_column++]; }
    QString text() { return next().toString(); }
    int integer() { return next().toInt(); }
    qint64 longInteger() { return next().toLongLong(); }
    double real() { return next().toDouble(); }

private:
    const SqlRows& m_rows;
    int m_column = 0;
};

Paper nextPaper(Cursor& c)
{
    Paper p;
    p.id = c.longInteger();
    p.ids = {c.text(), c.text(), c.text(), c.text()};
    p.title = c.text();
    p.authors = authorsFromSql(c.next());
    p.year = c.integer();
    p.venue = c.text();
    p.volume = c.text();
    p.issue = c.text();
    p.pages = c.text();
    p.publisher = c.text();
    p.abstractText = c.text();
    p.type = c.text();
    p.language = c.text();
    p.citationKey = c.text();
    p.keywords = listFromSql(c.next());
    p.urls = listFromSql(c.next());
    p.files = listFromSql(c.next());
    p.sourceFile = c.text();
    p.sourceLine = c.integer();
    return p;
}

PaperStatus nextStatus(Cursor& c)
{
    PaperStatus s;
    s.state = stateFromName(c.text()).value_or(State::Waiting);
    s.heldFrom = stateFromName(c.text()).value_or(State::Waiting);
    s.failure = failureFromSql(c.next());
    s.duplicateOf = c.longInteger();
    s.duplicateReason = c.text();
    s.inBatch = c.integer() != 0;
    s.filePath = c.text();
    s.fileHash = c.text().toLatin1();
    s.fileBytes = c.longInteger();
    s.provenance = c.text();
    s.pages = c.integer();
    s.conversionKey = c.text();
    s.converter = c.text();
    s.confidence = c.real();
    s.reader = c.text();
    s.validation = c.text();
    s.validationReason = c.text();
    s.esRecordId = c.text();
    s.zoteroKey = c.text();
    s.acquireMs = c.longInteger();
    s.convertMs = c.longInteger();
    s.readMs = c.longInteger();
    s.costUsd = c.real();
    s.valuesProven = c.integer();
    s.valuesTotal = c.integer();
    s.quotesProven = c.integer();
    s.quotesTotal = c.integer();
    s.secondReader = c.text();
    s.secondFailure = failureFromSql(c.next());
    s.basis = textBasisFromName(c.text());
    s.filled = filledFromSql(c.next());
    s.notice = c.text();
    return s;
}

StoredPaper storedPaper(const SqlRows& rows)
{
    Cursor cursor(rows);
    Paper paper = nextPaper(cursor);
    return {std::move(paper), nextStatus(cursor)};
}

QVector<CallRecord> callsOf(SqlRows rows)
{
    QVector<CallRecord> calls;
    while (rows.next()) {
        Cursor c(rows);
        CallRecord call;
        call.id = c.text();
        call.reader = c.text();
        call.model = c.text();
        call.host = c.text();
        call.batch = c.integer() != 0;
        call.remoteId = c.text();
        for (const QJsonValue& item : arrayFromJson(c.next())) {
            const PaperId paper = item[1].toInteger();
            call.requests.append({item[0].toString(), paper});
            if (item[2].isString()) // files of before do not say it
                call.conversions.insert(paper, item[2].toString());
        }
        call.openedAt = timeFromSql(c.next());
        call.closedAt = timeFromSql(c.next());
        call.committedUsd = c.real();
        call.costUsd = c.real();
        call.inputTokens = c.longInteger();
        call.outputTokens = c.longInteger();
        call.outcome = c.text();
        for (const QJsonValue& item : arrayFromJson(c.next()))
            if (const auto column = columnFromJson(item.toObject()))
                call.columns.append(*column);
        call.role = c.integer() ? ReaderRole::Second : ReaderRole::First;
        calls.append(call);
    }
    return calls;
}

} // namespace

Result<void> writePaper(SqlConnection& connection, const Paper& p)
{
    // Not INSERT OR REPLACE: that would delete the row first, and with it the paper's status, journal and cells.
    return connection.run(
        "INSERT INTO papers (id, doi, arxiv, pmid, pmcid, title, authors, year, venue, volume, issue, pages, publisher,"
        " abstract, type, language, citation_key, keywords, urls, files, source_file, source_line)"
        " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
        " ON CONFLICT (id) DO UPDATE SET doi = excluded.doi, arxiv = excluded.arxiv, pmid = excluded.pmid,"
        " pmcid = excluded.pmcid, title = excluded.title, authors = excluded.authors, year = excluded.year,"
        " venue = excluded.venue, volume = excluded.volume, issue = excluded.issue, pages = excluded.pages,"
        " publisher = excluded.publisher, abstract = excluded.abstract, type = excluded.type,"
        " language = excluded.language, citation_key = excluded.citation_key, keywords = excluded.keywords,"
        " urls = excluded.urls, files = excluded.files, source_file = excluded.source_file,"
        " source_line = excluded.source_line",
        {p.id,
         p.ids.doi,
         p.ids.arxiv,
         p.ids.pmid,
         p.ids.pmcid,
         p.title,
         authorsToSql(p.authors),
         p.year,
         p.venue,
         p.volume,
         p.issue,
         p.pages,
         p.publisher,
         p.abstractText,
         p.type,
         p.language,
         p.citationKey,
         listToSql(p.keywords),
         listToSql(p.urls),
         listToSql(p.files),
         p.sourceFile,
         p.sourceLine});
}

Result<void> writeStatus(SqlConnection& connection, PaperId paper, const PaperStatus& s)
{
    return connection.run(
        "INSERT OR REPLACE INTO status (paper, state, held_from, failure, duplicate_of, duplicate_reason, in_batch,"
        " file_path, file_hash, file_bytes, provenance, pages, conversion_key, converter, confidence, reader,"
        " validation, validation_reason, es_record_id, zotero_key, acquire_ms, convert_ms, read_ms, cost_usd,"
        " values_proven, values_total, quotes_proven, quotes_total, second_reader, second_failure, basis,"
        " filled, notice)"
        " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
        {paper,
         stateName(s.state),
         stateName(s.heldFrom),
         failureToSql(s.failure),
         s.duplicateOf,
         s.duplicateReason,
         int(s.inBatch),
         s.filePath,
         QString::fromLatin1(s.fileHash),
         s.fileBytes,
         s.provenance,
         s.pages,
         s.conversionKey,
         s.converter,
         s.confidence,
         s.reader,
         s.validation,
         s.validationReason,
         s.esRecordId,
         s.zoteroKey,
         s.acquireMs,
         s.convertMs,
         s.readMs,
         s.costUsd,
         s.valuesProven,
         s.valuesTotal,
         s.quotesProven,
         s.quotesTotal,
         s.secondReader,
         failureToSql(s.secondFailure),
         textBasisName(s.basis),
         filledToSql(s.filled),
         s.notice});
}

#define SHEAF_SELECT_PAPERS                                                                                            \
    "SELECT p.id, doi, arxiv, pmid, pmcid, title, authors, year, venue, volume, issue, p.pages, publisher, abstract,"  \
    " type, language, citation_key, keywords, urls, files, source_file, source_line,"                                  \
    " state, held_from, failure, duplicate_of, duplicate_reason, in_batch, file_path, file_hash, file_bytes,"          \
    " provenance, s.pages, conversion_key, converter, confidence, reader, validation, validation_reason,"              \
    " es_record_id, zotero_key, acquire_ms, convert_ms, read_ms, cost_usd, values_proven, values_total,"               \
    " quotes_proven, quotes_total, second_reader, second_failure, basis, filled, notice"                               \
    " FROM papers p LEFT JOIN status s ON s.paper = p.id"

QVector<StoredPaper> readPapers(SqlConnection& connection)
{
    QVector<StoredPaper> papers;
    SqlRows rows = connection.select(SHEAF_SELECT_PAPERS " ORDER BY p.id");
    while (rows.next())
        papers.append(storedPaper(rows));
    return papers;
}

std::optional<StoredPaper> readPaper(SqlConnection& connection, PaperId paper)
{
    SqlRows rows = connection.select(SHEAF_SELECT_PAPERS " WHERE p.id = ?", {paper});
    return rows.next() ? std::optional(storedPaper(rows)) : std::nullopt;
}

#undef SHEAF_SELECT_PAPERS

Result<void> writeCall(SqlConnection& connection, const CallRecord& call)
{
    QJsonArray requests;
    for (const auto& [id, paper] : call.requests)
        requests.append(QJsonArray{id, paper, call.conversions.value(paper)});
    QJsonArray columns;
    for (const Column& column : call.columns)
        columns.append(toJson(column));
    return connection.run(
        "INSERT OR REPLACE INTO calls (id, reader, model, host, batch, remote_id, requests, opened_at, closed_at,"
        " committed_usd, cost_usd, input_tokens, output_tokens, outcome, columns, second)"
        " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
        {call.id, call.reader, call.model, call.host, int(call.batch), call.remoteId, arrayToSql(requests),
         toSql(call.openedAt), toSql(call.closedAt), call.committedUsd, call.costUsd, call.inputTokens,
         call.outputTokens, call.outcome, arrayToSql(columns), int(call.role == ReaderRole::Second)});
}

#define SHEAF_SELECT_CALLS                                                                                             \
    "SELECT id, reader, model, host, batch, remote_id, requests, opened_at, closed_at, committed_usd, cost_usd,"       \
    " input_tokens, output_tokens, outcome, columns, second FROM calls"

QVector<CallRecord> readCalls(SqlConnection& connection)
{
    return callsOf(connection.select(SHEAF_SELECT_CALLS " ORDER BY opened_at, rowid"));
}

QVector<CallRecord> readOpenCalls(SqlConnection& connection)
{
    return callsOf(connection.select(SHEAF_SELECT_CALLS " WHERE closed_at IS NULL ORDER BY opened_at, rowid"));
}

#undef SHEAF_SELECT_CALLS

Result<void> writeDelivery(SqlConnection& connection, const OutboxItem& delivery)
{
    return connection.run("INSERT OR REPLACE INTO deliveries (paper, sink, queued_at, failure, sent_at, memo)"
                          " VALUES (?,?,?,?,?,?)",
                          {delivery.paper, delivery.sink, toSql(delivery.queuedAt), failureToSql(delivery.failure),
                           toSql(delivery.sentAt), compactJson(delivery.memo)});
}

QVector<OutboxItem> readDeliveries(SqlConnection& connection)
{
    QVector<OutboxItem> deliveries;
    SqlRows rows = connection.select("SELECT paper, sink, queued_at, failure, sent_at, memo FROM deliveries"
                                     " ORDER BY queued_at, paper");
    while (rows.next())
        deliveries.append({rows[0].toLongLong(), rows[1].toString(), timeFromSql(rows[2]), failureFromSql(rows[3]),
                           timeFromSql(rows[4]), objectFromJson(rows[5])});
    return deliveries;
}

QVariant toSql(const QDateTime& time)
{
    return time.isValid() ? QVariant(time.toMSecsSinceEpoch()) : QVariant();
}

QDateTime timeFromSql(const QVariant& value)
{
    return value.isNull() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(value.toLongLong(), Qt::UTC);
}

QString compactJson(const QJsonObject& object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonObject objectFromJson(const QVariant& text)
{
    const QByteArray bytes = text.toByteArray(); // UTF-8, whether it came as text or as bytes
    return bytes.isEmpty() ? QJsonObject() : QJsonDocument::fromJson(bytes).object();
}

} // namespace sheaf
