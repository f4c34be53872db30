// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/audit.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace sheaf::layout {

namespace {

/** Share of the lines of running text that stand lower than the line before in the same column. */
double orderedShare(const PageWords& page)
{
    int steps = 0, downward = 0;
    const PageWord* previous = nullptr;
    for (const PageWord& word : page.words) {
        if (word.block < 0 || word.row >= 0)
            continue;
        if (previous && previous->line != word.line && previous->column == word.column) {
            ++steps;
            downward += word.box.center().y() >= previous->box.center().y() - 1;
        }
        previous = &word;
    }
    return steps < 4 ? 1 : double(downward) / steps;
}

/** Share of the words that stand in runs of eight words that the page has more than once. */
double repeatedShare(const PageWords& page)
{
    constexpr qsizetype run = 8;
    QVector<size_t> hashes;
    for (const PageWord& word : page.words) {
        if (word.block >= 0)
            hashes << qHash(word.text);
    }
    if (hashes.size() < 4 * run)
        return 0;
    QHash<size_t, int> seen;
    int repeated = 0, all = 0;
    for (qsizetype i = 0; i + run <= hashes.size(); ++i) {
        size_t key = 0;
        for (qsizetype j = 0; j < run; ++j)
            key = key * 1099511628211ULL + hashes[i + j];
        ++all;
        repeated += seen[key]++ > 0;
    }
    return double(repeated) / all;
}

/** Whether the words look like a language's: a bad recognition gives single letters, a broken encoding other letters
 * than those that all languages in Latin script use most. */
class Spelling
{
public:
    explicit Spelling(const PageWords& page)
    {
        for (const PageWord& word : page.words) {
            qsizetype begin = 0;
            for (qsizetype i = 0; i <= word.text.size(); ++i) {
                if (i < word.text.size() && word.text[i].isLetter())
                    continue;
                count(QStringView(word.text).mid(begin, i - begin));
                begin = i + 1;
            }
        }
    }

    bool isGarbled() const
    {
        // On real pages, of many languages and typesetters, at least 75 % and 65 %; on garbled ones at most 50 % and 40
        // %.
        return (m_letters >= 40 && m_lettersInWords < 0.6 * m_letters) ||
               (m_latinLetters >= 100 && m_commonLetters < 0.52 * m_latinLetters);
    }

private:
    void count(QStringView letters)
    {
        m_letters += letters.size();
        if (letters.size() < 3)
            return;
        m_lettersInWords += letters.size();
        const bool capitals = std::ranges::all_of(letters, [](QChar c) { return c.isUpper(); });
        for (const QChar c : letters) {
            if (c.unicode() >= 0x80 || capitals)
                continue;
            ++m_latinLetters;
            m_commonLetters += common.contains(c.toLower());
        }
    }

    static constexpr QLatin1StringView common{"etaoinsrlu"};
    qsizetype m_letters = 0, m_lettersInWords = 0, m_latinLetters = 0, m_commonLetters = 0;
};

/** Share of the words that went to authors and their addresses: a long one was text beside or below the title. */
double titleBlockShare(const PageWords& running, const QVector<Block>& blocks)
{
    const auto inBlock = std::ranges::count_if(running.words, [&](const PageWord& word) {
        return blocks[word.block].kind == BlockKind::Authors || blocks[word.block].kind == BlockKind::Affiliation;
    });
    return inBlock < 80 ? 0 : double(inBlock) / double(running.words.size());
}

double inkArea(const PageText& page)
{
    double largest = 0;
    for (const QRectF& image : page.images)
        largest = std::max(largest, image.width() * image.height());
    return largest / std::max(1.0, page.width() * page.height());
}

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

/** Share of the words that a recogniser was not sure of. */
double unsureShare(const PageText& page)
{
    constexpr int sure = 90;
    const auto unsure = std::ranges::count_if(page.words, [](const Word& word) { return word.confidence < sure; });
    return page.words.isEmpty() ? 0 : double(unsure) / double(page.words.size());
}

PageAudit auditPage(const PageText& page, const PageWords& words, const QVector<Block>& blocks)
{
    PageAudit audit;
    audit.page = page.number;
    audit.words = int(words.words.size());
    const auto placed = std::ranges::count_if(words.words, [](const PageWord& word) { return word.block >= 0; });
    const int expected = expectedWords(page, words);
    audit.coverage = expected > 0 ? std::min(1.0, double(placed) / expected) : 1;
    const PageWords running = readable(words, blocks);
    const auto doubt = [&](const QString& reason, double cost) {
        audit.reasons << reason;
        audit.confidence -= cost;
    };
    if (audit.coverage < 0.97)
        doubt(u"words lost"_s, std::min(0.6, 2 * (1 - audit.coverage)));
    if (const double ordered = orderedShare(running); ordered < 0.97)
        doubt(u"order unsure"_s, std::min(0.5, 2 * (1 - ordered)));
    if (const double repeated = repeatedShare(running); repeated > 0.3) // forms and code repeat themselves a little
        doubt(u"repeated text"_s, std::min(0.5, repeated));
    if (titleBlockShare(running, blocks) > 0.35)
        doubt(u"title block unsure"_s, 0.4);
    if (page.unmapped * 20 > page.glyphs && page.unmapped > 5)
        doubt(u"unreadable letters"_s, std::min(0.8, 2.0 * page.unmapped / page.glyphs));
    if (Spelling(running).isGarbled())
        doubt(u"garbled text"_s, 0.7);
    if (const double unsure = unsureShare(page); unsure > 0.05) // print in good order stays below 0.04
        doubt(u"unsure letters"_s, std::min(0.8, 2 * unsure));
    // Where Sheaf itself read nothing there is nothing: a blank sheet, a photograph.
    if (!page.recognised && expected < 5 && (inkArea(page) > 0.1 || page.shapes.size() > 200))
        doubt(u"no text layer"_s, 0.9);
    else if (!page.recognised && page.invisible && inkArea(page) > 0.4)
        doubt(u"recognised text"_s, 0.35);
    if (page.truncated)
        doubt(u"page too large"_s, 0.5);
    audit.confidence = std::max(0.0, audit.confidence);
    return audit;
}

} // namespace

QVector<PageAudit> auditPages(const QVector<PageContent>& pages, const Layout& layout)
{
    QVector<PageAudit> audits;
    for (qsizetype i = 0; i < pages.size(); ++i)
        audits << auditPage(pages[i].text, layout.words[i], layout.blocks);
    return audits;
}

} // namespace sheaf::layout
