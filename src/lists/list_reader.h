// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/failure.h"
#include "core/paper.h"

#include <QByteArray>
#include <QMap>
#include <QVector>

/**
 * ListReader: one bibliographic format's bytes → papers, with a warning and line number for each bad entry; the rest
 * loads. Pure functions of their input, any thread. A new format is one file and one line in list_registry.cpp.
 */
namespace sheaf {

struct ListWarning
{
    int line = 0;    ///< from 1, 0 = the whole file
    QString message; ///< what is wrong: "Year is “in press”"
    QString remedy;  ///< what was done about it: "left empty"
};

/** How a table's columns are read; empty = guess. Only for CSV and the like. */
struct TableMapping
{
    QChar delimiter;           ///< null = guess
    QString encoding;          ///< empty = guess
    int headerLine = -1;       ///< 1 = names in line 1, 0 = no header, -1 = guess
    QMap<int, QString> fields; ///< column index → one of tableFields(): "title", "authors", "year", "doi", "venue",
                               ///< "url", "abstract", "file", "pmid", "arxiv", …, "ignore"
};

/** What a table looks like: for the import view's mapping. */
struct TablePreview
{
    QChar delimiter;
    QStringList header;        ///< names, or "1", "2", … without a header
    QVector<QStringList> rows; ///< the first rows
    QVector<int> lines;        ///< their line numbers
    int rowCount = 0;
    QMap<int, QString> fields; ///< what each column is taken for
    QVector<int> unsure;       ///< columns that were guessed by content, not by name
    int headerLine = 1;
};

struct ParsedList
{
    QString format;   ///< "BibTeX", "RIS", "CSV", …
    QString encoding; ///< "UTF-8", "Windows-1252", …
    QVector<Paper> papers;
    QVector<ListWarning> warnings;
    std::optional<TablePreview> table;
};

class ListReader
{
public:
    virtual ~ListReader() = default;
    virtual QString format() const = 0;
    virtual QStringList suffixes() const = 0;
    /** 0..100: how sure it is that `head` (decoded start of the file) is its format; content decides, the suffix only
     * helps. */
    virtual int recognises(QStringView head, QStringView suffix) const = 0;
    virtual ParsedList read(const QString& text, const TableMapping& mapping) const = 0;
};

/** Decodes (encoding and line ends detected), finds the reader, reads. Failure list.empty, list.binary, list.unknown.
 */
Result<ParsedList> readList(const QByteArray& bytes, const QString& fileName, const TableMapping& mapping = {});
QStringList listSuffixes();
/** All that a table's column can be, for the mapping: the common ones first, "ignore" last. */
QStringList tableFields();

/** Text from bytes: BOM, UTF-8, UTF-16 without BOM, else detected legacy encodings; \r\n and \r become \n. */
struct DecodedText
{
    QString text;
    QString encoding;
};
DecodedText decodeText(const QByteArray& bytes, const QString& forcedEncoding = {});

} // namespace sheaf
