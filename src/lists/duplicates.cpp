// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/duplicates.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

struct Key
{
    QString text;
    SameBy by;
};

/** Prefixes under which preprint servers register: such a DOI and the article's own name the same paper. */
bool isPreprintDoi(const QString& doi)
{
    static constexpr std::array prefixes{"10.48550/"_L1, "10.1101/"_L1,  "10.31234/"_L1, "10.31219/"_L1,
                                         "10.31235/"_L1, "10.26434/"_L1, "10.20944/"_L1, "10.21203/"_L1,
                                         "10.2139/"_L1,  "10.36227/"_L1, "10.22541/"_L1, "10.35542/"_L1};
    return std::ranges::any_of(prefixes, [&doi](QLatin1StringView prefix) { return doi.startsWith(prefix); });
}

QVector<Key> keysOf(const Paper& paper, const QByteArray& fileHash)
{
    QVector<Key> keys;
    const auto add = [&keys](const char* kind, const QString& id, SameBy by) {
        if (!id.isEmpty())
            keys.append({QLatin1StringView(kind) + id, by});
    };
    add("doi:", paper.ids.doi, SameBy::Doi);
    const QString arxiv = !paper.ids.arxiv.isEmpty() ? paper.ids.arxiv
                          : paper.ids.doi.startsWith("10.48550/arxiv."_L1)
                              ? arxivFrom(paper.ids.doi).value_or(QString())
                              : QString();
    add("arxiv:", arxiv, SameBy::ArxivId);
    add("pmid:", paper.ids.pmid, SameBy::Pmid);
    add("file:", QString::fromLatin1(fileHash), SameBy::FileHash);
    return keys;
}

/** Different works may share all of title, year and author ("Erratum", "Reply"): two articles' DOIs say so. */
bool idsForbid(const Identifiers& a, const Identifiers& b)
{
    const bool twoDois = !a.doi.isEmpty() && !b.doi.isEmpty() && a.doi != b.doi;
    return twoDois && !isPreprintDoi(a.doi) && !isPreprintDoi(b.doi);
}

bool titleYearAuthorAgree(const Paper& a, const Paper& b)
{
    if (idsForbid(a.ids, b.ids))
        return false;
    const bool preprint =
        isPreprintDoi(a.ids.doi) != isPreprintDoi(b.ids.doi) || a.ids.arxiv.isEmpty() != b.ids.arxiv.isEmpty();
    const bool yearsKnown = a.year != 0 && b.year != 0;
    const bool yearsAgree = yearsKnown && std::abs(a.year - b.year) <= (preprint ? 1 : 0);
    const bool authorsKnown = !a.authors.isEmpty() && !b.authors.isEmpty();
    const bool authorsAgree =
        authorsKnown && foldForMatching(a.authors.first().family) == foldForMatching(b.authors.first().family);
    if ((yearsKnown && !yearsAgree) || (authorsKnown && !authorsAgree))
        return false;
    if (yearsAgree && authorsAgree)
        return true;
    // Where one list is silent, a title that says enough may speak for itself.
    return (yearsAgree || authorsAgree) && foldForMatching(a.title).count(' '_L1) >= 4;
}

} // namespace

QString sameByLabel(SameBy reason)
{
    switch (reason) {
    case SameBy::None:
        return {};
    case SameBy::Doi:
        return QCoreApplication::translate("lists", "same DOI");
    case SameBy::ArxivId:
        return QCoreApplication::translate("lists", "same arXiv id");
    case SameBy::Pmid:
        return QCoreApplication::translate("lists", "same PubMed id");
    case SameBy::FileHash:
        return QCoreApplication::translate("lists", "same file");
    case SameBy::TitleYearAuthor:
        return QCoreApplication::translate("lists", "same title, year and first author");
    }
    return {};
}

Match DuplicateFinder::find(const Paper& paper, const QByteArray& fileHash) const
{
    for (const Key& key : keysOf(paper, fileHash))
        if (const auto found = m_byKey.constFind(key.text); found != m_byKey.constEnd())
            return {*found, key.by};
    const QString title = foldForMatching(paper.title);
    if (!title.isEmpty())
        for (const PaperId candidate : m_byTitle.value(title))
            if (titleYearAuthorAgree(paper, m_papers.value(candidate)))
                return {candidate, SameBy::TitleYearAuthor};
    return {};
}

void DuplicateFinder::add(const Paper& paper, const QByteArray& fileHash)
{
    for (const Key& key : keysOf(paper, fileHash))
        if (!m_byKey.contains(key.text))
            m_byKey.insert(key.text, paper.id);
    if (const QString title = foldForMatching(paper.title); !title.isEmpty())
        if (QVector<PaperId>& sameTitle = m_byTitle[title]; !sameTitle.contains(paper.id))
            sameTitle.append(paper.id);
    m_papers.insert(paper.id, paper);
}

void DuplicateFinder::addFileHash(PaperId paper, const QByteArray& fileHash)
{
    if (const QString key = u"file:"_s + QString::fromLatin1(fileHash); !m_byKey.contains(key))
        m_byKey.insert(key, paper);
}

void mergeInto(Paper& first, const Paper& second)
{
    const auto fill = [](auto& field, const auto& from) {
        if (field.isEmpty())
            field = from;
    };
    const auto collect = [](QStringList& list, const QStringList& more) {
        for (const QString& item : more)
            if (!list.contains(item))
                list.append(item);
    };
    // A preprint's DOI gives way to the article's: open copies are found by either, the catalogue knows the latter.
    if (isPreprintDoi(first.ids.doi) && !second.ids.doi.isEmpty() && !isPreprintDoi(second.ids.doi))
        first.ids.doi = second.ids.doi;
    fill(first.ids.doi, second.ids.doi);
    fill(first.ids.arxiv, second.ids.arxiv);
    fill(first.ids.pmid, second.ids.pmid);
    fill(first.ids.pmcid, second.ids.pmcid);
    fill(first.title, second.title);
    fill(first.authors, second.authors);
    if (first.year == 0)
        first.year = second.year;
    fill(first.venue, second.venue);
    fill(first.volume, second.volume);
    fill(first.issue, second.issue);
    fill(first.pages, second.pages);
    fill(first.publisher, second.publisher);
    fill(first.abstractText, second.abstractText);
    fill(first.type, second.type);
    fill(first.language, second.language);
    fill(first.citationKey, second.citationKey);
    fill(first.zoteroKey, second.zoteroKey);
    collect(first.keywords, second.keywords);
    collect(first.urls, second.urls);
    collect(first.files, second.files);
}

} // namespace sheaf
