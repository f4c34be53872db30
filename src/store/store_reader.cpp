// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/rows.h"
#include "store/schema.h"
#include "store/sql_connection.h"
#include "store/store.h"

#include "core/log.h"

#include <QFileInfo>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

QVector<HistoryEntry> entriesOf(SqlRows rows)
{
    QVector<HistoryEntry> entries;
    while (rows.next())
        entries.append({timeFromSql(rows[0]), rows[1].toLongLong(), rows[2].toString(), rows[3].toString()});
    return entries;
}

/** Cells in the order of the columns; those of columns that are no more come last. */
class ColumnOrder
{
public:
    explicit ColumnOrder(const QVector<Column>& columns)
    {
        for (qsizetype i = 0; i < columns.size(); ++i)
            m_position.insert(columns[i].id, i);
    }
    void sort(Record& record) const
    {
        std::ranges::stable_sort(record, {},
                                 [this](const Cell& cell) { return m_position.value(cell.column, m_position.size()); });
    }

private:
    QHash<QString, qsizetype> m_position;
};

/** Rows of paper, column, first answer, decision, second answer. */
QHash<PaperId, PaperReadings> readingsOf(SqlRows rows)
{
    QHash<PaperId, PaperReadings> readings;
    const auto add = [](Record& record, const QString& column, const QVariant& json) {
        if (!json.isNull())
            record.append(cellFromJson(column, objectFromJson(json)));
    };
    while (rows.next()) {
        PaperReadings& paper = readings[rows[0].toLongLong()];
        const QString column = rows[1].toString();
        add(paper.shown, column, rows[3].isNull() ? rows[2] : rows[3]);
        if (rows[4].isNull())
            continue;
        add(paper.first, column, rows[2]);
        add(paper.second, column, rows[4]);
    }
    return readings;
}

void sortReadings(PaperReadings& readings, const ColumnOrder& order)
{
    for (Record* record : {&readings.shown, &readings.first, &readings.second})
        order.sort(*record);
}

} // namespace

struct StoreReader::Private
{
    std::unique_ptr<SqlConnection> connection;
};

StoreReader::StoreReader() : d(std::make_unique<Private>()) {}
StoreReader::~StoreReader() = default;

Result<std::unique_ptr<StoreReader>> StoreReader::open(const QString& path)
{
    auto connection = openForReading(QFileInfo(path).absoluteFilePath());
    if (!connection)
        return std::unexpected(connection.error());
    std::unique_ptr<StoreReader> reader(new StoreReader);
    reader->d->connection = std::move(*connection);
    return reader;
}

QVector<StoredPaper> StoreReader::papers() const
{
    return readPapers(*d->connection);
}

std::optional<StoredPaper> StoreReader::paper(PaperId id) const
{
    return readPaper(*d->connection, id);
}

QVector<Column> StoreReader::columns() const
{
    QVector<Column> columns;
    SqlRows rows = d->connection->select("SELECT description FROM columns ORDER BY position");
    while (rows.next()) {
        if (auto column = columnFromJson(objectFromJson(rows[0])))
            columns.append(*column);
    }
    return columns.isEmpty() ? defaultColumns() : columns;
}

Settings StoreReader::settings() const
{
    Settings settings;
    SqlRows rows = d->connection->select("SELECT key, value FROM settings");
    while (rows.next()) {
        if (auto set = settings.set(rows[0].toString(), rows[1].toString()); !set)
            qCWarning(logStore).noquote() << "a setting of the file is left out:" << set.error().message;
    }
    return settings;
}

Record StoreReader::record(PaperId paper) const
{
    Record record;
    {
        SqlRows rows =
            d->connection->select("SELECT column, CAST(coalesce(decided, answer) AS BLOB) FROM cells WHERE paper = ?"
                                  " AND coalesce(decided, answer) IS NOT NULL",
                                  {paper});
        while (rows.next())
            record.append(cellFromJson(rows[0].toString(), objectFromJson(rows[1])));
    }
    ColumnOrder(columns()).sort(record);
    return record;
}

