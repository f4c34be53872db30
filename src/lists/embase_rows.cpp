// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/csv_columns.h"
#include "lists/list_readers.h"

#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

/** Embase's other CSV, "fields by row": each row is a field's name and its values, and a record begins where the first
 * name comes again. */
namespace sheaf {

namespace {

constexpr int sampleRows = 40;
constexpr int fewestFields = 3;

QString nameIn(const TableRow& row)
{
    return row.cells.value(0).trimmed();
}

/** "AUTHOR NAMES", as no table's first column reads. */
bool isFieldName(const QString& cell)
{
    static const QRegularExpression capitals(uR"(\A[A-Z][A-Z0-9 /&()-]{2,39}\z)"_s);
    return capitals.match(cell).hasMatch();
}

/** "Lancet (2020) 395:10223 (497-506). Date of Publication: 15 Feb 2020" */
void setSource(PaperBuilder& builder, const QString& source, int line)
{
    static const QRegularExpression pattern(
        uR"(\A(?<venue>.+?) *\((?<year>\d{4})\)(?: *(?<volume>[^:\s(.]+))?(?::(?<issue>[^\s(]+))?)"
        uR"((?: *(?:Article Number: *)?\(?(?<pages>[^).\s]+)\)?)?)"_s);
    const auto match = pattern.match(source);
    if (!match.hasMatch())
        return builder.set(PaperField::Venue, source, line);
    builder.set(PaperField::Venue, match.captured(u"venue"_s), line);
    builder.set(PaperField::Year, match.captured(u"year"_s), line);
    builder.set(PaperField::Volume, match.captured(u"volume"_s), line);
    builder.set(PaperField::Issue, match.captured(u"issue"_s), line);
    builder.set(PaperField::Pages, match.captured(u"pages"_s), line);
}

class EmbaseRowsReader final : public ListReader
{
public:
    QString format() const override { return u"Embase CSV (fields by row)"_s; }
    QStringList suffixes() const override { return {u"csv"_s}; }

    int recognises(QStringView head, QStringView) const override
    {
        TableParser parser(head, u',');
        TableRow row;
        QSet<QString> known;
        for (int rows = 0; rows < sampleRows && parser.next(row);) {
            const QString name = nameIn(row);
            if (name.isEmpty() && row.cells.size() < 2)
                continue; // between two records
            ++rows;
            if (!isFieldName(name) || knownHeaders(row.cells.mid(1)) > 1)
                return 0;
            if (!fieldOfHeader(name).name.isEmpty())
                known.insert(name);
        }
        return known.size() >= fewestFields && known.contains(u"TITLE"_s) ? 90 : 0;
    }

    ParsedList read(const QString& text, const TableMapping&) const override
    {
        ParsedList list;
        TableParser parser(text, u',');
        TableRow row;
        QString first; // the name that begins a record
        std::optional<PaperBuilder> builder;
        const auto finish = [&] {
            if (builder)
                if (auto paper = builder->finish())
                    list.papers.append(*std::move(paper));
            builder.reset();
        };
        while (parser.next(row)) {
            const QString name = nameIn(row);
            if (name.isEmpty())
                continue;
            if (first.isEmpty())
                first = name;
            if (name == first) {
                finish();
                builder.emplace(row.line, list.warnings);
            }
            take(*builder, name, row);
        }
        finish();
        return list;
    }

private:
    static void take(PaperBuilder& builder, const QString& name, const TableRow& row)
    {
        if (name == "SOURCE"_L1)
            return setSource(builder, row.cells.value(1), row.line);
        const auto field = fieldOfName(fieldOfHeader(name).name);
        if (!field)
            return;
        if (*field == PaperField::Authors)
            return builder.set(*field, row.cells.mid(1).join("; "_L1), row.line);
        for (const QString& value : row.cells.mid(1))
            builder.set(*field, value, row.line);
    }
};

} // namespace

const ListReader& embaseRowsReader()
{
    static const EmbaseRowsReader reader;
    return reader;
}

} // namespace sheaf
