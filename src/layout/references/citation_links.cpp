// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/references/citation_links.h"

#include "core/identifiers.h"

#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace sheaf::layout {

namespace {

/** Letters and digits only, lower case: what survives a line break in any address. */
QString essence(QStringView address)
{
    QString kept;
    for (const QChar c : address) {
        if (c.isLetterOrNumber())
            kept += c.toLower();
    }
    return kept;
}

class LinkTaker
{
public:
    LinkTaker(StyledText& text, const QStringList& links, CslItem& item) : m_text(text), m_links(links), m_item(item) {}

    CitationLinks run()
    {
        // Most entries hold few of these: a look for what each needs costs less than its pattern.
        const bool address = has({"://"_L1, "www."_L1});
        if (has({"["_L1}))
            takeNotes();
        if (address || has({"cited"_L1, "visited"_L1, "accessed"_L1}))
            takeVisit();
        if (has({"arxiv"_L1, "abs/"_L1}))
            takeArxiv();
        if (!m_links.isEmpty() || has({"10."_L1}))
            takeDoi();
        if (has({"PMID"_L1, "PMC"_L1, "ISBN"_L1, "ISSN"_L1}))
            takeNumbers();
        if (address)
            takeUrl();
        if (address || has({"doi"_L1, "url"_L1, "preprint"_L1, "available"_L1, "retrieved"_L1}))
            takeLeadIns();
        return m_found;
    }

private:
    bool has(std::initializer_list<QLatin1StringView> words) const
    {
        return std::ranges::any_of(
            words, [&](QLatin1StringView word) { return m_text.text.contains(word, Qt::CaseInsensitive); });
    }

    /** Blanks every match and hands it over. */
    template <typename Use> void each(const QRegularExpression& pattern, Use use)
    {
        qsizetype from = 0;
        for (auto match = pattern.match(m_text.text); match.hasMatch(); match = pattern.match(m_text.text, from)) {
            from = match.capturedEnd();
            if (use(match))
                m_text.blank(match.capturedStart(), match.capturedEnd());
        }
    }

    void takeNotes()
    {
        static const QRegularExpression bracket(u"\\[([A-Za-z][^\\[\\]]{3,90})\\]"_s);
        static const QRegularExpression kinds(
            u"online|internet|crossref|pubmed|google scholar|web of science|software|data ?set|dissertation|thesis|"
            "computer|blog|video|preprint|press release|report|r package|web ?page|website|unpublished|"
            "cs\\.|math\\.|stat\\.|physics|quant-ph|electronic|accessed|tweet|green version|github"_s,
            QRegularExpression::CaseInsensitiveOption);
        each(bracket, [&](const QRegularExpressionMatch& match) {
            const QString inner = match.captured(1).toLower();
            if (!kinds.match(inner).hasMatch() || inner.contains("arxiv"_L1) || inner.contains("accessed"_L1))
                return false;
            const bool resource = inner.contains("online"_L1) || inner.contains("internet"_L1);
            m_found.online |= resource;
            if (!resource && m_found.note.isEmpty())
                m_found.note = match.captured(1);
            return true;
        });
    }

    void takeVisit()
    {
        static const QString month =
            u"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mai|mär|okt|dez|janv|févr|avr|juin|juil|août|déc|ene|"
            "abr|ago|dic)[a-zé]*"_s;
        static const QString date = u"(?:\\d{1,2}(?:st|nd|rd|th)?\\.? +(?:de +)?%1\\.?,? +(?:de +)?\\d{4}|"
                                    "%1\\.? +\\d{1,2}(?:st|nd|rd|th)?,? +\\d{4}|\\d{4},? +%1\\.?(?: +\\d{1,2})?|"
                                    "%1\\.? +\\d{4}|\\d{1,4}[-/.] ?\\d{1,2}[-/.] ?\\d{1,4})"_s.arg(month);
        static const QRegularExpression visit(
            u"[(\\[]?\\b(?:last )?(?:accessed|visited|retrieved|cited|checked|viewed|abgerufen|zugriff|aufgerufen|"
            "besucht|consulté|consultado|access(?: date)?)(?: on| at| am| le| el|:| den)*:? *%1,?[)\\]]?"_s.arg(date),
            QRegularExpression::CaseInsensitiveOption);
        each(visit, [&](const QRegularExpressionMatch&) { return m_found.visited = true; });
    }

