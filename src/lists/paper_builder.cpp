// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/paper_builder.h"

#include "core/language_tag.h"
#include "lists/author_list.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

void setFirst(QString& field, QStringView text)
{
    if (field.isEmpty())
        field = plainText(text);
}

/** The longest entity that is resolved, "&" and ";" included. */
constexpr qsizetype LongestEntity = 10;

QString entityText(QStringView name)
{
    struct Entity
    {
        QLatin1StringView name;
        char16_t c;
    };
    static constexpr std::array<Entity, 16> Known{{{"amp"_L1, u'&'},
                                                   {"lt"_L1, u'<'},
                                                   {"gt"_L1, u'>'},
                                                   {"quot"_L1, u'"'},
                                                   {"apos"_L1, u'\''},
                                                   {"nbsp"_L1, u' '},
                                                   {"ndash"_L1, u'–'},
                                                   {"mdash"_L1, u'—'},
                                                   {"lsquo"_L1, u'‘'},
                                                   {"rsquo"_L1, u'’'},
                                                   {"ldquo"_L1, u'“'},
                                                   {"rdquo"_L1, u'”'},
                                                   {"hellip"_L1, u'…'},
                                                   {"deg"_L1, u'°'},
                                                   {"times"_L1, u'×'},
                                                   {"middot"_L1, u'·'}}};
    if (name.startsWith('#'_L1)) {
        const bool hex = name.size() > 1 && name[1].toLower() == 'x'_L1;
        bool ok = false;
        const uint code = name.mid(hex ? 2 : 1).toUInt(&ok, hex ? 16 : 10);
        return ok && code > 31 && code <= 0x10FFFF && !QChar::isSurrogate(code)
                   ? QString::fromUcs4(std::array{char32_t(code)}.data(), 1)
                   : QString();
    }
    for (const Entity& entity : Known)
        if (name == entity.name)
            return QString(QChar(entity.c));
    return {};
}

/** Length of an HTML or JATS tag at the text's start, 0 if it is none: "a < b" is none. */
qsizetype tagLength(QStringView text)
{
    qsizetype at = 1;
    if (at < text.size() && text[at] == '/'_L1)
        ++at;
    if (at >= text.size() || !text[at].isLetter() || text[at].unicode() > 127)
        return 0;
    const qsizetype end = text.left(200).indexOf('>'_L1, at);
    return end < 0 || text.mid(1, end - 1).contains('<'_L1) ? 0 : end + 1;
}

QString withoutMarkup(QStringView text)
{
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == '&'_L1) {
            const qsizetype end = text.mid(i, LongestEntity).indexOf(';'_L1);
            const QString resolved = end > 1 ? entityText(text.mid(i + 1, end - 1)) : QString();
            if (!resolved.isEmpty()) {
                out += resolved;
                i += end;
                continue;
            }
        } else if (c == '<'_L1) {
            if (const qsizetype length = tagLength(text.mid(i)); length > 0) {
                i += length - 1;
                continue;
            }
        }
        out += c;
    }
    return out;
}

} // namespace

int yearIn(QStringView text)
{
    for (qsizetype i = 0; i + 4 <= text.size(); ++i) {
        const bool starts = text[i].isDigit() && (i == 0 || !text[i - 1].isDigit());
        if (!starts)
            continue;
        qsizetype end = i;
        while (end < text.size() && text[end].isDigit())
            ++end;
        // "20240517" is a date as MEDLINE and OpenURL write it.
        const bool packedDate = end - i == 8;
        const int year = end - i == 4 || packedDate ? text.mid(i, 4).toInt() : 0;
        if (year >= 1400 && year <= 2099)
            return year;
        i = end;
    }
    return 0;
}

QString plainText(QStringView text)
{
    QString plain = text.toString();
    // Twice: exports of exports hold "&amp;lt;i&amp;gt;".
    for (int pass = 0; pass < 2 && (plain.contains('&'_L1) || plain.contains('<'_L1)); ++pass)
        plain = withoutMarkup(plain);
    return plain.simplified();
}

