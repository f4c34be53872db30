// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/column.h"
#include "core/failure.h"
#include "core/paper.h"
#include "core/record.h"
#include "core/text_basis.h"

#include <QByteArray>
#include <QJsonObject>
#include <QSet>
#include <QStringList>
#include <QVector>

#include <memory>
#include <optional>

/** Sink: results → somewhere, one outcome each, idempotent. File sinks make bytes; the caller writes them. Any thread.
 */
namespace sheaf {

/** One paper's result as exported; names as in the design's JSON. */
struct ResultRow
{
    Paper paper;
    QString state; ///< stable name
    bool success = false;
    QString validationStatus;
    TextBasis basis = TextBasis::Unknown;
    QString esRecordId, zoteroKey;
    std::optional<Failure> failure;
    PaperId duplicateOf = 0;
    Record record;
    int pages = 0;
    QString converter, reader;
    double costUsd = 0;
    qint64 acquireMs = 0, convertMs = 0, readMs = 0;
    QString markdown;         ///< only where the sink asks for it
    Record second;            ///< the second reader's answers, of the columns that it read
    QSet<QString> differing;  ///< of these columns, those in which the readers say different things
    QSet<QString> uncompared; ///< and those where no rule can tell whether they do
    QString secondReader;
    std::optional<Failure> secondFailure;
};

struct WriteOptions
{
    /** CSV: with a byte order mark, and no cell that a spreadsheet would run as a formula; false: plain RFC 4180. */
    bool forSpreadsheets = true;
};

class FileSink
{
public:
    virtual ~FileSink() = default;
    virtual QString format() const = 0; ///< "csv"
    virtual QString suffix() const = 0; ///< ".csv"
    virtual QString label() const = 0;  ///< for the export dialog, translated
    virtual Result<QByteArray> write(const QVector<ResultRow>& rows, const QVector<Column>& columns,
                                     const WriteOptions& options) const = 0;
    Result<QByteArray> write(const QVector<ResultRow>& rows, const QVector<Column>& columns) const
    {
        return write(rows, columns, WriteOptions());
    }
};

/** nullptr where there is none. A new sink is one file and one line in sink_registry.cpp. */
const FileSink* fileSink(const QString& formatOrSuffix);
QStringList fileSinkFormats();

QJsonObject resultToJson(const ResultRow& row, const QVector<Column>& columns);

/** Writes through a temporary name and renames; failure disk.full, disk.write. */
Result<void> writeFile(const QString& path, const QByteArray& bytes);
/** The same for what is written piece by piece. */
Result<void> writeFile(const QString& path, const std::function<void(QIODevice&)>& write);

} // namespace sheaf
