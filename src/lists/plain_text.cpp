// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/list_readers.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

/** Any text: each DOI, arXiv id or URL in it is a paper. */
namespace sheaf {

namespace {

/** A URL that only resolves an identifier is that identifier. */
bool resolves(const QString& url, const QStringList& dois, const QStringList& arxivIds)
{
    const auto within = [&url](const QString& id) { return url.contains(id, Qt::CaseInsensitive); };
    if (std::ranges::any_of(dois, within) || std::ranges::any_of(arxivIds, within))
        return true;
    const auto doi = doiFrom(url); // percent-encoded
    return doi && dois.contains(*doi);
}

struct LineIds
{
    QStringList dois, arxivIds, urls;

    qsizetype papers() const { return dois.size() + arxivIds.size(); }
};

LineIds idsOf(QStringView line)
{
    LineIds ids{findDois(line), findArxivIds(line), {}};
    ids.dois.removeIf([](const QString& doi) { return doi.startsWith("10.48550/arxiv."_L1); });
    if (ids.papers() == 0) {
        // A line that is nothing but an arXiv id needs no "arXiv:" before it.
        if (const auto id = arxivFrom(line))
            ids.arxivIds.append(*id);
    }
    for (const QString& url : findUrls(line)) {
        if (resolves(url, ids.dois, ids.arxivIds))
            continue;
        if (const auto doi = doiFrom(url); doi && !doi->startsWith("10.48550/arxiv."_L1))
            ids.dois.append(*doi);
        else
            ids.urls.append(url);
    }
    return ids;
}

class PlainTextReading
{
public:
    ParsedList read(QStringView text)
    {
        int number = 0;
        for (const QStringView line : text.tokenize(u'\n'))
            readLine(line.trimmed(), ++number);
        // Among references, a line without an identifier is one that would be lost; in prose it is prose.
        if (m_speaking >= m_silent.size())
            for (const int line : std::as_const(m_silent))
                m_list.warnings.append(
                    {line, QCoreApplication::translate("lists", "There is no DOI, arXiv id or URL in this line"),
                     QCoreApplication::translate("lists", "left out")});
        return std::move(m_list);
    }

private:
    void readLine(QStringView line, int number)
    {
        const LineIds ids = idsOf(line);
        for (const QString& doi : ids.dois)
            add(number).ids.doi = doi;
        for (const QString& id : ids.arxivIds)
            add(number).ids.arxiv = id;
        for (const QString& url : ids.urls) {
            // "10.1000/1 https://…/1.pdf": the URL is that paper's.
            Paper& paper = ids.papers() == 1 ? m_list.papers.last() : add(number);
            paper.urls.append(url);
        }
        const bool found = ids.papers() > 0 || !ids.urls.isEmpty();
        m_speaking += found;
        if (!found && std::ranges::any_of(line, [](QChar c) { return c.isLetterOrNumber(); }) &&
            !line.startsWith('#'_L1))
            m_silent.append(number);
    }

    Paper& add(int line)
    {
        Paper& paper = m_list.papers.emplaceBack();
        paper.sourceLine = line;
        return paper;
    }

    ParsedList m_list;
    QVector<int> m_silent;
    int m_speaking = 0;
};

class PlainTextReader final : public ListReader
{
public:
    QString format() const override { return u"plain text"_s; }
    QStringList suffixes() const override { return {u"txt"_s, u"text"_s, u"md"_s, u"markdown"_s}; }

    int recognises(QStringView head, QStringView) const override
    {
        // Mark-up is full of URLs that are no papers.
        if (head.trimmed().startsWith('<'_L1))
            return 0;
        for (const QStringView line : head.tokenize(u'\n')) {
            const LineIds ids = idsOf(line.trimmed());
            if (ids.papers() > 0 || !ids.urls.isEmpty())
                return 45;
        }
        return 0;
    }

    ParsedList read(const QString& text, const TableMapping&) const override { return PlainTextReading().read(text); }
};

} // namespace

const ListReader& plainTextReader()
{
    static const PlainTextReader reader;
    return reader;
}

} // namespace sheaf
