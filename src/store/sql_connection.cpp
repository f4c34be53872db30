// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sql_connection.h"

#include "core/log.h"

#include <QCoreApplication>
#include <QSqlDatabase>
#include <QSqlError>
#include <QUrl>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

/** SQLite's primary result codes that mean something to the user. */
enum SqliteCode
{
    ReadOnly = 8,
    Corrupt = 11,
    Full = 13,
    CannotOpen = 14,
    NotADatabase = 26,
};

Failure failureFrom(const QSqlError& error, const QString& sql)
{
    const QString detail = u"%1 (%2) in: %3"_s.arg(error.text(), error.nativeErrorCode(), sql.simplified().left(200));
    switch (error.nativeErrorCode().toInt() & 0xff) {
    case Full:
        return {Stage::Store, u"disk.full"_s,
                QCoreApplication::translate("store", "The disk is full, so nothing more can be saved."), detail, true};
    case ReadOnly:
        return {Stage::Store, u"store.readonly"_s,
                QCoreApplication::translate("store", "The project file cannot be written to."), detail, true};
    case Corrupt:
    case NotADatabase:
        return {Stage::Store, u"store.corrupt"_s, QCoreApplication::translate("store", "The project file is damaged."),
                detail, false};
    case CannotOpen:
        return {Stage::Store, u"store.sql"_s,
                QCoreApplication::translate("store", "The project file cannot be opened."), detail, true};
    default:
        return {Stage::Store, u"store.sql"_s,
                QCoreApplication::translate("store", "The project file could not be read or written."), detail, true};
    }
}

QString optionsFor(SqlConnection::Mode mode)
{
    const QString options = u"QSQLITE_BUSY_TIMEOUT=10000"_s;
    return mode == SqlConnection::Mode::Immutable ? options + u";QSQLITE_OPEN_URI;QSQLITE_OPEN_READONLY"_s : options;
}

QString databaseName(const QString& path, SqlConnection::Mode mode)
{
    if (mode != SqlConnection::Mode::Immutable)
        return path;
    return QString::fromLatin1(QUrl::fromLocalFile(path).toEncoded(QUrl::FullyEncoded)) + u"?immutable=1"_s;
}

} // namespace

Result<std::unique_ptr<SqlConnection>> SqlConnection::open(const QString& path, Mode mode)
{
    std::unique_ptr<SqlConnection> connection(new SqlConnection(QUuid::createUuid().toString(QUuid::Id128)));
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, connection->m_name);
    database.setConnectOptions(optionsFor(mode));
    database.setDatabaseName(databaseName(path, mode));
    if (!database.open())
        return connection->failed(database.lastError(), u"open"_s);

    const QString pragma = mode == Mode::Write ? u"PRAGMA foreign_keys = ON"_s : u"PRAGMA query_only = ON"_s;
    if (auto set = connection->execute(pragma); !set)
        return std::unexpected(set.error());
    return connection;
}

SqlConnection::~SqlConnection()
{
    m_statements.clear();
    QSqlDatabase::database(m_name, false).close();
    QSqlDatabase::removeDatabase(m_name);
}

Result<void> SqlConnection::run(const char* sql, const QVariantList& values)
{
    bool ok = false;
    QSqlQuery& query = bound(sql, values, ok);
    if (!ok)
        return std::unexpected(*m_lastFailure);
    query.finish();
    return {};
}

SqlRows SqlConnection::select(const char* sql, const QVariantList& values)
{
    bool ok = false;
    return SqlRows(bound(sql, values, ok));
}

Result<void> SqlConnection::execute(const QString& sql)
{
    QSqlQuery query(QSqlDatabase::database(m_name, false));
    if (!query.exec(sql))
        return failed(query.lastError(), sql);
    return {};
}

void SqlConnection::rollBack()
{
    QSqlQuery(QSqlDatabase::database(m_name, false)).exec(u"ROLLBACK"_s);
}

QVariant SqlConnection::scalar(const QString& sql)
{
    QSqlQuery query(QSqlDatabase::database(m_name, false));
    if (!query.exec(sql)) {
        (void)failed(query.lastError(), sql);
        return {};
    }
    return query.next() ? query.value(0) : QVariant();
}

QSqlQuery& SqlConnection::prepared(const char* sql)
{
    if (const auto known = m_statements.find(sql); known != m_statements.end())
        return known->second;
    QSqlQuery query(QSqlDatabase::database(m_name, false));
    query.setForwardOnly(true);
    if (!query.prepare(QString::fromUtf8(sql)))
        qCWarning(logStore) << "cannot prepare" << sql << query.lastError().text();
    return m_statements.emplace(sql, std::move(query)).first->second;
}

QSqlQuery& SqlConnection::bound(const char* sql, const QVariantList& values, bool& ok)
{
    QSqlQuery& query = prepared(sql);
    for (int i = 0; i < values.size(); ++i)
        query.bindValue(i, values[i]);
    ok = query.exec();
    if (!ok) {
        (void)failed(query.lastError(), QString::fromUtf8(sql));
        query.finish();
    }
    return query;
}

std::unexpected<Failure> SqlConnection::failed(const QSqlError& error, const QString& sql)
{
    m_lastFailure = failureFrom(error, sql);
    qCWarning(logStore).noquote() << m_lastFailure->code << m_lastFailure->detail;
    return std::unexpected(*m_lastFailure);
}

} // namespace sheaf
