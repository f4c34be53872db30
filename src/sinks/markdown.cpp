// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sinks/file_sinks.h"
#include "sinks/result_markdown.h"
#include "sinks/result_text.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

/** One markdown text: a table of the papers, then each paper with its answers and the quotes that were found. */
namespace sheaf {

namespace {

/** A paper's text is data: nothing in it may become mark-up. */
QString escaped(const QString& text)
{
    QString out;
    for (const QChar c : text.simplified()) {
        if (u"\\`*_{}[]<>#|~$"_s.contains(c))
            out += '\\'_L1;
        out += c;
    }
    return out;
}

QString tableRow(const QStringList& cells)
{
    return u"| "_s + cells.join(u" | "_s) + u" |\n"_s;
}

/** "6 of 7" of the record's values, empty where nothing was read. */
QString provenText(const Record& record)
{
    const ProofCounts counts = countProof(record);
    return counts.valuesTotal == 0
               ? QString()
               : QCoreApplication::translate("sinks", "%1 of %2").arg(counts.valuesProven).arg(counts.valuesTotal);
}

/** Why the paper has no record, empty where nothing went wrong. */
QString trouble(const ResultRow& row)
{
    if (row.duplicateOf != 0)
        return QCoreApplication::translate("sinks", "The same paper as #%1").arg(row.duplicateOf);
    if (row.failure)
        return u"%1 (%2)"_s.arg(escaped(row.failure->message), row.failure->code);
    return {};
}

QString titleCell(const ResultRow& row, const std::function<QString(const ResultRow&)>& link)
{
    const QString title = escaped(row.paper.title), target = link ? link(row) : QString();
    return target.isEmpty() ? title : u"[%1](<%2>)"_s.arg(title, target);
}

} // namespace

QString markdownOverview(const QVector<ResultRow>& rows, const std::function<QString(const ResultRow&)>& link)
{
    QString text =
        tableRow({u"#"_s, QCoreApplication::translate("sinks", "Title"),
                  QCoreApplication::translate("sinks", "Authors"), QCoreApplication::translate("sinks", "Year"),
                  QCoreApplication::translate("sinks", "State"), QCoreApplication::translate("sinks", "Proven")}) +
        u"| ---: | --- | --- | ---: | --- | ---: |\n"_s;
    for (const ResultRow& row : rows)
        text += tableRow({QString::number(row.paper.id), titleCell(row, link), escaped(shortAuthors(row.paper.authors)),
                          row.paper.year > 0 ? QString::number(row.paper.year) : QString(), row.state,
                          provenText(row.record)});
    return text;
}

namespace {

QString sourceLine(const Paper& paper)
{
    QStringList parts;
    if (!paper.authors.isEmpty())
        parts.append(escaped(authorsText(paper.authors)));
    if (!paper.venue.isEmpty())
        parts.append(u"*"_s + escaped(paper.venue) + u"*"_s);
    if (paper.year > 0)
        parts.append(QString::number(paper.year));
    if (!paper.ids.doi.isEmpty())
        parts.append(u"<https://doi.org/"_s +
                     QString(paper.ids.doi).replace('<'_L1, "%3C"_L1).replace('>'_L1, "%3E"_L1) + '>'_L1);
    else if (!paper.ids.arxiv.isEmpty())
        parts.append(u"arXiv:"_s + paper.ids.arxiv);
    return parts.join(u". "_s);
}

QString answer(const QString& name, const Cell& cell)
{
    const QString value = valueText(cell.value);
    QString text = u"**"_s + escaped(name) + u"** ("_s + cellStateText(cell) + u"): "_s +
                   (value.isEmpty() ? QCoreApplication::translate("sinks", "the paper does not say") : escaped(value)) +
                   u"\n\n"_s;
    for (const Quote& quote : cell.quotes) {
        const QString words = shownQuote(quote);
        if (words.isEmpty())
            continue;
        const QString state = quoteStateName(quote.state);
        const QString where =
            quote.page > 0 ? QCoreApplication::translate("sinks", "page %1, %2").arg(quote.page).arg(state) : state;
        text += u"> "_s + escaped(words) + u" — "_s + where + u"\n\n"_s;
    }
    return text;
}

} // namespace

QString markdownTitleOf(const ResultRow& row)
{
    return escaped(row.paper.title.isEmpty() ? QCoreApplication::translate("sinks", "Paper %1").arg(row.paper.id)
                                             : row.paper.title);
}

QString markdownAnswers(const ResultRow& row, const QVector<Column>& columns)
{
    QString text;
    if (const QString source = sourceLine(row.paper); !source.isEmpty())
        text += source + u"\n\n"_s;
    if (const QString why = trouble(row); !why.isEmpty())
        text += why + u"\n\n"_s;
    if (row.basis == TextBasis::AbstractOnly)
        text += u"*"_s + abstractOnlyText() + u"*\n\n"_s;
    for (const Column& column : columns) {
        if (const Cell* cell = cellOf(row, column))
            text += answer(column.name, *cell);
        if (const Cell* second = secondCellOf(row, column); second && row.differing.contains(column.id))
            text += answer(QCoreApplication::translate("sinks", "%1, second reader").arg(column.name), *second);
    }
    return text;
}

namespace {

class MarkdownSink final : public FileSink
{
public:
    QString format() const override { return u"markdown"_s; }
    QString suffix() const override { return u".md"_s; }
    QString label() const override { return QCoreApplication::translate("sinks", "Text with quotes (Markdown)"); }
    Result<QByteArray> write(const QVector<ResultRow>& rows, const QVector<Column>& columns,
                             const WriteOptions&) const override
    {
        QString text =
            u"# "_s + QCoreApplication::translate("sinks", "Results") + u"\n\n"_s + markdownOverview(rows, {});
        for (const ResultRow& row : rows)
            text += u"\n## "_s + markdownTitleOf(row) + u"\n\n"_s + markdownAnswers(row, columns);
        return text.toUtf8();
    }
};

} // namespace

const FileSink& markdownSink()
{
    static const MarkdownSink sink;
    return sink;
}

} // namespace sheaf
