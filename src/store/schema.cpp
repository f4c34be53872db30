// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/schema.h"

#include "store/sql_connection.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

constexpr int applicationId = 0x53686561; // "Shea"

/** Statements are separated by an empty line. Texts may be NULL, which reads as empty. Times are ms since 1970, UTC. */
constexpr const char* steps[] = {
    R"(CREATE TABLE papers (
        id INTEGER PRIMARY KEY, doi TEXT, arxiv TEXT, pmid TEXT, pmcid TEXT, title TEXT, authors TEXT, year INTEGER,
        venue TEXT, volume TEXT, issue TEXT, pages TEXT, publisher TEXT, abstract TEXT, type TEXT, language TEXT,
        citation_key TEXT, keywords TEXT, urls TEXT, files TEXT, source_file TEXT, source_line INTEGER)

    CREATE TABLE status (
        paper INTEGER PRIMARY KEY REFERENCES papers(id) ON DELETE CASCADE, state TEXT NOT NULL, held_from TEXT,
        failure TEXT, duplicate_of INTEGER, duplicate_reason TEXT, in_batch INTEGER, file_path TEXT, file_hash TEXT,
        file_bytes INTEGER, provenance TEXT, pages INTEGER, conversion_key TEXT, converter TEXT, confidence REAL,
        reader TEXT, validation TEXT, validation_reason TEXT, es_record_id TEXT, zotero_key TEXT, acquire_ms INTEGER,
        convert_ms INTEGER, read_ms INTEGER, cost_usd REAL, values_proven INTEGER, values_total INTEGER,
        quotes_proven INTEGER, quotes_total INTEGER)

    CREATE INDEX status_conversion ON status(conversion_key)

    CREATE TABLE journal (
        id INTEGER PRIMARY KEY, at INTEGER NOT NULL, paper INTEGER REFERENCES papers(id) ON DELETE CASCADE,
        event TEXT NOT NULL, text TEXT)

    CREATE INDEX journal_paper ON journal(paper)

    CREATE TABLE columns (position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, description TEXT NOT NULL)

    CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID

    CREATE TABLE cells (
        paper INTEGER NOT NULL REFERENCES papers(id) ON DELETE CASCADE, column TEXT NOT NULL, answer TEXT,
        decided TEXT, UNIQUE (paper, column))

    CREATE TABLE conversions (key TEXT PRIMARY KEY, orphan INTEGER NOT NULL DEFAULT 0, packed BLOB NOT NULL)

    CREATE TABLE calls (
        id TEXT PRIMARY KEY, reader TEXT, model TEXT, host TEXT, batch INTEGER, remote_id TEXT, requests TEXT,
        opened_at INTEGER NOT NULL, closed_at INTEGER, committed_usd REAL, cost_usd REAL, input_tokens INTEGER,
        output_tokens INTEGER, outcome TEXT)

    CREATE INDEX calls_open ON calls(opened_at) WHERE closed_at IS NULL

    CREATE TABLE counters (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID)",

    R"(ALTER TABLE cells ADD COLUMN asked TEXT

    ALTER TABLE calls ADD COLUMN columns TEXT)",

    R"(ALTER TABLE cells ADD COLUMN second TEXT

    ALTER TABLE cells ADD COLUMN second_asked TEXT

    ALTER TABLE status ADD COLUMN second_reader TEXT

    ALTER TABLE status ADD COLUMN second_failure TEXT

    ALTER TABLE calls ADD COLUMN second INTEGER NOT NULL DEFAULT 0)",

    R"(CREATE TABLE deliveries (
        paper INTEGER NOT NULL REFERENCES papers(id) ON DELETE CASCADE, sink TEXT NOT NULL, queued_at INTEGER,
        failure TEXT, sent_at INTEGER, memo TEXT, PRIMARY KEY (paper, sink)) WITHOUT ROWID)",

    "ALTER TABLE status ADD COLUMN basis TEXT",

    R"(ALTER TABLE status ADD COLUMN filled TEXT

    ALTER TABLE status ADD COLUMN notice TEXT)",
};

QString fileName(const QString& path)
{
    return QFileInfo(path).fileName();
}

std::unexpected<Failure> notSheaf(const QString& path, const QString& detail)
{
    return fail(Stage::Store, u"store.not-sheaf"_s,
                QCoreApplication::translate("store", "“%1” is not a Sheaf project.").arg(fileName(path)), detail);
}

std::unexpected<Failure> corrupt(const QString& path, const QString& detail)
{
    return fail(
        Stage::Store, u"store.corrupt"_s,
        QCoreApplication::translate("store", "“%1” is damaged; open a backup copy instead.").arg(fileName(path)),
        detail);
}

bool logIsEmpty(const QString& path)
{
    return QFileInfo(path + u"-wal"_s).size() == 0;
}

/** A copy that was cut off is the commonest damage, and SQLite would find it only when it gets there. */
Result<void> checkBytes(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Stage::Store, u"store.sql"_s,
                    QCoreApplication::translate("store", "“%1” cannot be opened.").arg(fileName(path)),
                    file.errorString(), true);
    const QByteArray header = file.read(100);
    if (header.isEmpty())
        return {};
    if (header.size() < 100 || !header.startsWith("SQLite format 3"))
        return notSheaf(path, u"no SQLite header"_s);
    const auto byte = [&](int i) { return qint64(quint8(header[i])); };
    const qint64 pageSize = byte(16) == 0 && byte(17) == 1 ? 65536 : (byte(16) << 8 | byte(17));
    const qint64 pages = byte(28) << 24 | byte(29) << 16 | byte(30) << 8 | byte(31);
    if (logIsEmpty(path) && file.size() < pageSize * pages)
        return corrupt(path, u"%1 bytes instead of %2"_s.arg(file.size()).arg(pageSize * pages));
    return {};
}

