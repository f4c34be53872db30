// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/convert/text_basis_check.h"

#include "convert/markdown_blocks.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

constexpr int mostPages = 3;      // a publisher's cover before an abstract, and what is printed behind it
constexpr int mostWords = 1500;   // of a document without pages
constexpr int leastAbstract = 30; // words; below it is a running head or a note
constexpr int mostAbstract = 700; // words; above it is a paper whose sections are called like an abstract's parts
constexpr int besides = 120;      // words: keywords, a copyright line, how to cite
constexpr int aList = 3;          // references; a page's foot may name the paper itself like one
constexpr int citing = 2;         // works named in the text, which a whole paper lists at its end
constexpr int onSalePage = 600;   // words beside the abstract of a page that sells the rest

bool isAbstractName(const QString& heading)
{
    static const QSet<QString> names{
        u"abstract"_s, u"summary"_s, u"synopsis"_s,  u"extended abstract"_s, u"zusammenfassung"_s,     u"resume"_s,
        u"resumen"_s,  u"resumo"_s,  u"riassunto"_s, u"аннотация"_s,         u"structured abstract"_s, u"摘要"_s};
    return names.contains(heading);
}

/** What the parts of a structured abstract are called; below "Abstract" they are headings of it. */
bool isPartOfAbstract(const QString& heading)
{
    static const QRegularExpression name(
        u"^(background|context|importance|objectives?|aims?|purpose|(patients|materials) and methods|"
        "methods?|methodology|design|setting|participants|interventions?|main outcomes?( and measures)?|"
        "measurements?|results?|findings|conclusions?|interpretation|significance|relevance|funding|keywords?|"
        "key words|index terms|hintergrund|methoden?|ergebnisse?|schlussfolgerung(en)?)$"_s);
    return name.match(heading).hasMatch();
}

/** Words that publishers print where a paper is for sale. */
bool isForSale(const QString& text)
{
    static const QRegularExpression offer(
        u"preview of subscription|access options|get (full )?access|purchase (access|article|pdf|this)|"
        "buy (article|this article|now|pdf)|rent this article|log ?in (via|through) (your|an) institution|"
        "institutional (login|access)|check access|subscribe to (view|read)|full text is not available"_s,
        QRegularExpression::CaseInsensitiveOption);
    return offer.match(text).hasMatch();
}

/** How many times works are cited: "(Ungar, 1997)", "Ungar (1997)", "[12]", "[3, 5]". */
int citationsIn(const QString& text)
{
    static const QRegularExpression citation(
        u"\\p{L}{2,}\\.?,? (?:19|20)\\d\\d[a-z]?(?=[;,)])|\\p{L}{2,}\\.? \\((?:19|20)\\d\\d[a-z]?\\)|"
        "\\[\\d{1,3}(?:\\s*[,–-]\\s*\\d{1,3})*\\\\?\\]"_s);
    int found = 0;
    for (auto match = citation.globalMatch(text); match.hasNext(); match.next())
        ++found;
    return found;
}

QStringList wordsIn(QStringView text)
{
    return foldForMatching(text).split(u' ', Qt::SkipEmptyParts);
}

/** How the words of a document are shared among its abstract and the rest. */
class WordShares
{
public:
    WordShares(const Conversion& conversion, const Paper& paper)
    {
        const QStringList known = wordsIn(paper.abstractText);
        m_listed = QSet<QString>(known.cbegin(), known.cend());
        for (const ConvertedBlock& block : conversion.blocks)
            add(block, QStringView(conversion.markdown).sliced(block.begin, block.end - block.begin));
    }

    int inAbstract = 0, besideIt = 0;
    int references = 0;     ///< in a list
    int citations = 0;      ///< in the text
    bool breaksOff = false; ///< the last sentence has no end

private:
    void add(const ConvertedBlock& block, QStringView text)
    {
        switch (block.kind) {
        case BlockKind::Heading:
            addHeading(wordsIn(text).join(u' '));
            break;
        case BlockKind::Reference:
            ++references;
            break;
        case BlockKind::Abstract:
        case BlockKind::Paragraph:
        case BlockKind::ListItem:
        case BlockKind::Theorem:
        case BlockKind::Table:
        case BlockKind::Code:
        case BlockKind::Formula:
            addText(block.kind, text);
            break;
        default:
            break; // title, names, captions, running heads
        }
    }

