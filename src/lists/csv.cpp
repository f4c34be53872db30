// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/author_list.h"
#include "lists/csv_columns.h"
#include "lists/list_readers.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

/** Tables: comma, semicolon, tab or bar; delimiter, header and columns guessed, corrected by the mapping. */
namespace sheaf {

namespace {

constexpr int SampleRows = 60;
constexpr int PreviewRows = 20;
/** Exports may begin with the search and the date before their header. */
constexpr int DeepestHeader = 15;
constexpr qsizetype SampleCharacters = 256 * 1024;

QVector<TableRow> sampleOf(QStringView text, QChar delimiter)
{
    QVector<TableRow> rows;
    TableParser parser(text.left(SampleCharacters), delimiter);
    TableRow row;
    while (rows.size() < SampleRows && parser.next(row))
        rows.append(row);
    return rows;
}

bool isBlank(const TableRow& row)
{
    return std::ranges::all_of(row.cells, [](const QString& cell) { return QStringView(cell).trimmed().isEmpty(); });
}

/** Index of the row with the names, -1 = none. */
int headerRow(const QVector<TableRow>& rows)
{
    int best = -1, known = 0;
    for (int i = 0; i < std::min<qsizetype>(DeepestHeader, rows.size()); ++i) {
        const int here = knownHeaders(rows.at(i).cells);
        if (here > known) {
            best = i;
            known = here;
        }
    }
    // One known word may be text; at the top of a narrow table it is a name.
    const bool enough = known >= 2 || (known == 1 && best == 0 && rows.first().cells.size() <= 2);
    return enough ? best : -1;
}

struct Shape
{
    QChar delimiter;
    int header = -1; ///< row of the sample
    int score = 0;
    QVector<TableRow> sample;
};

/** How much a table in this delimiter looks like one: known names, and rows of the same width. */
Shape shapeWith(QStringView text, QChar delimiter)
{
    Shape shape{delimiter, -1, 0, sampleOf(text, delimiter)};
    shape.header = headerRow(shape.sample);
    const QStringList names = shape.header >= 0 ? shape.sample.at(shape.header).cells : QStringList();
    QHash<qsizetype, int> widths;
    for (const TableRow& row : shape.sample)
        if (!isBlank(row))
            ++widths[row.cells.size()];
    qsizetype width = 1;
    for (auto it = widths.begin(); it != widths.end(); ++it)
        if (it.value() > widths.value(width))
            width = it.key();
    const int agreeing = shape.sample.isEmpty() ? 0 : int(100 * widths.value(width) / shape.sample.size());
    shape.score = 100 * knownHeaders(names) + (width > 1 ? agreeing / 2 + int(std::min<qsizetype>(width, 20)) : 0);
    return shape;
}

/** "sep=;" as Excel reads and writes it. */
std::optional<QChar> declaredDelimiter(QStringView text)
{
    const QStringView line = text.left(text.left(20).indexOf('\n'_L1)).trimmed();
    return line.size() == 5 && line.startsWith("sep="_L1, Qt::CaseInsensitive) ? std::optional(line[4]) : std::nullopt;
}

Shape guessShape(QStringView text, const TableMapping& mapping)
{
    if (!mapping.delimiter.isNull())
        return shapeWith(text, mapping.delimiter);
    if (const auto declared = declaredDelimiter(text))
        return shapeWith(text, *declared);
    Shape best;
    for (const QChar delimiter : {u',', u';', u'\t', u'|'})
        if (Shape shape = shapeWith(text, delimiter); best.delimiter.isNull() || shape.score > best.score)
            best = std::move(shape);
    return best;
}

/** "Andy SmithTom Weber": SpringerLink glues its names together. */
QString ungluedAuthors(const QString& names)
{
    QString parted;
    for (qsizetype i = 0; i < names.size(); ++i) {
        const bool seam = i > 0 && names.at(i).isUpper() && names.at(i - 1).isLower();
        const qsizetype word = seam ? parted.lastIndexOf(' '_L1) + 1 : 0;
        const QStringView before = QStringView(parted).mid(word);
        const bool isPrefix = before == u"Mc" || before == u"Mac" || before == u"De" || before == u"Di" ||
                              before == u"Le" || before == u"La" || before == u"Van" || before == u"Fitz";
        if (seam && !isPrefix)
            parted += u"; "_s;
        parted += names.at(i);
    }
    return parted;
}

class TableReading
{
public:
    TableReading(QStringView text, const TableMapping& mapping)
        : m_text(text), m_mapping(mapping), m_shape(guessShape(text, mapping))
    {}

    ParsedList read()
    {
        TablePreview& preview = m_list.table.emplace();
        preview.delimiter = m_shape.delimiter;
        findHeader(preview);
        chooseColumns(preview);
        readRows(preview);
        return std::move(m_list);
    }

private:
    void findHeader(TablePreview& preview)
    {
        if (m_mapping.headerLine == 0)
            m_shape.header = -1;
        else if (m_mapping.headerLine > 0) {
            const auto row = std::ranges::find(m_shape.sample, m_mapping.headerLine, &TableRow::line);
            m_shape.header = row == m_shape.sample.end() ? -1 : int(row - m_shape.sample.begin());
        }
        if (m_shape.header >= 0) {
            m_names = m_shape.sample.at(m_shape.header).cells;
            preview.headerLine = m_shape.sample.at(m_shape.header).line;
        } else {
            preview.headerLine = 0;
        }
    }