/** The version of the file's tables; 0 of an empty file. */
Result<int> checkTables(const QString& path, SqlConnection& connection)
{
    const QVariant tables = connection.scalar(u"SELECT count(*) FROM sqlite_schema"_s);
    if (!tables.isValid()) {
        const Failure reason = connection.lastFailure().value_or(Failure{});
        return reason.code == "store.corrupt"_L1 ? corrupt(path, reason.detail) : std::unexpected(reason);
    }
    if (tables.toInt() == 0)
        return 0;
    if (connection.scalar(u"PRAGMA application_id"_s).toInt() != applicationId)
        return notSheaf(path, u"another program's SQLite file"_s);
    const int version = connection.scalar(u"PRAGMA user_version"_s).toInt();
    if (version > schemaVersion())
        return fail(
            Stage::Store, u"store.newer"_s,
            QCoreApplication::translate("store", "“%1” was made by a newer version of Sheaf; update Sheaf to open it.")
                .arg(fileName(path)),
            u"version %1, this program knows %2"_s.arg(version).arg(schemaVersion()));
    return version;
}

Result<void> runStep(SqlConnection& connection, int step)
{
    for (const QString& statement : QString::fromLatin1(steps[step]).split(u"\n\n"_s)) {
        if (auto done = connection.execute(statement); !done)
            return done;
    }
    return connection.execute(u"PRAGMA user_version = %1"_s.arg(step + 1));
}

Result<void> migrate(SqlConnection& connection, int version)
{
    if (auto set = connection.execute(u"PRAGMA application_id = %1"_s.arg(applicationId)); !set)
        return set;
    for (int step = version; step < schemaVersion(); ++step) {
        if (auto done = runStep(connection, step); !done)
            return done;
    }
    return {};
}

/** The tables of an older file as this program knows them, in a file without a name that ends with the connection. */
Result<std::unique_ptr<SqlConnection>> migratedCopy(SqlConnection& original, int version)
{
    const QTemporaryDir folder;
    const QString copy = folder.filePath(u"copy.sheaf"_s);
    if (auto off = original.execute(u"PRAGMA query_only = OFF"_s); !off)
        return std::unexpected(off.error());
    if (auto copied = original.execute(u"VACUUM INTO '%1'"_s.arg(QString(copy).replace('\''_L1, "''"_L1))); !copied)
        return std::unexpected(copied.error());
    auto connection = SqlConnection::open(copy, SqlConnection::Mode::Write);
    if (!connection)
        return connection;
    if (auto migrated = migrate(**connection, version); !migrated)
        return std::unexpected(migrated.error());
    if (auto on = (*connection)->execute(u"PRAGMA query_only = ON"_s); !on)
        return std::unexpected(on.error());
    return connection;
}

} // namespace

int schemaVersion()
{
    return int(std::size(steps));
}

Result<void> prepareFile(const QString& path)
{
    if (QFileInfo::exists(path)) {
        if (auto bytes = checkBytes(path); !bytes)
            return bytes;
    }
    auto connection = SqlConnection::open(path, SqlConnection::Mode::Write);
    if (!connection)
        return std::unexpected(connection.error());
    auto version = checkTables(path, **connection);
    if (!version)
        return std::unexpected(version.error());
    if (*version == 0) {
        if (auto wal = (*connection)->execute(u"PRAGMA journal_mode = WAL"_s); !wal)
            return wal;
    }
    // Taking the write lock also shows whether the file can be written to at all.
    if (auto begun = (*connection)->execute(u"BEGIN IMMEDIATE"_s); !begun)
        return begun;
    if (*version < schemaVersion()) {
        if (auto migrated = migrate(**connection, *version); !migrated)
            return migrated;
    }
    return (*connection)->execute(u"COMMIT"_s);
}

Result<std::unique_ptr<SqlConnection>> openForReading(const QString& path)
{
    if (!QFileInfo::exists(path))
        return fail(Stage::Store, u"store.sql"_s,
                    QCoreApplication::translate("store", "“%1” does not exist.").arg(path));
    if (auto bytes = checkBytes(path); !bytes)
        return std::unexpected(bytes.error());

    auto connection = SqlConnection::open(path, SqlConnection::Mode::Read);
    Result<int> version = connection ? checkTables(path, **connection) : std::unexpected(connection.error());
    const bool onReadOnlyMedium = !QFileInfo(QFileInfo(path).absolutePath()).isWritable();
    if (!version && onReadOnlyMedium && logIsEmpty(path)) {
        connection = SqlConnection::open(path, SqlConnection::Mode::Immutable);
        version = connection ? checkTables(path, **connection) : std::unexpected(connection.error());
    }
    if (!version)
        return std::unexpected(version.error());
    if (*version == 0)
        return notSheaf(path, u"an empty file"_s);
    if (*version < schemaVersion())
        return migratedCopy(**connection, *version);
    return connection;
}

} // namespace sheaf