PaperBuilder::PaperBuilder(int line, QVector<ListWarning>& warnings) : m_warnings(warnings)
{
    m_paper.sourceLine = line;
}

void PaperBuilder::set(PaperField field, QStringView text, int line)
{
    text = text.trimmed();
    if (text.isEmpty())
        return;
    if (line == 0)
        line = m_paper.sourceLine;
    switch (field) {
    case PaperField::Title:
        return setFirst(m_paper.title, text);
    case PaperField::Author:
        if (text.contains(';'_L1))
            return set(PaperField::Authors, text, line); // one tag for all of them: some exports do that
        if (text.endsWith(','_L1))                       // EndNote's sign for a name that is not to be taken apart
            return addAuthor({plainText(text.chopped(1)), {}, {}});
        return addAuthor(authorFromName(plainText(text)));
    case PaperField::Authors:
        for (const Author& author : authorsFromText(plainText(text)))
            addAuthor(author);
        return;
    case PaperField::Year:
        setYear(yearIn(text));
        if (m_paper.year == 0)
            m_year = {text.toString(), line};
        return;
    case PaperField::Doi:
        return setDoi(text, line);
    case PaperField::Arxiv:
        return setArxiv(text);
    case PaperField::Pmid:
        if (const auto digits = std::ranges::find_if(text, [](QChar c) { return c.isDigit(); });
            m_paper.ids.pmid.isEmpty() && digits != text.end()) {
            const qsizetype begin = digits - text.begin();
            qsizetype end = begin;
            while (end < text.size() && text[end].isDigit())
                ++end;
            m_paper.ids.pmid = text.mid(begin, end - begin).toString();
        }
        return;
    case PaperField::Pmcid:
        if (const qsizetype at = text.indexOf("PMC"_L1, 0, Qt::CaseInsensitive); m_paper.ids.pmcid.isEmpty()) {
            qsizetype end = at < 0 ? 0 : at + 3;
            const qsizetype begin = end;
            while (end < text.size() && text[end].isDigit())
                ++end;
            if (end > begin)
                m_paper.ids.pmcid = "PMC"_L1 + text.mid(begin, end - begin).toString();
        }
        return;
    case PaperField::Venue:
        return setFirst(m_paper.venue, text);
    case PaperField::Volume:
        return setFirst(m_paper.volume, text);
    case PaperField::Issue:
        return setFirst(m_paper.issue, text);
    case PaperField::Pages:
        return setFirst(m_paper.pages, text);
    case PaperField::FirstPage:
        return setFirst(m_firstPage, text);
    case PaperField::LastPage:
        return setFirst(m_lastPage, text);
    case PaperField::Publisher:
        return setFirst(m_paper.publisher, text);
    case PaperField::Abstract:
        return setFirst(m_paper.abstractText, text);
    case PaperField::Type:
        if (m_paper.type.isEmpty())
            m_paper.type = cslType(text);
        return;
    case PaperField::Language:
        return setFirst(m_paper.language, languageTag(text.toString()));
    case PaperField::Key:
        return setFirst(m_paper.citationKey, text);
    case PaperField::Keyword:
        if (const QString keyword = plainText(text); !m_paper.keywords.contains(keyword))
            m_paper.keywords.append(keyword);
        return;
    case PaperField::Keywords:
        return addKeywords(text);
    case PaperField::Url:
        return addUrl(text);
    case PaperField::File:
        if (const QString file = text.toString(); !m_paper.files.contains(file))
            m_paper.files.append(file);
        return;
    case PaperField::Mention:
        return addMention(text);
    }
}

void PaperBuilder::addAuthor(const Author& author)
{
    static const QSet<QString> nobody{u"others"_s, u"et al"_s, u"et al."_s, u"anonymous"_s, u"[anonymous]"_s};
    if (author.family.isEmpty() || nobody.contains(author.family.toLower()))
        return;
    m_paper.authors.append(author);
    if (author.given == "null"_L1) // RefWorks
        m_paper.authors.last().given.clear();
}