QHash<PaperId, Record> StoreReader::records() const
{
    QHash<PaperId, Record> records;
    {
        SqlRows rows = d->connection->select("SELECT paper, column, CAST(coalesce(decided, answer) AS BLOB) FROM cells"
                                             " WHERE coalesce(decided, answer) IS NOT NULL");
        while (rows.next())
            records[rows[0].toLongLong()].append(cellFromJson(rows[1].toString(), objectFromJson(rows[2])));
    }
    const ColumnOrder order(columns());
    for (Record& record : records)
        order.sort(record);
    return records;
}

#define SHEAF_SELECT_READINGS                                                                                          \
    "SELECT paper, column, CAST(answer AS BLOB), CAST(decided AS BLOB), CAST(second AS BLOB) FROM cells"

PaperReadings StoreReader::readings(PaperId paper) const
{
    auto found = readingsOf(d->connection->select(SHEAF_SELECT_READINGS " WHERE paper = ?", {paper}));
    PaperReadings readings = found.take(paper);
    sortReadings(readings, ColumnOrder(columns()));
    return readings;
}

QHash<PaperId, PaperReadings> StoreReader::readings() const
{
    auto readings = readingsOf(d->connection->select(SHEAF_SELECT_READINGS));
    const ColumnOrder order(columns());
    for (PaperReadings& paper : readings)
        sortReadings(paper, order);
    return readings;
}

#undef SHEAF_SELECT_READINGS

AnsweredQuestions StoreReader::answered(PaperId paper, ReaderRole role) const
{
    AnsweredQuestions stamps;
    SqlRows rows = d->connection->select(
        role == ReaderRole::First ? "SELECT column, asked FROM cells WHERE paper = ? AND answer IS NOT NULL"
                                  : "SELECT column, second_asked FROM cells WHERE paper = ? AND second IS NOT NULL",
        {paper});
    while (rows.next())
        stamps.insert(rows[0].toString(), rows[1].toString());
    return stamps;
}

QHash<PaperId, AnsweredQuestions> StoreReader::answered(ReaderRole role) const
{
    QHash<PaperId, AnsweredQuestions> stamps;
    SqlRows rows = d->connection->select(
        role == ReaderRole::First ? "SELECT paper, column, asked FROM cells WHERE answer IS NOT NULL"
                                  : "SELECT paper, column, second_asked FROM cells WHERE second IS NOT NULL");
    while (rows.next())
        stamps[rows[0].toLongLong()].insert(rows[1].toString(), rows[2].toString());
    return stamps;
}

QByteArray StoreReader::conversion(const QString& key) const
{
    SqlRows rows = d->connection->select("SELECT packed FROM conversions WHERE key = ?", {key});
    return rows.next() ? rows[0].toByteArray() : QByteArray();
}

bool StoreReader::hasConversion(const QString& key) const
{
    return d->connection->select("SELECT 1 FROM conversions WHERE key = ?", {key}).next();
}

QVector<HistoryEntry> StoreReader::history(PaperId paper, int limit) const
{
    auto entries = entriesOf(d->connection->select(
        "SELECT at, paper, event, text FROM journal WHERE paper = ? ORDER BY id DESC LIMIT ?", {paper, limit}));
    std::ranges::reverse(entries);
    return entries;
}

QVector<HistoryEntry> StoreReader::log(int limit) const
{
    return entriesOf(
        d->connection->select("SELECT at, paper, event, text FROM journal ORDER BY id DESC LIMIT ?", {limit}));
}

QVector<CallRecord> StoreReader::openCalls() const
{
    return readOpenCalls(*d->connection);
}

QVector<CallRecord> StoreReader::calls() const
{
    return readCalls(*d->connection);
}

QVector<OutboxItem> StoreReader::deliveries() const
{
    return readDeliveries(*d->connection);
}

LedgerTotals StoreReader::ledger() const
{
    SqlRows rows = d->connection->select(
        "SELECT total(cost_usd), total(CASE WHEN closed_at IS NULL THEN committed_usd END), count(*),"
        " total(CASE WHEN second THEN cost_usd END) FROM calls");
    if (!rows.next())
        return {};
    return {rows[0].toDouble(), rows[1].toDouble(), rows[2].toInt(), rows[3].toDouble()};
}

} // namespace sheaf