    void takeArxiv()
    {
        static const QRegularExpression arxiv(
            u"[(\\[]?(?:\\b(?:preprint )?(?:arxiv|corr)(?: e-?prints?| preprint)?[,.: ]*(?:vol\\. ?)?)?\\b(?:arxiv *: "
            u"*|abs/|"
            "https?://(?:www\\.)?arxiv\\.org/(?:abs|pdf)/)"
            "(\\d{4}\\.\\d{4,5}|[a-z][a-z-]+(?:\\.[A-Z]{2})?/\\d{7})(?:v\\d+)?(?:\\.pdf)?"
            "(?: *\\[[\\w.,; -]{2,30}\\])?[)\\]]?"_s,
            QRegularExpression::CaseInsensitiveOption);
        each(arxiv, [&](const QRegularExpressionMatch& match) {
            if (m_item.arxiv.isEmpty())
                m_item.arxiv = match.captured(1);
            const qsizetype address = match.captured().indexOf("http"_L1);
            if (address >= 0 && m_item.url.isEmpty())
                m_item.url = match.captured().mid(address);
            return true;
        });
    }

    static QString doiOf(const QString& address)
    {
        return doiFrom(QUrl::fromPercentEncoding(address.toUtf8())).value_or(QString());
    }

    void takeDoi()
    {
        static const QRegularExpression doi(
            u"[(\\[<]*(?:\\bdoi *[:.]? *)?(?:https?: ?// ?(?:dx\\. ?)?doi\\.org/ ?|\\bdoi\\.org/ ?)?"
            "\\b(10\\.\\d{4,9}(?:\\.\\d+)*/ ?[^\\s<>\"“”]+)"_s,
            QRegularExpression::CaseInsensitiveOption);
        auto match = doi.match(m_text.text);
        for (; match.hasMatch(); match = doi.match(m_text.text, match.capturedEnd())) {
            qsizetype end = brokenDoiEnd(match.capturedEnd());
            const QString printed = m_text.text.mid(match.capturedStart(1), end - match.capturedStart(1)).remove(u' ');
            QString found = doiOf(printed);
            if (const QString repaired = linkedDoi(match.capturedStart(1), end); !repaired.isEmpty())
                found = repaired;
            if (m_item.doi.isEmpty())
                m_item.doi = found;
            m_text.blank(addressBegin(match.capturedStart()), end);
        }
        for (const QString& link : m_links) {
            if (m_item.doi.isEmpty())
                m_item.doi = doiOf(link);
        }
    }

    /** A publisher's address may hold the DOI: it goes with it. */
    qsizetype addressBegin(qsizetype doi) const
    {
        const qsizetype word = m_text.text.lastIndexOf(u' ', doi) + 1;
        return QStringView(m_text.text).mid(word, doi - word).contains("://"_L1) ? word : doi;
    }

    /** A DOI that breaks off with a joint goes on behind the space, unless what follows is a word. */
    qsizetype brokenDoiEnd(qsizetype end) const
    {
        static const QRegularExpression more(
            u" (?!https?:|pmid|doi|pmc)([\\w.()/-]*[\\d/][\\w.()/-]*|[a-z]{2,}\\.?$)"_s,
            QRegularExpression::CaseInsensitiveOption);
        while (end < m_text.size() && QStringView(u"-/_.(").contains(m_text.text[end - 1])) {
            const auto match = more.match(m_text.text, end, QRegularExpression::NormalMatch,
                                          QRegularExpression::AnchorAtOffsetMatchOption);
            const bool year = match.hasMatch() && m_text.text[end - 1] == u'.' && match.capturedLength(1) < 6;
            if (!match.hasMatch() || year)
                break;
            end = match.capturedEnd();
        }
        return end;
    }

