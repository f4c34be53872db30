// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/layout.h"

#include "layout/audit/audit.h"
#include "layout/blocks/block_assembly.h"
#include "layout/blocks/bullets.h"
#include "layout/blocks/classify.h"
#include "layout/blocks/heading_levels.h"
#include "layout/blocks/paragraphs.h"
#include "layout/blocks/run_in_heads.h"
#include "layout/blocks/theorems.h"
#include "layout/figures/captions.h"
#include "layout/figures/figures.h"
#include "layout/figures/seen_regions.h"
#include "layout/formulas/formulas.h"
#include "layout/furniture/furniture.h"
#include "layout/metadata/front_matter.h"
#include "layout/metadata/metadata_reader.h"
#include "layout/notes/footnotes.h"
#include "layout/order/fragments.h"
#include "layout/references/bibliography.h"
#include "layout/references/references.h"
#include "layout/tables/aligned_tables.h"
#include "layout/tables/continued_tables.h"
#include "layout/tables/table_finder.h"
#include "layout/tables/turned_tables.h"
#include "layout/words/word_builder.h"

namespace sheaf {

using namespace layout;

struct LayoutEngine::Private
{
    DocumentInfo info;
    FontTable fonts;
    QVector<PageContent> pages;

    PageContent contentOf(Page&& page);
    PageContent* find(int page);
    PageFlow flowOf(int index, const DocumentStyle& style) const;
};

LayoutEngine::LayoutEngine() : d(std::make_unique<Private>()) {}
LayoutEngine::~LayoutEngine() = default;

void LayoutEngine::setInfo(const DocumentInfo& info)
{
    d->info = info;
}

void LayoutEngine::addPage(Page&& page)
{
    d->pages << d->contentOf(std::move(page));
}

void LayoutEngine::replacePage(Page&& page)
{
    if (PageContent* place = d->find(page.number))
        *place = d->contentOf(std::move(page));
}

void LayoutEngine::setRegions(int page, QVector<PageRegion> regions)
{
    PageContent* content = d->find(page);
    if (content && content->text.turn == 0) // what lies on its side was seen like that, too, and understood less
        content->text.regions = std::move(regions);
}

PageContent* LayoutEngine::Private::find(int page)
{
    const auto place =
        std::ranges::find_if(pages, [&](const PageContent& content) { return content.text.number == page; });
    return place == pages.end() ? nullptr : &*place;
}

PageContent LayoutEngine::Private::contentOf(Page&& page)
{
    const Page taken = std::move(page);
    PageContent content{readWords(taken, fonts), {}};
    readBullets(content.text);
    content.fragments = joinFragments(content.text);
    return content;
}

PageFlow LayoutEngine::Private::flowOf(int index, const DocumentStyle& style) const
{
    const PageContent& page = pages[index];
    PageFlow flow;
    const QVector<QRectF> seen = seenFigures(page);
    flow.tables = seen.isEmpty() ? findTables(page, style) : findTables(outside(page, seen), style);
    flow.tables += findTurnedTables(page, style);
    QVector<QRectF> captioned;
    for (const Table& table : std::as_const(flow.tables)) {
        if (hasTableCaption(page, table.box))
            captioned << table.box;
    }
    flow.figures = findFigures(page, style, captioned, seen);
    // A chart's axes and grid look like a table's rules; a table may hold drawn marks.
    flow.tables.removeIf([&](const Table& table) {
        return !captioned.contains(table.box) && std::ranges::any_of(flow.figures, [&](const FigureRegion& figure) {
            if (!figure.box.contains(table.box.center()))
                return false;
            const auto drawn = std::ranges::count_if(
                page.text.shapes, [&](const QRectF& shape) { return table.box.contains(shape.center()); });
            return figure.captioned || drawn > 3 * table.cells.size();
        });
    });
    flow.figures.removeIf([&](const FigureRegion& figure) {
        return std::ranges::any_of(flow.tables, [&](const Table& table) { return table.box.intersects(figure.box); });
    });
    QVector<Obstacle> obstacles;
    for (int i = 0; i < flow.tables.size(); ++i)
        obstacles << Obstacle{flow.tables[i].box, i, -1};
    for (int i = 0; i < flow.figures.size(); ++i)
        obstacles << Obstacle{flow.figures[i].box, -1, i};
    flow.items = readingOrder(page, index, obstacles, style);
    findAlignedTables(page, style, flow.items, flow.tables);
    for (Table& table : flow.tables)
        orderColumns(page.text, table);
    return flow;
}

Layout LayoutEngine::finish(std::stop_token stop)
{
    DocumentStyle style = documentStyle(d->pages, d->fonts);
    removeFurniture(d->pages, style);
    style = documentStyle(d->pages, d->fonts);
    const LineContext context{d->pages, d->fonts, style};
    Vocabulary vocabulary;
    QVector<PageFlow> flows;
    QVector<Group> groups;
    for (int i = 0; i < d->pages.size(); ++i) {
        if (stop.stop_requested())
            return {};
        vocabulary.learn(d->pages[i]);
        flows << d->flowOf(i, style);
        QVector<Group> own = groupLines(context, flows.last().items);
        for (Group& group : own)
            group.page = i;
        groups += own;
    }
    splitRunInHeads(context, groups);
    markCaptions(context, groups);
    findFormulas(context, groups);
    findFootnotes(context, groups);
    classifyGroups(context, groups);
    // A later range of a volume has no title.
    const bool startsDocument = !d->pages.isEmpty() && d->pages.first().text.number == 1;
    if (startsDocument)
        findFrontMatter(context, d->info, groups);
    markTheorems(context, groups);
    splitReferences(context, groups);
    setHeadingLevels(context, d->info, groups);
    joinParagraphs(context, groups);
    bindFootnotes(context, flows, d->pages, groups);
    bindCaptions(context, groups);
    joinTables(context, flows, groups);
    if (stop.stop_requested())
        return {};
    Layout layout = assembleBlocks(context, vocabulary, flows, groups);
    layout.audits = auditPages(d->pages, layout);
    layout.references = readBibliography(context, groups, layout.blocks);
    if (startsDocument)
        layout.metadata = readMetadata(context, vocabulary, d->info, groups, layout);
    return layout;
}

} // namespace sheaf
