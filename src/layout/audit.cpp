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

PageAudit auditPage(const PageText& page, const PageWords& words, const PageWords& running)
{
    PageAudit audit;
    audit.page = page.number;
    int counted = 0, placed = 0, furniture = 0;
    for (const Word& word : page.words)
        furniture += word.is(Word::Furniture) && word.length > 0;
    for (const PageWord& word : words.words) {
        ++counted;
        placed += word.block >= 0;
    }
    audit.words = counted;
    const int expected = std::max(0, counted - furniture);
    audit.coverage = expected > 0 ? std::min(1.0, double(placed) / expected) : 1;
    const auto doubt = [&](const QString& reason, double cost) {
        audit.reasons << reason;
        audit.confidence -= cost;
    };
    if (audit.coverage < 0.97)
        doubt(u"words lost"_s, std::min(0.6, 2 * (1 - audit.coverage)));
    if (const double ordered = orderedShare(running); ordered < 0.97)
        doubt(u"order unsure"_s, std::min(0.5, 2 * (1 - ordered)));
    if (const double repeated = repeatedShare(running); repeated > 0.1)
        doubt(u"repeated text"_s, std::min(0.5, repeated));
    if (page.unmapped * 20 > page.glyphs && page.unmapped > 5)
        doubt(u"no unicode"_s, std::min(0.8, 2.0 * page.unmapped / page.glyphs));
    if (expected < 5 && (inkArea(page) > 0.1 || page.shapes.size() > 200))
        doubt(u"no text layer"_s, 0.9);
    else if (page.invisible && inkArea(page) > 0.4)
        doubt(u"recognised text"_s, 0.3);
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
        audits << auditPage(pages[i].text, layout.words[i], readable(layout.words[i], layout.blocks));
    return audits;
}

} // namespace sheaf::layout