    /** The DOI of a link that says the same as the print, but for what a line break may do; moves `end` behind it. */
    QString linkedDoi(qsizetype begin, qsizetype& end) const
    {
        const QString printed = essence(QStringView(m_text.text).mid(begin, end - begin));
        for (const QString& link : m_links) {
            const QString doi = doiOf(link);
            const QString linked = essence(doi);
            if (linked.size() < printed.size() || !linked.startsWith(printed))
                continue;
            QString read = printed;
            qsizetype at = end;
            while (read.size() < linked.size() && at < m_text.size()) {
                if (m_text.text[at].isLetterOrNumber())
                    read += m_text.text[at].toLower();
                if (!linked.startsWith(read))
                    break;
                ++at;
            }
            if (read == linked) {
                end = at;
                return doi;
            }
        }
        return {};
    }

    void takeNumbers()
    {
        static const QRegularExpression pmid(u"[(\\[]?\\b(?:pubmed )?pmid *:? *(\\d{4,9})[)\\]]?"_s,
                                             QRegularExpression::CaseInsensitiveOption);
        static const QRegularExpression pmc(u"[(\\[]?\\b(?:pubmed central )?(?:pmcid *:? *)?PMC *\\d{4,9}[)\\]]?"_s,
                                            QRegularExpression::CaseInsensitiveOption);
        static const QRegularExpression isbn(
            u"[(\\[]?\\bisbn(?:-1[03])? *:? *([\\dXx][\\dXx –-]{8,20}[\\dXx])[)\\]]?"_s,
            QRegularExpression::CaseInsensitiveOption);
        static const QRegularExpression issn(u"[(\\[]?\\bissn *:? *\\d{4}[–-]\\d{3}[\\dX][)\\]]?"_s,
                                             QRegularExpression::CaseInsensitiveOption);
        each(pmid, [&](const QRegularExpressionMatch& match) {
            m_item.pmid = match.captured(1);
            return true;
        });
        each(isbn, [&](const QRegularExpressionMatch& match) {
            m_item.isbn = match.captured(1).remove(u' ').replace(u'–', u'-');
            return true;
        });
        each(pmc, [](const QRegularExpressionMatch&) { return true; });
        each(issn, [](const QRegularExpressionMatch&) { return true; });
    }

    void takeUrl()
    {
        static const QRegularExpression url(u"[<(\\[]?\\b((?:https?|ftp)://[^\\s<>“”\"]+|www\\.[^\\s<>“”\"]+)"_s,
                                            QRegularExpression::CaseInsensitiveOption);
        each(url, [&](const QRegularExpressionMatch& match) {
            QString printed = match.captured(1);
            while (!printed.isEmpty() && QStringView(u".,;:>]").contains(printed.back()))
                printed.chop(1);
            if (printed.endsWith(u')') && !printed.contains(u'('))
                printed.chop(1);
            for (const QString& link : m_links) {
                if (link.size() > printed.size() && essence(link).startsWith(essence(printed)))
                    printed = link;
            }
            if (m_item.url.isEmpty() && !doiFrom(printed))
                m_item.url = printed;
            return true;
        });
    }

    /** The words that only announced what was taken. */
    void takeLeadIns()
    {
        static const QRegularExpression words(
            u"[(\\[]?\\b(?:(?:also |freely )?available (?:online )?(?:from|at|via|on|under)\\b:?|available(?=:):|"
            "retrieved from\\b:?|url ?:|doi ?:|verfügbar unter\\b:?|online verfügbar\\b:?|disponible (?:en|sur|à)\\b:?|"
            "(?:preprint|posted|pre-print) (?:at|on|available at)\\b|accessed from\\b)[)\\]]?"_s,
            QRegularExpression::CaseInsensitiveOption);
        each(words, [&](const QRegularExpressionMatch&) { return m_found.online = true; });
    }

    StyledText& m_text;
    const QStringList& m_links;
    CslItem& m_item;
    CitationLinks m_found;
};

} // namespace

CitationLinks takeLinks(StyledText& text, const QStringList& links, CslItem& item)
{
    return LinkTaker(text, links, item).run();
}

} // namespace sheaf::layout
