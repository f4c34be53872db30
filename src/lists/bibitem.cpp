// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/latex_text.h"
#include "lists/list_readers.h"
#include "lists/paper_builder.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

/**
 * The \bibitems of a LaTeX document or a .bbl file. BibTeX's styles part authors, title and the rest with \newblock,
 * REVTeX's name each with \bibinfo; in entries written by hand, a quoted or emphasised title and the identifiers are
 * found.
 */
namespace sheaf {

namespace {

struct Entry
{
    QString key;
    QStringView body;
    int line = 0;
};

/** Behind the group that opens at `at`, or `at` where none does. */
qsizetype groupEnd(QStringView text, qsizetype at, QChar open, QChar close)
{
    if (at >= text.size() || text[at] != open)
        return at;
    int depth = 0;
    for (qsizetype i = at; i < text.size(); ++i) {
        if (text[i] == '\\'_L1)
            ++i;
        else if (text[i] == open)
            ++depth;
        else if (text[i] == close && --depth == 0)
            return i + 1;
    }
    return at;
}

QVector<Entry> entriesOf(QStringView text)
{
    static const QRegularExpression opening(uR"(^[ \t]*\\bibitem(?![A-Za-z]))"_s, QRegularExpression::MultilineOption);
    QVector<Entry> entries;
    QVector<qsizetype> starts;
    for (auto it = opening.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        if (!entries.isEmpty())
            entries.last().body = entries.last().body.left(match.capturedStart() - starts.last());
        const qsizetype label = groupEnd(text, match.capturedEnd(), u'[', u']');
        qsizetype key = label;
        while (key < text.size() && (text[key].isSpace() || text[key] == '%'_L1))
            ++key;
        const qsizetype body = groupEnd(text, key, u'{', u'}');
        entries.append(Entry{text.mid(key + 1, std::max<qsizetype>(0, body - key - 2)).toString(), text.mid(body),
                             int(text.left(match.capturedStart()).count('\n'_L1)) + 1});
        starts.append(body);
    }
    if (!entries.isEmpty()) {
        QStringView& last = entries.last().body;
        const qsizetype end = last.indexOf("\\end{thebibliography}"_L1);
        last = end < 0 ? last : last.left(end);
    }
    return entries;
}

QString withoutComments(QStringView body)
{
    static const QRegularExpression comment(uR"((?<!\\)%[^\n]*\n?[ \t]*)"_s);
    return body.toString().remove(comment);
}

QString withoutStop(QString text)
{
    text = text.trimmed();
    while (text.endsWith('.'_L1) || text.endsWith(','_L1))
        text = text.chopped(1).trimmed();
    return text;
}

/** The values of REVTeX's \bibinfo{name}{value}, in order. */
QStringList namedParts(QStringView body, QLatin1StringView name)
{
    const QRegularExpression pattern(uR"(\\bibinfo\s*\{%1\}\s*(?=\{))"_s.arg(name));
    QStringList values;
    for (auto it = pattern.globalMatch(body); it.hasNext();) {
        const qsizetype begin = it.next().capturedEnd();
        const qsizetype end = groupEnd(body, begin, u'{', u'}');
        if (end > begin)
            values.append(withoutStop(latexToText(body.mid(begin + 1, end - begin - 2))));
    }
    return values;
}

bool setNamedParts(PaperBuilder& builder, QStringView body)
{
    if (!body.contains("\\bibinfo"_L1))
        return false;
    for (const QString& author : namedParts(body, "author"_L1))
        builder.addAuthor(authorFromName(author));
    builder.set(PaperField::Title, namedParts(body, "title"_L1).value(0));
    for (const auto venue : {"journal"_L1, "booktitle"_L1})
        builder.set(PaperField::Venue, namedParts(body, venue).value(0));
    builder.set(PaperField::Volume, namedParts(body, "volume"_L1).value(0));
    builder.set(PaperField::Pages, namedParts(body, "pages"_L1).value(0));
    builder.set(PaperField::Publisher, namedParts(body, "publisher"_L1).value(0));
    builder.set(PaperField::Year, namedParts(body, "year"_L1).value(0));
    return true;
}

/** natbib's styles set the year behind the authors: "J. Doe and R. Roe (2012)". */
QString authorsOf(QStringView block)
{
    static const QRegularExpression year(uR"([\s,(\[]*(?:1[89]|20)\d\d[a-z]?[)\]]?\s*$)"_s);
    return withoutStop(withoutStop(latexToText(block)).remove(year));
}

void setBlocks(PaperBuilder& builder, const QStringList& blocks)
{
    builder.set(PaperField::Authors, authorsOf(blocks.at(0)));
    builder.set(PaperField::Title, withoutStop(latexToText(blocks.at(1))));
    static const QRegularExpression emphasis(uR"((?:\\emph|\\textit)\s*\{|\{\s*\\(?:em|it|sl)\b)"_s);
    for (const QString& block : blocks.mid(2)) {
        const auto match = emphasis.match(block);
        if (!match.hasMatch())
            continue;
        const qsizetype begin = block.indexOf('{'_L1, match.capturedStart());
        const qsizetype end = groupEnd(block, begin, u'{', u'}');
        return builder.set(PaperField::Venue, withoutStop(latexToText(QStringView(block).mid(begin, end - begin))));
    }
}

/** Written by hand: "A. Author and B. Author, ``The title,'' Journal 12 (2001)". */
void setLoose(PaperBuilder& builder, const QString& body)
{
    static const QRegularExpression title(
        uR"((?:``|“)(?<title>.+?)(?:''|”)|(?:\\emph|\\textit)\s*\{(?<title2>[^{}]*)\}|\{\s*\\(?:em|it|sl)\s+(?<title3>[^{}]*)\})"_s,
        QRegularExpression::DotMatchesEverythingOption);
    const auto match = title.match(body);
    if (!match.hasMatch())
        return builder.set(PaperField::Title, withoutStop(latexToText(body)).left(300));
    for (const QStringView name : {u"title", u"title2", u"title3"})
        builder.set(PaperField::Title, withoutStop(latexToText(match.capturedView(name))));
    builder.set(PaperField::Authors, authorsOf(QStringView(body).left(match.capturedStart())));
}

/** The last number in brackets that can be a year, else the last at all: before it stand volumes and pages. */
void setYear(PaperBuilder& builder, const QString& text)
{
    static const QRegularExpression bracketed(uR"(^.*[(\[]((?:1[89]|20)\d\d)[a-z]?[)\]])"_s),
        last(uR"(^.*(?<!\d)(?<![\d/][.:/-])((?:1[89]|20)\d\d)(?!\d|[.:/-]\d))"_s);
    for (const QRegularExpression* pattern : {&bracketed, &last})
        builder.set(PaperField::Year, pattern->match(text).capturedView(1));
}

std::optional<Paper> paperOf(const Entry& entry, QVector<ListWarning>& warnings)
{
    PaperBuilder builder(entry.line, warnings);
    builder.set(PaperField::Key, entry.key);
    const QString body = withoutComments(entry.body);
    const QStringList blocks = body.split(u"\\newblock"_s);
    if (!setNamedParts(builder, body)) {
        if (blocks.size() > 1)
            setBlocks(builder, blocks);
        else
            setLoose(builder, body);
        setYear(builder, latexToText(body));
    }
    const QString verbatim = latexToVerbatim(body);
    for (const QString& url : findUrls(verbatim))
        builder.set(PaperField::Url, url);
    builder.set(PaperField::Mention, verbatim);
    return builder.finish();
}

class BibitemReader final : public ListReader
{
public:
    QString format() const override { return u"LaTeX bibliography"_s; }
    QStringList suffixes() const override { return {u"bbl"_s, u"tex"_s}; }

    int recognises(QStringView head, QStringView suffix) const override
    {
        // A document's bibliography stands at its end, where no head shows it.
        const bool isDocument = suffix == u"tex" && head.contains("\\documentclass"_L1);
        return head.contains("\\bibitem"_L1) ? 91 : isDocument ? 60 : 0;
    }

    ParsedList read(const QString& text, const TableMapping&) const override
    {
        ParsedList list;
        for (const Entry& entry : entriesOf(text))
            if (auto paper = paperOf(entry, list.warnings))
                list.papers.append(*std::move(paper));
        return list;
    }
};

} // namespace

const ListReader& bibitemReader()
{
    static const BibitemReader reader;
    return reader;
}

} // namespace sheaf
