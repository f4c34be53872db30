// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/words/page_words.h"

#include "layout/blocks/block_assembly.h"

namespace sheaf::layout {

namespace {

class PageWriter
{
public:
    PageWriter(const PageText& page, const QVector<WordPlace>& places) : m_page(page), m_places(places)
    {
        m_out.page = page.number;
        const bool upright = page.turn % 180 == 0;
        m_out.size = upright ? page.size : page.size.transposed();
        m_written = QVector<bool>(page.words.size(), false);
    }

    void writeLine(const QVector<int>& words, int column)
    {
        ++m_line;
        const Word* previous = nullptr;
        for (int index : words) {
            const Word& word = m_page.words[index];
            if (word.length == 0 || m_written[index])
                continue;
            m_written[index] = true;
            const WordPlace& place = m_places[index];
            const QRectF box = m_page.toPage(QRectF(QPointF(word.x0, word.top), QPointF(word.x1, word.bottom)));
            const QString text = m_page.textOf(word).toString();
            // A script stays a word of its own, so that "study¹²" is found as "study".
            if (previous && isGlued(*previous, word) &&
                std::abs(previous->baseline - word.baseline) < 0.12F * word.size) {
                m_out.words.last().text += text;
                m_out.words.last().box = united(m_out.words.last().box, box);
            } else {
                PageWord out;
                out.text = text;
                out.box = box;
                out.line = m_line;
                out.column = column;
                out.block = place.block;
                out.row = place.row;
                out.cell = place.cell;
                m_out.words << out;
            }
            previous = &word;
        }
    }

    void writeTable(const Table& table, int column)
    {
        for (const GridCell& cell : table.cells) {
            for (const Fragment& line : cell.lines)
                writeLine(line.words, column);
        }
    }

    /** What no line, table or figure took: furniture and turned text, in no block. */
    void writeRest()
    {
        const int column = m_out.words.isEmpty() ? 0 : m_out.words.last().column + 1;
        const Word* previous = nullptr;
        QVector<int> run;
        for (int i = 0; i < m_page.words.size(); ++i) {
            if (m_written[i])
                continue;
            const Word& word = m_page.words[i];
            if (previous && std::abs(previous->baseline - word.baseline) > 0.5F * word.size) {
                writeLine(run, column);
                run.clear();
            }
            run << i;
            previous = &word;
        }
        writeLine(run, column);
    }

    void markBrokenWords(const Vocabulary& vocabulary)
    {
        QVector<PageWord>& words = m_out.words;
        for (qsizetype i = 0; i + 1 < words.size(); ++i) {
            PageWord& word = words[i];
            const PageWord& next = words[i + 1];
            const bool lineEnds = next.line != word.line && next.block == word.block;
            word.joinsNext = lineEnds && word.text.size() > 1 && word.text.endsWith(u'-') &&
                             vocabulary.joinsWithoutHyphen(word.text, next.text);
        }
    }

    PageWords take() { return std::move(m_out); }

private:
    const PageText& m_page;
    const QVector<WordPlace>& m_places;
    PageWords m_out;
    QVector<bool> m_written;
    int m_line = -1;
};

} // namespace

WordPlaces::WordPlaces(const QVector<PageContent>& pages) : m_pages(pages)
{
    for (const PageContent& page : pages)
        m_places << QVector<WordPlace>(page.text.words.size());
}

void WordPlaces::place(int page, int word, const WordPlace& place)
{
    m_places[page][word] = place;
}

QVector<PageWords> WordPlaces::write(const QVector<PageFlow>& flows, const Vocabulary& vocabulary) const
{
    QVector<PageWords> all;
    for (qsizetype p = 0; p < m_pages.size(); ++p) {
        PageWriter writer(m_pages[p].text, m_places[p]);
        for (const FlowItem& item : flows[p].items) {
            if (item.table >= 0)
                writer.writeTable(flows[p].tables[item.table], item.column);
            else if (item.figure < 0)
                writer.writeLine(item.line.words, item.column);
        }
        writer.writeRest();
        writer.markBrokenWords(vocabulary);
        all << writer.take();
    }
    return all;
}

} // namespace sheaf::layout