    void chooseColumns(TablePreview& preview)
    {
        ColumnGuess guess = guessColumns(m_names, m_shape.sample.mid(m_shape.header + 1));
        for (auto it = m_mapping.fields.begin(); it != m_mapping.fields.end(); ++it) {
            guess.fields[it.key()] = it.value();
            guess.unsure.removeAll(it.key());
            guess.order.removeAll(it.key());
            guess.order.prepend(it.key()); // the user knows best
        }
        preview.fields = guess.fields;
        preview.unsure = guess.unsure;
        preview.header = m_names;
        for (qsizetype i = preview.header.size(); i < guess.fields.size(); ++i)
            preview.header.append(QString::number(i + 1));
        for (const int column : std::as_const(guess.order))
            if (const auto field = fieldOfName(guess.fields.value(column)))
                m_columns.append({column, *field});
        m_glued = std::ranges::any_of(m_names, [](const QString& name) { return name == "Item DOI"_L1; });
    }

    void readRows(TablePreview& preview)
    {
        TableParser parser(m_text, m_shape.delimiter);
        if (m_names.size() > 1)
            parser.setExpectedCells(m_names.size());
        TableRow row;
        while (parser.next(row)) {
            if (row.line <= preview.headerLine || isBlank(row) || (row.line == 1 && declaredDelimiter(m_text)))
                continue;
            if (preview.rows.size() < PreviewRows) {
                preview.rows.append(row.cells);
                preview.lines.append(row.line);
            }
            ++preview.rowCount;
            checkShape(row);
            readRow(row);
        }
    }

    void checkShape(const TableRow& row)
    {
        if (row.repaired)
            m_list.warnings.append({row.line, QCoreApplication::translate("lists", "A quote is not closed"),
                                    QCoreApplication::translate("lists", "the line was read without it")});
        const qsizetype surplus = row.cells.size() - m_names.size();
        const auto filled = [&row](qsizetype from) {
            return std::any_of(row.cells.begin() + from, row.cells.end(),
                               [](const QString& c) { return !c.isEmpty(); });
        };
        if (m_names.size() > 1 && surplus > 0 && filled(m_names.size()))
            m_list.warnings.append({row.line,
                                    QCoreApplication::translate("lists", "The row has %1 cells, the header %2")
                                        .arg(row.cells.size())
                                        .arg(m_names.size()),
                                    QCoreApplication::translate("lists", "the surplus ones were not read")});
    }

    void readRow(const TableRow& row)
    {
        PaperBuilder builder(row.line, m_list.warnings);
        for (const auto& [column, field] : std::as_const(m_columns)) {
            const QString cell = row.cells.value(column);
            if (field == PaperField::Authors)
                setAuthors(builder, cell);
            else
                builder.set(field, cell, row.line);
        }
        if (auto paper = builder.finish())
            m_list.papers.append(*std::move(paper));
        m_hasAuthors = false;
    }

    /** One column gives the names: "First Author" beside "Authors" would double them. */
    void setAuthors(PaperBuilder& builder, const QString& cell)
    {
        if (m_hasAuthors || cell.trimmed().isEmpty())
            return;
        m_hasAuthors = true;
        builder.set(PaperField::Authors, m_glued ? ungluedAuthors(cell) : cell);
    }

    QStringView m_text;
    const TableMapping& m_mapping;
    Shape m_shape;
    QStringList m_names;
    QVector<std::pair<int, PaperField>> m_columns;
    bool m_glued = false;
    bool m_hasAuthors = false;
    ParsedList m_list;
};

class CsvReader final : public ListReader
{
public:
    QString format() const override { return u"CSV"_s; }
    QStringList suffixes() const override { return {u"csv"_s, u"tsv"_s, u"tab"_s}; }

    int recognises(QStringView head, QStringView suffix) const override
    {
        const bool named = suffixes().contains(suffix);
        const Shape shape = guessShape(head, {});
        const int known = shape.header >= 0 ? knownHeaders(shape.sample.at(shape.header).cells) : 0;
        const bool several = shape.header >= 0 && shape.sample.at(shape.header).cells.size() > 1;
        if (known >= 3)
            return 85;
        if (known > 0)
            return several ? 70 : 50;
        return named ? 50 : 0;
    }

    ParsedList read(const QString& text, const TableMapping& mapping) const override
    {
        ParsedList list = TableReading(text, mapping).read();
        list.format = list.table->delimiter == '\t'_L1 ? u"TSV"_s : u"CSV"_s;
        if (const QString tool = tableDialect(list.table->header); !tool.isEmpty())
            list.format = tool + ' '_L1 + list.format;
        return list;
    }
};

} // namespace

const ListReader& csvReader()
{
    static const CsvReader reader;
    return reader;
}

} // namespace sheaf
