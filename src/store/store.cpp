// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/store.h"

#include "store/file_lock.h"
#include "store/rows.h"
#include "store/schema.h"
#include "store/sql_connection.h"
#include "store/store_writer.h"

#include <QDir>
#include <QFileInfo>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

bool paperExists(SqlConnection& c, PaperId paper)
{
    return c.select("SELECT 1 FROM papers WHERE id = ?", {paper}).next();
}

Result<void> addJournalRow(SqlConnection& c, const QDateTime& at, PaperId paper, const QString& event,
                           const QString& text)
{
    return c.run("INSERT INTO journal (at, paper, event, text) VALUES (?, ?, ?, ?)",
                 {toSql(at), paper ? QVariant(paper) : QVariant(), event, text});
}

QString journalText(const PaperStatus& status, const QString& note)
{
    if (!note.isEmpty() || !status.failure)
        return note;
    const Failure& f = *status.failure;
    return f.detail.isEmpty() ? u"%1 [%2]"_s.arg(f.message, f.code) : u"%1 [%2] %3"_s.arg(f.message, f.code, f.detail);
}

Result<void> writeTransition(SqlConnection& c, const QDateTime& at, PaperId paper, const PaperStatus& status,
                             const QString& note)
{
    // A step that was running when its paper was removed may still report.
    if (!paperExists(c, paper))
        return {};
    QString before;
    {
        SqlRows rows = c.select("SELECT state FROM status WHERE paper = ?", {paper});
        if (rows.next())
            before = rows[0].toString();
    }
    const QString now = stateName(status.state);
    if (before != now || !note.isEmpty()) {
        const QString event = before == now ? u"note"_s : now;
        if (auto added = addJournalRow(c, at, paper, event, journalText(status, note)); !added)
            return added;
    }
    return writeStatus(c, paper, status);
}

Result<void> removePaper(SqlConnection& c, PaperId paper)
{
    // The conversion stays until the file is opened again, so that a removal can be undone.
    if (auto marked = c.run("UPDATE conversions SET orphan = 1 WHERE key = (SELECT conversion_key FROM status"
                            " WHERE paper = ?)",
                            {paper});
        !marked)
        return marked;
    return c.run("DELETE FROM papers WHERE id = ?", {paper});
}

Result<void> replaceColumns(SqlConnection& c, const QVector<Column>& columns)
{
    auto done = c.run("DELETE FROM columns");
    for (qsizetype i = 0; done && i < columns.size(); ++i)
        done = c.run("INSERT INTO columns (position, id, description) VALUES (?, ?, ?)",
                     {i, columns[i].id, compactJson(toJson(columns[i]))});
    return done;
}

Result<void> replaceSettings(SqlConnection& c, const QHash<QString, QString>& changed)
{
    auto done = c.run("DELETE FROM settings");
    for (auto i = changed.begin(); done && i != changed.end(); ++i)
        done = c.run("INSERT INTO settings (key, value) VALUES (?, ?)", {i.key(), i.value()});
    return done;
}

constexpr const char* firstAnswer = "INSERT INTO cells (paper, column, answer, asked) VALUES (?, ?, ?, ?)"
                                    " ON CONFLICT (paper, column) DO UPDATE SET answer = excluded.answer,"
                                    " asked = excluded.asked";
constexpr const char* secondAnswer = "INSERT INTO cells (paper, column, second, second_asked) VALUES (?, ?, ?, ?)"
                                     " ON CONFLICT (paper, column) DO UPDATE SET second = excluded.second,"
                                     " second_asked = excluded.second_asked";

Result<void> writeAnswers(SqlConnection& c, PaperId paper, const Record& record, const AnsweredQuestions& answered,
                          ReaderRole role)
{
    if (!paperExists(c, paper))
        return {};
    for (Cell cell : record) {
        cell.decision = Decision::None;
        cell.reader = role;
        if (auto done = c.run(role == ReaderRole::First ? firstAnswer : secondAnswer,
                              {paper, cell.column, compactJson(toJson(cell)), answered.value(cell.column)});
            !done)
            return done;
    }
    return {};
}

Result<void> markAskedAgain(SqlConnection& c, PaperId paper, const QStringList& columns)
{
    const QString again = AskedAgain;
    if (columns.isEmpty())
        return c.run("UPDATE cells SET asked = ?, second_asked = ? WHERE paper = ?", {again, again, paper});
    Result<void> done;
    for (qsizetype i = 0; done && i < columns.size(); ++i)
        done = c.run("UPDATE cells SET asked = ?, second_asked = ? WHERE paper = ? AND column = ?",
                     {again, again, paper, columns[i]});
    return done;
}

Result<void> writeDecision(SqlConnection& c, PaperId paper, const Cell& cell)
{
    if (!paperExists(c, paper))
        return {};
    const QString decided = cell.decision == Decision::None ? QString() : compactJson(toJson(cell));
    return c.run("INSERT INTO cells (paper, column, decided) VALUES (?, ?, ?)"
                 " ON CONFLICT (paper, column) DO UPDATE SET decided = excluded.decided",
                 {paper, cell.column, decided});
}

Result<PaperId> readLastPaperId(const QString& path)
{
    auto connection = SqlConnection::open(path, SqlConnection::Mode::Read);
    if (!connection)
        return std::unexpected(connection.error());
    return (*connection)->scalar(u"SELECT value FROM counters WHERE name = 'paper'"_s).toLongLong();
}

} // namespace

struct Store::Private
{
    Private(QString filePath, std::unique_ptr<FileLock> fileLock, PaperId last)
        : path(std::move(filePath)), lock(std::move(fileLock)), lastPaperId(last), writer(path)
    {}