    void addHeading(const QString& heading)
    {
        static const QRegularExpression number(u"^[0-9ivx]+ (?=\\S)"_s);
        const QString name = QString(heading).remove(number);
        m_inAbstract = isAbstractName(name) || (m_inAbstract && name == heading && isPartOfAbstract(name));
    }

    void addText(BlockKind kind, QStringView text)
    {
        const QStringList words = wordsIn(text);
        citations += citationsIn(text.toString());
        const auto listed =
            std::ranges::count_if(words, [this](const QString& word) { return m_listed.contains(word); });
        const bool isListed = words.size() >= leastAbstract && listed * 10 >= words.size() * 8;
        (kind == BlockKind::Abstract || m_inAbstract || isListed ? inAbstract : besideIt) += int(words.size());
        static const QRegularExpression sentenceEnd(u"[.!?…。][\"'”’»)\\]]*(\\s*\\[?\\^?[0-9]+\\]?)?$"_s);
        if (kind == BlockKind::Paragraph && words.size() >= leastAbstract)
            breaksOff = !sentenceEnd.match(text.trimmed()).hasMatch();
    }

    QSet<QString> m_listed; ///< words of the list's abstract
    bool m_inAbstract = false;
};

BasisVerdict abstractOnly(const QString& reason)
{
    return {TextBasis::AbstractOnly, reason};
}

} // namespace

int pagesNamed(const QString& range)
{
    static const QRegularExpression form(u"^\\s*[A-Za-z]?(\\d{1,6})\\s*[-–—]+\\s*[A-Za-z]?(\\d{1,6})\\s*$"_s);
    const auto match = form.match(range);
    if (!match.hasMatch())
        return 0;
    const QString first = match.captured(1);
    QString last = match.captured(2);
    if (last.size() < first.size()) // "331-9"
        last.prepend(first.first(first.size() - last.size()));
    const int pages = last.toInt() - first.toInt() + 1;
    return pages > 0 && pages < 2000 ? pages : 0;
}

BasisVerdict checkTextBasis(const Conversion& conversion, const Paper& paper)
{
    const BasisVerdict whole{TextBasis::FullText, {}};
    if (conversion.pages > mostPages ||
        (conversion.pages == 0 && conversion.markdown.count(u' ') + conversion.markdown.count(u'\n') > mostWords))
        return whole;
    const WordShares shares(conversion, paper);
    const int named = conversion.pages > 0 ? pagesNamed(paper.pages) : 0;
    const bool listsReferences = shares.references >= aList;
    if (!listsReferences && named >= 4 && named >= 3 * conversion.pages)
        return abstractOnly(
            QCoreApplication::translate("pipeline", "Marked as an abstract: the document has %1 of %2 pages.")
                .arg(conversion.pages)
                .arg(named));
    if (shares.inAbstract < leastAbstract || shares.inAbstract > mostAbstract)
        return whole;
    if (isForSale(conversion.markdown) && shares.besideIt <= onSalePage)
        return abstractOnly(QCoreApplication::translate(
            "pipeline", "Marked as an abstract: the document is a publisher's page that offers the paper."));
    if (listsReferences)
        return whole;
    if (shares.besideIt <= besides)
        return abstractOnly(
            QCoreApplication::translate("pipeline", "Marked as an abstract: the document holds nothing else."));
    if (conversion.pages == 1 && (shares.breaksOff || shares.citations >= citing))
        return abstractOnly(QCoreApplication::translate(
            "pipeline", "Marked as an abstract: the document is a first page without the rest."));
    return whole;
}

std::optional<Conversion> abstractDocument(const Paper& paper)
{
    if (!hasAbstract(paper))
        return {};
    Conversion conversion;
    conversion.markdown = u"# %1\n\n## Abstract\n\n%2\n"_s.arg(paper.title.simplified(), paper.abstractText.trimmed());
    conversion.blocks = markdownBlocks(conversion.markdown);
    conversion.title = paper.title;
    conversion.converter = u"abstract"_s;
    conversion.version = u"1"_s;
    return conversion;
}

} // namespace sheaf
