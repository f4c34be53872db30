// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/audit/audit.h"

#include "document/picture_share.h"
#include "layout/audit/audit_signs.h"

using namespace Qt::StringLiterals;

namespace sheaf::layout {

namespace {

/** Words of running blocks and tables: a figure's labels have no order. */
PageWords readable(const PageWords& page, const QVector<Block>& blocks)
{
    PageWords kept{page.page, page.size, {}};
    for (const PageWord& word : page.words) {
        if (word.block >= 0 && blocks[word.block].kind != BlockKind::Figure &&
            blocks[word.block].kind != BlockKind::Formula)
            kept.words << word;
    }
    return kept;
}

/** Words that should have reached a block: all but furniture. */
int expectedWords(const PageText& page, const PageWords& words)
{
    const auto furniture =
        std::ranges::count_if(page.words, [](const Word& word) { return word.is(Word::Furniture) && word.length > 0; });
    return int(std::max<qsizetype>(0, words.words.size() - furniture));
}

/** Share of the page's words that stand in rows of tables that were put together wrongly, as it seems. */
double brokenTables(const PageWords& running, const QVector<Block>& blocks)
{
    QHash<int, double> shares; // of the tables
    double broken = 0;
    for (const PageWord& word : running.words) {
        if (word.row < 0 || blocks[word.block].kind != BlockKind::Table)
            continue;
        auto share = shares.find(word.block);
        if (share == shares.end())
            share = shares.insert(word.block, brokenShare(blocks[word.block]));
        broken += *share;
    }
    return running.words.isEmpty() ? 0 : broken / double(running.words.size());
}

/** Share of the words that a recogniser was not sure of. */
double unsureShare(const PageText& page)
{
    constexpr int sure = 90;
    const auto unsure = std::ranges::count_if(page.words, [](const Word& word) { return word.confidence < sure; });
    return page.words.isEmpty() ? 0 : double(unsure) / double(page.words.size());
}

/** How much of its pages' text a document usually draws in the order in which it is read; 0 where it does not say. */
double usuallyDrawn(const QVector<std::optional<double>>& pages)
{
    constexpr qsizetype enough = 3;
    QVector<double> known;
    for (const std::optional<double>& page : pages) {
        if (page)
            known << *page;
    }
    std::ranges::sort(known);
    return known.size() < enough ? 0 : known[known.size() / 2];
}

class PageAuditor
{
public:
    PageAuditor(const PageText& page, const PageWords& words, const QVector<Block>& blocks)
        : m_page(page), m_words(words), m_running(readable(words, blocks)), m_blocks(blocks),
          m_expected(expectedWords(page, words))
    {
        m_audit.page = page.number;
        m_audit.words = int(words.words.size());
    }

    PageAudit audit(std::optional<double> drawn, double usual)
    {
        lookAtWords();
        lookAtOrder(drawn.value_or(usual), usual);
        lookAtBlocks();
        lookAtInk();
        m_audit.confidence = std::max(0.0, m_audit.confidence);
        return m_audit;
    }

private:
    void doubt(const QString& reason, double cost)
    {
        m_audit.reasons << reason;
        m_audit.confidence -= cost;
    }

    void lookAtWords()
    {
        const auto placed = std::ranges::count_if(m_words.words, [](const PageWord& word) { return word.block >= 0; });
        m_audit.coverage = m_expected > 0 ? std::min(1.0, double(placed) / m_expected) : 1;
        if (m_audit.coverage < 0.97)
            doubt(u"words lost"_s, std::min(0.6, 2 * (1 - m_audit.coverage)));
        // The more of it is there twice, the less of what is there is right.
        if (const double repeated = repeatedShare(m_running); repeated > 0.05)
            doubt(u"repeated text"_s, repeated / (2 - repeated));
        if (m_page.unmapped * 20 > m_page.glyphs && m_page.unmapped > 5)
            doubt(u"unreadable letters"_s, std::min(0.8, 2.0 * m_page.unmapped / m_page.glyphs));
        if (isGarbled(m_running))
            doubt(u"garbled text"_s, 0.7);
        if (const double unsure = unsureShare(m_page); unsure > 0.05) // print in good order stays below 0.04
            doubt(u"unsure letters"_s, std::min(0.8, 2 * unsure));
    }

    void lookAtOrder(double drawn, double usual)
    {
        if (const double ordered = orderedShare(m_running); ordered < 0.97)
            doubt(u"order unsure"_s, std::min(0.5, 2 * (1 - ordered)));
        if (drawn < usual - 0.05)
            doubt(u"columns mixed"_s, std::min(0.5, usual - drawn));
        if (const double numbered = numberedShare(m_running, m_blocks); numbered > 0.4)
            doubt(u"line numbers in text"_s, std::min(0.35, numbered));
    }

    void lookAtBlocks()
    {
        if (const double text = figureTextShare(m_words, m_blocks); text > 0.03)
            doubt(u"text in figures"_s, std::min(0.5, text));
        if (const double broken = brokenTables(m_running, m_blocks); broken > 0.02)
            doubt(u"table unsure"_s, std::min(0.3, broken));
        if (titleBlockShare(m_running, m_blocks) > 0.35)
            doubt(u"title block unsure"_s, 0.15);
    }

    void lookAtInk()
    {
        const double ink = pictureShare(m_page.size, m_page.images);
        // Where Sheaf itself read nothing there is nothing: a blank sheet, a photograph.
        if (!m_page.recognised && m_expected < 5 && (ink > 0.1 || m_page.shapes.size() > 200))
            doubt(u"no text layer"_s, 0.9);
        else if (!m_page.recognised && m_page.invisible && ink > 0.4)
            doubt(u"recognised text"_s, 0.35);
        if (m_page.truncated)
            doubt(u"page too large"_s, 0.5);
    }

    const PageText& m_page;
    const PageWords& m_words;
    const PageWords m_running;
    const QVector<Block>& m_blocks;
    const int m_expected;
    PageAudit m_audit;
};

} // namespace

QVector<PageAudit> auditPages(const QVector<PageContent>& pages, const Layout& layout)
{
    QVector<std::optional<double>> drawn;
    for (qsizetype i = 0; i < pages.size(); ++i)
        drawn << drawnShare(pages[i].text, layout.words[i], layout.blocks);
    const double usual = usuallyDrawn(drawn);
    QVector<PageAudit> audits;
    for (qsizetype i = 0; i < pages.size(); ++i)
        audits << PageAuditor(pages[i].text, layout.words[i], layout.blocks).audit(drawn[i], usual);
    return audits;
}

} // namespace sheaf::layout
