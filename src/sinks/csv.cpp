// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sinks/file_sinks.h"
#include "sinks/result_table.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

/**
 * CSV by RFC 4180 that Excel and LibreOffice open as it is: UTF-8 with BOM, CRLF, and no cell that they would run as a
 * formula, since a paper's text is not to be trusted. For programs without mark and guard, on wish.
 */
namespace sheaf {

namespace {

/** Text that a spreadsheet would take for a formula gets an apostrophe, which it hides again. A number stays one. */
QString guarded(const QString& text)
{
    if (text.isEmpty() || !u"=+-@\t\r"_s.contains(text.front()))
        return text;
    bool isNumber = false;
    text.toDouble(&isNumber);
    return isNumber ? text : '\''_L1 + text;
}

QString cellText(const QString& text, const WriteOptions& options)
{
    const QString safe = options.forSpreadsheets ? guarded(text) : text;
    const bool plain = std::ranges::none_of(safe, [](QChar c) {
        return c == ','_L1 || c == ';'_L1 || c == '"'_L1 || c == '\n'_L1 || c == '\r'_L1 || c == '\t'_L1;
    });
    return plain ? safe : '"'_L1 + QString(safe).replace('"'_L1, "\"\""_L1) + '"'_L1;
}

QByteArray line(const QStringList& cells, const WriteOptions& options)
{
    QStringList texts;
    for (const QString& cell : cells)
        texts.append(cellText(cell, options));
    return texts.join(','_L1).toUtf8() + "\r\n";
}

QStringList textsOf(const QVector<ResultCell>& cells)
{
    QStringList texts;
    for (const ResultCell& cell : cells)
        texts.append(cell.text);
    return texts;
}

class CsvSink final : public FileSink
{
public:
    QString format() const override { return u"csv"_s; }
    QString suffix() const override { return u".csv"_s; }
    QString label() const override { return QCoreApplication::translate("sinks", "Table for Excel and others (CSV)"); }
    Result<QByteArray> write(const QVector<ResultRow>& rows, const QVector<Column>& columns,
                             const WriteOptions& options) const override
    {
        const ResultTable table = resultTable(rows, columns);
        QByteArray bytes = options.forSpreadsheets ? "\xEF\xBB\xBF"_ba : QByteArray();
        bytes += line(resultHeader(table), options);
        for (const ResultRow& row : rows)
            bytes += line(textsOf(resultCells(row, table)), options);
        return bytes;
    }
};

} // namespace

const FileSink& csvSink()
{
    static const CsvSink sink;
    return sink;
}

} // namespace sheaf
