// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/blocks/block_assembly.h"

#include "layout/formulas/formula_latex.h"
#include "layout/words/page_words.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sheaf::layout {

namespace {

class Assembler
{
public:
    Assembler(const LineContext& context, const Vocabulary& vocabulary, const QVector<PageFlow>& flows,
              const QVector<Group>& groups)
        : m_context(context), m_vocabulary(vocabulary), m_flows(flows), m_groups(groups), m_places(context.pages)
    {}

    Layout run()
    {
        QVector<int> blockOf(m_groups.size(), -1);
        for (qsizetype i = 0; i < m_groups.size(); ++i) {
            Block block = blockFrom(m_groups[i]);
            if (m_groups[i].isText() && block.text.isEmpty())
                continue;
            blockOf[i] = int(m_layout.blocks.size());
            if (m_groups[i].isText())
                placeLines(m_groups[i], blockOf[i]);
            else
                placeObstacle(m_groups[i], blockOf[i]);
            m_layout.blocks << std::move(block);
        }
        for (qsizetype i = 0; i < m_groups.size(); ++i) {
            if (blockOf[i] >= 0 && m_groups[i].relates >= 0)
                m_layout.blocks[blockOf[i]].relates = blockOf[m_groups[i].relates];
        }
        m_layout.words = m_places.write(m_flows, m_vocabulary);
        return std::move(m_layout);
    }

private:
    Block blockFrom(const Group& group) const
    {
        Block block;
        block.kind = group.kind;
        block.level = group.level;
        block.marker = group.marker;
        block.label = group.label;
        if (!group.isText()) {
            const PageText& page = m_context.pages[group.page].text;
            block.regions = {{page.number, page.toPage(group.box)}};
            for (const TablePart& part : partsOf(group))
                fillTable(part, block);
            for (const TablePart& part : group.parts) {
                const PageText& later = m_context.pages[part.page].text;
                block.regions << PageBox{later.number, later.toPage(m_flows[part.page].tables[part.table].box)};
            }
            return block;
        }
        const bool marks = group.kind == BlockKind::Authors || group.kind == BlockKind::Affiliation;
        if (group.kind == BlockKind::Code)
            block.text = codeText(m_context, group.lines);
        else if (group.kind == BlockKind::Formula)
            writeFormula(group, block);
        else
            block.text = inlineText(m_context, group.lines, {group.markerWords, marks, &m_vocabulary});
        if (group.kind == BlockKind::Heading)
            dropEndMark(block.text);
        block.regions = regionsOf(group);
        return block;
    }

    /** A heading that runs in, "Abstract—", "Participants.", ends with a mark that is none of it. */
    static void dropEndMark(QString& text)
    {
        static const QRegularExpression mark(u"(?<=[\\p{Ll}\\p{Lu}]{3}|[)\\]\\d])\\s*[.:—–]$"_s,
                                             QRegularExpression::UseUnicodePropertiesOption);
        text.remove(mark);
    }

    void writeFormula(const Group& group, Block& block) const
    {
        QVector<int> words;
        for (const Line& line : group.lines)
            words += line.words;
        const QString latex = formulaLatex(m_context.pageOf(group.first()), m_context.fonts, words);
        block.text =
            latex.isEmpty() ? inlineText(m_context, group.lines, {0, false, nullptr}) : "$$"_L1 + latex + "$$"_L1;
        block.confidence = latex.isEmpty() ? 0.4F : 0.8F;
    }

    QVector<PageBox> regionsOf(const Group& group) const
    {
        QVector<PageBox> regions;
        const Line* previous = nullptr;
        for (const Line& line : group.lines) {
            const PageText& page = m_context.pageOf(line);
            const QRectF box = page.toPage(line.box());
            if (previous && previous->page == line.page && previous->column == line.column)
                regions.last().box = united(regions.last().box, box);
            else
                regions << PageBox{page.number, box};
            previous = &line;
        }
        return regions;
    }

    /** A table and what goes on with it; nothing for a figure. */
    static QVector<TablePart> partsOf(const Group& group)
    {
        return group.table < 0 ? QVector<TablePart>() : QVector<TablePart>{{group.page, group.table, 0}} + group.parts;
    }

    /** The part's rows behind those that the block has. */
    void fillTable(const TablePart& part, Block& block) const
    {
        const Table& table = m_flows[part.page].tables[part.table];
        const int page = part.page, offset = block.rows - part.skippedRows;
        block.rows = table.rows + offset;
        block.columns = table.columns;
        for (const GridCell& cell : table.cells) {
            if (cell.row < part.skippedRows)
                continue;
            TableCell out{{}, cell.row + offset, cell.column, cell.rowSpan, cell.columnSpan, cell.header, {}};
            QVector<Line> lines;
            for (const Fragment& fragment : cell.lines) {
                Line line;
                static_cast<Fragment&>(line) = fragment;
                line.page = page;
                out.box = united(out.box, m_context.pages[page].text.toPage(fragment.box()));
                lines << line;
            }
            out.text = inlineText(m_context, lines, {0, false, &m_vocabulary});
            block.cells << out;
        }
    }

    void placeLines(const Group& group, int block)
    {
        for (const Line& line : group.lines) {
            for (int word : line.words)
                m_places.place(line.page, word, {block, -1, -1, group.kind == BlockKind::Furniture});
        }
    }

    /** The words of rows that repeat the head are words of the head. */
    void placeTable(const TablePart& part, int rows, int block)
    {
        for (const GridCell& cell : m_flows[part.page].tables[part.table].cells) {
            const int row = cell.row < part.skippedRows ? cell.row : cell.row + rows - part.skippedRows;
            for (const Fragment& line : cell.lines) {
                for (int word : line.words)
                    m_places.place(part.page, word, {block, row, cell.column, false});
            }
        }
    }

    void placeObstacle(const Group& group, int block)
    {
        if (group.table >= 0) {
            int rows = 0;
            for (const TablePart& part : partsOf(group)) {
                placeTable(part, rows, block);
                rows += m_flows[part.page].tables[part.table].rows - part.skippedRows;
            }
            return;
        }
        const PageText& page = m_context.pages[group.page].text;
        for (int i = 0; i < page.words.size(); ++i) {
            const Word& word = page.words[i];
            if (group.box.contains(QPointF(word.centre(), word.middle())) && !m_places.isPlaced(group.page, i))
                m_places.place(group.page, i, {block, -1, -1, true});
        }
    }

    const LineContext& m_context;
    const Vocabulary& m_vocabulary;
    const QVector<PageFlow>& m_flows;
    const QVector<Group>& m_groups;
    WordPlaces m_places;
    Layout m_layout;
};

} // namespace

Layout assembleBlocks(const LineContext& context, const Vocabulary& vocabulary, const QVector<PageFlow>& flows,
                      const QVector<Group>& groups)
{
    return Assembler(context, vocabulary, flows, groups).run();
}

} // namespace sheaf::layout