void PaperBuilder::setYear(int year)
{
    if (m_paper.year == 0)
        m_paper.year = year;
}

void PaperBuilder::setDoi(QStringView text, int line)
{
    if (!m_paper.ids.doi.isEmpty())
        return;
    auto doi = doiFrom(text);
    if (!doi)
        if (const QStringList found = findDois(text); !found.isEmpty())
            doi = found.first();
    if (!doi && text.startsWith("10/"_L1)) // a short DOI: only its resolver knows the real one
        return addUrl("https://doi.org/"_L1 + text.toString());
    if (!doi) {
        m_doi = {text.toString(), line};
        return;
    }
    m_paper.ids.doi = *doi;
    if (doi->startsWith("10.48550/arxiv."_L1))
        setArxiv(*doi);
}

void PaperBuilder::setArxiv(QStringView text)
{
    if (m_paper.ids.arxiv.isEmpty())
        m_paper.ids.arxiv = arxivFrom(text).value_or(QString());
}

void PaperBuilder::addUrl(QStringView text)
{
    const QStringList urls = findUrls(text);
    for (const QString& url : urls)
        if (!m_paper.urls.contains(url))
            m_paper.urls.append(url);
    addMention(text);
}

void PaperBuilder::addMention(QStringView text)
{
    m_mentions.append(text.toString());
}

void PaperBuilder::addKeywords(QStringView text)
{
    const QChar separator = text.contains(';'_L1) ? u';' : text.contains('\n'_L1) ? u'\n' : u',';
    for (const QStringView keyword : text.tokenize(separator))
        set(PaperField::Keyword, keyword);
}

void PaperBuilder::joinPages()
{
    if (!m_paper.pages.isEmpty() || m_firstPage.isEmpty())
        return;
    const bool isRange = m_firstPage.contains('-'_L1) || m_firstPage.contains(u'–');
    m_paper.pages =
        m_lastPage.isEmpty() || m_lastPage == m_firstPage || isRange ? m_firstPage : m_firstPage + u'–' + m_lastPage;
}

void PaperBuilder::warn(int line, const QString& message, const QString& remedy)
{
    m_warnings.append({line, message, remedy});
}

std::optional<Paper> PaperBuilder::finish()
{
    joinPages();
    m_paper.pages.replace("--"_L1, "-"_L1).replace('-'_L1, u'–'); // one sign for "to"
    for (const QString& mention : std::as_const(m_mentions)) {
        if (m_paper.ids.doi.isEmpty())
            if (const QStringList dois = findDois(mention); dois.size() == 1)
                m_paper.ids.doi = dois.first();
        if (m_paper.ids.arxiv.isEmpty())
            if (const QStringList ids = findArxivIds(mention); ids.size() == 1)
                m_paper.ids.arxiv = ids.first();
    }
    const QString leftEmpty = QCoreApplication::translate("lists", "left empty");
    if (m_paper.year == 0 && !m_year.text.isEmpty())
        warn(m_year.line, QCoreApplication::translate("lists", "The year is “%1”").arg(m_year.text.left(40)),
             leftEmpty);
    if (m_paper.ids.doi.isEmpty() && !m_doi.text.isEmpty())
        warn(m_doi.line, QCoreApplication::translate("lists", "The DOI is “%1”").arg(m_doi.text.left(80)), leftEmpty);
    if (m_paper.title.isEmpty() && m_paper.ids.isEmpty() && m_paper.urls.isEmpty() && m_paper.files.isEmpty()) {
        warn(m_paper.sourceLine,
             QCoreApplication::translate("lists", "The entry has neither a title nor anything that identifies it"),
             QCoreApplication::translate("lists", "left out"));
        return std::nullopt;
    }
    return std::move(m_paper);
}

} // namespace sheaf