    QString folder(const QString& name) const
    {
        const QString folder = path + u".files/"_s + name;
        QDir().mkpath(folder);
        return folder;
    }

    const QString path;
    const std::unique_ptr<FileLock> lock;
    PaperId lastPaperId;
    StoreWriter writer; ///< ends before the lock is given back
};

Store::Store() = default;
Store::~Store() = default;

Result<std::unique_ptr<Store>> Store::open(const QString& path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    auto lock = FileLock::take(absolute);
    if (!lock)
        return std::unexpected(lock.error());
    if (auto prepared = prepareFile(absolute); !prepared)
        return std::unexpected(prepared.error());
    auto last = readLastPaperId(absolute);
    if (!last)
        return std::unexpected(last.error());

    std::unique_ptr<Store> store(new Store);
    store->d = std::make_unique<Private>(absolute, std::move(*lock), *last);
    connect(&store->d->writer, &StoreWriter::failed, store.get(), &Store::writeFailed);
    store->d->writer.post([](SqlConnection& c) {
        return c.run("DELETE FROM conversions WHERE orphan = 1 AND key NOT IN"
                     " (SELECT conversion_key FROM status WHERE conversion_key IS NOT NULL)");
    });
    return store;
}

QString Store::path() const
{
    return d->path;
}

PaperId Store::nextPaperId()
{
    return ++d->lastPaperId;
}

QString Store::nextCallId()
{
    return u"call_"_s + QUuid::createUuid().toString(QUuid::Id128);
}

QString Store::spoolFolder() const
{
    return d->folder(u"spool"_s);
}

QString Store::documentFolder() const
{
    return d->folder(u"documents"_s);
}

void Store::putPaper(const Paper& paper)
{
    d->writer.post([paper](SqlConnection& c) -> Result<void> {
        if (auto counted = c.run("INSERT INTO counters (name, value) VALUES ('paper', ?)"
                                 " ON CONFLICT (name) DO UPDATE SET value = max(value, excluded.value)",
                                 {paper.id});
            !counted)
            return counted;
        return writePaper(c, paper);
    });
}

void Store::removePapers(const QVector<PaperId>& papers)
{
    d->writer.post([papers](SqlConnection& c) {
        Result<void> done;
        for (qsizetype i = 0; done && i < papers.size(); ++i)
            done = removePaper(c, papers[i]);
        return done;
    });
}

void Store::putStatus(PaperId paper, const PaperStatus& status, const QString& note)
{
    d->writer.post([at = QDateTime::currentDateTimeUtc(), paper, status, note](SqlConnection& c) {
        return writeTransition(c, at, paper, status, note);
    });
}

void Store::addNote(PaperId paper, const QString& text)
{
    d->writer.post([at = QDateTime::currentDateTimeUtc(), paper, text](SqlConnection& c) -> Result<void> {
        if (paper && !paperExists(c, paper))
            return {};
        return addJournalRow(c, at, paper, u"note"_s, text);
    });
}

void Store::putColumns(const QVector<Column>& columns)
{
    d->writer.post([columns](SqlConnection& c) { return replaceColumns(c, columns); });
}

void Store::putSettings(const Settings& settings)
{
    d->writer.post([changed = settings.changed()](SqlConnection& c) { return replaceSettings(c, changed); });
}

void Store::putRecord(PaperId paper, const Record& record, const AnsweredQuestions& answered, ReaderRole role)
{
    d->writer.post([=](SqlConnection& c) { return writeAnswers(c, paper, record, answered, role); });
}

void Store::askAgain(PaperId paper, const QStringList& columns)
{
    d->writer.post([paper, columns](SqlConnection& c) { return markAskedAgain(c, paper, columns); });
}

void Store::putDecision(PaperId paper, const Cell& cell)
{
    d->writer.post([paper, cell](SqlConnection& c) { return writeDecision(c, paper, cell); });
}

void Store::putConversion(const QString& key, const QByteArray& packed)
{
    d->writer.post([key, packed](SqlConnection& c) {
        return c.run("INSERT OR REPLACE INTO conversions (key, packed) VALUES (?, ?)", {key, packed});
    });
}

void Store::openCall(const CallRecord& call)
{
    d->writer.post([call](SqlConnection& c) { return writeCall(c, call); });
}

void Store::setCallRemote(const QString& call, const QString& remoteId)
{
    d->writer.post([call, remoteId](SqlConnection& c) {
        return c.run("UPDATE calls SET remote_id = ? WHERE id = ?", {remoteId, call});
    });
}

void Store::closeCall(const QString& call, double costUsd, qint64 inputTokens, qint64 outputTokens,
                      const QString& outcome)
{
    const QVariantList values = {
        toSql(QDateTime::currentDateTimeUtc()), costUsd, inputTokens, outputTokens, outcome, call};
    d->writer.post([values](SqlConnection& c) {
        return c.run("UPDATE calls SET closed_at = ?, cost_usd = ?, input_tokens = ?, output_tokens = ?, outcome = ?"
                     " WHERE id = ?",
                     values);
    });
}

void Store::putDelivery(const OutboxItem& delivery)
{
    d->writer.post([delivery](SqlConnection& c) -> Result<void> {
        return paperExists(c, delivery.paper) ? writeDelivery(c, delivery) : Result<void>();
    });
}

void Store::afterCommit(QObject* context, std::function<void()> then)
{
    d->writer.afterCommit(context, std::move(then));
}

QDateTime Store::lastCommit() const
{
    return d->writer.lastCommit();
}

void Store::retryWrites()
{
    d->writer.retry();
}

} // namespace sheaf
