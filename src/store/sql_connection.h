// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/failure.h"

#include <QSqlQuery>
#include <QVariantList>

#include <memory>
#include <unordered_map>

/**
 * One SQLite connection with its prepared statements. Belongs to the thread that opened it. Failures carry the store's
 * codes (see store.h), made from SQLite's own.
 */
class QSqlDatabase;
class QSqlError;

namespace sheaf {

/** The rows of one statement, finished when this goes out of scope: an unfinished one would hold up the checkpoints. */
class SqlRows
{
public:
    explicit SqlRows(QSqlQuery& query) : m_query(query) {}
    ~SqlRows() { m_query.finish(); }
    Q_DISABLE_COPY_MOVE(SqlRows)

    bool next() { return m_query.next(); }
    QVariant operator[](int column) const { return m_query.value(column); }

private:
    QSqlQuery& m_query;
};

class SqlConnection
{
public:
    enum class Mode
    {
        Write,
        Read,      ///< every statement that would change something is refused
        Immutable, ///< of a file on a medium where SQLite cannot put its own files beside it
    };

    static Result<std::unique_ptr<SqlConnection>> open(const QString& path, Mode mode);
    ~SqlConnection();
    Q_DISABLE_COPY_MOVE(SqlConnection)

    /** A statement, with its values in order. The text must be a literal: it is prepared once and found again by its
     * address. */
    Result<void> run(const char* sql, const QVariantList& values = {});
    SqlRows select(const char* sql, const QVariantList& values = {});
    /** Statements that cannot be prepared or have values: pragmas, the schema. */
    Result<void> execute(const QString& sql);
    /** Of no interest when it fails: SQLite has then rolled back by itself. */
    void rollBack();
    /** First column of the first row; invalid where there is none or the statement failed. */
    QVariant scalar(const QString& sql);
    /** Of the last statement that failed. */
    const std::optional<Failure>& lastFailure() const { return m_lastFailure; }

private:
    explicit SqlConnection(const QString& name) : m_name(name) {}
    QSqlQuery& prepared(const char* sql);
    QSqlQuery& bound(const char* sql, const QVariantList& values, bool& ok);
    std::unexpected<Failure> failed(const QSqlError& error, const QString& sql);

    const QString m_name;
    std::unordered_map<const char*, QSqlQuery> m_statements;
    std::optional<Failure> m_lastFailure;
};

} // namespace sheaf
