// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sinks/file_sinks.h"
#include "sinks/result_table.h"

#include <QCoreApplication>
#include <QDir>
#include <QTemporaryDir>

#include <xlsxwriter.h>

using namespace Qt::StringLiterals;

/**
 * An Excel workbook, by libxlsxwriter: the table of the CSV sink with typed numbers, a header that stays in sight, and
 * pages that lead to the paper. Text is written as text, so that nothing in it runs as a formula.
 */
namespace sheaf {

namespace {

constexpr qsizetype LongestCell = 32'767; ///< of the format, in UTF-16 units

QByteArray excelText(QString text)
{
    if (text.size() > LongestCell)
        text = text.left(LongestCell - 1) + u'…';
    return text.toUtf8();
}

class Workbook
{
public:
    explicit Workbook(const QString& path) : m_book(workbook_new(QDir::toNativeSeparators(path).toUtf8().constData()))
    {
        m_sheet = workbook_add_worksheet(m_book, "Results");
        m_headerFormat = workbook_add_format(m_book);
        format_set_bold(m_headerFormat);
        format_set_text_wrap(m_headerFormat);
        format_set_align(m_headerFormat, LXW_ALIGN_VERTICAL_TOP);
        m_cellFormat = workbook_add_format(m_book);
        format_set_align(m_cellFormat, LXW_ALIGN_VERTICAL_TOP);
        format_set_text_wrap(m_cellFormat);
        m_linkFormat = workbook_add_format(m_book);
        format_set_align(m_linkFormat, LXW_ALIGN_VERTICAL_TOP);
        format_set_text_wrap(m_linkFormat);
        format_set_underline(m_linkFormat, LXW_UNDERLINE_SINGLE);
        format_set_font_color(m_linkFormat, LXW_COLOR_BLUE);
    }

    void setHeader(const QStringList& names, lxw_row_t rows)
    {
        for (qsizetype i = 0; i < names.size(); ++i) {
            const bool isLong = names.at(i).endsWith(": quotes"_L1) || names.at(i) == "title"_L1;
            const auto column = lxw_col_t(i);
            worksheet_set_column(m_sheet, column, column, isLong ? 50 : 16, nullptr);
            worksheet_write_string(m_sheet, 0, column, excelText(names.at(i)).constData(), m_headerFormat);
        }
        worksheet_freeze_panes(m_sheet, 1, 0);
        worksheet_autofilter(m_sheet, 0, 0, rows, lxw_col_t(names.size() - 1));
    }

    void write(lxw_row_t row, lxw_col_t column, const ResultCell& cell)
    {
        // A link that the format cannot hold (too long, too many) is left out; the cell stays.
        const bool linked =
            !cell.link.isEmpty() && !cell.text.isEmpty() &&
            worksheet_write_url(m_sheet, row, column, cell.link.toUtf8().constData(), nullptr) == LXW_NO_ERROR;
        lxw_format* const format = linked ? m_linkFormat : m_cellFormat;
        if (cell.value.isDouble())
            worksheet_write_number(m_sheet, row, column, cell.value.toDouble(), format);
        else if (cell.value.isBool())
            worksheet_write_boolean(m_sheet, row, column, cell.value.toBool(), format);
        else if (!cell.text.isEmpty())
            worksheet_write_string(m_sheet, row, column, excelText(cell.text).constData(), format);
    }

    /** Ends the workbook; empty where it was written, else why not. */
    QString close()
    {
        const lxw_error error = workbook_close(m_book);
        return error == LXW_NO_ERROR ? QString() : QString::fromUtf8(lxw_strerror(error));
    }

private:
    lxw_workbook* m_book;
    lxw_worksheet* m_sheet;
    lxw_format *m_headerFormat, *m_cellFormat, *m_linkFormat;
};

std::unexpected<Failure> notWritten(const QString& why)
{
    return fail(Stage::Write, u"disk.write"_s,
                QCoreApplication::translate("sinks", "The table could not be written: %1.").arg(why), why);
}

class XlsxSink final : public FileSink
{
public:
    QString format() const override { return u"xlsx"_s; }
    QString suffix() const override { return u".xlsx"_s; }
    QString label() const override { return QCoreApplication::translate("sinks", "Excel workbook (XLSX)"); }
    Result<QByteArray> write(const QVector<ResultRow>& rows, const QVector<Column>& columns,
                             const WriteOptions&) const override
    {
        if (rows.size() >= LXW_ROW_MAX)
            return notWritten(QCoreApplication::translate("sinks", "a sheet has no room for so many papers"));
        const QTemporaryDir folder; // libxlsxwriter writes files only
        const QString path = folder.filePath(u"results.xlsx"_s);
        Workbook book(path);
        const ResultTable table = resultTable(rows, columns);
        book.setHeader(resultHeader(table), lxw_row_t(rows.size()));
        for (qsizetype i = 0; i < rows.size(); ++i) {
            const QVector<ResultCell> cells = resultCells(rows.at(i), table);
            for (qsizetype j = 0; j < cells.size(); ++j)
                book.write(lxw_row_t(i + 1), lxw_col_t(j), cells.at(j));
        }
        if (const QString why = book.close(); !why.isEmpty())
            return notWritten(why);
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? Result<QByteArray>(file.readAll()) : notWritten(file.errorString());
    }
};

} // namespace

const FileSink& xlsxSink()
{
    static const XlsxSink sink;
    return sink;
}

} // namespace sheaf
