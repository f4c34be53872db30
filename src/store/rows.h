// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/store.h"

/**
 * Values ↔ rows: the SQL of papers, their status, the calls and the outbox, each written and read in one place. On the
 * connection's thread.
 */
namespace sheaf {

class SqlConnection;

Result<void> writePaper(SqlConnection& connection, const Paper& paper);
Result<void> writeStatus(SqlConnection& connection, PaperId paper, const PaperStatus& status);
/** In list order; a paper without a status is Waiting. */
QVector<StoredPaper> readPapers(SqlConnection& connection);
std::optional<StoredPaper> readPaper(SqlConnection& connection, PaperId paper);

Result<void> writeCall(SqlConnection& connection, const CallRecord& call);
QVector<CallRecord> readCalls(SqlConnection& connection);
QVector<CallRecord> readOpenCalls(SqlConnection& connection);

Result<void> writeDelivery(SqlConnection& connection, const OutboxItem& delivery);
QVector<OutboxItem> readDeliveries(SqlConnection& connection);

QVariant toSql(const QDateTime& time); ///< milliseconds since 1970; NULL of an invalid time
QDateTime timeFromSql(const QVariant& value);
QString compactJson(const QJsonObject& object);
QJsonObject objectFromJson(const QVariant& text); ///< empty where it is none

} // namespace sheaf
